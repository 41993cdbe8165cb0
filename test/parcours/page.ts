import type { BrowserContext, Page } from 'playwright-core'
import type { HoteTableur } from '../../addin/tableur/hote-tableur.ts'

/** What a finance officer does on the page, by what she sees of it. */

type Fenetre = Window & { cdppe?: { hote: HoteTableur | undefined; pret: Promise<void> } }

/** Opens the page and waits until its workbook stands in the grid and has been checked. */
export async function ouvrirPage(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForFunction(() => (window as Fenetre).cdppe !== undefined)
  await page.evaluate(() => (window as Fenetre).cdppe!.pret)
  await attendreControle(page)
}

/** The counts of the pane, once the check is done. */
export async function attendreControle(page: Page): Promise<void> {
  await page
    .getByText(/Contrôlé/)
    .first()
    .waitFor()
}

export async function ouvrirExemple(page: Page, nom: string): Promise<void> {
  await page.locator('summary', { hasText: 'Exemples' }).click()
  await page.getByRole('button', { name: nom }).click()
  // The workbook in the grid was typed into: the page asks first.
  await page.getByRole('button', { name: 'Ouvrir sans enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: nom.replaceAll(' ', '_') }).waitFor()
}

/** Selects a cell and types into it, as on a keyboard. */
export async function taper(page: Page, cellule: string, texte: string): Promise<void> {
  await page.evaluate((c) => (window as Fenetre).cdppe!.hote!.selectionner([c]), cellule)
  await page.keyboard.type(texte)
  await page.keyboard.press('Enter')
}

/** What the cell holds now. */
export function valeur(page: Page, cellule: string): Promise<unknown> {
  return page.evaluate(async (c) => {
    const classeur = await (window as Fenetre).cdppe!.hote!.lire()
    const i = c.lastIndexOf('!')
    const m = /^([A-Z]+)(\d+)$/.exec(c.slice(i + 1))!
    const colonne = [...m[1]!].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1
    const feuille = classeur.feuilles.find((f) => f.nom === c.slice(0, i))
    return feuille?.lignes.get(Number(m[2]) - 1)?.get(colonne)?.valeur ?? null
  }, cellule)
}

/** The cell or cells that the grid has selected, as its name box shows them. */
export function selection(page: Page): Promise<string> {
  return page.evaluate(() => {
    const champs = [...document.querySelectorAll<HTMLInputElement>('input')]
    return champs.map((c) => c.value).find((v) => /^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(v)) ?? ''
  })
}

/** Signs in through the window that the pane opens. */
export async function seConnecter(page: Page, contexte: BrowserContext, personne: string): Promise<void> {
  const [fenetre] = await Promise.all([
    contexte.waitForEvent('page'),
    page.getByRole('button', { name: 'Se connecter' }).first().click(),
  ])
  // Nobody signs in within half a second.
  await fenetre.waitForTimeout(1200)
  await fenetre.getByRole('button', { name: personne }).click()
  await page.getByText(personne).first().waitFor()
  await page.bringToFront()
}

export async function ouvrirSection(page: Page, nom: string): Promise<void> {
  await page.getByRole('tab', { name: nom }).click()
}
