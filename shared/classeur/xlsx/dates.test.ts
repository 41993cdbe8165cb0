import { describe, expect, it } from 'vitest'
import { serieDeIso } from './dates.ts'

describe('serieDeIso', () => {
  it.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['2020-02-20', 43881],
    ['2024-10-31T18:00:00', 45596.75],
    ['2024-10-31T18:00:00.000Z', 45596.75],
    ['2024-10-31T18:00', 45596.75],
    ['12:00:00', 0.5],
    ['T06:00:00', 0.25],
  ])('%s is %d in the system of 1900', (iso, serie) => expect(serieDeIso(iso, false)).toBe(serie))

  it.each([
    ['1904-01-01', 0],
    ['2020-02-20', 43881 - 1462],
  ])('%s is %d in the system of 1904', (iso, serie) => expect(serieDeIso(iso, true)).toBe(serie))

  it.each(['', '2024-13-01', '2024-02-30', '31/10/2024', '2024', 'T', 'demain', '2024-10-31 18:00'])(
    'does not take « %s » for a date',
    (texte) => expect(serieDeIso(texte, false)).toBeUndefined(),
  )
})
