import { describe, expect, it } from 'vitest'
import { decouperReference, lettresDeColonne } from '../../shared/classeur/adresse.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import type { RoleColonne, Surete } from '../../shared/classeur/comprehension.ts'
import {
  choisirColonnes,
  choisirFeuille,
  CLE_CORRESPONDANCE,
  CORRESPONDANCE_VIDE,
  ecrireCorrespondance,
} from '../../shared/classeur/correspondance.ts'
import { classeurDe, type ValeurEssai } from '../../shared/classeur/fabrique.ts'
import { lireTableauDeBord } from '../../shared/contrat/lire-tableau-de-bord.ts'
import { controler } from '../../shared/controle/controler.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import * as annees from './dispositions/annees.ts'
import * as fiches from './dispositions/fiches.ts'
import * as feuilles from './dispositions/feuilles-et-totaux.ts'
import {
  compter,
  ouvrirDisposition,
  type Disposition,
  totauxLus,
  trouve,
} from './dispositions/disposition.ts'
import * as enTetes from './dispositions/en-tetes.ts'
import * as niveaux from './dispositions/niveaux.ts'
import * as parCroixOuTitre from './dispositions/objectifs.ts'
import * as parts from './dispositions/parts.ts'
import * as repartitions from './dispositions/repartitions.ts'
import * as sousLesEnTetes from './dispositions/sous-les-en-tetes.ts'
import * as tableauxDeBord from './dispositions/tableaux-de-bord.ts'
import * as tablesVoisines from './dispositions/tables-voisines.ts'
import { DISPOSITIONS } from './dispositions/toutes.ts'

describe.each(DISPOSITIONS.map((d) => [d.nom, d] as const))('%s', (_, disposition) => {
  it('every column is found without help, and no other sheet is read as the plan', async () => {
    const lu = trouve(await ouvrirDisposition(disposition))
    for (const [feuille, attendu] of Object.entries(disposition.attendu)) expect(lu[feuille]).toEqual(attendu)
    const { justes, total } = compter(disposition, lu)
    expect(justes).toBe(total)
  })

  it('the plan adds up to what a person finds in it', async () => {
    const lu = totauxLus(await ouvrirDisposition(disposition))
    expect(lu.actions).toBe(disposition.actions)
    if (disposition.totaux !== null) expect(lu.totaux).toEqual(disposition.totaux)
  })
})

