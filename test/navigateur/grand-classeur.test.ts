import type {
  FormulaExecuteStageType,
  ISetFormulaCalculationNotificationMutation,
} from '@univerjs/preset-sheets-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireClasseur } from '../../addin/hote/lire-classeur.ts'
import type { Grille } from '../../addin/tableur/grille.ts'
import type {} from '../../addin/tableur/page.d.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import type { Classeur, ValeurCellule } from '../../shared/classeur/classeur.ts'
import { modificationsEntre } from '../../addin/tableur/modifications.ts'
import { grandClasseur, nomDeFeuille } from '../banc/grand-classeur.ts'
import { lancerNavigateur, ouvrirSession } from './lancer.ts'
import type { Serveur } from './servir.ts'
import { servirSite } from './site.ts'

const NOM = 'grand.xlsx'
const FEUILLES = 3
/** Beyond what the grid is given at once. */
const LIGNES = 400
const octets = grandClasseur(FEUILLES, LIGNES)

let serveur: Serveur
let navigateur: Browser
let page: Page
const erreurs: string[] = []

beforeAll(async () => {
  ;[serveur, navigateur] = await Promise.all([servirSite(), lancerNavigateur()])
  ;({ page } = await ouvrirSession(navigateur))
  page.on('pageerror', (erreur) => erreurs.push(erreur.message))
  await page.goto(serveur.adresse)
  await page.waitForFunction(() => window.cdppe?.hote)
  await page.getByTestId('fichier').setInputFiles({ name: NOM, mimeType: '', buffer: Buffer.from(octets) })
  await page.waitForFunction((nom) => document.title.startsWith(nom), NOM)
})

afterAll(async () => {
  await navigateur.close()
  await serveur.arreter()
})

/** The saved copy, as the page makes it. */
async function copie(): Promise<Classeur> {
  const codes = await page.evaluate(async () => Array.from(await window.cdppe!.hote!.octets()))
  return lireClasseur(Uint8Array.from(codes), NOM)
}

const ecrire = (cellule: string, valeur: number | string): Promise<void> =>
  page.evaluate(([ou, quoi]) => window.cdppe!.hote!.ecrire(ou, quoi), [cellule, valeur] as const)

const valeur = (classeur: Classeur, feuille: number, ligne: number, colonne: number): ValeurCellule =>
  celluleEn(classeur.feuilles[feuille - 1]!, ligne - 1, colonne)?.valeur ?? null

