import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEuros } from './format.ts'
import { lireMontant } from './lire-montant.ts'
import type { NatureMontant } from './montant.ts'
import { RESERVES, SANS, SURS } from './textes-pas-de-calais.ts'

const enEuros = (texte: string, unite = 1): number | null => {
  const { centimes } = lireMontant(texte, unite)
  return centimes === null ? null : centimes / 100
}

describe('the texts of Pas-de-Calais', () => {
  it.each(SURS)('%j is a sure amount', (texte, montant) => {
    expect(lireMontant(texte)).toMatchObject({
      centimes: Math.round(montant * 100),
      raison: null,
      reserve: null,
      nature: 'montant',
    })
  })

  it.each(RESERVES)('%j is an amount with a reserve', (texte, montant, reserve) => {
    const lecture = lireMontant(texte)
    expect(lecture.centimes).toBe(Math.round(montant * 100))
    expect(lecture.raison).toBeNull()
    expect(lecture.reserve).toMatch(reserve)
  })

  it.each(SANS)('%j gives no amount', (texte, nature, composantes) => {
    const lecture = lireMontant(texte)
    expect(lecture).toMatchObject({ centimes: null, reserve: null, nature })
    expect(lecture.raison).toMatch(/\.$/)
    expect(lecture.composantes).toEqual(
      composantes.map(([montant, libelle]) => ({ centimes: Math.round(montant * 100), libelle })),
    )
  })

  it('keeps the components of a written sum with their words', () => {
    expect(lireMontant('250 000 € + 15 048 € (mallettes sensory baby test)').composantes).toEqual([
      { centimes: 25_000_000, libelle: '' },
      { centimes: 1_504_800, libelle: 'mallettes sensory baby test' },
    ])
    expect(lireMontant('225 000 € (2020-2021)+ 82 102 € (2022)').composantes).toEqual([
      { centimes: 22_500_000, libelle: '2020-2021' },
      { centimes: 8_210_200, libelle: '2022' },
    ])
  })

  it('says what several amounts are, and when the first is the sum of the others', () => {
    expect(lireMontant('200 000 € en 2020 et 119 406 € en 2021').raison).toBe(
      'Plusieurs montants sans addition écrite (200\u202F000\u00A0€ ; 119\u202F406\u00A0€). Écrivez un seul montant, ou une addition avec « + ».',
    )
    expect(lireMontant('2 182 510 € dont : 1 911 660 € 270 850 €').raison).toMatch(/somme des autres/)
    expect(lireMontant('16 669 832 € répartis : AEMO : 10 881 852 € AEMO R : 5 787 981€').raison).not.toMatch(
      /somme des autres/,
    )
  })
})

