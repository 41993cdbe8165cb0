import { montantsDe } from '../contrat/acces.ts'
import { formatEuros } from '../montant/format.ts'
import type { Regle } from './regle.ts'

/** DOT-06: what is asked for on programme 304 does not exceed what was delegated in the first of the years that the text names (instruction of 2024). */
export const DOT_06: Regle = {
  id: 'DOT-06',
  titre: 'La demande sur le programme 304 ne dépasse pas le montant délégué auparavant',
  verifier: ({ annexes, referentiel, exercice }) => {
    const plafond = referentiel.dotations.find((d) => d.enveloppe === 'P304')?.plafondDelegue
    const demande = montantsDe(annexes.contrat, 'p304-demande', exercice).get(exercice)
    if (!plafond || !demande) return { sansObjet: 'Aucune demande sur le programme 304 n’est inscrite.' }
    const delegues = montantsDe(annexes.contrat, 'p304-delegue', exercice)
    const lus = plafond.exercices.map((annee) => ({ annee, montant: delegues.get(annee) }))
    const retenu = lus.find((x) => x.montant !== undefined && x.montant.centimes > 0)
    if (!retenu?.montant) {
      if (lus.some((x) => x.montant === undefined))
        return { sansObjet: 'Les montants délégués auparavant ne sont pas inscrits.' }
      return {
        constats: [
          {
            cellules: [demande.cellule, ...lus.map((x) => x.montant!.cellule)],
            gravite: 'a-justifier',
            message: `Aucun montant n’a été délégué sur le programme 304 en ${plafond.exercices.join(' ni en ')} : le texte ne prévoit pas ce cas. Demandez le plafond de votre demande à la DGCS.`,
            constate: 'aucun montant délégué',
            attendu: 'un montant délégué auparavant',
            reference: plafond.reference,
            correction: null,
          },
        ],
      }
    }
    // A year that the text puts first and whose amount is not written may hold a higher ceiling.
    const avant = lus.slice(0, lus.indexOf(retenu))
    const { annee, montant } = retenu
    if (avant.some((x) => x.montant === undefined))
      return { sansObjet: `Le montant délégué en ${avant[0]!.annee} n’est pas inscrit.` }
    const depasse = demande.centimes - montant.centimes
    if (depasse <= 0) return { constats: [] }
    return {
      constats: [
        {
          cellules: [demande.cellule, montant.cellule],
          message: `La demande sur le programme 304 (${formatEuros(demande.centimes)}) dépasse de ${formatEuros(depasse)} le montant délégué en ${annee} (${formatEuros(montant.centimes)}), qui est le plafond. Réduisez la demande.`,
          constate: formatEuros(demande.centimes),
          attendu: `au plus ${formatEuros(montant.centimes)}`,
          reference: plafond.reference,
          correction: null,
        },
      ],
    }
  },
}
