import { apparier, exigerIndicateurs, lignesDe } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-25: objectif 23 follows its harmonised indicator and at least one of quality (annexe 6, objectif 23). */
export const OBJ_25: Regle = {
  id: 'OBJ-25',
  titre: 'Objectif 23 : l’indicateur harmonisé est complété par un indicateur de qualité',
  verifier: (contexte) => {
    const resultat = exigerIndicateurs(contexte, 23)
    if ('sansObjet' in resultat) return resultat
    const lignes = lignesDe(contexte, 23)
    const siens = contexte.referentiel.indicateurs.filter((i) => i.objectif === 23)
    const pris = new Set(apparier(siens, lignes).values())
    if (lignes.some((l) => !pris.has(l))) return resultat
    return {
      constats: [
        ...resultat.constats,
        {
          cellules: lignes.map((l) => l.libelle.cellule),
          message:
            'Objectif 23 : le nombre d’enfants est le seul indicateur. Le texte demande de rendre compte aussi de la qualité de la réponse : ajoutez un indicateur.',
          constate: 'un seul indicateur, quantitatif',
          attendu: 'un indicateur de qualité en plus',
          correction: null,
        },
      ],
    }
  },
}
