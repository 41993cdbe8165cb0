import { apparier, exigerIndicateurs, lignesDe } from './indicateurs.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** OBJ-26: objectif 6 follows the IP that come in, that are assessed, and within three months, which cannot be more than those assessed (annexe 6, objectif 6). */
export const OBJ_26: Regle = {
  id: 'OBJ-26',
  titre: 'Objectif 6 : les indicateurs harmonisés des informations préoccupantes sont suivis',
  verifier: (contexte) => {
    const resultat = exigerIndicateurs(contexte, 6)
    if ('sansObjet' in resultat) return resultat
    const siens = contexte.referentiel.indicateurs.filter((i) => i.objectif === 6)
    const trouves = apparier(siens, lignesDe(contexte, 6))
    const [, evaluees, rapides] = siens.map((i) => trouves.get(i))
    const trop = (rapides?.valeurs ?? []).flatMap(({ colonne, valeur }): ConstatBrut[] => {
      const toutes = evaluees?.valeurs.find((v) => v.colonne === colonne)?.valeur
      if (valeur.nombre === null || toutes === undefined || toutes.nombre === null) return []
      if (valeur.nombre <= toutes.nombre) return []
      return [
        {
          cellules: [valeur.cellule, toutes.cellule],
          message: `Objectif 6, « ${colonne.entete.texte} » : plus d’informations préoccupantes évaluées en moins de trois mois (${valeur.texte}) que d’évaluées (${toutes.texte}). Corrigez le nombre fautif.`,
          constate: valeur.texte,
          attendu: `au plus ${toutes.texte}`,
          correction: null,
        },
      ]
    })
    return { constats: [...resultat.constats, ...trop] }
  },
}
