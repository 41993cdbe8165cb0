import { describe, expect, it } from 'vitest'
import { lettresDeColonne } from '../../shared/classeur/adresse.ts'
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
import { controler } from '../../shared/controle/controler.ts'
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
import * as parts from './dispositions/parts.ts'
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

describe('what is read of something else than its header is said so', () => {
  it.each<[string, Disposition, Surete, string]>([
    ['E', annees.ANNEE_D_UNE_COLONNE, 'probable', 'son année est celle des colonnes voisines'],
    ['D', annees.ANNEE_EN_TITRE, 'probable', 'son année est celle du titre, en A1'],
    ['F', annees.ANNEES_RELATIVES, 'a-confirmer', 'indiquez l’année de « N+1 »'],
    [
      'D',
      parts.ENVELOPPE_COCHEE,
      'probable',
      'ses croix disent quelle enveloppe paie le montant de la ligne',
    ],
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
  ])('the actions have the objectif of their heading: $nom', async ({ disposition }) => {
    const { plan, constats } = controler(await ouvrirDisposition(disposition))
    expect(plan.actions.map((a) => a.objectif)).toEqual([1, 1, 2])
    expect(constats.filter((c) => c.regle === 'LEC-02')).toEqual([])
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