describe('numbers', () => {
  it.each([
    ['12,5', 12.5],
    ['58 273.59', 58273.59],
    ['1 250 000', 1250000],
    ['2.491.217', 2491217],
    ['1.234.567,89 €', 1234567.89],
    ['1,234,567.89 €', 1234567.89],
    ["1'250'000 €", 1250000],
    ['0,500', 0.5],
    ['€ 1 250', 1250],
    ['€1250', 1250],
    ['EUR 1 250,50', 1250.5],
    ['1 250 000 Euros.', 1250000],
    ['10 000*', 10000],
    ['1 234 €HT', 1234],
    ['\u200B1\u202F250\u00A0€\uFEFF', 1250],
    ['-0 €', 0],
    ['+ 15 000 €', 15000],
    ['90 071 992 547 409,91 €', 90071992547409.91],
  ])('reads %j', (texte, montant) => {
    expect(enEuros(texte)).toBe(montant)
    expect(lireMontant(texte).reserve).toBeNull()
    expect(Object.is(lireMontant(texte).centimes, -0)).toBe(false)
  })

  it.each([
    ['1,6 M€', 1600000],
    ['50 M€', 50000000],
    ['120 K€', 120000],
    ['120 k€', 120000],
    ['120 KE', 120000],
    ['120 kEUR', 120000],
    ['1 Md€', 1000000000],
    ['2,5 millions d’euros', 2500000],
    ['350 milliers d’euros', 350000],
    ['1,234 M€', 1234000],
  ])('reads the unit of %j', (texte, montant) => {
    expect(enEuros(texte)).toBe(montant)
    expect(lireMontant(texte).reserve).toBeNull()
  })

  it.each([
    ['413.500 €', 413500, '413,50'],
    ['1.234', 1234, '1,23'],
    ['413,500 €', 413.5, '413\u202F500'],
    ['1.234 M€', 1234000, '1\u202F234\u202F000\u202F000'],
    ['1250 000 €', 1250000, 'mal groupés'],
    ['1 234,567', 1234.57, 'arrondi'],
    ['2022', 2022, 'année'],
    ['120 k', 120000, 'milliers'],
    ['3 m€', 3000000, 'millions'],
    ['Axe 1 230 000 €', 1230000, '230 000'],
    ['2020 200 000 €', 200000, '2020'],
    ['250 000 (convention APRIS)', 250000, 'monnaie'],
  ])('gives the likely reading of %j with a reserve', (texte, montant, indice) => {
    expect(enEuros(texte)).toBe(montant)
    expect(lireMontant(texte).reserve).toContain(indice)
  })

  it.each([
    ['(1 250 €)', -1250],
    ['(1 250)', -1250],
    ['-1 250 €', -1250],
    ['- 1 250', -1250],
    ['−1 250', -1250],
    ['1 250,50-', -1250.5],
    ['Solde : − 10 000 €', -10000],
    ['-10 000 € (reprise)', -10000],
    ['Formation - 10 000 €', 10000],
  ])('reads the sign of %j', (texte, montant) => {
    expect(enEuros(texte)).toBe(montant)
    expect(lireMontant(texte).reserve).toBeNull()
  })

  it.each(['- 10 000 € pour la formation', 'Formation -10 000 €', 'AEMO-10 000 €'])(
    'says how it took the dash of %j',
    (texte) => {
      expect(lireMontant(texte).reserve).toMatch(/tiret/)
    },
  )

  it.each([
    '1 250 00 €',
    '10 00 €',
    '1O 000 €',
    '25O 100 €',
    '100O €',
    '2O2 000 €',
    'l00 000 €',
    '000 €',
    '1 234 ,50 €',
    '1 234, 50 €',
    '1  250 000 €',
    '12€50',
    '1.23.456 €',
    '3/12 €',
    '10 000/20 000 €',
  ])('refuses %j rather than reading a part of it', (texte) => {
    expect(lireMontant(texte)).toMatchObject({ centimes: null, nature: 'illisible' })
    expect(lireMontant(texte).raison).toContain('ne se lit pas')
  })

  it.each([
    '90 071 992 547 409,92 €',
    '99999999999999999999 €',
    `${'9'.repeat(39)} k€`,
    '90071992547409 € + 1 €',
  ])('refuses %j, too large for exact cents', (texte) => {
    expect(lireMontant(texte)).toMatchObject({ centimes: null, nature: 'illisible' })
    expect(lireMontant(texte).raison).toMatch(/trop grand/)
  })
})

describe('the unit of a column', () => {
  it('holds for numbers without currency', () => {
    expect(enEuros('120', 1000)).toBe(120000)
    expect(enEuros('1,6', 1_000_000)).toBe(1600000)
    expect(enEuros('100 + 20', 1000)).toBe(120000)
    expect(lireMontant('1,234', 1000)).toMatchObject({ centimes: 123_400, reserve: null })
  })
  it('gives way to the unit of the text, and says so', () => {
    expect(lireMontant('120 k€', 1000)).toMatchObject({ centimes: 12_000_000, reserve: null })
    expect(lireMontant('250 000 €', 1000).centimes).toBe(25_000_000)
    expect(lireMontant('250 000 €', 1000).reserve).toMatch(/milliers/)
  })
})

