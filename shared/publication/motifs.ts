/** What bank details and telephone numbers look like, wherever they stand in a text. */

export type GenreMasque = 'iban' | 'bic' | 'banque' | 'telephone' | 'signature' | 'image'

export const NOMS_MASQUES: Readonly<Record<GenreMasque, string>> = {
  iban: 'IBAN',
  bic: 'BIC',
  banque: 'coordonnées bancaires',
  telephone: 'numéro de téléphone',
  signature: 'signature',
  image: 'image',
}

/** What stands in place of what was left out. */
export const MASQUE = '[masqué]'

/** Two letters, a key, then groups: read only when its key holds or the word IBAN is before it. */
const IBAN = /(\biban\b\s*:?\s*)?\b([A-Z]{2}\d{2}(?:[ \u00a0\u202f.-]?[A-Z0-9]){11,30})(?![A-Z0-9])/gi
const BIC = /(\b(?:bic|swift)\b\s*(?:\/\s*swift)?\s*:?\s*)([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/gi
/** French numbers, written with or without their country; never a part of a longer number. */
const TELEPHONE =
  /(?<![\w.,])(?:(?:\+|00)[ \u00a0\u202f]?33[ \u00a0\u202f.-]?(?:\(0\)[ \u00a0\u202f]?)?[1-9]|0[1-9])(?:[ \u00a0\u202f.-]?\d{2}){4}(?!\w)/g
/** Numbers of other countries, where a + says that they are one. */
const TELEPHONE_ETRANGER = /(?<![\w.,])\+\d{1,3}(?:[ \u00a0\u202f.()-]{0,2}\d){7,12}(?!\w)/g

/** Whether the key of an IBAN holds (ISO 13616, modulo 97). */
function cleIban(texte: string): boolean {
  const iban = texte.replace(/[^A-Z0-9]/gi, '').toUpperCase()
  if (iban.length < 15 || iban.length > 34) return false
  let reste = 0
  for (const c of iban.slice(4) + iban.slice(0, 4))
    for (const chiffre of String(parseInt(c, 36))) reste = (reste * 10 + Number(chiffre)) % 97
  return reste === 1
}

/** The longest beginning of what looks like an IBAN whose key holds: words that follow are not its own. */
function ibanDe(candidat: string): string | null {
  for (let fin = candidat.length; fin >= 15; fin--)
    if (/[A-Z0-9]$/i.test(candidat.slice(0, fin)) && cleIban(candidat.slice(0, fin)))
      return candidat.slice(0, fin)
  return null
}

/** The same text with what is to be left out replaced, and what that was; the same text where there is nothing. */
export function masquerTexte(texte: string): { texte: string; genres: GenreMasque[] } {
  const genres = new Set<GenreMasque>()
  const noter = (genre: GenreMasque): string => {
    genres.add(genre)
    return MASQUE
  }
  const apres = texte
    .replace(IBAN, (tout: string, mot: string | undefined, candidat: string) => {
      const iban = ibanDe(candidat)
      if (iban) return `${mot ?? ''}${noter('iban')}${candidat.slice(iban.length)}`
      // Badly copied, it is still the department's: the word before it says what it is, its groups bear digits.
      const groupes = /^[A-Z]{2}\d{2}(?:[ \u00a0\u202f.-]?(?=[A-Z]*\d)[A-Z0-9]+)+/i.exec(candidat)?.[0]
      return mot && groupes ? `${mot}${noter('iban')}${candidat.slice(groupes.length)}` : tout
    })
    .replace(BIC, (_, mot: string) => `${mot}${noter('bic')}`)
    .replace(TELEPHONE, () => noter('telephone'))
    .replace(TELEPHONE_ETRANGER, () => noter('telephone'))
  return { texte: apres, genres: [...genres] }
}
