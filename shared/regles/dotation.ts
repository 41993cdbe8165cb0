import { formatEuros } from '../montant/format.ts'
import { financementsComptes, somme } from '../plan/comptes.ts'
import { NOMS_ENVELOPPES } from '../referentiel/decider.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/**
 * What DOT-02 and DOT-04 share: what a plan draws on an enveloppe in a year, beside the ceiling that the text
 * sets for that year and for no other. The floor bounds the dotation that is notified, not what a plan uses of it.
 */
export function verifierPlafond({ plan, referentiel }: Contexte, enveloppe: Enveloppe): Resultat {
  const dotation = referentiel.dotations.find((d) => d.enveloppe === enveloppe)
  if (!dotation?.plafond)
    return { sansObjet: `Le référentiel ${referentiel.id} n’écrit pas de plafond pour cette enveloppe.` }
  const { centimes: plafond, reference } = dotation.plafond
  return {
    constats: dotation.exercices.flatMap((annee): ConstatBrut[] => {
      const lus = plan.actions
        .flatMap(financementsComptes)
        .filter((f) => f.enveloppe === enveloppe && f.exercice === annee && f.prevu !== null)
      const total = somme(lus.map((f) => f.prevu))
      if (total <= plafond) return []
      return [
        {
          cellules: lus.map((f) => f.prevu!.cellule),
          message: `En ${annee}, le plan inscrit ${formatEuros(total)} sur l’enveloppe ${NOMS_ENVELOPPES[enveloppe]}, au-dessus du plafond de ${formatEuros(plafond)} par département. Vérifiez le montant notifié, et que chaque financement est sur la bonne enveloppe.`,
          constate: formatEuros(total),
          attendu: `au plus ${formatEuros(plafond)}`,
          reference,
          correction: null,
        },
      ]
    }),
  }
}
