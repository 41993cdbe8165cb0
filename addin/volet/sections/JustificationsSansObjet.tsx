import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { JustificationSuivie } from '../../../shared/controle/rapport.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { Cellules } from '../composants/Cellules.tsx'
import type { ActionsJustification } from '../composants/JustificationConstat.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { compte, dateHeure, fr, typographier } from '../texte/typographie.ts'

interface Props {
  justifications: readonly JustificationSuivie[]
  titres: Record<string, string>
  retirer: ActionsJustification['retirer']
  selectionner: (cellules: string[]) => void
}

/** What was written to constats that are no longer made: kept until somebody withdraws it. */
export function JustificationsSansObjet({
  justifications,
  titres,
  retirer,
  selectionner,
}: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const restantes = justifications.filter((j) => j.etat === 'sans-objet')
  if (restantes.length === 0) return null
  return (
    <Bloc
      titre={
        <span className={communs.discret}>
          {compte(restantes.length, 'justification gardée', 'justifications gardées')} dont le point n’est
          plus relevé
        </span>
      }
    >
      <ul className={communs.liste}>
        {restantes.map((j) => (
          <li key={`${j.regle}${j.cellules.join()}${j.le}`} className={communs.carte}>
            <p className={communs.discret}>
              {typographier(titres[j.regle] ?? 'Règle')} ({j.regle})
            </p>
            <p className={communs.texte}>{typographier(j.texte)}</p>
            <p className={communs.discret}>{fr`${j.auteur}, le ${dateHeure(j.le)}`}</p>
            <Cellules cellules={j.cellules} selectionner={selectionner} />
            <div>
              <Button size="small" onClick={() => void retirer(j)}>
                Retirer cette justification
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Bloc>
  )
}
