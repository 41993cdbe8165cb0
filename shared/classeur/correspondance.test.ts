import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comprendre } from './comprendre.ts'
import type { TableReconnue } from './comprehension.ts'
import {
  choisirColonnes,
  choisirFeuille,
  CLE_CORRESPONDANCE,
  CORRESPONDANCE_VIDE,
  ecrireCorrespondance,
  lectureDeFeuille,
  lireCorrespondance,
  oublierTable,
  type Choix,
  type Correspondance,
} from './correspondance.ts'
import { classeurDe, type ValeurEssai } from './fabrique.ts'

const ENTETES = ['N°', 'Objectif', 'Intitulé', 'Part État 2022', 'Fonds propres', 'Obs.']
const CORPS: ValeurEssai[][] = [
  [1, 'Objectif 1', 'EPP', 100, 110, 'x'],
  [2, 'Objectif 2', 'Bilans', 200, 210, 'y'],
]
const avec = (c: Correspondance | string, lignes: ValeurEssai[][] = [ENTETES, ...CORPS], nom = 'Plan') => ({
  ...classeurDe({ [nom]: lignes }),
  donnees: { [CLE_CORRESPONDANCE]: typeof c === 'string' ? c : ecrireCorrespondance(c) },
})
const table = (lignes: ValeurEssai[][] = [ENTETES, ...CORPS], nom = 'Plan') =>
  comprendre(classeurDe({ [nom]: lignes })).tables[0]!
const dire = (choix: [number, Partial<Choix>][], t: TableReconnue = table()) =>
  choisirColonnes(
    CORRESPONDANCE_VIDE,
    t,
    new Map(choix.map(([c, x]) => [c, { role: null, exercice: null, unite: 1, ...x }])),
  )
const lus = (classeur: ReturnType<typeof avec>) =>
  comprendre(classeur).tables[0]!.colonnes.map((c) => [c.entete, c.role, c.exercice, c.surete])

describe('what the officer said of her columns', () => {
  const dite = dire([
    [3, { role: 'FIR', exercice: 2022 }],
    [4, { role: 'departement', exercice: 2022 }],
  ])

  it('wins over the guess, and leaves the others to it', () => {
    expect(lus(avec(dite))).toEqual([
      ['N°', 'numero', null, 'sure'],
      ['Objectif', 'objectif', null, 'sure'],
      ['Intitulé', 'intitule', null, 'sure'],
      ['Part État 2022', 'FIR', 2022, 'choisie'],
      ['Fonds propres', 'departement', 2022, 'choisie'],
      ['Obs.', null, null, 'sure'],
    ])
    expect(table().colonnes[3]).toMatchObject({ role: 'etat', surete: 'a-confirmer' })
  })

  it('is found again by the header, wherever the column went, and not by its place', () => {
    const deplacees = [
      ['N°', 'Fonds propres', 'Objectif', 'Intitulé', 'Part État 2022', 'Obs.'],
      [1, 110, 'Objectif 1', 'EPP', 100, 'x'],
    ]
    expect(lus(avec(dite, deplacees)).filter(([, , , s]) => s === 'choisie')).toEqual([
      ['Fonds propres', 'departement', 2022, 'choisie'],
      ['Part État 2022', 'FIR', 2022, 'choisie'],
    ])
  })

  it('holds for next year’s copy, under its own year and its own sheet name', () => {
    const suivante = [ENTETES.map((e) => e.replace('2022', '2023')), ...CORPS]
    const c = comprendre(avec(dite, suivante, 'Plan 2023'))
    expect(c.tables[0]!.colonnes[3]).toMatchObject({ role: 'FIR', exercice: 2023, surete: 'choisie' })
    expect(c.changements).toEqual([])
  })

  it('tells twins of the same header apart by their rank', () => {
    const jumelles = [
      ['N°', 'Objectif', 'Part État', 'Montant', 'Montant'],
      [1, 'Objectif 1', 10, 20, 30],
    ]
    const c = dire([[4, { role: 'departement' }]], table(jumelles))
    expect(lus(avec(c, jumelles)).map(([, role, , s]) => [role, s])[4]).toEqual(['departement', 'choisie'])
    expect(lus(avec(c, jumelles)).map(([, role]) => role)[3]).not.toBe('departement')
  })

  it('makes a guessed column of a single role give way', () => {
    const c = dire([[5, { role: 'intitule' }]])
    expect(lus(avec(c)).map(([, role]) => role)).toEqual([
      'numero',
      'objectif',
      null,
      'etat',
      'departement',
      'intitule',
    ])
  })

  it('says which column is gone and which is new', () => {
    const changee = [
      ['N°', 'Objectif', 'Intitulé', 'Part État 2022', 'Budget annexe'],
      [1, 'Objectif 1', 'EPP', 100, 110],
    ]
    expect(comprendre(avec(dite, changee)).changements).toEqual([
      'Les colonnes « Fonds propres » et « Obs. » n’existent plus dans « Plan » : ce que vous en aviez dit n’est plus appliqué.',
      'La colonne « Budget annexe » est nouvelle dans « Plan » : vérifiez ce pour quoi elle est prise.',
    ])
  })

  it('says that a table is no longer found', () => {
    expect(comprendre(avec(dite, [['Rien'], ['du tout']])).changements).toEqual([
      'Le tableau de « Plan » que vous aviez confirmé n’y est plus reconnu : ses en-têtes ont changé. Vérifiez ses colonnes.',
    ])
  })

  it('is forgotten when she asks', () => {
    expect(oublierTable(dite, table())).toEqual(CORRESPONDANCE_VIDE)
  })

  it('is kept when she says more', () => {
    const t = comprendre(avec(dite)).tables[0]!
    const encore = choisirColonnes(dite, t, new Map([[5, { role: 'intitule', exercice: null, unite: 1 }]]))
    expect(encore.tables).toHaveLength(1)
    expect(encore.tables[0]!.colonnes.map((c) => [c.entete, c.role])).toEqual([
      ['Part État 2022', 'FIR'],
      ['Fonds propres', 'departement'],
      ['Obs.', 'intitule'],
    ])
  })
})

