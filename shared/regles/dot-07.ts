import { montantsDe } from '../contrat/acces.ts'
import { formatEuros } from '../montant/format.ts'
import { financementsComptes, somme } from '../plan/comptes.ts'
import type { Regle } from './regle.ts'

/** DOT-07: the notified amount may be below what was asked; the plan is then to be balanced again (instruction of 2024, P304). */
export const DOT_07: Regle = {
  id: 'DOT-07',
  titre: 'Le plan tient dans le montant notifié du programme 304',
  verifier: ({ annexes, classement, exercice }) => {
    const notifie = montantsDe(annexes.contrat, 'p304-notifie', exercice).get(exercice)
    if (!notifie) return { sansObjet: 'Aucun montant notifié du programme 304 n’est inscrit.' }
    const lus = classement.parEnveloppe.P304.flatMap(financementsComptes).filter(
      (f) => f.enveloppe === 'P304' && f.exercice === exercice && f.prevu?.centimes,
    )
    const total = somme(lus.map((f) => f.prevu))
    if (total <= notifie.centimes) return { constats: [] }
    return {
      constats: [
        {
          cellules: [notifie.cellule, ...lus.map((f) => f.prevu!.cellule)],
          message: `En ${exercice}, le plan inscrit ${formatEuros(total)} sur le programme 304, au-dessus du montant notifié (${formatEuros(notifie.centimes)}). Rééquilibrez le plan.`,
          constate: formatEuros(total),
          attendu: `au plus ${formatEuros(notifie.centimes)}`,
          correction: null,
        },
      ],
    }
  },
}
