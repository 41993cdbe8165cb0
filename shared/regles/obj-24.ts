import { apparier, exigerIndicateurs, lignesDe, verifierTaux } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-24: objectif 22, once retained, follows the part of the returns home that are accompanied, which is their ratio (annexe 6, objectif 22). */
export const OBJ_24: Regle = {
  id: 'OBJ-24',
  titre: 'Objectif 22 : la part des retours accompagnés est suivie, et c’est le rapport des deux nombres',
  verifier: (contexte) => {
    const resultat = exigerIndicateurs(contexte, 22)
    if ('sansObjet' in resultat) return resultat
    const siens = contexte.referentiel.indicateurs.filter((i) => i.objectif === 22)
    const trouves = apparier(siens, lignesDe(contexte, 22))
    const [denominateur, numerateur, taux] = siens.map((i) => trouves.get(i))
    if (!taux || !numerateur || !denominateur) return resultat
    return {
      constats: [
        ...resultat.constats,
        ...verifierTaux({ taux, numerateur, denominateur }, (quand) => `Objectif 22, « ${quand} »`),
      ],
    }
  },
}
