import { describe, expect, it } from 'vitest'
import type { ValeurEssai } from '../classeur/fabrique.ts'
import { REFERENTIELS } from '../referentiel/registre.ts'
import { constatsAvec, controlerAvec } from './essais.ts'

/** A tableau de bord of the shape of annexe 5.2, as rows to spoil. */

const ENTETES: ValeurEssai[] = [
  'Mesure',
  'Objectif',
  'Indicateur',
  'Situation 2019',
  'Prévisionnel 2020',
  'Résultat 2020',
]

type Ligne = [
  objectif: number | string,
  indicateur: string,
  t0?: ValeurEssai,
  cible?: ValeurEssai,
  resultat?: ValeurEssai,
]

/** Every harmonised indicator of the eleven fondamentaux and of these facultatifs, with all its values. */
function complet(...facultatifs: number[]): Ligne[] {
  const r = REFERENTIELS[0]!
  const lignes = r.indicateurs
    .filter((i) => i.objectif === null || i.objectif <= 11 || facultatifs.includes(i.objectif))
    .map((i): Ligne => [
      i.objectif ?? '',
      i.libelle,
      i.libelle.startsWith('Taux') ? 0.8 : 100,
      i.libelle.startsWith('Taux') ? 0.9 : 120,
      i.libelle.startsWith('Taux') || i.libelle.startsWith('Part') ? 1 : 110,
    ])
  for (const l of lignes) if (l[1].startsWith('Taux d’IP')) l[2] = 1
  for (const o of [7, 8, 10, 11]) lignes.push([o, `Avancement de l’objectif ${o}`, 10, 50, 40])
  return lignes
    .filter((l) => !String(l[1]).startsWith('Délai'))
    .concat([['Objectif 6', 'Délai d’exécution des décisions de justice', 30]])
}

const tableau = (lignes: Ligne[], entetes = ENTETES) => ({
  'Tableau de bord': [
    ['Annexe 5.2 : tableau de bord'],
    entetes,
    ...lignes.map(([o, ...reste]) => ['', typeof o === 'number' ? `Objectif ${o}` : o, ...reste]),
  ],
})
/** The row of an indicator, as Excel numbers it. */
const rangDe = (lignes: Ligne[], debut: string) => lignes.findIndex((l) => l[1].startsWith(debut)) + 3
const plusObjectif = (...objectifs: number[]) => ({
  changer: (r: ValeurEssai[][]) => {
    for (const o of objectifs) r.push([o, `Objectif ${o}`, 'X', 2020, 'P304', 5, 9, 1, 1, 1])
  },
})
const bref = (c: { gravite: string; cellules: string[] }[]) => c.map((x) => [x.gravite, x.cellules])
const T = (adresse: string) => `Tableau de bord!${adresse}`

describe('a tableau de bord that holds everything', () => {
  it('adds no finding', () => {
    const rapport = controlerAvec(tableau(complet()))
    expect(rapport.constats).toEqual([])
    expect(rapport.comprehension.phrases.join(' ')).toContain('Tableau de bord reconnu')
  })
  it('is read by title where no number stands, and under two rows of header', () => {
    const lignes = complet().map((l): Ligne => {
      const o = REFERENTIELS[0]!.objectifs.find((x) => x.numero === l[0])
      return [o?.titre ?? l[0], ...(l.slice(1) as [string, ...ValeurEssai[]])] as Ligne
    })
    const { 'Tableau de bord': rangees } = tableau(lignes)
    rangees.splice(
      1,
      1,
      ['Mesure', 'Objectif', 'Indicateur', 2019, 2020, null],
      [null, null, null, 'Situation', 'Prévisionnel', 'Résultat'],
    )
    expect(controlerAvec({ TdB: rangees }).constats).toEqual([])
  })
})

