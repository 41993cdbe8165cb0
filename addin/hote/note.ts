import { crc32 } from '../../shared/classeur/xlsx/crc32.ts'

/**
 * The text of a mark's note. It says itself that it is ours and what stood there before, so that it is known wherever
 * its cell has moved to, by whoever opens the workbook.
 */

const SIGNE = 'Contrôle CDPPE'
const ANCIENNE = '— Note d’origine —'

/** Our note; `ancienne`: what the cell's note said before, null where it had none. */
export function composerNote(texte: string, ancienne: string | null): string {
  return ancienne === null ? `${SIGNE}\n${texte}` : `${SIGNE}\n${texte}\n\n${ANCIENNE}\n${ancienne}`
}

/** What a note of ours stands in for: null where there was none before it. Undefined for a note that is not ours. */
export function noteDAvant(contenu: string): string | null | undefined {
  if (!new RegExp(`^${SIGNE}\\r?\\n`).test(contenu)) return undefined
  return new RegExp(`\\r?\\n${ANCIENNE}\\r?\\n([^]*)$`).exec(contenu)?.[1] ?? null
}

/** A short mark of a note's text, to tell later whether it was written on since. Hosts end lines in their own way. */
export function empreinteNote(contenu: string): string {
  return crc32(new TextEncoder().encode(contenu.replace(/\r\n?/g, '\n'))).toString(36)
}
