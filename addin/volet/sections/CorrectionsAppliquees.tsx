import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import { decouperReference } from '../../../shared/classeur/adresse.ts'
import { Avis } from '../composants/Avis.tsx'
import { useMagasin } from '../composants/crochets.ts'
import type { CorrectionAppliquee, SuiviControle } from '../etat/controle.ts'
import { fr } from '../texte/typographie.ts'

/** The corrections that were applied, the last one first, each of which can be taken back. */
export function CorrectionsAppliquees({ suivi }: { suivi: SuiviControle }): JSX.Element | null {
  const { appliquees } = useMagasin(suivi)
  const derniere = appliquees.at(-1)
  if (!derniere) return null
  return (
    <Avis
      genre="success"
      actions={
        <>
          <Button size="small" onClick={() => void suivi.annuler(derniere)}>
            Annuler
          </Button>
          <Button size="small" appearance="transparent" onClick={() => suivi.oublierCorrections()}>
            Fermer
          </Button>
        </>
      }
    >
      {decrire(derniere)}
      {appliquees.length > 1 &&
        fr` ${appliquees.length} corrections peuvent être annulées, la dernière d’abord.`}
    </Avis>
  )
}

function decrire({ correction, avant }: CorrectionAppliquee): string {
  const { feuille, adresse } = decouperReference(correction.cellule)
  const n = correction.autres?.length ?? 0
  const autres = n === 0 ? '' : n === 1 ? ' et dans 1 autre cellule' : ` et dans ${n} autres cellules`
  return fr`Correction appliquée en ${adresse} (${feuille})${autres} : « ${montrer(avant)} » devient « ${montrer(correction.valeur)} ».`
}

function montrer(valeur: string | number | boolean | null): string {
  if (valeur === null) return 'vide'
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX'
  return typeof valeur === 'number' ? valeur.toLocaleString('fr-FR') : valeur
}
