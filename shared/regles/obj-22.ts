import { normaliser } from '../classeur/texte.ts'
import { lignesDe, objectifsRetenus, SANS_TABLEAU } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-22: objectif 20 cannot aim only at numbers (annexe 6, objectif 20). */
export const OBJ_22: Regle = {
  id: 'OBJ-22',
  titre: 'Objectif 20 : un indicateur au moins ne compte pas seulement des nombres',
  verifier: (contexte) => {
    if (!contexte.annexes.tableauDeBord) return SANS_TABLEAU
    const lignes = lignesDe(contexte, 20)
    if (!objectifsRetenus(contexte).has(20) || lignes.length === 0)
      return { sansObjet: 'L’objectif 20 n’est pas suivi.' }
    if (lignes.some((l) => !/^(?:le )?(?:nombre|nb|effectif)\b/.test(normaliser(l.libelle.texte))))
      return { constats: [] }
    return {
      constats: [
        {
          cellules: lignes.map((l) => l.libelle.cellule),
          message:
            'Objectif 20 : tous les indicateurs comptent des nombres, alors que le texte exclut de viser uniquement le développement quantitatif de l’offre. Ajoutez un indicateur de qualité.',
          constate: 'indicateurs quantitatifs seulement',
          attendu: 'un indicateur de qualité au moins',
          correction: null,
        },
      ],
    }
  },
}
