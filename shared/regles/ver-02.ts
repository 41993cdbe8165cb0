import { jourDe, joursDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Regle } from './regle.ts'

/** VER-02: the credits of programme 304 are paid once the contract is signed (annexe 4, III-B). */
export const VER_02: Regle = {
  id: 'VER-02',
  titre: 'Le programme 304 n’est pas versé avant la signature du contrat',
  verifier: ({ annexes: { contrat } }) => {
    const signature = jourDe(contrat, 'signature')
    const versements = joursDe(contrat, 'versement-p304')
    if (!signature || versements.length === 0) return { sansObjet: 'Aucun versement daté n’est à vérifier.' }
    return {
      constats: versements
        .filter(({ date }) => date.jour < signature.jour)
        .map(({ date }) => ({
          cellules: [date.cellule, signature.cellule],
          message: `Le versement du programme 304 est daté du ${dateLongue(date.jour)}, avant la signature du contrat (${dateLongue(signature.jour)}). Corrigez l’une des deux dates.`,
          constate: dateLongue(date.jour),
          attendu: `à partir du ${dateLongue(signature.jour)}`,
          correction: null,
        })),
    }
  },
}
