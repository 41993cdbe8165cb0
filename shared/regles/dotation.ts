import { montantsDe } from '../contrat/acces.ts'
import { formatEuros } from '../montant/format.ts'
import { financementsComptes, somme } from '../plan/comptes.ts'
import { NOMS_ENVELOPPES } from '../referentiel/decider.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/**
 * What DOT-02 and DOT-04 share: what a plan draws on an enveloppe in a year, beside the ceiling that the text
 * sets for that year and for no other. The floor bounds the dotation that is notified, not what a plan uses of it.
 */
export function verifierPlafond({ classement, referentiel }: Contexte, enveloppe: Enveloppe): Resultat {
  const dotation = referentiel.dotations.find((d) => d.enveloppe === enveloppe)
  if (!dotation?.plafond)
    return { sansObjet: `Le référentiel ${referentiel.id} n’écrit pas de plafond pour cette enveloppe.` }
  const { centimes: plafond, reference } = dotation.plafond
  const inscrits = Map.groupBy(
    classement.parEnveloppe[enveloppe].flatMap((a) =>
      financementsComptes(a).filter((f) => f.enveloppe === enveloppe && f.prevu !== null),
    ),
    (f) => f.exercice,
  )
  return {
    constats: dotation.exercices.flatMap((annee): ConstatBrut[] => {
      const lus = inscrits.get(annee) ?? []
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

/** The amount that the contract writes for an enveloppe, beside the floor of the years that the text bounds. */
export function verifierPlancher(
  { annexes, referentiel, exercice }: Contexte,
  enveloppe: Enveloppe,
): Resultat {
  const dotation = referentiel.dotations.find((d) => d.enveloppe === enveloppe)
  if (!dotation?.plancher)
    return { sansObjet: `Le référentiel ${referentiel.id} n’écrit pas de plancher pour cette enveloppe.` }
  const { centimes: plancher, reference } = dotation.plancher
  const cle = ({ FIR: 'fir', P304: 'p304', ONDAM: 'ondam' } as const)[enveloppe]
  const notifies = [...montantsDe(annexes.contrat, cle, exercice)].filter(([annee]) =>
    dotation.exercices.includes(annee),
  )
  if (notifies.length === 0) return { sansObjet: 'Le contrat n’écrit pas de montant pour cette enveloppe.' }
  return {
    constats: notifies
      .filter(([, m]) => m.centimes < plancher)
      .map(([annee, m]) => ({
        cellules: [m.cellule],
        message: `En ${annee}, le contrat écrit ${formatEuros(m.centimes)} pour l’enveloppe ${NOMS_ENVELOPPES[enveloppe]}, sous le plancher de ${formatEuros(plancher)} par département. Vérifiez le montant notifié.`,
        constate: formatEuros(m.centimes),
        attendu: `au moins ${formatEuros(plancher)}`,
        reference,
        correction: null,
      })),
  }
}