describe('targets and rows', () => {
  it('OBJ-11: a target a year', () => {
    const lignes = complet()
    const i = rangDe(lignes, 'Avancement de l’objectif 7')
    lignes[i - 3]![3] = null
    const c = constatsAvec('OBJ-11', tableau(lignes))
    expect(bref(c)).toEqual([['a-justifier', [T(`C${i}`)]]])
    expect(c[0]!.reference.article).toBe('III')
    lignes[i - 3]![3] = '80 à 90 %'
    expect(constatsAvec('OBJ-11', tableau(lignes))).toEqual([])
  })

  it('OBJ-12 and OBJ-15: a row for each objectif', () => {
    const sans8 = complet().filter((l) => l[0] !== 8)
    expect(constatsAvec('OBJ-12', tableau(complet()))).toEqual([])
    const [douze] = constatsAvec('OBJ-12', tableau(sans8))
    expect(douze).toMatchObject({
      gravite: 'a-justifier',
      cellules: [T('B2')],
      constate: 'sans indicateur : 8',
    })
    expect(constatsAvec('OBJ-15', tableau(sans8))).toEqual([])
    const [quinze] = constatsAvec('OBJ-15', tableau(complet()), plusObjectif(26))
    expect(quinze).toMatchObject({
      gravite: 'a-justifier',
      cellules: [T('B2')],
      constate: 'sans indicateur : 26',
    })
  })

  it('OBJ-13: in 2024, targets for the objectifs of PMI and no other', () => {
    const lignes = complet()
    for (const l of lignes) if (typeof l[0] === 'number' && l[0] > 5) l[3] = null
    const entetes = ENTETES.map((e) => String(e).replace('2020', '2024'))
    expect(constatsAvec('OBJ-13', tableau(lignes, entetes), { exercice: 2024 })).toEqual([])
    for (const l of lignes) if (l[0] === 1) l[3] = null
    expect(bref(constatsAvec('OBJ-13', tableau(lignes, entetes), { exercice: 2024 }))).toEqual([
      ['a-justifier', [T('C3')]],
    ])
  })

  it('OBJ-14: the harmonised indicators, under the words that departments use', () => {
    const lignes = complet()
    const vad = rangDe(lignes, 'Nombre de visites à domicile pré')
    lignes[vad - 3]![1] = 'Nb de VAD pré et postnatales par les sages-femmes de PMI'
    expect(constatsAvec('OBJ-14', tableau(lignes))).toEqual([])
    lignes[vad - 3]![1] = 'Nombre de sages-femmes recrutées'
    const c = constatsAvec('OBJ-14', tableau(lignes))
    expect(bref(c)).toEqual([['a-justifier', [T(`C${vad}`)]]])
    expect(c[0]!.message).toContain('visites à domicile pré et postnatales')
  })

  it('OBJ-16: a starting value; « ND » is none', () => {
    const lignes = complet()
    lignes[0]![2] = 'ND'
    expect(bref(constatsAvec('OBJ-16', tableau(lignes)))).toEqual([['a-justifier', [T('C3')]]])
    expect(constatsAvec('OBJ-16', tableau(complet(), ENTETES.with(3, 'Commentaire')))[0]!.cellules).toEqual([
      T('B2'),
    ])
  })
})

describe('sources, transverse indicator, semesters, years', () => {
  it('OBJ-17: SNDS beside DREES, once the table tells them apart', () => {
    const avec = (interne: ValeurEssai) =>
      constatsAvec('OBJ-17', {
        TdB: [
          ['Objectif', 'Indicateur', 'Situation 2019 SNDS', 'Situation 2019 DREES', 'Cible 2020'],
          [
            'Objectif 1',
            'Taux de couverture par la PMI des entretiens prénataux précoces',
            0.1,
            interne,
            0.2,
          ],
        ],
      })
    expect(avec(0.12)).toEqual([])
    expect(bref(avec(null))).toEqual([['a-justifier', ['TdB!B2']]])
    expect(avec(null)[0]!.message).toContain('DREES')
  })

  it('OBJ-18: the delay of court decisions', () => {
    const sans = complet().filter((l) => !l[1].startsWith('Délai'))
    expect(constatsAvec('OBJ-18', tableau(complet()))).toEqual([])
    expect(bref(constatsAvec('OBJ-18', tableau(sans)))).toEqual([['a-justifier', [T('B2')]]])
  })

  it('TDB-01: the years of the plan', () => {
    const en2021 = { changer: (r: ValeurEssai[][]) => void (r[1]![3] = 2021) }
    expect(constatsAvec('TDB-01', tableau(complet()))).toEqual([])
    expect(bref(constatsAvec('TDB-01', tableau(complet()), en2021))).toEqual([['a-justifier', [T('B2')]]])
  })

  it('TDB-03: both semesters of the home visits', () => {
    const avec = (s2: ValeurEssai) =>
      constatsAvec('TDB-03', {
        TdB: [
          ['Objectif', 'Indicateur', 'Situation 2019', 'Cible 2020', 'Résultat 2020 S1', 'Résultat 2020 S2'],
          ['Objectif 3', 'Nombre de visites à domicile de sages-femmes', 1, 2, 3, s2],
          ['Objectif 2', 'Bilans', 1, 2, 3, null],
        ],
      })
    expect(avec(4)).toEqual([])
    expect(bref(avec(null))).toEqual([['a-justifier', ['TdB!B2', 'TdB!F1']]])
  })
})

