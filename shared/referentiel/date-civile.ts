/** Civil dates (ISO, without an hour): reading and saying them. */

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

function iso(annee: number, mois: number, jour: number): string | null {
  const d = new Date(Date.UTC(annee, mois - 1, jour))
  if (annee < 1900 || annee > 9999 || d.getUTCMonth() !== mois - 1 || d.getUTCDate() !== jour) return null
  return d.toISOString().slice(0, 10)
}

/** Is it a day of the calendar, written AAAA-MM-JJ? « 2025-02-30 » is not. */
export function estDateCivile(texte: string): boolean {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(texte)
  return m !== null && iso(Number(m[1]), Number(m[2]), Number(m[3])) === texte
}

/** Reads « 31/10/2024 » or « 2024-10-31 »; null when it is no day of the calendar. */
export function lireDateCivile(texte: string): string | null {
  const nu = texte.trim()
  if (estDateCivile(nu)) return nu
  const m = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(nu)
  return m === null ? null : iso(Number(m[3]), Number(m[2]), Number(m[1]))
}

/** The day of an Excel serial number (its hour is dropped); null outside the calendar. */
export function dateDeSerie(serie: number, date1904: boolean): string | null {
  const jour = Math.floor(serie) + (date1904 ? 1462 : 0)
  // Below 61, the 1900 system counts a 29 February 1900 that never was.
  if (!(jour >= 61 && jour <= 2_958_465)) return null
  return new Date(Date.UTC(1899, 11, 30) + jour * 86_400_000).toISOString().slice(0, 10)
}

/** « 31/10/2024 ». */
export function dateCourte(date: string): string {
  return date.split('-').reverse().join('/')
}

/** « 31 octobre 2024 », « 1er mars 2025 ». */
export function dateLongue(date: string): string {
  const [annee, mois, jour] = date.split('-').map(Number) as [number, number, number]
  return `${jour === 1 ? '1er' : jour} ${MOIS[mois - 1]} ${annee}`
}
