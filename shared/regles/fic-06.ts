import { jourDe } from '../contrat/acces.ts'
import type { Regle } from './regle.ts'

/** FIC-06: the annexes are part of the contract (2024, article 8): where the workbook keeps the signed contract and one of its annexes, the others are looked for. */
export const FIC_06: Regle = {
  id: 'FIC-06',
  titre: 'Le contrat signé est gardé avec toutes ses annexes',
  verifier: ({ annexes: { contrat, fiches, tableauDeBord } }) => {
    const signature = jourDe(contrat, 'signature')
    if (!signature || (fiches.length === 0 && !tableauDeBord))
      return { sansObjet: 'Le classeur ne garde pas les annexes du contrat.' }
    const manque = fiches.length === 0 ? 'les fiches action' : !tableauDeBord ? 'le tableau de bord' : null
    if (manque === null) return { constats: [] }
    const cellule = fiches[0]?.titre.cellule ?? tableauDeBord!.entetes[0]!
    return {
      constats: [
        {
          cellules: [signature.cellule, cellule],
          message: `Le classeur garde le contrat signé et une partie de ses annexes, mais pas ${manque}. Les annexes font partie du contrat : ajoutez ce qui manque, ou dites où il se trouve.`,
          constate: `sans ${manque}`,
          attendu: 'les fiches action, le tableau de bord et le plan d’action',
          correction: null,
        },
      ],
    }
  },
}
