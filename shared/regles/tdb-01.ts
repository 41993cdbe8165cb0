import { enumerer } from '../classeur/texte.ts'
import { SANS_TABLEAU } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** TDB-01: the tableau de bord follows the objectifs year by year (annexe 6, introduction): it has the years of the plan. */
export const TDB_01: Regle = {
  id: 'TDB-01',
  titre: 'Le tableau de bord porte chaque exercice du plan',
  verifier: ({ annexes, plan }) => {
    const tableau = annexes.tableauDeBord
    if (!tableau) return SANS_TABLEAU
    const annees = new Set(tableau.colonnes.filter((c) => c.nature !== 'T0').map((c) => c.annee))
    if ([...annees].every((a) => a === null))
      return { sansObjet: 'Les colonnes du tableau de bord ne disent pas leur année.' }
    const absents = plan.exercices.filter((e) => !annees.has(e))
    if (absents.length === 0) return { constats: [] }
    return {
      constats: [
        {
          cellules: tableau.entetes,
          message: `Le plan porte sur ${enumerer(plan.exercices)}, mais le tableau de bord n’a pas de colonne pour ${enumerer(absents)}. Ajoutez le prévisionnel et le résultat de chaque année.`,
          constate: `pas de colonne ${enumerer(absents)}`,
          attendu: `une colonne pour ${enumerer(plan.exercices)}`,
          correction: null,
        },
      ],
    }
  },
}
