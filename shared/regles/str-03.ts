import { reference } from '../classeur/adresse.ts'
import type { Cellule } from '../classeur/classeur.ts'
import { accorder } from '../classeur/texte.ts'
import { cellulesVisibles } from './feuilles-visibles.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * A reference to another workbook: [1]Feuil1!A1 as files write it, '[Budget.xlsx]Feuil1'!A1 as Excel shows it. The
 * brackets of a table's column (Tableau1[2020]) follow a name or another bracket.
 */
const AUTRE_CLASSEUR = /(?<![\p{L}\p{N}_.[\],])\[\d+\]|\[[^[\]]+\.xl\w{1,2}\]/u

/**
 * STR-03: a formula that takes its value from another workbook shows what that workbook held on the day of the last
 * calculation; it does not travel with the plan.
 */
export const STR_03: Regle = {
  id: 'STR-03',
  titre: 'Aucune formule ne dépend d’un autre classeur',
  verifier: ({ classeur }) => ({
    constats: classeur.feuilles.flatMap((feuille): ConstatBrut[] => {
      const liees = cellulesVisibles(feuille, estLiee).map(([ligne, colonne]) =>
        reference(feuille.nom, ligne, colonne),
      )
      if (liees.length === 0) return []
      return [
        {
          cellules: liees,
          message: `Feuille « ${feuille.nom} » : ${accorder(liees.length, 'formule lit', 'formules lisent')} un autre classeur, qui ne part pas avec le plan. La valeur lue ici est celle du dernier calcul : ouvrez l’autre classeur et recalculez pour vérifier qu’elle est à jour, puis remplacez la liaison par sa valeur (Données, Modifier les liens, Rompre la liaison).`,
          constate: `${accorder(liees.length, 'liaison', 'liaisons')} vers un autre classeur`,
          attendu: 'des valeurs qui se lisent sans l’autre classeur',
          correction: null,
        },
      ]
    }),
  }),
}

/** Does the cell's formula read another workbook? */
function estLiee({ formule }: Cellule): boolean {
  return formule !== undefined && formule.includes('[') && AUTRE_CLASSEUR.test(formule)
}