describe('what she said of her sheets', () => {
  const deux = (c: Correspondance) => ({
    ...classeurDe({ Plan: [ENTETES, ...CORPS], 'Plan 2': [ENTETES, [9, 'Objectif 9', 'Z', 1, 1, '']] }),
    donnees: { [CLE_CORRESPONDANCE]: ecrireCorrespondance(c) },
  })

  it('leaves one aside, and says that it was her choice', () => {
    const c = comprendre(deux(choisirFeuille(CORRESPONDANCE_VIDE, 'Plan', 'ignorer')))
    expect(c.tables.map((t) => t.feuille)).toEqual(['Plan 2'])
    expect(c.ecartees).toEqual([{ feuille: 'Plan', raison: 'choix', auProfitDe: null, plage: null }])
  })

  it('reads a sheet whose headers say nothing', () => {
    const inconnue: ValeurEssai[][] = [
      ['Tableau de suivi'],
      ['Alpha', 'Beta', 'Gamma'],
      ['EPP', 'Objectif 1', 100],
      ['VAD', 'Objectif 3', 100],
    ]
    expect(table(inconnue)).toBeUndefined()
    const t = comprendre(avec(choisirFeuille(CORRESPONDANCE_VIDE, 'Plan', 'lire'), inconnue)).tables[0]!
    expect(t.derniereLigneEntete).toBe(1)
    expect(t.colonnes.map((c) => c.entete)).toEqual(['Alpha', 'Beta', 'Gamma'])
  })

  it('holds for the sheet of another year, unless that one was named', () => {
    const c = choisirFeuille(choisirFeuille(CORRESPONDANCE_VIDE, 'Plan 2022', 'lire'), 'Plan 2024', 'ignorer')
    expect(lectureDeFeuille(c, 'plan 2022')).toBe('lire')
    expect(lectureDeFeuille(c, 'Plan 2023')).toBe('lire')
    expect(lectureDeFeuille(c, 'Plan 2024')).toBe('ignorer')
    expect(lectureDeFeuille(choisirFeuille(c, 'Plan 2022', null), 'Synthèse')).toBeNull()
  })
})

describe('the text that is kept', () => {
  it('comes back as it was', () => {
    const c = choisirFeuille(dire([[3, { role: 'FIR', exercice: 2022, unite: 1000 }]]), 'É « x »', 'lire')
    expect(lireCorrespondance(ecrireCorrespondance(c))).toEqual(c)
  })

  it.each([
    ['{'],
    ['[]'],
    ['null'],
    ['{"version":2,"tables":[],"feuilles":[]}'],
    ['{"version":1,"tables":[],"feuilles":[],"autre":1}'],
    ['{"version":1,"tables":[],"feuilles":[{"feuille":"a","lecture":"effacer"}]}'],
    ['{"version":1,"tables":[{"feuille":"a","entetes":[1],"colonnes":[]}],"feuilles":[]}'],
    [
      '{"version":1,"tables":[{"feuille":"a","entetes":[],"colonnes":[{"entete":"","rang":0,"role":"toString","exercice":null,"unite":1}]}],"feuilles":[]}',
    ],
    [
      '{"version":1,"tables":[{"feuille":"a","entetes":[],"colonnes":[{"entete":"","rang":0,"role":null,"exercice":null,"unite":7}]}],"feuilles":[]}',
    ],
  ])('is not half-followed when damaged: %s', (texte) => {
    expect(lireCorrespondance(texte)).toBe('illisible')
    const c = comprendre(avec(texte))
    expect(c.changements).toEqual([
      'Vos indications sur les colonnes, gardées dans ce classeur, sont abîmées et n’ont pas été suivies : vérifiez chaque colonne.',
    ])
    expect(c.tables[0]!.colonnes.map((x) => x.role)).toEqual(table().colonnes.map((x) => x.role))
  })

  it('never stops a reading, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (texte) => {
        expect(comprendre(avec(texte)).tables).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})