it.each(DISPOSITIONS.filter((d) => d.actions > 0).map((d) => [d.nom, d] as const))(
  '%s: every finding leads to a cell of the workbook',
  async (_, disposition) => {
    const classeur = await ouvrirDisposition(disposition)
    const feuilles = new Set(classeur.feuilles.map((f) => f.nom))
    for (const { regle, cellules } of controler(classeur).constats) {
      expect(cellules, regle).not.toEqual([])
      expect(new Set(cellules).size, regle).toBe(cellules.length)
      for (const c of cellules) expect(feuilles, `${regle} ${c}`).toContain(decouperReference(c).feuille)
    }
  },
)

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

  it.each([
    { nom: 'a sheet for each', disposition: feuilles.FEUILLE_PAR_OBJECTIF },
    { nom: 'rows between the actions', disposition: feuilles.TITRES_CHIFFRES },
    { nom: 'numbered as they are', disposition: niveaux.CODES_EMBOITES, objectifs: [1, 1, 8] },
    { nom: 'in its own column', disposition: niveaux.THEMES_EMBOITES, objectifs: [1, 1, 8] },
    { nom: 'on another sheet', disposition: feuilles.ACTIONS_ET_FINANCES, objectifs: [1, 1, 8] },
    { nom: 'on their fiches', disposition: feuilles.FICHES_ET_FINANCES, objectifs: [1, 8] },
    { nom: 'in the column of their codes', disposition: sousLesEnTetes.CODES, objectifs: [1, 1, 6] },
    { nom: 'ticked', disposition: parCroixOuTitre.COCHES, objectifs: [2, 9, 11] },
    { nom: 'by their title', disposition: parCroixOuTitre.PAR_TITRE, objectifs: [2, 9, 11] },
    {
      nom: 'by a title between the rows',
      disposition: parCroixOuTitre.TITRES_ENTRE_LES_LIGNES,
      objectifs: [2, 2, 9],
    },
    { nom: 'in theirs', disposition: niveaux.OBJECTIFS_ET_ACTIONS, objectifs: [1, 1, 8] },
  ])('the actions have the objectif of their heading: $nom', async ({ disposition, objectifs }) => {
    const { plan, constats } = controler(await ouvrirDisposition(disposition))
    expect(plan.actions.map((a) => a.objectif)).toEqual(objectifs ?? [1, 1, 2])
    expect(constats.filter((c) => c.regle === 'LEC-02')).toEqual([])
  })

  it('objectifs without a number are said, and those that are ticked twice or not at all are asked for', async () => {
    const { comprehension } = controler(await ouvrirDisposition(parCroixOuTitre.PAR_TITRE))
    expect(comprehension.phrases).toContain(
      'L’objectif de 3 actions est reconnu à son titre officiel, sans numéro (objectifs 2, 9 et 11).',
    )
    const entete = ['N°', 'Action', 'Objectif 2', 'Objectif 9', 'FIR 2021', 'Part CD 2021']
    const { plan, constats } = controler(
      classeurDe({
        Plan: [
          entete,
          [1, 'Bilans', 'x', null, 10, 10],
          [2, 'Deux', 'x', 'x', 10, 10],
          [3, 'Aucun', null, null, 10, 10],
        ],
      }),
    )
    expect(plan.actions.map((a) => [a.objectif, a.objectifsLus])).toEqual([
      [2, [{ texte: 'Objectif 2', cellule: 'Plan!C2' }]],
      [null, [{ texte: 'Objectifs 2 et 9', cellule: 'Plan!C3' }]],
      [null, []],
    ])
    expect(constats.filter((c) => c.regle === 'LEC-02').map((c) => c.cellules)).toEqual([
      ['Plan!A4', 'Plan!B4'],
      ['Plan!C3'],
    ])
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

  it('a sheet named « OF6 CRIP » holds the actions of its objectif', () => {
    const { plan } = controler(
      classeurDe({
        'OF1 EPP': [
          ['Action', 'FIR', 'CD'],
          ['Recruter', 10, 10],
        ],
        'OF6 CRIP': [
          ['Action', 'P304', 'CD'],
          ['Évaluer', 20, 20],
        ],
      }),
    )
    expect(plan.actions.map((a) => a.objectif)).toEqual([1, 6])
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

  it('an objectif that is written once for its group goes on to the sub-total of its name, and no further', () => {
    const entete = ['Objectif', 'Action', 'FIR 2022', 'Part CD 2022']
    const lire = (...lignes: ValeurEssai[][]) =>
      controler(classeurDe({ Plan: [entete, ...lignes] })).plan.actions.map((a) => [a.intitule, a.objectif])
    const groupes = (total: string) =>
      lire(
        ['Objectif 1', 'EPP', 10, 10],
        [null, 'VAD', 15, 10],
        [total, null, 25, 20],
        ['Objectif 2', 'Bilans', 20, 20],
        [null, 'Dépistage', 20, 20],
      )
    for (const total of ['Total objectif 1', 'S/T OF 1', 'Sous-total de l’objectif n° 1'])
      expect(groupes(total)).toEqual([
        ['EPP', 1],
        ['VAD', 1],
        ['Bilans', 2],
        ['Dépistage', null],
      ])
    expect(groupes('Total objectif 3')).toContainEqual(['VAD', null])
    expect(groupes('Total')).toContainEqual(['VAD', null])
  })

  it('an action that is called as its objectif is serves it, unless the plan says another', async () => {
    const titre = 'Renforcer l’ODPE'
    const lire = (entete: ValeurEssai[], ...lignes: ValeurEssai[][]) =>
      controler(classeurDe({ Plan: [entete, ...lignes] })).plan.actions
    const [seule, autre] = lire(
      ['N°', 'Action', 'FIR 2021', 'Part CD 2021'],
      [1, titre, 10, 10],
      [2, 'Renforcer autre chose', 10, 10],
    )
    expect(seule).toMatchObject({ objectif: 11, objectifsLus: [{ texte: titre, cellule: 'Plan!B2' }] })
    expect(autre).toMatchObject({ objectif: null, objectifsLus: [] })
    const [dite] = lire(
      ['N°', 'Objectif', 'Action', 'FIR 2021', 'Part CD 2021'],
      [1, 'Objectif 9', titre, 10, 10],
    )
    expect(dite).toMatchObject({ objectif: 9, objectifsLus: [{ cellule: 'Plan!B2' }] })
  })

  it('a block without an objectif of its own has that of the heading before it', async () => {
    const { plan } = controler(await ouvrirDisposition(fiches.BLOCS))
    expect(plan.actions.map((a) => a.objectif)).toEqual([1, 1, 8])
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

  it('objectifs of another sheet are said, with their cells, and not where rows disagree', async () => {
    const { plan, comprehension } = controler(await ouvrirDisposition(feuilles.ACTIONS_ET_FINANCES))
    expect(plan.actions.map((a) => [a.numero, a.intitule, a.objectifsLus[0]?.cellule])).toEqual([
      ['1', 'EPP', 'Actions!B3'],
      ['2', 'Information', 'Actions!B3'],
      ['3 BIS', 'Contrôles', 'Actions!B5'],
    ])
    expect(comprehension.phrases).toContain(
      'L’objectif de 3 actions est lu dans « Actions », d’après leur numéro.',
    )
    expect(comprehension.feuillesIgnorees).toEqual([])

    const ailleurs = (...lignes: ValeurEssai[][]) =>
      controler(
        classeurDe({
          Actions: [['N°', 'Objectif'], ...lignes],
          Finances: [
            ['N° action', 'FIR', 'CD'],
            [1, 40_000, 45_000],
          ],
        }),
      ).plan.actions[0]!.objectif
    expect(ailleurs([1, 'Objectif 1'], [1, 'Objectif 1'])).toBe(1)
    expect(ailleurs([1, 'Objectif 1'], [1, 'Objectif 2'])).toBeNull()
    expect(ailleurs([2, 'Objectif 1'])).toBeNull()
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

  it('an objectif of the action in its own words stays one to be confirmed, where no row names one of the contract’s', () => {
    const { tables } = comprendre(
      classeurDe({
        Plan: [
          ['N°', 'Objectif de l’action', 'FIR 2022', 'Part CD (50 %)', 'Taux CD'],
          [1, 'Mieux accueillir', 40_000, 40_000, 0.5],
          [2, 'Mieux orienter', 10_000, 10_000, 0.5],
        ],
      }),
    )
    expect(tables[0]!.colonnes.map((c) => c.role)).toEqual(['numero', 'objectif', 'FIR', 'departement', null])
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

describe('a layout that nobody foresaw', () => {
  const inconnue = () =>
    classeurDe({
      Feuil1: [
        ['Suivi 2022'],
        ['Repère', 'Alpha', 'Bêta', 'Gamma', 'Delta'],
        ['a', 'EPP', 'Objectif 1', 100, 110],
        ['b', 'Bilans', 'Objectif 2', 200, 210],
      ],
    })

  it('is not guessed', () => {
    expect(comprendre(inconnue()).tables).toEqual([])
    expect(totauxLus(inconnue())).toEqual({ actions: 0, totaux: {} })
  })

  it('is read once the officer has said what it is, without a line of code', () => {
    const dire = (texte: string) => ({ ...inconnue(), donnees: { [CLE_CORRESPONDANCE]: texte } })
    const lue = choisirFeuille(CORRESPONDANCE_VIDE, 'Feuil1', 'lire')
    const table = comprendre(dire(ecrireCorrespondance(lue))).tables[0]!
    const roles: RoleColonne[] = ['numero', 'intitule', 'objectif', 'FIR', 'departement']
    const choix = new Map(
      roles.map((role, colonne) => [colonne, { role, exercice: colonne > 2 ? 2022 : null, unite: 1 }]),
    )
    const dite = ecrireCorrespondance(choisirColonnes(lue, table, choix))
    expect(totauxLus(dire(dite))).toEqual({ actions: 2, totaux: { FIR: 300, departement: 320 } })
  })
})