describe('a long workbook in the grid', () => {
  it('is there to its last row, on every sheet, and is given back as it came', async () => {
    const origine = await lireClasseur(octets, NOM)
    expect(origine.feuilles.map(({ lignes }) => lignes.size)).toEqual(Array(FEUILLES).fill(LIGNES))
    expect(await copie()).toEqual(origine)
    // Each sheet is read back from the grid once it was written in.
    for (let n = 1; n <= FEUILLES; n++) await ecrire(`${nomDeFeuille(n)}!Z1`, 'relu')
    const modifications = modificationsEntre(origine, await copie())
    expect(modifications.map(({ ligne, colonne }) => [ligne, colonne])).toEqual(Array(FEUILLES).fill([0, 25]))
  })

  it('calculates what follows from a cell, however far down and on whichever sheet', async () => {
    for (const n of [1, FEUILLES]) await ecrire(`${nomDeFeuille(n)}!F${LIGNES}`, 1000)
    const apres = await copie()
    for (const n of [1, FEUILLES]) {
      expect(valeur(apres, n, LIGNES, 7)).toBe(1000 + 12_000 + LIGNES)
      expect(valeur(apres, n, LIGNES - 1, 7)).toBe(22_000 + 2 * (LIGNES - 1))
    }
    expect(valeur(apres, 2, LIGNES, 7)).toBe(22_000 + 2 * LIGNES)
    expect(erreurs).toEqual([])
  })

  it('reads again the only sheet that was written in', async () => {
    const memes = await page.evaluate(
      async (cellule) => {
        const hote = window.cdppe!.hote!
        const avant = await hote.lire()
        await hote.ecrire(cellule, 5)
        const apres = await hote.lire()
        return apres.feuilles.map((feuille, rang) => feuille === avant.feuilles[rang])
      },
      `${nomDeFeuille(2)}!G2`,
    )
    expect(memes).toEqual([true, false, true])
  })

  it('forgets nothing of what is typed while it calculates and is read', async () => {
    const LIGNES_SAISIES = 40
    await page.evaluate(
      async ([feuilles, lignes]) => {
        const hote = window.cdppe!.hote!
        const lectures: Promise<unknown>[] = []
        for (let ligne = 2; ligne < 2 + lignes; ligne++) {
          for (const feuille of feuilles) await hote.ecrire(`${feuille}!F${String(ligne)}`, 7000 + ligne)
          lectures.push(hote.lire())
          // A calculation begins 100 ms after an edit: some come before it, some while it lasts.
          await new Promise((tenir) => setTimeout(tenir, (ligne % 5) * 40))
        }
        await Promise.all(lectures)
      },
      [[nomDeFeuille(1), nomDeFeuille(FEUILLES)], LIGNES_SAISIES] as const,
    )
    const apres = await copie()
    for (const n of [1, FEUILLES])
      for (let ligne = 2; ligne < 2 + LIGNES_SAISIES; ligne++)
        expect(valeur(apres, n, ligne, 7)).toBe(7000 + ligne + 12_000 + ligne)
    expect(erreurs).toEqual([])
  })

  it('gives no result of a formula to the cell that was typed over while it was calculated', async () => {
    const [typees, autres] = [300, 301]
    await page.evaluate(
      async ([feuille, ligne, debut]) => {
        const hote = window.cdppe!.hote!
        // The grid's own interface: the pane never writes over a formula.
        const { api } = Reflect.get(hote, 'grille') as Grille
        const calcul = new Promise<void>((commence) => {
          // What is to be calculated has been found, and nothing of it has been calculated.
          const ecoute = api.addEvent(api.Event.CommandExecuted, ({ params }) => {
            const { stageInfo } = (params ?? {}) as ISetFormulaCalculationNotificationMutation
            if (stageInfo?.stage !== debut || stageInfo.totalFormulasToCalculate === 0) return
            ecoute.dispose()
            commence()
          })
        })
        for (const n of [ligne, ligne + 1]) await hote.ecrire(`${feuille}!F${String(n)}`, 1)
        await calcul
        api
          .getActiveWorkbook()!
          .getSheetByName(feuille)!
          .getRange(`H${String(ligne)}`)
          .setValue(12_345)
      },
      [nomDeFeuille(3), typees, 3 as FormulaExecuteStageType.START_CALCULATION] as const,
    )
    const apres = await copie()
    expect(celluleEn(apres.feuilles[2]!, typees - 1, 7)).toMatchObject({ valeur: 12_345 })
    expect(celluleEn(apres.feuilles[2]!, typees - 1, 7)).not.toHaveProperty('formule')
    expect(valeur(apres, 3, autres, 7)).toBe(1 + 12_000 + autres)
    expect(erreurs).toEqual([])
  })

  it('is given with its results when what was to calculate them has been stopped', async () => {
    const LIGNE = 310
    await page.evaluate(
      async ([cellule, debut]) => {
        const hote = window.cdppe!.hote!
        const { api } = Reflect.get(hote, 'grille') as Grille
        const arret = new Promise<void>((arrete) => {
          const ecoute = api.addEvent(api.Event.CommandExecuted, ({ params }) => {
            const { stageInfo } = (params ?? {}) as ISetFormulaCalculationNotificationMutation
            if (stageInfo?.stage !== debut || stageInfo.totalFormulasToCalculate === 0) return
            ecoute.dispose()
            api.getFormula().stopCalculation()
            arrete()
          })
        })
        await hote.ecrire(cellule, 2)
        await arret
      },
      [`${nomDeFeuille(3)}!F${String(LIGNE)}`, 3 as FormulaExecuteStageType.START_CALCULATION] as const,
    )
    expect(valeur(await copie(), 3, LIGNE, 7)).toBe(2 + 12_000 + LIGNE)
    expect(erreurs).toEqual([])
  })

  it('is given with its results, however long the grid takes to say that it will calculate', async () => {
    const { page: lente, contexte } = await ouvrirSession(navigateur)
    // Whoever sets a timer as long as the grid's is held up, as on a machine that does something else.
    await lente.addInitScript((duree) => {
      const { setTimeout } = window
      const tardif = (rappel: () => void, ms?: number, ...reste: unknown[]): number => {
        const repere = setTimeout(rappel, ms, ...reste)
        const depart = performance.now()
        while (ms === 100 && performance.now() - depart < duree);
        return repere
      }
      Object.assign(window, { setTimeout: tardif })
    }, 30)
    await lente.goto(serveur.adresse)
    await lente.waitForFunction(() => window.cdppe?.hote)
    await lente.getByTestId('fichier').setInputFiles({ name: NOM, mimeType: '', buffer: Buffer.from(octets) })
    await lente.waitForFunction((nom) => document.title.startsWith(nom), NOM)
    const FOIS = 12
    const lus = await lente.evaluate(
      async ([feuilles, ligne, fois]) => {
        const hote = window.cdppe!.hote!
        const totaux: unknown[] = []
        for (let i = 1; i <= fois; i++) {
          for (const feuille of feuilles) {
            await hote.ecrire(`${feuille}!F${String(ligne)}`, i)
            await new Promise((tenir) => setTimeout(tenir, ((i * 37) % 8) * 30))
          }
          const { feuilles: lues } = await hote.lire()
          totaux.push([0, 2].map((rang) => lues[rang]!.lignes.get(ligne - 1)?.get(7)?.valeur))
        }
        return totaux
      },
      [[nomDeFeuille(1), nomDeFeuille(3)], LIGNES, FOIS] as const,
    )
    expect(lus).toEqual(
      Array.from({ length: FOIS }, (_, i) => [12_000 + LIGNES + i + 1, 12_000 + LIGNES + i + 1]),
    )
    await contexte.close()
  })
})
