import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type {} from './filaire/excel-en-page.ts'
import { lancerNavigateur, ouvrirSession } from '../navigateur/lancer.ts'
import type { Serveur } from '../navigateur/servir.ts'
import { servirSite } from '../navigateur/site.ts'

/** The pane as Excel loads it, in a real browser: Microsoft's library, our adapter, the built site. */

export const CAPTURES = fileURLToPath(new URL('../../.donnees/captures/', import.meta.url))
export const PAS_DE_CALAIS = '/exemples/CDPPE_62_Pas-de-Calais_2020-2022.xlsx'
export const CONFORME = '/exemples/CDPPE_conforme_2020-2022.xlsx'
/** The tabs, in their order. */
export const SECTIONS = [
  'Contrôle',
  'Cofinancement',
  'Enveloppes',
  'Plan d’action',
  'Calendrier',
  'Versions',
  'Transmission',
  'Référentiels',
  'Aide',
]

interface Options {
  largeur?: number
  theme?: 'light' | 'dark'
  contraste?: boolean
  /** The workbook's bytes, for one that the site does not hold. */
  octets?: Uint8Array
  /** Run in the page before anything else. */
  avant?: string
  /** The clock of the page stands at this instant (ISO). */
  instant?: string
  /** Called before the page is loaded: to answer its requests. */
  preparer?: (page: Page) => Promise<void>
}

export class VoletExcel {
  /** What the page threw since it was opened. */
  readonly erreurs: string[] = []
  readonly navigateur: Browser
  readonly serveur: Serveur
  readonly #officeJs: string
  #contexte: BrowserContext | null = null

  private constructor(navigateur: Browser, serveur: Serveur, officeJs: string) {
    this.navigateur = navigateur
    this.serveur = serveur
    this.#officeJs = officeJs
  }

  static async lancer(): Promise<VoletExcel> {
    mkdirSync(CAPTURES, { recursive: true })
    const chemin = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js')
    const [serveur, navigateur, hote] = await Promise.all([
      servirSite(),
      lancerNavigateur(),
      build({
        entryPoints: [fileURLToPath(new URL('filaire/excel-en-page.ts', import.meta.url))],
        bundle: true,
        format: 'iife',
        write: false,
      }),
    ])
    const officeJs = `${readFileSync(chemin, 'utf8')}\n${hote.outputFiles[0]!.text}`
    return new VoletExcel(navigateur, serveur, officeJs)
  }

  /** Opens the pane in Excel on a workbook of the examples, and waits for its first report. */
  async ouvrir(classeur: string, options: Options = {}): Promise<Page> {
    const page = await this.charger(classeur, options)
    await page.getByRole('button', { name: 'Contrôler à nouveau' }).waitFor()
    return page
  }

  /** Opens the pane without waiting for a report. */
  async charger(classeur: string, options: Options = {}): Promise<Page> {
    const { largeur = 400, theme = 'light', contraste = false, octets, avant, instant, preparer } = options
    const { page, contexte } = await ouvrirSession(this.navigateur)
    this.#contexte = contexte
    this.erreurs.length = 0
    page.on('pageerror', (erreur) => this.erreurs.push(erreur.message))
    await page.route('https://appsforoffice.microsoft.com/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: this.#officeJs }),
    )
    if (avant !== undefined) await page.addInitScript(avant)
    if (octets) await page.route(`**${classeur}`, (route) => route.fulfill({ body: Buffer.from(octets) }))
    if (instant !== undefined) await page.clock.setFixedTime(instant)
    await preparer?.(page)
    await page.setViewportSize({ width: largeur, height: 860 })
    await page.emulateMedia({ colorScheme: theme, forcedColors: contraste ? 'active' : 'none' })
    await page.goto(`${this.serveur.adresse}volet.html?classeur=${encodeURIComponent(classeur)}`)
    return page
  }

  async fermer(): Promise<void> {
    await this.#contexte?.close()
    this.#contexte = null
  }

  async arreter(): Promise<void> {
    await this.navigateur.close()
    await this.serveur.arreter()
  }

  /** Opens a section by its tab. */
  async aller(page: Page, section: string): Promise<void> {
    await page.getByRole('tab', { name: section }).click()
    await page
      .getByRole('tabpanel', { name: section })
      .getByRole('heading')
      .first()
      .waitFor({ state: 'attached' })
  }

  selection(page: Page): Promise<string> {
    return page.evaluate(async () => (await window.filaire).grille.selection)
  }

  /** Every cell of the workbook, as one text to compare. */
  cellules(page: Page): Promise<string> {
    return page.evaluate(async () => {
      const { grille } = await window.filaire
      return JSON.stringify(grille.classeur.feuilles.map((f) => [...f.lignes].map(([l, r]) => [l, [...r]])))
    })
  }

  /** The custom XML parts of the workbook, end to end. */
  parties(page: Page): Promise<string> {
    return page.evaluate(async () => JSON.stringify((await window.filaire).grille.parties))
  }
}
