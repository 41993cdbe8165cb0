import { lireMontant } from '../../../shared/montant/lire-montant.ts'
import { euros, formatEuros } from '../../../shared/montant/format.ts'
import { ecrire, ecrireJson, NON, OUI } from './sortie.ts'

/** `montant TEXTE`: the amount that a text of a French table says. */
export function montant(texte: string, json: boolean): number {
  const lu = lireMontant(texte)
  if (json)
    ecrireJson({
      montant: lu.centimes === null ? null : euros(lu.centimes),
      composantes: lu.composantes.map((c) => euros(c.centimes)),
      raison: lu.raison,
      reserve: lu.reserve,
    })
  else {
    ecrire(
      lu.centimes === null ? `Aucun montant certain. ${lu.raison ?? ''}`.trim() : formatEuros(lu.centimes),
    )
    if (lu.composantes.length > 1)
      for (const c of lu.composantes)
        ecrire(`  ${formatEuros(c.centimes)}${c.libelle ? ` — ${c.libelle}` : ''}`)
    if (lu.reserve) ecrire(`Réserve : ${lu.reserve}`)
  }
  return lu.centimes === null ? NON : OUI
}
