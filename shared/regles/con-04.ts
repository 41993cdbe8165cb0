import { jourDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Regle } from './regle.ts'

/** CON-04: the contract ends no later than the day that the text writes (contract of 2024, article 5). */
export const CON_04: Regle = {
  id: 'CON-04',
  titre: 'Le contrat prend fin au plus tard au jour que le texte écrit',
  verifier: ({ annexes, referentiel: { dureeContrat } }) => {
    const fin = jourDe(annexes.contrat, 'fin')
    if (!fin || !dureeContrat) return { sansObjet: 'Aucune date de fin n’est à vérifier.' }
    if (fin.jour <= dureeContrat.fin) return { constats: [] }
    return {
      constats: [
        {
          cellules: [fin.cellule],
          message: `Le contrat prend fin le ${dateLongue(fin.jour)}, après le dernier jour admis, le ${dateLongue(dureeContrat.fin)}. Corrigez la date de fin.`,
          constate: dateLongue(fin.jour),
          attendu: `au plus tard le ${dateLongue(dureeContrat.fin)}`,
          reference: dureeContrat.reference,
          correction: null,
        },
      ],
    }
  },
}
