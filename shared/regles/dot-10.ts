import { montantsDe } from '../contrat/acces.ts'
import { enumerer } from '../classeur/texte.ts'
import { formatEuros } from '../montant/format.ts'
import type { Regle } from './regle.ts'

/** DOT-10: for the departments of 2020 the ONDAM is renewed at the same level each year of the contract (annexe 4, IV-B). */
export const DOT_10: Regle = {
  id: 'DOT-10',
  titre: 'L’ONDAM notifié est reconduit au même niveau chaque année du contrat',
  verifier: ({ annexes, referentiel, exercice }) => {
    const premiere = referentiel.dotations.find((d) => d.enveloppe === 'ONDAM')?.exercices[0]
    const fin = Number(referentiel.dureeContrat?.fin.slice(0, 4) ?? 0)
    const montants = [...montantsDe(annexes.contrat, 'ondam', exercice)].filter(
      ([annee]) => premiere !== undefined && annee >= premiere && annee <= fin,
    )
    if (montants.length < 2) return { sansObjet: 'L’ONDAM n’est inscrit que pour une année.' }
    if (new Set(montants.map(([, m]) => m.centimes)).size === 1) return { constats: [] }
    const dits = montants.map(([annee, m]) => `${formatEuros(m.centimes)} en ${annee}`)
    return {
      constats: [
        {
          cellules: montants.map(([, m]) => m.cellule),
          message: `L’ONDAM du contrat change d’une année à l’autre (${enumerer(dits)}) ; le texte le reconduit au même niveau. Vérifiez les montants notifiés.`,
          constate: enumerer(dits),
          attendu: 'le même montant chaque année',
          correction: null,
        },
      ],
    }
  },
}
