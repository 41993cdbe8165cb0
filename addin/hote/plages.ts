import { adresse, decouperReference, lirePlage } from '../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../shared/classeur/adresse.ts'
import type { Plage } from '../../shared/classeur/classeur.ts'

/** What one click selects: the sheet of the first cell and the rectangles on it. */
export interface SelectionFeuille {
  feuille: string
  plages: Plage[]
}

/**
 * Gathers references into the rectangles of one sheet, since a selection never spans two: the sheet is the
 * first reference's. Cells below one another become one rectangle, so that eighty cells of a column make
 * one address and not eighty. Undefined when no reference can be read.
 */
export function regrouper(cellules: readonly ReferenceCellule[]): SelectionFeuille | undefined {
  let feuille: string | undefined
  const plages: Plage[] = []
  const vues = new Set<string>()
  for (const cellule of cellules) {
    const parts = decouperReference(cellule)
    const plage = lirePlage(parts.adresse)
    if (!plage) continue
    feuille ??= parts.feuille
    if (parts.feuille !== feuille || vues.has(adressePlage(plage))) continue
    vues.add(adressePlage(plage))
    plages.push(plage)
  }
  return feuille === undefined ? undefined : { feuille, plages: empiler(plages) }
}

/** « A6:I86 », or « A6 » for a single cell. */
export function adressePlage(plage: Plage): string {
  const debut = adresse(plage.ligne, plage.colonne)
  const fin = adresse(plage.derniereLigne, plage.derniereColonne)
  return debut === fin ? debut : `${debut}:${fin}`
}

/** Joins rectangles of the same columns that touch; the first one named stays first. */
function empiler(plages: Plage[]): Plage[] {
  const premiere = plages[0]
  const triees = [...plages].sort(
    (a, b) => a.colonne - b.colonne || a.derniereColonne - b.derniereColonne || a.ligne - b.ligne,
  )
  const jointes: Plage[] = []
  for (const plage of triees) {
    const derniere = jointes.at(-1)
    if (
      derniere &&
      derniere.colonne === plage.colonne &&
      derniere.derniereColonne === plage.derniereColonne &&
      plage.ligne <= derniere.derniereLigne + 1
    )
      derniere.derniereLigne = Math.max(derniere.derniereLigne, plage.derniereLigne)
    else jointes.push({ ...plage })
  }
  if (!premiere) return jointes
  const contient = (p: Plage): boolean =>
    p.ligne <= premiere.ligne &&
    p.derniereLigne >= premiere.derniereLigne &&
    p.colonne === premiere.colonne &&
    p.derniereColonne === premiere.derniereColonne
  return [...jointes.filter(contient), ...jointes.filter((p) => !contient(p))]
}