describe('several amounts', () => {
  it.each([
    ['250 000 + 15 048', 265048],
    ['250 000 + 15 048 €', 265048],
    ['250 000 € + 15 048', 265048],
    ['250 000 (FIR) + 15 048 (CD)', 265048],
    ['250 k€ + 15 k€', 265000],
    ['250 000€\n+ 15 048€', 265048],
    ['250 000 € + 15 048 € = 265 048 €', 265048],
    ['250 000 € + 15 048 € soit 265 048 €', 265048],
    ['1 € + 2 € + 3,50 €', 6.5],
  ])('adds up %j', (texte, montant) => {
    const lecture = lireMontant(texte)
    expect(lecture.centimes).toBe(montant * 100)
    expect(lecture.composantes.reduce((somme, c) => somme + c.centimes, 0)).toBe(montant * 100)
  })

  it.each([
    ['10 000 - 20 000 €', 2],
    ['10 000-20 000 €', 2],
    ['500-1000 €', 2],
    ['10 000 € - 2 000 €', 2],
    ['entre 10 000 et 20 000 €', 2],
    ['de 500 à 1 000 €', 2],
    ['10 000 ou 20 000 €', 2],
    ['250 000 € (dont 50 000 € FIR)', 2],
    ['250 000 € + 15 048 € - 2 000 €', 3],
    ['250 000 € + 15 048 € = 265 000 €', 3],
    ['178 000 €98 250 €', 2],
  ])('does not choose in %j', (texte, combien) => {
    const lecture = lireMontant(texte)
    expect(lecture).toMatchObject({ centimes: null, nature: 'plusieurs' })
    expect(lecture.composantes).toHaveLength(combien)
  })

  it('does not add thousands to euros when the unit is written once', () => {
    expect(lireMontant('250 + 15 k€')).toMatchObject({ centimes: null, nature: 'illisible' })
  })
})

describe('words', () => {
  it.each<[string, NatureMontant]>([
    ['', 'vide'],
    [' \u00A0\u202F\t', 'vide'],
    ['ND', 'non-communique'],
    ['n.d.', 'non-communique'],
    ['NC', 'non-communique'],
    ['N. C.', 'non-communique'],
    ['Non communiqué', 'non-communique'],
    ['—', 'aucun'],
    ['-', 'aucun'],
    ['/', 'aucun'],
    ['Néant', 'aucun'],
    ['s.o.', 'aucun'],
    ['Sans objet', 'aucun'],
    ['à préciser', 'a-completer'],
    ['xxx €', 'a-completer'],
    ['…', 'a-completer'],
    ['8 agents', 'non-chiffre'],
    ['20 %', 'non-chiffre'],
    ['31/12/2022', 'non-chiffre'],
    ['15-oct-20', 'non-chiffre'],
    ['2 millions d’habitants', 'non-chiffre'],
    ['1 000 $', 'non-chiffre'],
    ['1,2E+06', 'non-chiffre'],
    ['IBAN FR76 3000 4000 5000', 'non-chiffre'],
    ['objectifs 2 + 3', 'non-chiffre'],
    ['Total : 78 600', 'non-chiffre'],
    ['cinq mille euros', 'non-chiffre'],
    ['1 500 € par mois', 'unitaire'],
    ['65 €/jour', 'unitaire'],
    ['12 x 1 500 €', 'unitaire'],
    ['8 ETP à 45 000 €', 'unitaire'],
    ['1 500 € x 12', 'unitaire'],
    ['20 % de 1 000 €', 'unitaire'],
  ])('%j is « %s »', (texte, nature) => {
    const lecture = lireMontant(texte)
    expect(lecture).toMatchObject({ centimes: null, reserve: null, nature })
    expect(lecture.raison).toMatch(/^(?:[A-ZÉ«]).*\.$/su)
  })

  it.each([
    '200 000 € le 31.12.2022',
    '1 000 € (20 %)',
    '40 000 € (0,5 ETP)',
    '250 000 € pour 1 500 familles',
    'délibération n° 2023-147 : 10 000 €',
    '10 000 € pour les enfants de 3 à 6 ans',
    'Bilans de 24 mois : 10 000 €',
    '10 000 € (du 01/07/2021 au 31/12/2021)',
    'Environnement numérique : 10 000 €',
    '10 000 € (1)',
  ])('takes no notice of the other words of %j', (texte) => {
    expect(lireMontant(texte)).toMatchObject({ raison: null, reserve: null, nature: 'montant' })
  })

  it.each([
    ['10 000 € sur 3 ans', /plusieurs années/],
    ['10 000 € (2 ans)', /plusieurs années/],
    ['10 000 € pour 2021 et 2022', /plusieurs années/],
    ['10 000 € pour 18 mois', /plusieurs années/],
    ['10 000 € par an', /par an/],
    ['environ 10 000 €', /approché/],
    ['jusqu’à 10 000 €', /approché/],
    ['dont 72 000 €', /partie/],
    ['40 000 € + 2 ETP', /pas chiffré/],
    ['40 000 € et 2 ETP', /pas chiffré/],
    ['314 400 € 98 250 (avec reliquat)', /98 250/],
  ])('keeps the amount of %j with a reserve', (texte, reserve) => {
    const lecture = lireMontant(texte)
    expect(lecture.centimes).not.toBeNull()
    expect(lecture.reserve).toMatch(reserve)
  })
})

