import type { JSX } from 'react'
import { fongibiliteDe } from '../../../shared/referentiel/fongibilite.ts'
import { useMagasin } from '../composants/crochets.ts'
import { Rappels } from '../composants/Rappels.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { fr } from '../texte/typographie.ts'
import { EnveloppesFongibilite } from './EnveloppesFongibilite.tsx'
import { EnveloppesSimulation } from './EnveloppesSimulation.tsx'
import { EnveloppesTotaux } from './EnveloppesTotaux.tsx'
import { SansRapport } from './SansRapport.tsx'

/** What the plan draws on each enveloppe, what may move where, and a change to try. */
export default function Enveloppes({ suivi }: { suivi: SuiviControle }): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(suivi)
  if (!etat.resultat) return <SansRapport titre="Enveloppes" etat={etat} />
  const { rapport, referentiel } = etat.resultat
  const selectionner = (cellules: string[]): void => void suivi.selectionner(cellules)
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Enveloppes</h2>
      <EnveloppesTotaux rapport={rapport} selectionner={selectionner} />
      {referentiel ? (
        <>
          <EnveloppesSimulation rapport={rapport} referentiel={referentiel} />
          <EnveloppesFongibilite
            plan={rapport.plan}
            referentiel={referentiel}
            regime={fongibiliteDe(referentiel.id)}
            selectionner={selectionner}
          />
          <Rappels plan={rapport.plan} referentiel={referentiel} lieu="enveloppes" />
        </>
      ) : (
        <p className={communs.texte}>
          {fr`Aucun référentiel n’est chargé pour ${rapport.exercice} : ce qui peut bouger n’est pas établi.`}
        </p>
      )}
    </div>
  )
}
