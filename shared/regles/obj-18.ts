import { apparier, SANS_TABLEAU } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-18: the delay of execution of court decisions is followed, across engagement 2 (annexe 6, engagement 2). */
export const OBJ_18: Regle = {
  id: 'OBJ-18',
  titre: 'Le délai d’exécution des décisions de justice est suivi',
  verifier: ({ annexes, referentiel }) => {
    const tableau = annexes.tableauDeBord
    if (!tableau) return SANS_TABLEAU
    const transverses = referentiel.indicateurs.filter((i) => i.objectif === null)
    if (transverses.length === 0) return { sansObjet: 'Le référentiel n’a pas d’indicateur transverse.' }
    const trouves = apparier(transverses, tableau.indicateurs)
    return {
      constats: transverses
        .filter((i) => !trouves.has(i))
        .map((i) => ({
          cellules: tableau.entetes,
          message: `L’indicateur « ${i.libelle} », suivi pour tout l’engagement ${i.engagement}, n’est pas dans le tableau de bord. Ajoutez sa ligne ; une cible n’est pas exigée.`,
          constate: 'indicateur absent',
          attendu: `« ${i.libelle} »`,
          reference: i.reference,
          correction: null,
        })),
    }
  },
}
