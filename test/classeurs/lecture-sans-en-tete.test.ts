import { describe, expect, it } from 'vitest'
import { lettresDeColonne } from '../../shared/classeur/adresse.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import type { RoleColonne, Surete } from '../../shared/classeur/comprehension.ts'
import { classeurDe, type ValeurEssai } from '../../shared/classeur/fabrique.ts'
import { lireTableauDeBord } from '../../shared/contrat/lire-tableau-de-bord.ts'
import { controler } from '../../shared/controle/controler.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import * as annees from './dispositions/annees.ts'
import { ouvrirDisposition, type Disposition, totauxLus } from './dispositions/disposition.ts'
import * as enTetes from './dispositions/en-tetes.ts'
import * as niveaux from './dispositions/niveaux.ts'
import * as parCroixOuTitre from './dispositions/objectifs.ts'
import * as parts from './dispositions/parts.ts'
import * as repartitions from './dispositions/repartitions.ts'
import * as sousLesEnTetes from './dispositions/sous-les-en-tetes.ts'
import * as tableauxDeBord from './dispositions/tableaux-de-bord.ts'
import * as tablesVoisines from './dispositions/tables-voisines.ts'

describe('what is read of something else than its header is said so', () => {
  it.each<[string, Disposition, Surete, string]>([
    ['E', annees.ANNEE_D_UNE_COLONNE, 'probable', 'son année est celle des colonnes voisines'],
    ['D', annees.ANNEE_EN_TITRE, 'probable', 'son année est celle du titre, en A1'],
    ['F', annees.ANNEES_RELATIVES, 'a-confirmer', 'indiquez l’année de « N+1 »'],
    ['E', sousLesEnTetes.ANNEES_SANS_DATE, 'a-confirmer', 'indiquez l’année de « année 2 »'],
    [
      'D',
      parts.ENVELOPPE_COCHEE,
      'probable',
      'ses croix disent quelle enveloppe paie le montant de la ligne',
    ],
    ['F', enTetes.TIERS_NOMMES, 'probable', 'son en-tête nomme un financeur, ses valeurs sont des montants'],
    ['D', repartitions.FINANCEMENT_REDIGE, 'probable', 'ses cellules disent qui paie, et combien'],
    [
      'A',
      niveaux.OBJECTIFS_ET_ACTIONS,
      'probable',
      'ses lignes nomment tantôt un objectif, tantôt une action',
    ],
    ['D', parCroixOuTitre.COCHES, 'probable', 'ses croix disent quel objectif sert l’action de la ligne'],
    ['A', parCroixOuTitre.PAR_TITRE, 'probable', 'reconnue à ses valeurs, non à son en-tête'],
    ['B', parts.OBJECTIF_STRATEGIQUE, 'probable', 'reconnue à ses valeurs, non à son en-tête'],
    [
      'J',
      tablesVoisines.UNE_TABLE_PAR_ENVELOPPE,
      'probable',
      'son enveloppe, programme 304, est celle du titre du tableau ou de la feuille',
    ],
  ])('column %s: %#', async (lettre, disposition, surete, doute) => {
    const { tables } = comprendre(await ouvrirDisposition(disposition))
    const colonnes = tables.flatMap((t) => t.colonnes)
    expect(colonnes.find((c) => lettresDeColonne(c.colonne) === lettre)).toMatchObject({ surete, doute })
  })

  it('a table beside the plan that is not read is named with its place', async () => {
    const rapport = controler(await ouvrirDisposition(tablesVoisines.PLAN_ET_SYNTHESE))
    expect(rapport.comprehension.phrases).toContain(
      'Le tableau de « Plan » qui commence en H2 ne nomme aucune action : il n’est pas additionné.',
    )
  })

  it.each<[string, ValeurEssai[][], (RoleColonne | null)[]]>([
    [
      'an enveloppe, under a header that is not known',
      [
        ['N°', 'Objectif', 'Fonds mobilisé', 'Part État', 'Part CD'],
        [1, 1, 'FIR', 10, 10],
        [2, 6, 'BOP 304', 10, 10],
      ],
      ['numero', 'objectif', 'enveloppe', 'etat', 'departement'],
    ],
    [
      'an enveloppe, under a header that names one',
      [
        ['N°', 'Objectif', 'Enveloppe (FIR)', 'Part État', 'Part CD'],
        [1, 1, 'FIR', 10, 10],
        [2, 6, 'P304', 10, 10],
      ],
      ['numero', 'objectif', 'enveloppe', 'etat', 'departement'],
    ],
    [
      'amounts, under « Co-financeurs »',
      [
        ['N°', 'Objectif', 'FIR', 'Part CD', 'Co-financeurs (CAF, MSA)'],
        [1, 1, 10, 10, 500],
        [2, 6, 10, 10, null],
      ],
      ['numero', 'objectif', 'FIR', 'departement', 'autres'],
    ],
    [
      'words in which an enveloppe is named now and then',
      [
        ['N°', 'Objectif', 'Remarques', 'Part État', 'Part CD'],
        [1, 1, 'FIR', 10, 10],
        [2, 6, 'À revoir', 10, 10],
        [3, 9, 'Attente', 10, 10],
      ],
      ['numero', 'objectif', null, 'etat', 'departement'],
    ],
  ])('the values of a column tell that it holds %s', (_, lignes, roles) => {
    const [table] = comprendre(classeurDe({ Plan: lignes })).tables
    expect(table!.colonnes.map((c) => c.role)).toEqual(roles)
  })

  it('the name of a sheet says who pays where it speaks of money, or where another sheet is another funder’s', () => {
    const lignes: ValeurEssai[][] = [
      ['N°', 'Objectif', 'Action', 'Montant 2021'],
      [1, 1, 'EPP', 10],
      [2, 6, 'CRIP', 20],
    ]
    const roles = (feuilles: Record<string, ValeurEssai[][]>) =>
      comprendre(classeurDe(feuilles)).tables.map((t) => t.colonnes.at(-1)!.role)
    expect(roles({ 'Crédits CD': lignes })).toEqual(['departement'])
    expect(roles({ 'CD 62': lignes })).toEqual(['montant'])
    expect(roles({ 'Plan d’action': lignes })).toEqual(['montant'])
    const autre = lignes.map((l, i) => (i === 0 ? l : [...l.slice(0, 3), 7]))
    expect(roles({ 'CD 62': lignes, 'Part État': autre })).toEqual(['departement', 'etat'])
    const { colonnes } = comprendre(classeurDe({ 'Crédits CD': lignes })).tables[0]!
    expect(colonnes.at(-1)).toMatchObject({ surete: 'probable', doute: '« Crédits CD » dit qui paie' })
  })

  it.each([
    { disposition: sousLesEnTetes.DETAILS, lignes: '3 et 4' },
    { disposition: sousLesEnTetes.PREVU_PUIS_REALISE, lignes: '3 et 5' },
  ])('rows of detail are said: %#', async ({ disposition, lignes }) => {
    const { comprehension, constats } = controler(await ouvrirDisposition(disposition))
    expect(comprehension.phrases).toContain(
      `2 lignes détaillent celles du dessus ou disent ce qui en est réalisé (${lignes}) : leurs montants ne s’y ajoutent pas.`,
    )
    expect(constats.filter((c) => c.regle.startsWith('LEC'))).toEqual([])
  })

  it.each<[string, ValeurEssai[][]]>([
    [
      'a column without a header says it',
      [
        ['N°', 'Objectif', 'Action', null, 'FIR', 'CD'],
        [1, 1, 'EPP', 'Prévu', 30, 30],
        [1, 1, 'EPP', 'Réalisé', 20, 10],
        [2, 1, 'VAD', 'Prévu', 1, 1],
        [2, 1, 'VAD', 'Réalisé', 1, 1],
      ],
    ],
    [
      'they repeat their objectif',
      [
        ['Objectif', 'Action', 'FIR', 'CD'],
        ['Objectif 1', 'EPP', 31, 31],
        ['Objectif 1', '- dont personnel', 20, 20],
        ['Objectif 1', '- dont véhicule', 11, 11],
      ],
    ],
    [
      'they are the enveloppes of the row above, which is their sum and names the action',
      [
        ['N°', 'Objectif', 'Action', 'Financeur', 'Montant 2021'],
        [1, 1, 'EPP', 'État', 31],
        [null, null, null, 'dont FIR', 21],
        [null, null, null, 'dont P304', 10],
        [null, null, null, 'Département', 31],
      ],
    ],
  ])('rows of detail do not count twice where %s', (_, lignes) => {
    const { plan } = controler(classeurDe({ Plan: lignes }))
    const sommes = Map.groupBy(
      plan.actions.flatMap((a) => a.financements),
      (f) => f.financeur,
    )
    const euros = (qui: 'Etat' | 'Departement') =>
      sommes.get(qui)!.reduce((s, f) => s + (f.prevu?.centimes ?? 0), 0) / 100
    expect([euros('Etat'), euros('Departement')]).toEqual([31, 31])
    expect(plan.actions.map((a) => a.objectif)).toEqual(plan.actions.map(() => 1))
    expect(plan.actions.every((a) => a.financements.length > 0)).toBe(true)
  })

  it('a « dont » under an action without an amount is counted, for nothing else is', () => {
    const { plan } = controler(
      classeurDe({
        Plan: [
          ['Objectif', 'Action', 'FIR', 'Part CD'],
          [1, 'EPP', null, null],
          [1, 'dont sages-femmes', 20, 20],
        ],
      }),
    )
    expect(plan.actions.flatMap((a) => a.financements).map((f) => f.prevu?.centimes)).toEqual([2000, 2000])
  })

  it('a fiche that says two exercices says none for its amounts, and what an amount says of itself stands', async () => {
    const lire = (...lignes: ValeurEssai[][]) =>
      controler(
        classeurDe({
          FA1: [
            ['Fiche action n° 1'],
            ['Objectif', 'Objectif 1'],
            ['Description', 'Texte'],
            ...lignes,
            ['Part de l’État (FIR)', 10],
            ['Part du Département 2022', 10],
          ],
        }),
      ).plan.actions[0]!.financements.map((f) => [f.enveloppe, f.exercice])
    expect(lire(['Exercice', 2021])).toEqual([
      ['FIR', 2021],
      [null, 2022],
    ])
    expect(lire(['Exercice', 2021], ['Année', 2022])).toEqual([
      ['FIR', null],
      [null, 2022],
    ])
    expect(lire(['Enveloppe', 'P304'])).toEqual([
      ['FIR', null],
      [null, 2022],
    ])
  })

  it('an exercice written as a date is its year', () => {
    for (const [date1904, serie] of [
      [false, 44_197],
      [true, 44_197 - 1462],
    ] as const) {
      const classeur = classeurDe({
        Plan: [
          ['N°', 'Objectif', 'Exercice', 'FIR', 'CD'],
          [1, 1, { valeur: serie, format: 'yyyy' }, 10, 10],
        ],
      })
      classeur.date1904 = date1904
      expect(controler(classeur).plan.exercices).toEqual([2021])
    }
  })

  it('what stands under the total is said not to be read, and what names an action there is read', () => {
    const sous = (...lignes: ValeurEssai[][]) =>
      comprendre(
        classeurDe({
          Plan: [
            ['N°', 'Action', 'Objectif', 'FIR 2022', 'CD 2022'],
            [1, 'EPP', 1, 40_000, 45_000],
            ['TOTAL', null, null, 40_000, 45_000],
            ...lignes,
          ],
        }),
      ).tables[0]!.lignesNote
    const restes: ValeurEssai[] = [null, 'Enveloppe FIR', null, 50_000]
    expect(sous(restes, ['Le Président', null, null, 'Le Préfet'])).toEqual([3, 4])
    expect(sous(restes, [2, 'Bilans', null, 1000])).toEqual([])
    expect(sous([null, 'Bilans', null, 1000])).toEqual([])
    expect(sous([null, null, 'Objectif 2', 1000])).toEqual([])
  })

  it('a row of amounts that are no sum of the rows above is an amount of the action', () => {
    const lignes = (dernier: number) => [
      ['N°', 'Action', 'Objectif', 'FIR 2022', 'CD 2022'],
      [1, 'EPP', 1, 40_000, 45_000],
      [2, 'Bilans', 2, 10_000, 15_000],
      [null, null, null, 50_000, dernier],
    ]
    expect(totauxLus(classeurDe({ Plan: lignes(60_000) })).totaux).toEqual({
      FIR: 50_000,
      departement: 60_000,
    })
    expect(totauxLus(classeurDe({ Plan: lignes(60_001) })).totaux).toEqual({
      FIR: 100_000,
      departement: 120_001,
    })
  })

  it('rows numbered under another one are actions of their own where it does not bear their sum', () => {
    const lignes = (tete: number) => [
      ['N°', 'Action', 'Objectif', 'FIR 2022', 'CD 2022'],
      ['1', 'EPP', 1, tete, 45_000],
      ['1.1', 'Recruter', 1, 25_000, 30_000],
      ['1.2', 'Former', 1, 15_000, 15_000],
    ]
    expect(totauxLus(classeurDe({ Plan: lignes(40_000) }))).toMatchObject({
      actions: 2,
      totaux: { FIR: 40_000 },
    })
    expect(totauxLus(classeurDe({ Plan: lignes(40_001) }))).toMatchObject({
      actions: 3,
      totaux: { FIR: 80_001 },
    })
  })

  it.each([
    { disposition: tableauxDeBord.SANS_OBJECTIF, objectifs: [null, null] },
    { disposition: tableauxDeBord.OBJECTIFS_EN_INTERTITRES, objectifs: [1, 2] },
    { disposition: tableauxDeBord.LIBELLE_SEUL, objectifs: [1, 2] },
  ])('the indicators have the objectif that is written: %#', async ({ disposition, objectifs }) => {
    const { feuilles } = await ouvrirDisposition(disposition)
    const lu = lireTableauDeBord(feuilles, REFERENTIELS[0]!)
    expect(lu?.indicateurs.map((i) => [i.objectif, i.valeurs.length])).toEqual(
      objectifs.map((o) => [o, lu!.colonnes.length]),
    )
  })

  it('a list of results by action is no tableau de bord', () => {
    const bilan = classeurDe({
      Bilan: [
        ['Action', 'Indicateur', 'T0', 'Cible 2022', 'Résultat 2022'],
        ['EPP', 'Nombre d’entretiens', 100, 120, 110],
      ],
    })
    expect(lireTableauDeBord(bilan.feuilles, REFERENTIELS[0]!)).toBeNull()
  })

  it('a second header that holds amounts is the first row of the plan', () => {
    const { tables } = comprendre(
      classeurDe({
        Plan: [
          ['Objectif', 'Action', 'Financement'],
          ['Objectif 1', 'EPP', 'FIR : 40 000 €'],
          ['Objectif 2', 'Bilans', 'FIR : 10 000 €'],
        ],
      }),
    )
    expect(tables[0]).toMatchObject({ derniereLigneEntete: 0, plage: { ligne: 0, derniereLigne: 2 } })
  })

  it('funders of a cell without an amount for each are not guessed: the cell is pointed at, once', () => {
    const { constats, totaux } = controler(
      classeurDe({
        Plan: [
          ['N°', 'Objectif', 'Action', 'Budget 2022'],
          [1, 'Objectif 1', 'EPP', 'FIR : 60 000 € / CD : 45 000 €'],
          [2, 'Objectif 2', 'Bilans', 'FIR : à définir / CD : 45 000 €'],
        ],
      }),
    )
    expect(totaux).toMatchObject({ FIR: 6_000_000, departement: 4_500_000, autres: 0 })
    expect(constats).toContainEqual(expect.objectContaining({ regle: 'COF-01', cellules: ['Plan!D2'] }))
    expect(constats.filter((c) => c.regle === 'LEC-01')).toMatchObject([
      {
        gravite: 'bloquant',
        cellules: ['Plan!D3'],
        message: expect.stringContaining('une colonne par financeur'),
      },
    ])
  })

  it('an action a column is not read, and what to do is said', () => {
    const enColonnes = classeurDe({
      Fiches: [
        [null, 'Action 1', 'Action 2'],
        ['Intitulé', 'EPP', 'Contrôles'],
        ['Objectif', 'Objectif 1', 'Objectif 8'],
        ['FIR', 40_000, null],
        ['Département', 45_000, 90_000],
      ],
    })
    expect(() => controler(enColonnes)).toThrow(/« Fiches » a une action par colonne.*« Transposé »/)
  })

  it('an enveloppe of a heading is judged, at the amount', async () => {
    const { constats } = controler(await ouvrirDisposition(tablesVoisines.UNE_TABLE_PAR_ENVELOPPE))
    // Objectif 1 under « FIR » and objectif 8 under « Programme 304 » are both right.
    expect(constats.filter((c) => c.regle.startsWith('ENV-0'))).toEqual([])
    expect(constats.filter((c) => c.regle === 'FIC-03')).toEqual([])
  })
})
