import { beforeEach, describe, expect, it } from 'vitest'
import { HoteExcel } from '../../addin/excel/hote-excel.ts'
import { suivreChangements } from '../../addin/excel/changements.ts'
import { decouperReference } from '../../shared/classeur/adresse.ts'
import { feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import { PLAN, classeurContrat } from './classeur-contrat.ts'
import { CONTRAT_HOTE } from './contrat-hote.ts'
import type { FabriqueHote } from './contrat-hote.ts'
import { installerExcel } from './hote-filaire.ts'
import type { HoteFilaire } from './hote-filaire.ts'

const ZIP = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])
const attendre = (ms: number): Promise<void> => new Promise((tenir) => setTimeout(tenir, ms))

const fabrique: FabriqueHote = (classeur) => {
  const { grille } = installerExcel(classeur, ZIP)
  const hote = new HoteExcel()
  return Promise.resolve({
    hote,
    plusieursAires: false,
    selection: () => Promise.resolve(grille.selection),
    aspect: (cellule) => {
      const { feuille, adresse } = decouperReference(cellule)
      const aspects = grille.aspects(feuille)
      return Promise.resolve({ fond: aspects.fondVu(adresse), note: aspects.noteVue(adresse) })
    },
    colorier: (cellule, fond) => {
      const { feuille, adresse } = decouperReference(cellule)
      grille.aspects(feuille).fonds.set(adresse, fond)
      return Promise.resolve()
    },
    taper: async (cellule, valeur) => {
      const { feuille, adresse } = decouperReference(cellule)
      await Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem(feuille).getRange(adresse).values = [[valeur]]
        await contexte.sync()
      })
    },
    repos: () => attendre(450),
    fermer: () => Promise.resolve(),
  })
}

describe('contract of the hosts, on Excel', () => {
  for (const { titre, derouler } of CONTRAT_HOTE) it(titre, () => derouler(fabrique))
})

