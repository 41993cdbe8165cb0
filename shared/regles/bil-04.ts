import { jourDe } from '../contrat/acces.ts'
import { ajouterMois, joursEntre } from '../contrat/date.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Regle } from './regle.ts'

/** BIL-04: the report of 2024 covers one year from the signature, not the civil year (contract of 2024, article 3). */
export const BIL_04: Regle = {
  id: 'BIL-04',
  titre: 'Le rapport porte sur un an à compter de la signature',
  verifier: ({ annexes: { contrat } }) => {
    const signature = jourDe(contrat, 'signature')
    const debut = jourDe(contrat, 'rapport-debut')
    const fin = jourDe(contrat, 'rapport-fin')
    if (!signature || (!debut && !fin)) return { sansObjet: 'La période du rapport n’est pas inscrite.' }
    const terme = ajouterMois(signature.jour, 12)
    const juste =
      (!debut || debut.jour === signature.jour) &&
      // « Un an » ends on the same day or on its eve.
      (!fin || fin.jour === terme || joursEntre(fin.jour, terme) === 1)
    if (juste) return { constats: [] }
    const attendu = `du ${dateLongue(signature.jour)} au ${dateLongue(terme)}`
    return {
      constats: [
        {
          cellules: [...(debut ? [debut.cellule] : []), ...(fin ? [fin.cellule] : []), signature.cellule],
          message: `La période du rapport n’est pas celle du contrat : un an à la date de signature, ${attendu}. Corrigez la période.`,
          constate: [debut, fin].flatMap((d) => (d ? [dateLongue(d.jour)] : [])).join(' – '),
          attendu,
          correction: null,
        },
      ],
    }
  },
}
