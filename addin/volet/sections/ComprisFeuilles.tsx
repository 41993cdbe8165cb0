import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { FeuilleEcartee } from '../../../shared/classeur/comprehension.ts'
import { choisirFeuille } from '../../../shared/classeur/correspondance.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'
import type { Corriger } from './Compris.tsx'

const RAISONS: Readonly<Record<FeuilleEcartee['raison'], string>> = {
  masquee: 'Masquée : les feuilles masquées ne sont pas lues.',
  repetition: 'Répète les mêmes actions, exercices et financeurs',
  recapitulation: 'Récapitule les mêmes montants',
  synthese: 'Synthèse sans colonne d’actions : ses montants compteraient deux fois.',
  choix: 'Laissée de côté à votre demande.',
  'sans-tableau': 'Aucun tableau du plan d’action n’y est reconnu.',
}

interface Props {
  ecartees: readonly FeuilleEcartee[]
  corriger: Corriger
}

/** The sheets that are not read, each with its reason and a way to have it read. */
export function ComprisFeuilles({ ecartees, corriger }: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const feuilles = ecartees.filter((e) => e.plage === null)
  if (feuilles.length === 0) return null
  return (
    <Bloc
      titre={
        <span className={communs.discret}>
          {compte(feuilles.length, 'feuille non lue', 'feuilles non lues')}
        </span>
      }
    >
      <ul className={communs.liste}>
        {feuilles.map(({ feuille, raison, auProfitDe }) => (
          <li key={feuille} className={communs.pileSerree}>
            <p className={communs.compact}>{fr`« ${feuille} »`}</p>
            <p className={communs.discret}>
              {typographier(
                auProfitDe === null
                  ? RAISONS[raison]
                  : `${RAISONS[raison]} que « ${auProfitDe} », qui est lue.`,
              )}
            </p>
            {raison !== 'masquee' && (
              <div>
                <Button
                  size="small"
                  aria-label={fr`${geste(auProfitDe)} : « ${feuille} »`}
                  onClick={() =>
                    void corriger((c) => choisirFeuille(c, feuille, raison === 'choix' ? null : 'lire'))
                  }
                >
                  {geste(auProfitDe)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Bloc>
  )
}

function geste(auProfitDe: string | null): string {
  return auProfitDe === null ? 'Lire cette feuille' : 'Lire celle-ci à la place'
}
