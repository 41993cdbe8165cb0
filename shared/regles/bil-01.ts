import { bilansDe, echeanceDuBilan, SANS_BILAN } from './bilans.ts'
import { jugerJour } from './echeances.ts'
import type { Regle } from './regle.ts'

/** BIL-01: the report is jointly arrêté before 30 June of the next year (circular, III). */
export const BIL_01: Regle = {
  id: 'BIL-01',
  titre: 'Le bilan est arrêté conjointement dans les temps',
  verifier: (contexte) => {
    const bilans = bilansDe(contexte)
    if (bilans.length === 0) return SANS_BILAN
    return {
      constats: bilans.flatMap((b) => {
        const lu = b.dates.get('bilan-arrete')
        const echeance = echeanceDuBilan(contexte, b.annee)
        return lu && echeance ? jugerJour(echeance, lu, `Arrêté conjoint du bilan ${b.annee}`) : []
      }),
    }
  },
}
