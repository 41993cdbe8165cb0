import { decimal } from './decimal.ts'
import type { Decimal } from './decimal.ts'

/** Horizontal spaces that tables put between thousands (U+0020, U+00A0, U+2007, U+2009, U+202F and their kin), for a character class. */
export const ESPACES = ' \\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000'

/**
 * A run of digits with whatever may part them. Digits and separators are disjoint, so that it is matched in
 * linear time.
 */
export const SUITE_DE_CHIFFRES = `\\d+(?:(?:[${ESPACES}]+|[.,'’])\\d+)*`

const UNE_ESPACE = new RegExp(`[${ESPACES}]`, 'g')

/** A number as it was written. */
export interface NombreEcrit {
  lecture: Decimal
  /** The other reading of « 413.500 » or of « 413,500 ». */
  autre: Decimal | null
  /** Thousands badly grouped, as in « 1250 000 ». */
  irregulier: boolean
  /** Thousands are grouped, or there are exactly two decimals: it looks like money rather than like a count. */
  commeMonnaie: boolean
}

/** Every group after the first holds three digits. */
const groupesJustes = (groupes: string[]): boolean => groupes.slice(1).every((g) => g.length === 3)

/**
 * Reads a run of digits with its separators, by the French usage: spaces (or apostrophes) part thousands, the
 * last comma or dot parts decimals, several dots (or commas) part thousands. One dot or comma before exactly three digits
 * may be either: the likely reading comes first (a dot parts thousands, except in millions; a comma
 * parts decimals).
 *
 * @param texte what SUITE_DE_CHIFFRES matched
 * @param multiple 1, 1000, 1000000 …: the unit that the number is written in
 * @returns null when it is no number that a careful reader would accept (« 1 25 000 », « 31.12.2022 »)
 */
export function lireNombreEcrit(texte: string, multiple: number): NombreEcrit | null {
  const normal = texte.replace(UNE_ESPACE, ' ').replaceAll('’', "'")
  const groupes = normal.split(/[ .,']/)
  const separateurs = [...normal.replace(/\d+/g, '')]
  if (groupes.some((g) => g === '')) return null
  const premier = groupes[0]!
  const dernier = groupes.at(-1)!
  const entier = (parties: string[]): string => parties.join('')
  const genres = [...new Set(separateurs)]
  const decimales = dernier.length

  if (genres.length === 0) return ecrit(premier, '', null, false, false)

  if (genres.length === 1) {
    const separe = genres[0]!
    const decimalPossible = separe === ',' || separe === '.'
    if (!decimalPossible) {
      if (!groupesJustes(groupes)) return null
      return ecrit(entier(groupes), '', null, premier.length > 3, true)
    }
    if (groupes.length > 2) {
      if (!groupesJustes(groupes) || premier.length > 3) return null
      return ecrit(entier(groupes), '', null, false, true)
    }
    if (decimales !== 3 || premier.length > 3 || premier === '0')
      return ecrit(premier, dernier, null, false, decimales === 2)
    const milliers = decimal(entier(groupes), '')
    const avecDecimales = decimal(premier, dernier)
    if (!milliers || !avecDecimales || premier.startsWith('0')) return null
    const enMilliers = separe === '.' && multiple < 1_000_000
    // In thousands or millions of euros, « 1,234 » is plain French.
    if (separe === ',' && multiple > 1) return ecrit(premier, dernier, null, false, false)
    return {
      lecture: enMilliers ? milliers : avecDecimales,
      autre: enMilliers ? avecDecimales : milliers,
      irregulier: false,
      commeMonnaie: true,
    }
  }

  // Two kinds: thousands parted by the first, decimals by the last, once.
  const fin = separateurs.at(-1)!
  const milliers = groupes.slice(0, -1)
  if (genres.length > 2 || (fin !== ',' && fin !== '.')) return null
  if (separateurs.indexOf(fin) !== separateurs.length - 1 || !groupesJustes(milliers)) return null
  if (premier.length > 3 && genres[0] !== ' ') return null
  return ecrit(entier(milliers), dernier, null, premier.length > 3, true)
}

function ecrit(
  entier: string,
  fraction: string,
  autre: Decimal | null,
  irregulier: boolean,
  commeMonnaie: boolean,
): NombreEcrit | null {
  // « 000 » is what is left of a number that the eye, or a scanner, has lost.
  if (entier.length > 1 && entier.startsWith('0')) return null
  const lecture = decimal(entier, fraction)
  return lecture && { lecture, autre, irregulier, commeMonnaie }
}
