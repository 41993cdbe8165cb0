import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type {} from './filaire/excel-en-page.ts'
import { lancerNavigateur, ouvrirSession } from '../navigateur/lancer.ts'
import type { Serveur } from '../navigateur/servir.ts'
import { servirSite } from '../navigateur/site.ts'

/** The pane as Excel loads it, in a real browser: Microsoft's library, our adapter, the built site. */

const CAPTURES = fileURLToPath(new URL('../../.donnees/captures/', import.meta.url))
const PAS_DE_CALAIS = '/exemples/CDPPE_62_Pas-de-Calais_2020-2022.xlsx'
const CONFORME = '/exemples/CDPPE_conforme_2020-2022.xlsx'
const SECTIONS = ['Contrôle', 'Cofinancement', 'Versions', 'Transmission', 'Aide']

let serveur: Serveur
let navigateur: Browser
let officeJs: string
let contexte: BrowserContext
const erreurs: string[] = []

beforeAll(async () => {
  mkdirSync(CAPTURES, { recursive: true })
  const chemin = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js')
  const [site, ouvert, hote] = await Promise.all([
    servirSite(),
    lancerNavigateur(),
    build({
      entryPoints: [fileURLToPath(new URL('filaire/excel-en-page.ts', import.meta.url))],
      bundle: true,
      format: 'iife',
      write: false,
    }),
  ])
  ;[serveur, navigateur] = [site, ouvert]
  officeJs = `${readFileSync(chemin, 'utf8')}\n${hote.outputFiles[0]!.text}`
})

afterEach(() => contexte.close())

afterAll(async () => {
  await navigateur.close()
  await serveur.arreter()
})

/** Opens the pane in Excel on a workbook of the examples. */
async function ouvrir(classeur: string, largeur = 400, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const session = await ouvrirSession(navigateur)
  contexte = session.contexte
  const { page } = session
  erreurs.length = 0
  page.on('pageerror', (erreur) => erreurs.push(erreur.message))
  await page.route('https://appsforoffice.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: officeJs }),
  )
  await page.setViewportSize({ width: largeur, height: 860 })
  await page.emulateMedia({ colorScheme: theme })
  await page.goto(`${serveur.adresse}volet.html?classeur=${encodeURIComponent(classeur)}`)
  await page.getByRole('button', { name: 'Contrôler à nouveau' }).waitFor()
  return page
}

const bilan = (page: Page): Locator => page.locator('#cdppe-points')
const selection = (page: Page): Promise<string> =>
  page.evaluate(async () => (await window.filaire).grille.selection)

/** Writes in a cell of Excel as a person would. */
function taper(page: Page, feuille: string, adresse: string, valeur: number | string): Promise<void> {
  return page.evaluate(
    ([nom, ou, quoi]) =>
      Excel.run(async (excel) => {
        excel.workbook.worksheets.getItem(nom).getRange(ou).values = [[quoi]]
        await excel.sync()
      }),
    [feuille, adresse, valeur] as const,
  )
}

async function aller(page: Page, section: string): Promise<void> {
  await page.getByRole('tab', { name: section }).click()
  await page
    .getByRole('tabpanel', { name: section })
    .getByRole('heading')
    .first()
    .waitFor({ state: 'attached' })
}