describe('whatever the text', () => {
  const espaces = ['', ' ', '\u00A0', '\u202F', '\u2009', '\u2007', '.']
  const monnaies = ['', '€', ' €', '\u00A0€', '\u202F€', ' euros', ' EUR', ' Euro']
  const signes: ((t: string) => string)[] = [(t) => `-${t}`, (t) => `−${t}`, (t) => `− ${t}`, (t) => `(${t})`]

  it('gives back every amount that was formatted', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (centimes) => {
        const lecture = lireMontant(formatEuros(centimes))
        expect(lecture.centimes).toBe(centimes)
        expect(lecture.reserve).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('reads the same amount through every separator, currency and minus', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeNat(), fc.nat({ max: 100_000_000 })),
        fc.constantFrom(...espaces),
        fc.constantFrom(',', '.'),
        fc.constantFrom(...monnaies),
        fc.option(fc.constantFrom(...signes), { nil: undefined }),
        (centimes, espace, virgule, monnaie, signe) => {
          fc.pre(!(espace === '.' && virgule === '.'))
          const cents = centimes % 100
          const entier = String((centimes - cents) / 100).replace(/\B(?=(?:\d{3})+$)/g, espace)
          const nombre = entier + (cents === 0 ? '' : virgule + String(cents).padStart(2, '0')) + monnaie
          const attendu = signe && centimes !== 0 ? -centimes : centimes
          expect(lireMontant(signe ? signe(nombre) : nombre).centimes).toBe(attendu)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('answers with an exact sum of what it lists, or with a reason, and never throws', () => {
    const morceaux = [
      '1',
      '250',
      '000',
      '2021',
      ' ',
      '\u202F',
      '.',
      ',',
      '€',
      ' € ',
      '+',
      '-',
      '−',
      '(',
      ')',
      'k€',
      ' M€',
    ]
    const mots = [
      'dont',
      'et',
      'à',
      ' soit ',
      'ETP',
      'x',
      '\n',
      '%',
      '/',
      '^{ème}',
      'Axe ',
      '=',
      '*',
      "'",
      ':',
      'O',
    ]
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom(...morceaux), fc.constantFrom(...mots), fc.string({ maxLength: 3 })),
        ),
        fc.constantFrom(1, 1000, 1_000_000),
        (parties, unite) => {
          const lecture = lireMontant(parties.join(''), unite)
          for (const c of lecture.composantes) expect(Number.isSafeInteger(c.centimes)).toBe(true)
          if (lecture.centimes === null) {
            expect(lecture.raison).not.toBeNull()
            expect(lecture.reserve).toBeNull()
          } else {
            expect(lecture.raison).toBeNull()
            expect(lecture.composantes.reduce((somme, c) => somme + c.centimes, 0)).toBe(lecture.centimes)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  const hostiles = [
    '1',
    '1 ',
    ' ',
    '1.',
    '1,',
    '(',
    '1 €',
    '1€',
    '1 € + ',
    '1+',
    '-1',
    '2020 ',
    'O1 ',
    '*',
    'de ',
    'a ',
    '…',
  ]
  it.each(hostiles)('stays linear on a cell full of %j', (motif) => {
    const texte = `12 € ${motif.repeat(32_767)}`.slice(0, 32_760) + ' 5 €'
    expect(lireMontant(texte).composantes.length).toBeLessThan(32_767)
  })

  it('does not look into a text that no cell can hold', () => {
    for (const motif of hostiles)
      expect(lireMontant(motif.repeat(1_048_576 / motif.length))).toMatchObject({
        centimes: null,
        composantes: [],
        nature: 'illisible',
      })
  })
})
