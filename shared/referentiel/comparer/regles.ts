import type { Referentiel } from '../referentiel.ts'
import { ecarts } from './ecarts.ts'

const GRAVITES = { bloquant: 'bloquant', 'a-justifier': 'à justifier', information: 'information' }

/** Addresses that may receive a sending, and spellings that are refused. */
export function comparerDestinataires(avant: Referentiel, apres: Referentiel): string[] {
  const adresses = ecarts(avant.destinataires, apres.destinataires, (d) => d.courriel)
  const graphies = ecarts(
    avant.destinataires.flatMap((d) => d.graphiesRefusees),
    apres.destinataires.flatMap((d) => d.graphiesRefusees),
    (g) => g.graphie,
  )
  return [
    ...adresses.ajoutes.map((d) => `Destinataire ajouté : ${d.courriel} (${d.nom}).`),
    ...adresses.retires.map((d) => `Destinataire retiré : ${d.courriel} (${d.nom}).`),
    ...graphies.ajoutes.map((g) => `Adresse désormais refusée : ${g.graphie} (${g.raison}).`),
    ...graphies.retires.map((g) => `Adresse qui n’est plus signalée comme fautive : ${g.graphie}.`),
  ]
}

/** Rules that come, go, or bite harder or less. */
export function comparerPacks(avant: Referentiel, apres: Referentiel): string[] {
  const { ajoutes, retires, communs } = ecarts(avant.pack, apres.pack, (p) => p.regle)
  return [
    ...ajoutes.map((p) => `Règle ajoutée : ${p.regle} (${GRAVITES[p.gravite]}).`),
    ...retires.map((p) => `Règle retirée : ${p.regle} (${GRAVITES[p.gravite]}).`),
    ...communs.flatMap(([a, b]) =>
      a.gravite === b.gravite
        ? []
        : [`La règle ${b.regle} passe de « ${GRAVITES[a.gravite]} » à « ${GRAVITES[b.gravite]} ».`],
    ),
  ]
}
