import ExcelJS from 'exceljs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ErreurHote } from '../../addin/hote/hote.ts'
import type { HoteClasseur, Marquage } from '../../addin/hote/hote.ts'
import type {} from '../../addin/tableur/page.d.ts'
import type {} from '@univerjs/sheets-note/lib/types/facade/index.d.ts'
import type { Grille } from '../../addin/tableur/grille.ts'
import { adresse, decouperReference } from '../../shared/classeur/adresse.ts'
import type { Cellule, Classeur } from '../../shared/classeur/classeur.ts'
import type { Marque } from '../../shared/controle/marques.ts'
import { lireClasseur } from '../../shared/classeur/xlsx/lire.ts'
import { inflaterDEssai } from '../hostiles/inflater.ts'
import { lancerNavigateur, ouvrirSession } from '../navigateur/lancer.ts'
import type { Serveur } from '../navigateur/servir.ts'
import { servirSite } from '../navigateur/site.ts'
import { AUTRE, PLAN, classeurContrat } from './classeur-contrat.ts'
import { CONTRAT_HOTE } from './contrat-hote.ts'
import type { Aspect, BancHote } from './contrat-hote.ts'

/** The same contract as Excel's adapter, on the page's grid in a real browser. */

let serveur: Serveur
let navigateur: Browser
let contexte: BrowserContext
let page: Page

beforeAll(async () => {
  ;[serveur, navigateur] = await Promise.all([servirSite(), lancerNavigateur()])
  const session = await ouvrirSession(navigateur)
  ;({ contexte, page } = session)
  await page.goto(serveur.adresse)
  await page.waitForFunction(() => window.cdppe?.hote)
})

afterAll(async () => {
  await contexte.close()
  await navigateur.close()
  await serveur.arreter()
})

describe('contract of the hosts, on the grid', () => {
  for (const { titre, derouler } of CONTRAT_HOTE) it(titre, () => derouler((classeur) => ouvrir(classeur)))

  it('keeps its texts in the bytes that it gives, and finds them on opening those', async () => {
    const { hote } = await ouvrir(classeurContrat())
    await hote.ecrireDonnee('correspondance', '{"é":1}')
    const lu = await lireClasseur(await hote.octets(), 'x.xlsx', inflaterDEssai())
    expect(lu.donnees).toEqual({ correspondance: '{"é":1}' })
    const rouvert = await ouvrir(classeurContrat(), await hote.octets())
    expect(await rouvert.hote.lireDonnee('correspondance')).toBe('{"é":1}')
  })

  it('undoes and redoes a marking as one step, and keeps the marks out of the bytes', async () => {
    const { hote } = await ouvrir(classeurContrat())
    const octets = await hote.octets()
    const cellules = [`${PLAN}!B4`, `${AUTRE}!B2`]
    await hote.marquer(cellules.map((cellule) => ({ cellule, fond: '#F9C6C6', note: 'Point bloquant' })))
    expect(Buffer.compare(await hote.octets(), octets)).toBe(0)
    expect(await page.evaluate(() => window.cdppe!.hote!.aEnregistrer())).toBe(false)
    await page.getByRole('button', { name: 'Annuler' }).click()
    expect(await hote.compterMarques()).toBe(0)
    for (const c of cellules) expect(await lireAspect(c)).toEqual({ fond: null, note: null })
    await page.getByRole('button', { name: 'Rétablir' }).click()
    expect(await hote.compterMarques()).toBe(2)
    await hote.oterMarques()
    for (const c of cellules) expect(await lireAspect(c)).toEqual({ fond: null, note: null })
  })
})

async function ouvrir(classeur: Classeur, octets?: Uint8Array): Promise<BancHote> {
  const buffer = octets ? Buffer.from(octets) : await enXlsx(classeur)
  const fichier = { name: classeur.nom, mimeType: '', buffer }
  const ancien = await page.evaluateHandle(() => window.cdppe!.hote)
  await page.getByTestId('fichier').setInputFiles(fichier)
  // A workbook that was changed is not given up without asking.
  await page.waitForFunction(
    (avant) => window.cdppe!.hote !== avant || document.querySelector('dialog[open]') !== null,
    ancien,
  )
  const abandon = page.getByRole('button', { name: 'Ouvrir sans enregistrer' })
  if (await abandon.isVisible()) await abandon.click()
  await page.waitForFunction((avant) => window.cdppe!.hote !== avant, ancien)
  return {
    hote: new HoteDeLaPage(),
    plusieursAires: true,
    selection: lireSelection,
    aspect: lireAspect,
    colorier,
    taper: async (cellule, valeur) => {
      await page.evaluate((ref) => window.cdppe!.hote!.selectionner([ref]), cellule)
      await page.keyboard.type(String(valeur))
      await page.keyboard.press('Enter')
    },
    repos: () => page.waitForTimeout(700),
    fermer: () => Promise.resolve(),
  }
}

/** What the grid has selected: « Feuille!A1:B2,C3 ». */
function lireSelection(): Promise<string> {
  return page.evaluate(() => {
    // The page shows no handle for it: the grid's own is read.
    const { grille } = window.cdppe!.hote as unknown as { grille: Grille }
    const feuille = grille.api.getActiveWorkbook()!.getActiveSheet()
    const plages = feuille.getSelection()!.getActiveRangeList()
    return `${feuille.getSheetName()}!${plages.map((plage) => plage.getA1Notation()).join()}`
  })
}

