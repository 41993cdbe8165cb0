import { lireExercice } from '../plan/exercice.ts'
import type { Feuille } from './classeur.ts'
import { texteCellule } from './texte-cellule.ts'

/** The text of a row that holds one text and nothing else: a heading between the rows, or a note. */
export function intertitre(feuille: Feuille, ligne: number): string | null {
  let seul: string | null = null
  let premiere = true
  for (const cellule of feuille.lignes.get(ligne)?.values() ?? []) {
    const texte = texteCellule(cellule).trim()
    if (premiere && typeof cellule.valeur !== 'string' && lireExercice(cellule.valeur) === null) return null
    premiere = false
    if (texte === '' || texte === seul) continue
    if (seul !== null) return null
    seul = texte
  }
  return seul
}
