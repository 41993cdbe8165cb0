import { describe, expect, it } from 'vitest'
import { CATALOGUE } from './catalogue.ts'
import { ErreurFormule } from './erreur.ts'

function fonction(id: string) {
  return (...args: unknown[]) => {
    const calculer = CATALOGUE.find((f) => f.id === id)!.calculer
    return calculer(...args.map((a) => (Array.isArray(a) ? (a as unknown[][]) : [[a]])))
  }
}
const eligible = fonction('ELIGIBLE')
const motif = fonction('MOTIF')
const seul = (resultat: unknown[][]) => {
  expect(resultat.length * resultat[0]!.length).toBe(1)
  return resultat[0]![0]
}

describe('=CDPPE.ELIGIBLE', () => {
  // Annexe 4, I of the circular of 20 February 2020, written out by hand.
  const FIR = [1, 2, 3, 4, 5, 13]
  const P304 = [6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]
  const ONDAM = [9, 24]

  it('answers the 26 × 3 pairs of annexe 4 as one rectangle', () => {
    const objectifs = Array.from({ length: 26 }, (_, i) => [i + 1])
    const resultat = eligible(objectifs, [['FIR', 'P304', 'ONDAM']])
    expect(resultat).toEqual(objectifs.map(([n]) => [FIR, P304, ONDAM].map((admis) => admis.includes(n!))))
  })

  it.each([9, '9', ' 9 ', 'Objectif 9', 'objectif 9', 'OBJECTIF FONDAMENTAL 9 : GARANTIR L’ACCOMPAGNEMENT'])(
    'reads the objectif written %j',
    (objectif) => {
      expect(seul(eligible(objectif, 'ONDAM'))).toBe(true)
      expect(seul(eligible(objectif, 'FIR'))).toBe(false)
    },
  )

  it.each(['P304', 'p304', 'programme 304', 'PROGRAMME 304', '304', 304, ' Programme 304 '])(
    'reads the enveloppe written %j',
    (enveloppe) => {
      expect(seul(eligible(6, enveloppe))).toBe(true)
      expect(seul(eligible(1, enveloppe))).toBe(false)
    },
  )

  it.each([2020, '2021', ' 2022 ', 'Exercice 2022', undefined, '', null])(
    'takes the exercice %j',
    (exercice) => {
      expect(seul(eligible(1, 'fir', exercice))).toBe(true)
    },
  )

  it.each([
    ['objectif', 'abc', 'FIR', /« abc ».*objectif/],
    ['objectif', true, 'FIR', /objectif/],
    ['objectif', 12.5, 'FIR', /« 12.5 ».*objectif/],
    ['objectif', -9, 'FIR', /objectif/],
    ['objectif', 0, 'FIR', /objectif/],
    ['objectif', 'Objectifs 9 et 24', 'ONDAM', /objectif/],
    ['objectif', 27, 'FIR', /objectif 27 est inconnu du référentiel 2020-2022/],
    ['objectif', { entite: 'inattendue' }, 'FIR', /objectif/],
    ['enveloppe', 9, 'CAF', /« CAF ».*enveloppe/],
    ['enveloppe', 9, false, /enveloppe/],
    ['enveloppe', 9, 'FIR ou ONDAM', /enveloppe/],
  ])('gives #VALUE! with a French sentence for a wrong %s: %j; %j', (_, objectif, enveloppe, phrase) => {
    const erreur = seul(eligible(objectif, enveloppe))
    expect(erreur).toBeInstanceOf(ErreurFormule)
    expect(erreur).toMatchObject({ code: '#VALUE!', message: expect.stringMatching(phrase) as string })
  })

  it.each(['20', 20.2, 43831, '2020-2022', 'l’an prochain', true])(
    'gives #VALUE! for the exercice %j',
    (exercice) => {
      expect(seul(eligible(9, 'FIR', exercice))).toMatchObject({
        code: '#VALUE!',
        message: expect.stringContaining('quatre chiffres') as string,
      })
    },
  )

  it('gives #N/A, never FAUX, for an exercice that no référentiel covers', () => {
    expect(seul(eligible(9, 'ONDAM', 2035))).toMatchObject({
      code: '#N/A',
      message: expect.stringContaining('2035') as string,
    })
  })

  it('leaves blanks blank', () => {
    expect(eligible([[9], [''], [null], ['  '], [9]], 'ONDAM')).toEqual([[true], [''], [''], [''], [true]])
    expect(seul(eligible(9, ''))).toBe('')
    expect(seul(eligible(9, undefined))).toBe('')
  })

  it('keeps an error to its own cell of the range', () => {
    const resultat = eligible([[9], ['total'], [{ code: '#REF!' }], [1]], 'ONDAM')
    expect([resultat[0]![0], resultat[3]![0]]).toEqual([true, false])
    expect(resultat[1]![0]).toMatchObject({
      code: '#VALUE!',
      message: expect.stringContaining('total') as string,
    })
    expect(resultat[2]![0]).toMatchObject({
      code: '#VALUE!',
      message: expect.stringContaining('#REF!') as string,
    })
  })

  it('sets objectif, enveloppe and exercice of each row side by side', () => {
    const resultat = eligible([[9], [9], [9]], [['ONDAM'], ['FIR'], ['ONDAM']], [[2020], [2021], [2035]])
    expect(resultat.slice(0, 2)).toEqual([[true], [false]])
    expect(resultat[2]![0]).toMatchObject({ code: '#N/A' })
  })
})

describe('=CDPPE.MOTIF', () => {
  it('says why, with the text and its annexe', () => {
    expect(seul(motif(9, 'FIR'))).toMatch(/objectif 9.*ONDAM.*circulaire du 20 février 2020.*annexe 4/)
    expect(seul(motif(1, 'FIR'))).toMatch(/objectif 1 relève du FIR.*circulaire du 20 février 2020.*annexe 4/)
  })

  it('agrees with ELIGIBLE on every pair: a refusal names what the objectif comes under', () => {
    for (let objectif = 1; objectif <= 26; objectif++)
      for (const enveloppe of ['FIR', 'P304', 'ONDAM']) {
        const phrase = seul(motif(objectif, enveloppe))
        expect(phrase, `${objectif} ${enveloppe}`).toMatch(/annexe 4|annexe 6/)
        if (seul(eligible(objectif, enveloppe)) === false) expect(phrase).toMatch(/, non (du|de l’)/)
        else expect(phrase).not.toMatch(/, non /)
      }
  })

  it.each([
    ['abc', 'FIR', undefined, /« abc »/],
    [9, 'CAF', undefined, /« CAF »/],
    [27, 'FIR', undefined, /inconnu du référentiel/],
    [9, 'FIR', 2035, /2035/],
    [9, 'FIR', 'x', /quatre chiffres/],
  ])('says as a text what ELIGIBLE cannot decide: %j; %j; %j', (objectif, enveloppe, exercice, phrase) => {
    expect(seul(motif(objectif, enveloppe, exercice))).toMatch(phrase)
  })

  it('leaves blanks blank and passes an error on', () => {
    const resultat = motif([[9], [''], [{ code: '#N/A' }]], 'FIR')
    expect(resultat[1]).toEqual([''])
    expect(resultat[2]![0]).toBeInstanceOf(ErreurFormule)
  })
})
