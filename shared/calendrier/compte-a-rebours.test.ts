import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referentielDe } from '../referentiel/registre.ts'
import { direDuree, rebours } from './compte-a-rebours.ts'
import { debutDuJour, jourDeParis } from './heure-de-paris.ts'

const projet = referentielDe(2024)!.echeances.find((e) => e.id === 'projet-contrat')!
const signe = referentielDe(2024)!.echeances.find((e) => e.id === 'contrat-signe')!
const a = (instant: string): number => Date.parse(instant)

describe('the civil days of Paris', () => {
  it.each([
    ['2024-07-01', '2024-06-30T22:00:00.000Z'],
    ['2024-12-15', '2024-12-14T23:00:00.000Z'],
    ['2024-03-31', '2024-03-30T23:00:00.000Z'],
    ['2024-04-01', '2024-03-31T22:00:00.000Z'],
    ['2024-10-27', '2024-10-26T22:00:00.000Z'],
    ['2024-10-28', '2024-10-27T23:00:00.000Z'],
  ])('%s begins at %s', (jour, instant) => {
    expect(new Date(debutDuJour(jour)).toISOString()).toBe(instant)
  })

  it('begins each day at its first millisecond', () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (d) => {
        const jour = d.toISOString().slice(0, 10)
        expect(jourDeParis(debutDuJour(jour))).toBe(jour)
        expect(jourDeParis(debutDuJour(jour) - 1)).not.toBe(jour)
      }),
    )
  })
})

describe('what is left of an échéance', () => {
  it('counts to the eve’s end where the texts part on the day', () => {
    expect(rebours(projet, a('2024-10-30T20:00:00Z'))).toEqual({
      situation: 'dans-les-temps',
      fin: a('2024-10-30T23:00:00Z'),
      reste: 3 * 3_600_000,
    })
  })

  it('counts to midnight on the disputed day itself', () => {
    const r = rebours(projet, a('2024-10-31T17:48:00Z'))
    expect(r.situation).toBe('jour-dispute')
    expect(direDuree(r.reste)).toBe('5 h 12')
  })

  it('is late from the next day of Paris on, wherever the computer is', () => {
    expect(rebours(projet, a('2024-10-31T22:59:59Z')).situation).toBe('jour-dispute')
    expect(rebours(projet, a('2024-10-31T23:00:00Z'))).toMatchObject({ situation: 'en-retard', reste: 0 })
  })

  it('counts the last day whole where it is « au plus tard »', () => {
    expect(rebours(signe, a('2024-12-15T22:59:00Z'))).toMatchObject({
      situation: 'dans-les-temps',
      reste: 60_000,
    })
    expect(rebours(signe, a('2024-12-15T23:00:00Z')).situation).toBe('en-retard')
  })

  it('leaves the day itself out after « avant »', () => {
    const avant = { date: '2020-09-15', formule: 'avant' as const, jourDispute: null }
    expect(rebours(avant, a('2020-09-14T12:00:00Z')).situation).toBe('dans-les-temps')
    expect(rebours(avant, a('2020-09-14T22:00:00Z'))).toMatchObject({ situation: 'en-retard', reste: 0 })
  })

  it('has nothing to count without a date', () => {
    expect(rebours({ date: null, formule: 'des-que-possible', jourDispute: null }, 0)).toEqual({
      situation: 'sans-date',
      fin: null,
      reste: 0,
    })
  })

  it.each([
    [30_000, 'moins d’une minute'],
    [60_000, '1 minute'],
    [59 * 60_000, '59 minutes'],
    [3_600_000, '1 h 00'],
    [25 * 3_600_000, '1 jour et 1 h'],
    [24 * 3_600_000, '1 jour'],
    [50 * 3_600_000, '2 jours'],
  ])('says %i ms as « %s »', (ms, dit) => {
    expect(direDuree(ms)).toBe(dit)
  })
})
