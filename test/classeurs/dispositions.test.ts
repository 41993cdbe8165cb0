import { describe, expect, it } from 'vitest'
import { lettresDeColonne } from '../../shared/classeur/adresse.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import type { RoleColonne } from '../../shared/classeur/comprehension.ts'
import {
  choisirColonnes,
  choisirFeuille,
  CLE_CORRESPONDANCE,
  CORRESPONDANCE_VIDE,
  ecrireCorrespondance,
} from '../../shared/classeur/correspondance.ts'
import { classeurDe } from '../../shared/classeur/fabrique.ts'
import { controler } from '../../shared/controle/controler.ts'
import * as annees from './dispositions/annees.ts'
import { compter, ouvrirDisposition, totauxLus, trouve } from './dispositions/disposition.ts'
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
  it.each([
    [annees.ANNEE_D_UNE_COLONNE, 'E', 'probable', 'son année est celle des colonnes voisines'],
    [annees.ANNEE_EN_TITRE, 'D', 'probable', 'son année est celle du titre, en A1'],
    [annees.ANNEES_RELATIVES, 'F', 'a-confirmer', 'indiquez l’année de « N+1 »'],
    [
      parts.ENVELOPPE_COCHEE,
      'D',
      'probable',
      'ses croix disent quelle enveloppe paie le montant de la ligne',
    ],
    [parts.OBJECTIF_STRATEGIQUE, 'B', 'probable', 'reconnue à ses valeurs, non à son en-tête'],
    [
      tablesVoisines.UNE_TABLE_PAR_ENVELOPPE,
      'J',
      'probable',
      'son enveloppe, programme 304, est celle du titre du tableau ou de la feuille',
    ],
  ] as const)('$0.nom: column $1', async (disposition, lettre, surete, doute) => {
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
