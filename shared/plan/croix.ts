import { normaliser } from '../classeur/texte.ts'

/** Does a cell tick its column rather than state an amount: « X », « ✓ », « oui » ? */
export function estCroix(texte: string): boolean {
  return texte.length <= 4 && /^(?:x|xx|✓|✔|☑|☒|oui|vrai)$/.test(normaliser(texte))
}
