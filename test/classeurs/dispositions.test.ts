import { describe, expect, it } from 'vitest'
import { decouperReference } from '../../shared/classeur/adresse.ts'
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
import { compter, ouvrirDisposition, totauxLus, trouve } from './dispositions/disposition.ts'
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
