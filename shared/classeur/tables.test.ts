import { describe, expect, it } from 'vitest'
import { comprendre } from './comprendre.ts'
import { lireEntete } from './entetes.ts'
import { classeurDe, fusionner, type ValeurEssai } from './fabrique.ts'

const roles = (lignes: ValeurEssai[][]) =>
  comprendre(classeurDe({ Plan: lignes })).tables.map((t) => t.colonnes.map((c) => c.role))

describe('headers as French tables write them', () => {
  it.each([
    ['N°', 'numero'],
    ['N° action', 'numero'],
    ['Numéro de l’action', 'numero'],
    ['N° de la fiche action', 'numero'],
    ['Intitulé de l’action', 'intitule'],
    ['ACTION', 'intitule'],
    ['Libellé', 'intitule'],
    ['Objectif', 'objectif'],
    ['OBJECTIFS', 'objectif'],
    ['N° objectif', 'objectif'],
    ['Objectif de la stratégie', 'objectif'],
    ['Engagement', 'engagement'],
    ['Exercice', 'exercice'],
    ['Année', 'exercice'],
    ['Période', 'exercice'],
    ['Enveloppe', 'enveloppe'],
    ['Financeur', 'financeur'],
    ['Part État', 'etat'],
    ['Part Etat 2020', 'etat'],
    ['Part État (50 %)', 'etat'],
    ['Cofinancement CD 50%', 'departement'],
    ['FIR CA 2022', 'execute'],
    ['Financement de l’État', 'etat'],
    ['Crédits État', 'etat'],
    ['Part Département', 'departement'],
    ['Participation du CD', 'departement'],
    ['Financement CD 62', 'departement'],
    ['Conseil départemental', 'departement'],
    ['Financements autres', 'autres'],
    ['Autres financeurs', 'autres'],
    ['FIR', 'FIR'],
    ['Crédits FIR (ARS)', 'FIR'],
    ['P304', 'P304'],
    ['Programme 304 (€)', 'P304'],
    ['ONDAM médico-social', 'ONDAM'],
    ['Dépenses\nFléchées', 'fleche'],
    ['Dépenses engagées', 'engage'],
    ['Exécutées 2022', 'execute'],
    ['Montant', 'montant'],
    ['Budget prévisionnel', 'montant'],
    ['Crédits ARS (FIR)', 'FIR'],
    ['État (P304)', 'P304'],
    ['Dépt', 'departement'],
    ['CD62', 'departement'],
    ['dont Département', 'departement'],
    ['dont État', 'etat'],
    ['Part du Département (€)', 'departement'],
    ['Contribution départementale', 'departement'],
    ['Obj.', 'objectif'],
    ['État (FIR, P304, ONDAM)', 'etat'],
    ['Objectif (annexe 2)', 'objectif'],
    ['Autres (CAF, MSA)', 'autres'],
    ['ARS', 'etat'],
    ['N° obj.', 'objectif'],
    ['Département du Nord', 'departement'],
    ['Conseil départemental du Pas-de-Calais', 'departement'],
    ['Part du Val-d’Oise', 'departement'],
    ['Métropole de Lyon', 'departement'],
    ['Collectivité européenne d’Alsace', 'departement'],
    ['Fonds propres', 'departement'],
    ['Crédits départementaux', 'departement'],
    ['Contrepartie du CD', 'departement'],
    ['Engagement financier du Département', 'departement'],
    ['Total Département', 'departement'],
    ['Total État', 'etat'],
    ['Crédits délégués au Département', 'etat'],
    ['DREETS 304', 'P304'],
    ['Financement (État / Département)', 'financeur'],
    ['CPAM', 'autres'],
    ['Participation de la Région', 'autres'],
    ['Année d’exécution', 'exercice'],
    ['N° FA', 'numero'],
    ['Actions à mener', 'intitule'],
  ])('« %s » is %s', (entete, role) => expect(lireEntete(entete, 0).role).toBe(role))

  it.each([
    'Observations',
    'Objectif opérationnel',
    'Référent',
    'Obs. DAF',
    'Commentaire',
    'Total',
    'Coût total',
    'Montant total',
    'Calendrier prévisionnel',
    'Date d’exécution',
    'Taux d’exécution',
    '% consommé',
    'Région',
    'Communes',
    'Département d’origine',
    'Engagement du Département',
    '',
  ])('« %s » is not used', (entete) => expect(lireEntete(entete, 0).role).toBeNull())

  it('reads the year and the unit, and no year in a span', () => {
    expect(lireEntete('Part État 2021 (k€)', 3)).toMatchObject({
      role: 'etat',
      exercice: 2021,
      unite: 1000,
      colonne: 3,
    })
    expect(lireEntete('Part État 2020-2022', 0).exercice).toBeNull()
    expect(lireEntete('Montants en M€', 0).unite).toBe(1_000_000)
  })
})

