import { montantsDe } from '../contrat/acces.ts'
import { formatEuros } from '../montant/format.ts'
import { financementsComptes, somme } from '../plan/comptes.ts'
import { NOMS_ENVELOPPES } from '../referentiel/decider.ts'
import { ENVELOPPES } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** FIC-07: the budget of the plan for each funder is that of the contract, article 2.2.1 (2024, article 8). */
export const FIC_07: Regle = {
  id: 'FIC-07',
  titre: 'Le budget du plan par enveloppe est celui du contrat',
  verifier: ({ annexes, classement, exercice }) => {
    const constats: ConstatBrut[] = []
    let vues = 0
    for (const enveloppe of ENVELOPPES) {
      const cle = ({ FIR: 'fir', P304: 'p304', ONDAM: 'ondam' } as const)[enveloppe]
      const contrat = montantsDe(annexes.contrat, cle, exercice).get(exercice)
      if (!contrat) continue
      const lus = classement.parEnveloppe[enveloppe]
        .flatMap(financementsComptes)
        .filter((f) => f.enveloppe === enveloppe && f.exercice === exercice && f.prevu !== null)
      if (lus.length === 0 || lus.some((f) => f.prevu!.centimes === null)) continue
      vues++
      const total = somme(lus.map((f) => f.prevu))
      if (total === contrat.centimes) continue
      constats.push({
        cellules: [contrat.cellule, ...lus.map((f) => f.prevu!.cellule)],
        message: `Enveloppe ${NOMS_ENVELOPPES[enveloppe]}, ${exercice} : le plan inscrit ${formatEuros(total)}, le contrat ${formatEuros(contrat.centimes)}. Mettez les deux en accord, ou expliquez l’écart de ${formatEuros(Math.abs(total - contrat.centimes))}.`,
        constate: formatEuros(total),
        attendu: formatEuros(contrat.centimes),
        correction: null,
      })
    }
    return vues === 0 ? { sansObjet: 'Le contrat n’écrit pas de montant par enveloppe.' } : { constats }
  },
}
