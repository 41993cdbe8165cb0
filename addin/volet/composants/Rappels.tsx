import { useMemo } from 'react'
import type { JSX } from 'react'
import type { PlanAction } from '../../../shared/plan/plan.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { rappelsPour } from '../../../shared/regles/rappels.ts'
import type { LieuRappel } from '../../../shared/regles/rappels.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'
import { Bloc } from './Bloc.tsx'
import { useStylesCommuns } from './styles.ts'

interface Props {
  plan: PlanAction
  referentiel: Referentiel
  lieu: LieuRappel
}

/** What the texts say of this plan that no check can decide: folded, for whoever wants it. Nothing where there is nothing. */
export function Rappels({ plan, referentiel, lieu }: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const rappels = useMemo(() => rappelsPour(plan, referentiel, lieu), [plan, referentiel, lieu])
  if (rappels.length === 0) return null
  return (
    <Bloc
      titre={
        <span>
          {fr`Bon à savoir : `}
          {compte(
            rappels.length,
            'point que le contrôle ne vérifie pas',
            'points que le contrôle ne vérifie pas',
          )}
        </span>
      }
    >
      <ul className={communs.liste} aria-label="Bon à savoir">
        {rappels.map(({ regle, phrase, source }) => (
          <li key={regle} className={communs.carte} data-rappel={regle}>
            <p className={communs.compact}>{typographier(phrase)}</p>
            <p className={communs.discret}>{typographier(`Source : ${source} (règle ${regle}).`)}</p>
          </li>
        ))}
      </ul>
    </Bloc>
  )
}
