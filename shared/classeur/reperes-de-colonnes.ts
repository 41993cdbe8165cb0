import type { Feuille } from './classeur.ts'
import { texteCellule } from './texte-cellule.ts'
import { normaliser } from './texte.ts'

const MINIMUM = 3
/** « (1) », « 1 », « a », « [C] », « (5) = (3) + (4) ». */
const REPERE = /^[([]?(\d{1,2}|[a-z])[)\]]?(?: ?= ?[a-z\d()[\]+\-*/ ,:x]+)?$/

/** A row under a header that names its columns once more, in order: « (1) | (2) | (3) = (1) + (2) », « A | B | C ». */
export function nommeLesColonnes(feuille: Feuille, ligne: number): boolean {
  const rangee = feuille.lignes.get(ligne)
  if (!rangee || rangee.size < MINIMUM) return false
  let precedent: number | null = null
  for (const cellule of rangee.values()) {
    const m = REPERE.exec(normaliser(texteCellule(cellule)))
    if (!m) return false
    const repere = m[1]!
    const rang = /\d/.test(repere) ? Number(repere) : repere.charCodeAt(0)
    if (precedent !== null && rang !== precedent + 1) return false
    precedent = rang
  }
  return true
}
