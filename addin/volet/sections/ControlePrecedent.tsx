import type { JSX } from 'react'
import { Avis } from '../composants/Avis.tsx'
import { useMagasin } from '../composants/crochets.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { typographier } from '../texte/typographie.ts'

/** Says above a section that what it shows is older than the workbook: the last check came to nothing. */
export function ControlePrecedent({ suivi }: { suivi: SuiviControle }): JSX.Element | null {
  const etat = useMagasin(suivi)
  if (etat.erreur === null || etat.resultat === null) return null
  return (
    <Avis genre="warning">{typographier(etat.erreur)} Ce qui suit est d’après le contrôle précédent.</Avis>
  )
}