const CORPS = [
  [1, 'Objectif 1', 'EPP', 2020, 100, 100],
  [2, 'Objectif 2', 'Bilans', 2020, 100, 100],
]
const ENTETES = ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Part État', 'Part Département']
const ATTENDUS = ['numero', 'objectif', 'intitule', 'exercice', 'etat', 'departement']

describe('finding the table', () => {
  it('on any row and column, under a title block and blank rows', () => {
    const decale = [[], ['Département du Pas-de-Calais'], ['Part État et Part Département : plan 2020'], []]
    expect(roles([...decale, ['', ...ENTETES], ...CORPS.map((l) => ['', ...l])])).toEqual([ATTENDUS])
  })

  it('leaves sheets without one aside, and hidden sheets', () => {
    const classeur = classeurDe({
      Synthèse: [
        ['FIR', 3],
        ['P304', 4],
      ],
      Plan: [ENTETES, ...CORPS],
      Ancien: [ENTETES, ...CORPS],
    })
    classeur.feuilles[2]!.etat = 'masquee'
    const c = comprendre(classeur)
    expect(c.tables.map((t) => t.feuille)).toEqual(['Plan'])
    expect(c.feuillesIgnorees).toEqual(['Synthèse', 'Ancien'])
  })

  it('takes no total for an action, and no action for a total', () => {
    const [t] = comprendre(
      classeurDe({
        Plan: [
          ENTETES,
          ...CORPS,
          ['', 'Sous-total engagement 1', '', '', 200, 200],
          [3, 'Objectif 3', 'VAD', 'TOTAL', 5, 5],
          ['TOTAL GÉNÉRAL', '', '', '', 205, 205],
          ['S/Total', '', '', '', 1, 1],
        ],
      }),
    ).tables
    expect(t!.lignesTotal).toEqual([3, 5, 6])
    expect(t!.plage).toEqual({ ligne: 0, colonne: 0, derniereLigne: 6, derniereColonne: 5 })
  })

  it('joins a header of two levels, merged or not', () => {
    const deux = classeurDe({
      Plan: [
        ['N°', 'Objectif', 'Intitulé', 'Part État', '', '', 'Part Département', '', ''],
        ['', '', '', 2020, 2021, 2022, 2020, 2021, 2022],
        [1, 'Objectif 1', 'EPP', 1, 2, 3, 4, 5, 6],
      ],
    })
    fusionner(deux, 'A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:I1')
    const [t] = comprendre(deux).tables
    expect(t!.colonnes.map((c) => [c.role, c.exercice])).toEqual([
      ['numero', null],
      ['objectif', null],
      ['intitule', null],
      ['etat', 2020],
      ['etat', 2021],
      ['etat', 2022],
      ['departement', 2020],
      ['departement', 2021],
      ['departement', 2022],
    ])
    expect(t!.derniereLigneEntete).toBe(1)
  })

  it('gives the columns of a whole header the years above them', () => {
    const deux = classeurDe({
      Plan: [
        ['', '', 'Année 2020', '', 'Année 2021', ''],
        ['N°', 'Objectif', 'Part État', 'Part CD', 'Part État', 'Part CD'],
        [1, 'Objectif 1', 1, 2, 3, 4],
      ],
    })
    fusionner(deux, 'C1:D1', 'E1:F1')
    expect(comprendre(deux).tables[0]!.colonnes.map((c) => [c.role, c.exercice])).toEqual([
      ['numero', null],
      ['objectif', null],
      ['etat', 2020],
      ['departement', 2020],
      ['etat', 2021],
      ['departement', 2021],
    ])
  })

  it('joins « Financement » over « FIR | P304 | Département »', () => {
    const deux = classeurDe({
      Plan: [
        ['N°', 'Objectif', 'Financement', '', ''],
        ['', '', 'FIR', 'P304', 'Département'],
        [1, 'Objectif 1', 1, 0, 4],
      ],
    })
    fusionner(deux, 'C1:E1')
    expect(comprendre(deux).tables[0]!.colonnes.map((c) => c.role)).toEqual([
      'numero',
      'objectif',
      'FIR',
      'P304',
      'departement',
    ])
  })

  it('takes a first row of texts for a row, not for a second header', () => {
    const [t] = comprendre(
      classeurDe({
        Plan: [
          ['N°', 'Libellé', 'Objectif', 'Année', 'Financeur', 'Montant'],
          ['9 bis', 'x', 'Objectif 4', '2021', 'État (P304)', '5 000'],
        ],
      }),
    ).tables
    expect(t!.derniereLigneEntete).toBe(0)
  })

  it('takes the year of a sheet from its name, where nothing in it says one', () => {
    const annees = (nom: string) =>
      comprendre(
        classeurDe({
          [nom]: [
            ['N°', 'Objectif', 'Part État', 'Part CD'],
            [1, 1, 2, 3],
          ],
        }),
      ).tables[0]!.colonnes.map((c) => c.exercice)
    expect(annees('Plan 2021')).toEqual([null, null, 2021, 2021])
    expect(annees('Plan 2020-2022')).toEqual([null, null, null, null])
  })

  it('finds two tables on one sheet', () => {
    const autres = CORPS.map(([n, ...reste]) => [Number(n) + 2, ...reste])
    const tables = comprendre(classeurDe({ Plan: [ENTETES, ...CORPS, [], ENTETES, ...autres] })).tables
    expect(tables.map((t) => [t.plage.ligne, t.plage.derniereLigne])).toEqual([
      [0, 2],
      [4, 6],
    ])
  })

  it('takes « Montants en k€ » of the title block for every column', () => {
    const [t] = comprendre(classeurDe({ Plan: [['Montants en k€'], ENTETES, ...CORPS] })).tables
    expect(t!.colonnes.every((c) => c.unite === 1000)).toBe(true)
  })

  it('takes no unit from a figure of the title, and leaves a column in euros as it says', () => {
    const unites = (titre: string, entete = 'Part CD') =>
      comprendre(classeurDe({ Plan: [[titre], ['N°', 'Objectif', 'Part État', entete], [1, 1, 2, 3]] }))
        .tables[0]!.colonnes.slice(2)
        .map((c) => c.unite)
    expect(unites('Montant total du contrat : 4,9 M€ en 2020')).toEqual([1, 1])
    expect(unites('Rappel : dotation FIR de 250 k€ en 2020')).toEqual([1, 1])
    expect(unites('Montants en k€', 'Part CD (en €)')).toEqual([1000, 1])
  })

  it('uses a table by objectif only where there is none by action', () => {
    const synthese = [
      ['Objectif', 'Part État', 'Part Département'],
      ['Objectif 1', 5, 6],
    ]
    expect(comprendre(classeurDe({ S: synthese })).tables).toHaveLength(1)
    expect(
      comprendre(classeurDe({ S: synthese, Plan: [ENTETES, ...CORPS] })).tables.map((t) => t.feuille),
    ).toEqual(['Plan'])
  })
})

/** Each took minutes when the work grew with the square of the sheet: the time limit of a test ends it. */
describe('a sheet made to keep the reader busy', () => {
  const repeter = (n: number, ligne: (i: number) => ValeurEssai[]) =>
    Array.from({ length: n }, (_, i) => ligne(i))

  it('of far headers on every row holds no plan', () => {
    const lignes = repeter(20_000, () => {
      const ligne: ValeurEssai[] = ['Objectif', 'Intitulé']
      ligne[2000] = 'z'
      return ligne
    })
    expect(comprendre(classeurDe({ Plan: lignes })).tables).toEqual([])
  })

  it('of numbers that nest without end has its first six levels as totals of what they hold', () => {
    const lignes = repeter(5000, (i) => [`1${'.1'.repeat(i)}`, 'EPP', 'Objectif 1', 1, 1])
    const { tables } = comprendre(
      classeurDe({ Plan: [['N°', 'Action', 'Objectif', 'FIR', 'CD'], ...lignes] }),
    )
    expect(tables).toMatchObject([{ plage: { derniereLigne: 5000 }, lignesTotal: [1, 2, 3, 4, 5, 6] }])
  })
})
