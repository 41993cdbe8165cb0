import { jourDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Regle } from './regle.ts'

/** GOU-11: the ODPE conforms before the end of the first year of the contract (annexe 6, objectif 11). */
export const GOU_11: Regle = {
  id: 'GOU-11',
  titre: 'L’ODPE est conforme avant la fin de la première année du contrat',
  verifier: ({ annexes, referentiel }) => {
    const lu = jourDe(annexes.contrat, 'mise-en-conformite-odpe')
    if (!lu) return { sansObjet: 'La date de mise en conformité de l’ODPE n’est pas inscrite.' }
    const butoir = `${Math.min(...referentiel.exercices)}-12-31`
    if (lu.jour <= butoir) return { constats: [] }
    return {
      constats: [
        {
          cellules: [lu.cellule],
          message: `L’ODPE est mis en conformité le ${dateLongue(lu.jour)} ; le texte demande que ce soit fait avant la fin de l’année ${butoir.slice(0, 4)}. Corrigez la date si elle est fausse, ou justifiez.`,
          constate: dateLongue(lu.jour),
          attendu: `au plus tard le ${dateLongue(butoir)}`,
          correction: null,
        },
      ],
    }
  },
}