describe('HoteExcel', () => {
  let excel: HoteFilaire
  let hote: HoteExcel
  beforeEach(() => {
    excel = installerExcel(classeurContrat(), ZIP)
    hote = new HoteExcel()
  })

  it('reads a workbook of several sheets in five exchanges, the release of its ranges included', async () => {
    await hote.lire()
    expect(excel.echanges()).toBe(5)
  })

  it('has every sheet calculated again', async () => {
    await hote.recalculer()
    expect(excel.grille.recalculees).toEqual([PLAN, 'Synthèse', 'Listes', 'Vide'])
  })

  it('reads a large sheet in blocks, in order, without losing a row', async () => {
    const grande = feuilleVide('Grande')
    for (let l = 0; l < 5000; l++)
      for (let c = 0; c < 12; c++) poserCellule(grande, l + 3, c + 2, { valeur: l * 12 + c })
    excel.grille.classeur.feuilles.push(grande)
    const lue = (await hote.lire()).feuilles.find((f) => f.nom === 'Grande')
    expect(lue?.lignes.size).toBe(5000)
    expect(lue).toEqual(grande)
    expect(excel.echanges()).toBeLessThan(10)
  })

  it('asks for less at a time when Excel finds the answer too large', async () => {
    const longue = feuilleVide('Longue')
    for (let l = 0; l < 200; l++) poserCellule(longue, l, 0, { valeur: 'x'.repeat(500) })
    excel.grille.classeur.feuilles.push(longue)
    excel.interprete.tailleMax = 40_000
    const lue = (await hote.lire()).feuilles.find((f) => f.nom === 'Longue')
    expect(lue?.lignes).toEqual(longue.lignes)
  })

  it('gives up on a sheet that is no table, with its name', async () => {
    const infinie = feuilleVide('Débordement')
    poserCellule(infinie, 0, 0, { valeur: 1 })
    poserCellule(infinie, 1_048_575, 20, { valeur: 1 })
    excel.grille.classeur.feuilles.push(infinie)
    await expect(hote.lire()).rejects.toThrow(/« Débordement » s’étend sur 1048576 lignes/)
  })

  it('reads hidden rows and columns, tables, protection, names and French error values', async () => {
    const plan = excel.grille.classeur.feuilles[0]!
    plan.lignesMasquees.add(4)
    plan.colonnesMasquees.add(2)
    plan.protegee = true
    plan.tableaux.push({
      nom: 'Actions',
      plage: { ligne: 2, colonne: 0, derniereLigne: 6, derniereColonne: 2 },
    })
    poserCellule(plan, 7, 0, { valeur: { erreur: '#VALUE!' }, formule: 'A1+1' })
    excel.grille.classeur.noms.push({ nom: 'Total', reference: "'Plan d''action été'!$B$6" })
    const classeur = await hote.lire()
    const lu = classeur.feuilles[0]!
    expect([...lu.lignesMasquees]).toEqual([4])
    expect([...lu.colonnesMasquees]).toEqual([2])
    expect(lu.protegee).toBe(true)
    expect(lu.tableaux).toEqual(plan.tableaux)
    expect(lu.lignes.get(7)?.get(0)).toEqual({ valeur: { erreur: '#VALUE!' }, formule: 'A1+1' })
    expect(classeur.noms).toEqual([{ nom: 'Total', reference: "'Plan d''action été'!$B$6" }])
  })

  describe('after a change', () => {
    const GRANDE = 'Listes détaillées'
    let arreter: () => void
    beforeEach(async () => {
      const { classeur } = excel.grille
      for (const nom of [GRANDE, 'Voisine']) {
        const feuille = feuilleVide(nom)
        for (let l = 0; l < 50; l++) poserCellule(feuille, l, 0, { valeur: `${nom} ${l}` })
        classeur.feuilles.push(feuille)
      }
      arreter = hote.surChangement(() => undefined)
      await attendre(20)
    })
    /** The sheets whose cells are asked for by this reading. */
    const demandees = async (lire: () => Promise<unknown>): Promise<string[]> => {
      excel.grille.lues.length = 0
      await lire()
      return [...new Set(excel.grille.lues)].sort()
    }
    const relire = (): Promise<string[]> => demandees(() => hote.relireApresChangement())
    const idDe = (nom: string): string =>
      `{${excel.grille.classeur.feuilles.findIndex((f) => f.nom === nom)}}`
    const poser = (nom: string, valeur: string): void =>
      poserCellule(
        excel.grille.classeur.feuilles.find((f) => f.nom === nom)!,
        3,
        0,
        { valeur },
      )
    const valeurDe = async (nom: string): Promise<unknown> =>
      (await hote.relireApresChangement()).feuilles
        .find((f) => f.nom === nom)
        ?.lignes.get(3)
        ?.get(0)?.valeur

    it('asks only for the sheets that changed, and for those that hold formulas', async () => {
      await hote.lire()
      expect(await relire()).toEqual([PLAN])
      await hote.ecrire(`${GRANDE}!A4`, 'neuf')
      expect(await relire()).toEqual([GRANDE, PLAN].sort())
      expect(await valeurDe(GRANDE)).toBe('neuf')
      expect(await relire()).toEqual([PLAN])
    })

    it('gives the very sheet that was read, as long as its name and what is hidden have not changed', async () => {
      const avant = await hote.lire()
      const rang = avant.feuilles.findIndex((f) => f.nom === GRANDE)
      expect((await hote.relireApresChangement()).feuilles[rang]).toBe(avant.feuilles[rang])
      excel.grille.classeur.feuilles[rang]!.lignesMasquees.add(7)
      const apres = (await hote.relireApresChangement()).feuilles[rang]!
      expect(apres).not.toBe(avant.feuilles[rang])
      expect([...apres.lignesMasquees]).toEqual([7])
      expect(apres.lignes).toEqual(avant.feuilles[rang]!.lignes)
    })

    it('asks for all of them when a person asks for a check', async () => {
      await hote.lire()
      expect(await demandees(() => hote.lire())).toEqual(
        [PLAN, 'Synthèse', 'Listes', GRANDE, 'Voisine'].sort(),
      )
    })

    it.each(['surFormat', 'surTri'] as const)(
      'asks again for a sheet whose rows or formats changed (%s)',
      async (evenement) => {
        await hote.lire()
        poser(GRANDE, 'autre')
        excel.grille[evenement](idDe(GRANDE), 'A1:A50')
        await attendre(20)
        expect(await valeurDe(GRANDE)).toBe('autre')
      },
    )

    it('does not keep what changed while it was read', async () => {
      const lecture = hote.lire()
      excel.grille.surChangement(idDe(GRANDE), 'A4')
      await lecture
      poser(GRANDE, 'pendant')
      expect(await valeurDe(GRANDE)).toBe('pendant')
    })

    it('asks again for a sheet that has grown, and for one that took another’s place', async () => {
      await hote.lire()
      poserCellule(
        excel.grille.classeur.feuilles.find((f) => f.nom === GRANDE)!,
        60,
        0,
        { valeur: 'fin' },
      )
      expect(await relire()).toContain(GRANDE)
    })

    it('asks for everything where cells may change by themselves: pivot tables, queries, data types', async () => {
      excel.grille.croises.set(GRANDE, ['TCD'])
      await hote.lire()
      expect(await relire()).toEqual([GRANDE, PLAN].sort())
      excel.grille.requetes = 1
      await hote.lire()
      expect(await relire()).toHaveLength(5)
    })

    it.each(['1.10', '1.14'])('asks for everything in an Excel without ExcelApi %s', async (version) => {
      arreter()
      excel.absentes.add(version)
      arreter = hote.surChangement(() => undefined)
      await attendre(20)
      await hote.lire()
      expect(await relire()).toHaveLength(5)
    })

    it('asks for everything where Excel does not say what the workbook refreshes from', async () => {
      await hote.lire()
      excel.grille.requetes = 'refus'
      expect(await relire()).toHaveLength(5)
    })

    it('asks for everything once it is no longer told of changes', async () => {
      await hote.lire()
      arreter()
      expect(await relire()).toHaveLength(5)
    })
  })

  it('tells a text that looks like a formula from a formula', async () => {
    poserCellule(excel.grille.classeur.feuilles[0]!, 8, 0, { valeur: '=SOMME(A1)' })
    expect((await hote.lire()).feuilles[0]!.lignes.get(8)?.get(0)).toEqual({ valeur: '=SOMME(A1)' })
  })

  it('writes a text that reads like an error as a text', async () => {
    await hote.ecrire(`${PLAN}!A10`, '#N/A')
    expect((await hote.lire()).feuilles[0]!.lignes.get(9)?.get(0)).toEqual({ valeur: '#N/A' })
  })

  it('says in French that a sheet is protected, and changes nothing', async () => {
    excel.grille.classeur.feuilles[0]!.protegee = true
    await expect(hote.ecrire(`${PLAN}!B4`, 1)).rejects.toThrow(/protég/)
    expect(excel.grille.classeur.feuilles[0]!.lignes.get(3)?.get(1)?.valeur).toBe(250000)
  })

  it('says in French that a hidden sheet cannot be selected', async () => {
    await expect(hote.selectionner(['Listes!A1'])).rejects.toThrow(/masquée/)
    expect(excel.grille.selection).toBe(`${PLAN}!A1`)
  })

  it('selects eighty cells of a column as one range', async () => {
    await hote.selectionner(Array.from({ length: 80 }, (_, i) => `${PLAN}!G${i + 7}`))
    expect(excel.grille.selection).toBe(`${PLAN}!G7:G86`)
  })

  it('puts the slices of a large file together and closes it', async () => {
    const grand = new Uint8Array(9_000_000)
    for (let i = 0; i < grand.length; i += 997) grand[i] = i % 251
    excel.fichier.octets = grand
    const lu = await hote.octets()
    expect(Buffer.compare(lu, grand)).toBe(0)
    expect(excel.fichier.ouverts).toBe(0)
  })

  it('says in French that Excel does not give the file', async () => {
    excel.fichier.echoue = true
    await expect(hote.octets()).rejects.toThrow(/^Excel n’a pas donné le contenu du fichier/)
  })

  it('tells of a burst of changes once', async () => {
    let rappels = 0
    const arreter = suivreChangements(() => rappels++, 30)
    await attendre(20)
    for (let i = 0; i < 20; i++) excel.grille.surChangement('{0}', `A${i + 1}`)
    await attendre(80)
    expect(rappels).toBe(1)
    arreter()
    await attendre(20)
    excel.grille.surChangement('{0}', 'A1')
    await attendre(80)
    expect(rappels).toBe(1)
  })
})
