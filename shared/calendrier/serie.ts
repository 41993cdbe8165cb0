import { dateDeSerie } from '../referentiel/date-civile.ts'

/** Civil dates (ISO) and the serial numbers by which cells hold them, in Excel's 1900 system. */

const JOUR_MS = 86_400_000
const ORIGINE = Date.UTC(1899, 11, 30)
/** 1 March 1900: before it the 1900 system counts a day that never was. */
const PREMIERE_SERIE = 61

/** The serial number of a civil date: '2020-10-30' → 44134. null before 1 March 1900. */
export function serieDeDate(date: string): number | null {
  const serie = (Date.parse(date) - ORIGINE) / JOUR_MS
  return serie >= PREMIERE_SERIE ? serie : null
}

/** The civil date of a serial number, its hour dropped; null outside the calendar. */
export function dateDeCellule(serie: number): string | null {
  return dateDeSerie(serie, false)
}

/** The civil date so many days later, or earlier when negative. */
export function decaler(date: string, jours: number): string {
  return new Date(Date.parse(date) + jours * JOUR_MS).toISOString().slice(0, 10)
}