/** The fill and the note that the grid shows of a cell. */
function lireAspect(cellule: string): Promise<Aspect> {
  return page.evaluate(({ feuille, adresse }) => {
    const { grille } = window.cdppe!.hote as unknown as { grille: Grille }
    const plage = grille.api.getActiveWorkbook()!.getSheetByName(feuille)!.getRange(adresse)
    return { fond: plage.getCellStyleData()?.bg?.rgb ?? null, note: plage.getNote()?.note ?? null }
  }, decouperReference(cellule))
}

/** Gives a cell a fill: the page has no command for it. */
async function colorier(cellule: string, rgb: string): Promise<void> {
  await page.evaluate(
    async ([{ feuille, adresse }, couleur]) => {
      const { grille } = window.cdppe!.hote as unknown as { grille: Grille }
      const classeur = grille.api.getActiveWorkbook()!
      const plage = classeur.getSheetByName(feuille)!.getRange(adresse)
      await grille.api.executeCommand('sheet.mutation.set-range-values', {
        unitId: classeur.getId(),
        subUnitId: plage.getSheetId(),
        cellValue: { [plage.getRow()]: { [plage.getColumn()]: { s: { bg: { rgb: couleur } } } } },
      })
    },
    [decouperReference(cellule), rgb] as const,
  )
}

/** The page's host as the contract sees one: what cannot cross to the browser as it is, is written and read again. */
class HoteDeLaPage implements HoteClasseur {
  readonly genre = 'tableur'
  readonly marquesDansLeFichier = false

  nom(): Promise<string> {
    return appeler('nom', [])
  }
  lire(): Promise<Classeur> {
    return appeler('lire', [])
  }
  relireApresChangement(): Promise<Classeur> {
    return appeler('relireApresChangement', [])
  }
  async octets(): Promise<Uint8Array> {
    return Uint8Array.from(Object.values(await appeler<Record<string, number>>('octets', [])))
  }
  selectionner(cellules: string[]): Promise<void> {
    return appeler('selectionner', [cellules])
  }
  ecrire(cellule: string, valeur: string | number | boolean | null): Promise<void> {
    return appeler('ecrire', [cellule, valeur])
  }
  recalculer(): Promise<void> {
    return appeler('recalculer', [])
  }
  lireDonnee(cle: string): Promise<string | null> {
    return appeler('lireDonnee', [cle])
  }
  ecrireDonnee(cle: string, valeur: string): Promise<void> {
    return appeler('ecrireDonnee', [cle, valeur])
  }
  marquer(marques: readonly Marque[]): Promise<Marquage> {
    return appeler('marquer', [marques])
  }
  oterMarques(): Promise<number> {
    return appeler('oterMarques', [])
  }
  compterMarques(): Promise<number> {
    return appeler('compterMarques', [])
  }
  surChangement(rappel: () => void): () => void {
    const nom = `rappel${++rappels}`
    const inscrit = page
      .exposeFunction(nom, rappel)
      .then(() =>
        page.evaluateHandle(
          (n) => window.cdppe!.hote!.surChangement(() => (Reflect.get(window, n) as () => void)()),
          nom,
        ),
      )
    return () => void inscrit.then((arreter) => arreter.evaluate((stop) => stop()))
  }
}

let rappels = 0

async function appeler<T>(methode: keyof HoteClasseur, args: unknown[]): Promise<T> {
  const texte = await page.evaluate(
    async ([nom, arguments_]) => {
      const hote = window.cdppe!.hote!
      try {
        const rendu = await (Reflect.get(hote, nom) as (...a: unknown[]) => Promise<unknown>).apply(
          hote,
          arguments_,
        )
        return JSON.stringify({ rendu: rendu ?? null }, (_, v: unknown) =>
          v instanceof Map ? { '@map': [...v] } : v instanceof Set ? { '@set': [...v] } : v,
        )
      } catch (erreur) {
        const { name, message } = erreur as Error
        return JSON.stringify({ erreur: { name, message } })
      }
    },
    [methode, args] as const,
  )
  const { rendu, erreur } = JSON.parse(
    texte,
    (_, v: { '@map'?: [unknown, unknown][]; '@set'?: unknown[] } | null) => {
      if (v?.['@map']) return new Map(v['@map'])
      return v?.['@set'] ? new Set(v['@set']) : v
    },
  ) as { rendu: T; erreur?: { name: string; message: string } }
  if (!erreur) return rendu
  throw erreur.name === 'ErreurHote'
    ? new ErreurHote(erreur.message)
    : new Error(`${erreur.name}: ${erreur.message}`)
}

/** The workbook as a file, written by a library that is not ours. */
async function enXlsx(classeur: Classeur): Promise<Buffer> {
  const sortie = new ExcelJS.Workbook()
  for (const feuille of classeur.feuilles) {
    const onglet = sortie.addWorksheet(feuille.nom, {
      state: feuille.etat === 'masquee' ? 'hidden' : 'visible',
    })
    for (const [ligne, rangee] of feuille.lignes)
      for (const [colonne, cellule] of rangee) {
        const cible = onglet.getCell(adresse(ligne, colonne))
        cible.value = valeurExcelJs(cellule)
        if (cellule.format !== undefined) cible.numFmt = cellule.format
      }
    for (const f of feuille.fusions)
      onglet.mergeCells(f.ligne + 1, f.colonne + 1, f.derniereLigne + 1, f.derniereColonne + 1)
  }
  return Buffer.from(await sortie.xlsx.writeBuffer())
}

function valeurExcelJs({ valeur, formule }: Cellule): ExcelJS.CellValue {
  const resultat =
    typeof valeur === 'object' && valeur !== null
      ? ({ error: valeur.erreur } as ExcelJS.CellErrorValue)
      : valeur
  return formule === undefined
    ? resultat
    : ({ formula: formule, result: resultat } as ExcelJS.CellFormulaValue)
}
