import { apparier, lignesDe, SANS_TABLEAU, verifierTaux } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-27: the rate of IP assessed within three months is that number over those assessed (annexe 6, objectif 6, note 3). */
export const OBJ_27: Regle = {
  id: 'OBJ-27',
  titre: 'Objectif 6 : le taux d’évaluation en moins de trois mois est le rapport des deux nombres',
  verifier: (contexte) => {
    if (!contexte.annexes.tableauDeBord) return SANS_TABLEAU
    const siens = contexte.referentiel.indicateurs.filter((i) => i.objectif === 6)
    const trouves = apparier(siens, lignesDe(contexte, 6))
    const [, denominateur, numerateur, taux] = siens.map((i) => trouves.get(i))
    if (!taux || !numerateur || !denominateur)
      return { sansObjet: 'Le taux et ses deux nombres ne sont pas tous au tableau de bord.' }
    return {
      constats: verifierTaux({ taux, numerateur, denominateur }, (quand) => `Objectif 6, « ${quand} »`),
    }
  },
}