describe('objectifs with indicators of their own', () => {
  it.each([
    ['OBJ-19', 12, 'Nombre de familles'],
    ['OBJ-20', 14, 'Nombre d’enfants accueillis'],
    ['OBJ-21', 18, 'Nombre de places en villages'],
    ['OBJ-23', 21, 'Nombre de places d’accueil'],
    ['OBJ-26', 6, 'Nombre d’informations'],
    ['OBJ-29', 9, 'Nombre d’enfants bénéficiant d’une double'],
    ['OBJ-30', 5, 'Nombre d’examens'],
  ])('%s: an indicator of objectif %i is missing', (regle, objectif, debut) => {
    const options = objectif > 11 ? plusObjectif(objectif) : {}
    const lignes = complet(objectif)
    expect(constatsAvec(regle, tableau(lignes), options)).toEqual([])
    const i = lignes.findIndex((l) => l[1].startsWith(debut))
    lignes[i]![1] = 'Observations qualitatives du service'
    const [c] = constatsAvec(regle, tableau(lignes), options)
    expect(c).toMatchObject({ gravite: regle === 'OBJ-30' ? 'information' : 'a-justifier' })
    expect(c!.message).toContain(debut)
    expect(c!.cellules).toContain(T(`C${i + 3}`))
    expect(c!.reference.article).toMatch(/^annexe (5\.2|6)/)
  })

  it.each([
    ['OBJ-20', 14],
    ['OBJ-26', 6],
  ])('%s: no target on objectif %i', (regle, objectif) => {
    const lignes = complet(objectif)
    const exige = REFERENTIELS[0]!.indicateurs.find(
      (i) => i.objectif === objectif && i.cible !== 'facultative',
    )!
    const i = lignes.findIndex((l) => l[1] === exige.libelle)
    lignes[i]![3] = null
    expect(bref(constatsAvec(regle, tableau(lignes), plusObjectif(objectif)))).toEqual([
      ['a-justifier', [T(`C${i + 3}`)]],
    ])
  })

  it('OBJ-22: objectif 20 is not all numbers', () => {
    const avec = (autre: string) =>
      bref(
        constatsAvec(
          'OBJ-22',
          tableau([
            [20, 'Nombre de tiers accompagnés', 1, 2],
            [20, autre, 1, 2],
          ]),
          plusObjectif(20),
        ),
      )
    expect(avec('Satisfaction des tiers')).toEqual([])
    expect(avec('Nombre de visites')).toEqual([['a-justifier', [T('C3'), T('C4')]]])
  })

  it('OBJ-24: the part is the ratio', () => {
    const avec = (part: ValeurEssai) =>
      bref(
        constatsAvec(
          'OBJ-24',
          tableau([
            [22, 'Nombre de mineurs de retour à domicile après une mesure de placement', 200, 210, 200],
            [
              22,
              'Nombre de mineurs de retour à domicile après une mesure de placement bénéficiant d’un accompagnement',
              90,
              100,
              90,
            ],
            [
              22,
              'Part des mineurs de retour à domicile après une mesure de placement ayant bénéficié d’un accompagnement',
              '45 %',
              0.5,
              part,
            ],
          ]),
          plusObjectif(22),
        ),
      )
    for (const juste of [0.45, 45, '45 %', '45,2 %']) expect(avec(juste)).toEqual([])
    expect(avec('46 %')).toEqual([['a-justifier', [T('F5'), T('F4'), T('F3')]]])
  })

  it('OBJ-25: an indicator of quality beside the number', () => {
    const avec = (...autres: Ligne[]) =>
      bref(
        constatsAvec(
          'OBJ-25',
          tableau([
            [23, 'Nombre d’enfants bénéficiant d’un parrainage ou d’un accompagnement par un bénévole', 1, 2],
            ...autres,
          ]),
          plusObjectif(23),
        ),
      )
    expect(avec([23, 'Stabilité des parrainages', 1, 2])).toEqual([])
    expect(avec()).toEqual([['a-justifier', [T('C3')]]])
  })

  it('OBJ-26 and OBJ-27: no more within three months than assessed, and the rate is their ratio', () => {
    const ip = (rapides: number, taux: ValeurEssai) =>
      tableau([
        [6, 'Nombre d’IP entrantes', 900, 900, 900],
        [6, 'Nombre d’IP évaluées', 800, 800, 800],
        [6, 'Nombre d’IP évaluées en moins de 3 mois', 400, 600, rapides],
        [6, 'Taux d’IP évaluées en moins de 3 mois', 0.5, 0.75, taux],
      ])
    expect(constatsAvec('OBJ-26', ip(600, 0.75))).toEqual([])
    expect(constatsAvec('OBJ-27', ip(600, 0.75))).toEqual([])
    expect(bref(constatsAvec('OBJ-26', ip(801, 1)))).toEqual([['a-justifier', [T('F5'), T('F4')]]])
    expect(bref(constatsAvec('OBJ-27', ip(600, 0.8)))).toEqual([['a-justifier', [T('F6'), T('F5'), T('F4')]]])
  })
})