describe('the pane in Excel', () => {
  it('says what it understood, then what to put right; a click selects the cells', async () => {
    const page = await ouvrir(PAS_DE_CALAIS)
    await page.getByText(/Plan d’action reconnu dans «\sPlan d'action\s».* 27 actions, 3 exercices/).waitFor()
    expect(await bilan(page).textContent()).toMatch(/points bloquants.*à justifier/)
    const constat = page.locator('[data-regle="COF-01"]').first()
    const adresse = await constat
      .getByRole('button', { name: /^Sélectionner/ })
      .first()
      .textContent()
    await constat.locator('h5').getByRole('button').click()
    await expect.poll(() => selection(page)).toBe(`Plan d'action!${adresse}`)
    expect(erreurs).toEqual([])
  })

  it('asks about a column, keeps the answer in the workbook and follows it at once', async () => {
    const page = await ouvrir(PAS_DE_CALAIS, 320)
    const compris = page.getByRole('region', { name: 'Ce qui a été compris' })
    const colonne = compris.locator('[data-colonne="F"]')
    await colonne.getByText(/aucune enveloppe n’est indiquée/).waitFor()
    await colonne.getByText(/^Par exemple/).waitFor()
    await colonne.getByRole('button', { name: /^Sélectionner la colonne F/ }).click()
    await expect.poll(() => selection(page)).toBe("Plan d'action!F6:F83")
    await colonne.getByRole('button', { name: /^Changer/ }).focus()
    await page.keyboard.press('Enter')
    await colonne.getByLabel('Enveloppe').selectOption('FIR')
    await page.screenshot({ path: `${CAPTURES}compris-320.png`, fullPage: true })
    await colonne.getByRole('button', { name: 'Retenir' }).click()
    await compris.getByText(/à confirmer/).waitFor({ state: 'detached' })
    await compris.getByText(/10\scolonnes sur 11/).click()
    expect(await compris.locator('[data-colonne="F"]').textContent()).toMatch(/Part du FIR.*votre choix/)
    await compris.getByRole('button', { name: 'Oublier mes choix pour ce tableau' }).click()
    await compris
      .getByText(/aucune enveloppe n’est indiquée/)
      .first()
      .waitFor()
    expect(erreurs).toEqual([])
  })

  it('ties the functions of the cells', async () => {
    const page = await ouvrir(PAS_DE_CALAIS)
    await page.waitForFunction(() => window.formules.has('ELIGIBLE'))
    const reponses = await page.evaluate(() =>
      ['FIR', 'ONDAM'].map((enveloppe) => window.formules.get('ELIGIBLE')!([[9]], [[enveloppe]], null, {})),
    )
    expect(reponses).toEqual([[[false]], [[true]]])
  })

  it('checks again by itself: a wrong enveloppe appears, and leaves once put right', async () => {
    const page = await ouvrir(CONFORME)
    expect(await bilan(page).textContent()).toContain('Aucun point relevé')
    const { feuille, adresse } = await page.evaluate(async () => {
      const { grille } = await window.filaire
      for (const f of grille.classeur.feuilles)
        for (const [ligne, rangee] of f.lignes)
          for (const [colonne, cellule] of rangee)
            if (cellule.valeur === 'FIR')
              return { feuille: f.nom, adresse: `${String.fromCharCode(65 + colonne)}${ligne + 1}` }
      throw new Error('no FIR in the workbook')
    })
    await taper(page, feuille, adresse, 'ONDAM')
    const constat = page.locator('[data-regle^="ENV-"]').first()
    await constat.waitFor()
    expect(await constat.textContent()).toContain(adresse)
    expect(await page.getByRole('status').filter({ hasText: 'Contrôle terminé' }).textContent()).toMatch(
      /bloquant/,
    )
    await taper(page, feuille, adresse, 'FIR')
    await expect.poll(() => bilan(page).textContent()).toContain('Aucun point relevé')
  })

  it('finds a point by its words and its cell, and hides a gravité', async () => {
    const page = await ouvrir(PAS_DE_CALAIS)
    const points = page.locator('[data-regle]')
    await page.getByRole('searchbox').fill('cof-01 objectif 2')
    await expect
      .poll(async () => new Set(await points.evaluateAll((p) => p.map((e) => e.getAttribute('data-regle')))))
      .toEqual(new Set(['COF-01']))
    await page.getByRole('searchbox').fill('')
    await page.getByRole('button', { name: /^Points bloquants/ }).click()
    await page.getByRole('heading', { name: /^Points bloquants/ }).waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: /^Points à justifier/ }).waitFor()
  })

  it('goes on checking when the service is absent, and says so where it matters', async () => {
    const page = await ouvrir(PAS_DE_CALAIS)
    for (const section of ['Versions', 'Transmission']) {
      await aller(page, section)
      await page.getByText('Le service des versions ne répond pas').locator('visible=true').waitFor()
    }
    await aller(page, 'Contrôle')
    expect(await bilan(page).textContent()).toMatch(/points bloquants/)
  })

  it('judges by the exercice that is chosen, and shows by which text', async () => {
    const page = await ouvrir(CONFORME)
    const entete = page.getByRole('banner')
    const avant = await entete.textContent()
    await page.getByRole('combobox', { name: 'Exercice' }).selectOption('2024')
    await expect.poll(() => entete.textContent()).not.toBe(avant)
    expect(await entete.textContent()).toMatch(/Référentiel 2024/)
  })

  it('is walked by keyboard alone, with a focus that is seen', async () => {
    const page = await ouvrir(PAS_DE_CALAIS)
    await page.getByRole('tab', { name: 'Contrôle' }).focus()
    for (const section of SECTIONS.slice(1)) {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: section, selected: true }).waitFor()
    }
    for (let i = 1; i < SECTIONS.length; i++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    const constat = page.locator('[data-regle] h5 button').first()
    for (let i = 0; i < 20 && !(await constat.evaluate((e) => e === document.activeElement)); i++) {
      await page.keyboard.press('Tab')
      const [nom, visible] = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement
        const styles = [
          getComputedStyle(e),
          getComputedStyle(e, '::after'),
          getComputedStyle(e.parentElement!, '::after'),
        ]
        const marque = styles.some(
          (s) => s.outlineStyle !== 'none' || s.boxShadow !== 'none' || s.borderBottomWidth === '2px',
        )
        return [e.outerHTML.slice(0, 120), marque] as const
      })
      expect(visible, nom).toBe(true)
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => selection(page)).toMatch(/^Plan d'action![A-Z]+\d+/)
    expect(await selection(page)).not.toBe("Plan d'action!A1")
  })

  it.each([
    [320, 'dark'],
    [400, 'light'],
    [600, 'dark'],
  ] as const)('fits %i px (%s) in every section, headings in order', async (largeur, theme) => {
    const page = await ouvrir(PAS_DE_CALAIS, largeur, theme)
    for (const section of SECTIONS) {
      await aller(page, section)
      await page.screenshot({ path: `${CAPTURES}volet-${section.toLowerCase()}-${largeur}-${theme}.png` })
      const debords = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((e) => e.checkVisibility() && !e.closest('[class*="fui-SearchBox"], [aria-hidden="true"]'))
          .filter(
            (e) =>
              e.getBoundingClientRect().right > window.innerWidth + 0.5 &&
              e.getBoundingClientRect().width > 1,
          )
          .map((e) => e.outerHTML.slice(0, 100)),
      )
      expect(debords, section).toEqual([])
      const niveaux = await page.evaluate(() =>
        [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
          .filter((e) => e.checkVisibility())
          .map((e) => Number(e.tagName[1])),
      )
      expect(niveaux[0]).toBe(1)
      for (const [i, niveau] of niveaux.entries())
        expect(niveau - (niveaux[i - 1] ?? 0), section).toBeLessThanOrEqual(1)
    }
    expect(erreurs).toEqual([])
  })
})

describe('the pane’s page outside Excel', () => {
  it('says where it opens', async () => {
    const session = await ouvrirSession(navigateur)
    contexte = session.contexte
    await session.page.goto(`${serveur.adresse}volet.html`)
    await session.page.getByRole('heading', { name: 'Ce volet s’ouvre dans Excel' }).waitFor()
    expect(session.dehors).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js'])
  })
})
