import { aplatir } from '../classeur/texte.ts'

/** Looking for words in a text with their exceptions: what is found is shown, never concluded from. */

export interface MotsCherches {
  /** Without accents, in lower case; each match is shown as it is written. */
  mots: RegExp
  /** What holds one of the words and is none of the matter: taken out before looking. */
  exceptions: RegExp
}

const NEGATION = /\b(pas|sans|hors|aucune?|ni|non|hormis|exclu(e|es|s)?)\b[^.;:!?\n]{0,30}$/

/** Same length as the text, so that positions in one are positions in the other. */
function sansAccents(texte: string): string {
  return texte
    .replace(/[^ -~]/gu, (c) => {
      const base = c.normalize('NFD')[0]!
      return base.length === c.length ? base.toLowerCase() : c
    })
    .replace(/[A-Z]+/g, (lettres) => lettres.toLowerCase())
}

/** The words that a text holds, as they are written, without exceptions and negations. */
export function trouverMots(texte: string, { mots, exceptions }: MotsCherches): string[] {
  const plat = aplatir(texte)
  const cherche = sansAccents(plat).replace(new RegExp(exceptions.source, 'g'), (m) => ' '.repeat(m.length))
  const trouves: string[] = []
  for (const m of cherche.matchAll(new RegExp(mots.source, 'g'))) {
    if (NEGATION.test(cherche.slice(0, m.index))) continue
    trouves.push(plat.slice(m.index, m.index + m[0].length))
  }
  return [...new Set(trouves)]
}
