import { Badge, Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import type { Referentiel } from '../../../../shared/referentiel/referentiel.ts'
import { majuscule } from '../../../../shared/referentiel/comparer/ecarts.ts'
import { Avis } from '../../composants/Avis.tsx'
import { useMagasin } from '../../composants/crochets.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { ReferentielCharge, SuiviReferentiels } from '../../etat/referentiels.ts'
import type { SuiviService } from '../../etat/service.ts'
import { direExercices, direSource, direVersion } from '../../texte/referentiel.ts'
import { fr, typographier } from '../../texte/typographie.ts'
import { ConfirmationPublication } from './ConfirmationPublication.tsx'

const COULEURS = { livre: 'informative', poste: 'warning', publie: 'success' } as const

interface Props {
  referentiels: SuiviReferentiels
  service: SuiviService
}

/** The référentiels in use: exercices, text and date, where each comes from; then those that cannot be used, and why. */
export function Liste({ referentiels, service }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { charges, ecartes, etape } = useMagasin(referentiels)
  const { agent } = useMagasin(service)
  const [aPublier, demander] = useState<Referentiel | null>(null)
  const administrateur = agent?.roles.includes('administrateur') ?? false
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>Référentiels employés</h3>
      <ul className={communs.liste}>
        {charges.map((charge) => (
          <li key={charge.referentiel.id} className={communs.carte} data-referentiel={charge.referentiel.id}>
            <Fiche charge={charge} />
            {charge.source.genre === 'poste' && (
              <div className={communs.rangee}>
                {administrateur && (
                  <Button
                    size="small"
                    appearance="primary"
                    disabled={etape !== null}
                    onClick={() => demander(charge.referentiel)}
                  >
                    Publier
                  </Button>
                )}
                <Button
                  size="small"
                  disabled={etape !== null}
                  aria-label={`Retirer de ce poste le référentiel ${charge.referentiel.id}`}
                  onClick={() => void referentiels.retirer(charge.referentiel.id)}
                >
                  Retirer de ce poste
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {ecartes.map(({ nom, source, erreurs }) => (
        <Avis
          key={`${nom} ${source.le}`}
          genre="warning"
          actions={
            source.genre === 'poste' && (
              <Button size="small" onClick={() => void referentiels.retirer(nom)}>
                Retirer de ce poste
              </Button>
            )
          }
        >
          {fr`Le référentiel « ${nom} » (${direSource(source)}) n’est pas employé : ${typographier(erreurs.join(' ; '))}.`}
        </Avis>
      ))}
      {aPublier && (
        <ConfirmationPublication
          referentiel={aPublier}
          confirmer={() => {
            demander(null)
            void referentiels.publier(aPublier)
          }}
          fermer={() => demander(null)}
        />
      )}
    </section>
  )
}

function Fiche({ charge: { referentiel, source } }: { charge: ReferentielCharge }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <>
      <div className={communs.rangee}>
        <h4 className={communs.sousTitre}>Référentiel {referentiel.id}</h4>
        <Badge appearance="tint" color={COULEURS[source.genre]}>
          {direSource(source)}
        </Badge>
      </div>
      <p className={communs.texte}>
        {typographier(`${majuscule(direExercices(referentiel.exercices))} : ${referentiel.titre}`)}
      </p>
      <p className={communs.discret}>
        {typographier(`${majuscule(referentiel.reference.texte)}, ${direVersion(referentiel)}`)}
      </p>
    </>
  )
}
