import { lireAdresse } from './adresse.ts'
import {
  classeurVide,
  feuilleVide,
  poserCellule,
  type Cellule,
  type Classeur,
  type Feuille,
} from './classeur.ts'

/** Workbooks made of rows, for the tests: a value, or a whole cell where a formula or an error is wanted. */
export type ValeurEssai = string | number | boolean | null | undefined | Cellule

export function classeurDe(feuilles: Record<string, ValeurEssai[][]>, nom = 'essai.xlsx'): Classeur {
  const classeur = classeurVide(nom)
  for (const [nomFeuille, lignes] of Object.entries(feuilles)) {
    const feuille = feuilleVide(nomFeuille)
    for (const [ligne, valeurs] of lignes.entries())
      for (const [colonne, v] of valeurs.entries()) {
        if (v === null || v === undefined || v === '') continue
        poserCellule(feuille, ligne, colonne, typeof v === 'object' ? v : { valeur: v })
      }
    classeur.feuilles.push(feuille)
  }
  return classeur
}

/** Takes a cell out of its row, which stays. */
export function oterCellule(feuille: Feuille, ligne: number, colonne: number): void {
  const rangee = new Map(feuille.lignes.get(ligne))
  if (rangee.delete(colonne)) feuille.lignes.set(ligne, rangee)
}

/** Merges « A1:C1 » of the first sheet. */
export function fusionner(classeur: Classeur, ...plages: string[]): Classeur {
  for (const plage of plages) {
    const [a, b] = plage.split(':').map((x) => lireAdresse(x)!)
    classeur.feuilles[0]!.fusions.push({
      ligne: a!.ligne,
      colonne: a!.colonne,
      derniereLigne: b!.ligne,
      derniereColonne: b!.colonne,
    })
  }
  return classeur
}
