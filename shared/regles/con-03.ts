import { jourDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Regle } from './regle.ts'

/** CON-03: the contract ends on the very day that the contrat-type writes (article 5). */
export const CON_03: Regle = {
  id: 'CON-03',
  titre: 'Le contrat prend fin au jour que le texte écrit',
  verifier: ({ annexes, referentiel: { dureeContrat } }) => {
    const fin = jourDe(annexes.contrat, 'fin')
    if (!fin || !dureeContrat) return { sansObjet: 'Aucune date de fin n’est à vérifier.' }
    if (fin.jour === dureeContrat.fin) return { constats: [] }
    return {
      constats: [
        {
          cellules: [fin.cellule],
          message: `Le contrat prend fin le ${dateLongue(fin.jour)} ; le texte écrit le ${dateLongue(dureeContrat.fin)}. Corrigez la date de fin.`,
          constate: dateLongue(fin.jour),
          attendu: dateLongue(dureeContrat.fin),
          reference: dureeContrat.reference,
          correction: null,
        },
      ],
    }
  },
}
