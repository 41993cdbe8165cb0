import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { debords, debordsEspaces } from './debords.ts'
import { manquements } from './manquements.ts'
import { etat, repondre, transmission } from './service-repondu.ts'
import { CAPTURES, PAS_DE_CALAIS, SECTIONS, VoletExcel } from './volet-excel.ts'

/** How every section looks, signed in, at three widths and in both themes: one page, resized and repainted. */

const LARGEURS = [600, 400, 320]
const THEMES = ['light', 'dark'] as const

let excel: VoletExcel
let page: Page
beforeAll(async () => {
  excel = await VoletExcel.lancer()
  etat.transmission = transmission('remise', { remiseLe: '2024-10-30T09:17:00Z' })
  page = await excel.ouvrir(PAS_DE_CALAIS, { instant: '2024-10-30T09:18:00Z', preparer: repondre })
})
afterAll(async () => {
  await excel.fermer()
  await excel.arreter()
})

function nomDeFichier(section: string): string {
  return section
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
}

/** Colours that are still passing from one theme to the other are taken at their end. */
async function capturer(nom: string, deHaut = false): Promise<void> {
  await page.mouse.move(0, 0)
  if (deHaut)
    await page.evaluate(() => document.querySelector('[tabindex="0"]:has([role=tabpanel])')?.scrollTo(0, 0))
  await page.screenshot({ path: `${CAPTURES}${nom}.png`, animations: 'disabled' })
}

/** Opens all that a section keeps folded, one inside the other, and the form of a column. */
async function deplier(section: string): Promise<void> {
  const panneau = page.getByRole('tabpanel', { name: section })
  const plies = panneau.locator('details:not([open]) > summary').locator('visible=true')
  while ((await plies.count()) > 0) await plies.first().click()
  const regles = panneau.getByRole('button', { expanded: false })
  while ((await regles.count()) > 0) await regles.first().click()
  // The rules are fetched when they are asked for.
  if (section === 'Référentiels') await panneau.getByLabel('Chercher une règle').waitFor()
  const changer = panneau.getByRole('button', { name: /^Changer le rôle de la colonne .*État/ })
  if ((await changer.count()) > 0) await changer.first().click()
}

/** The levels of the headings in sight, in their order. */
function niveaux(): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
      .filter((e) => e.checkVisibility())
      .map((e) => Number(e.tagName[1])),
  )
}

describe('every section', () => {
  it.each(SECTIONS)('%s fits, headings in order, and axe finds nothing', async (section) => {
    await excel.aller(page, section)
    const panneau = page.getByRole('tabpanel', { name: section })
    await panneau.getByRole('progressbar').waitFor({ state: 'detached' })
    const lus = await niveaux()
    expect(lus[0]).toBe(1)
    for (const [i, niveau] of lus.entries()) expect(niveau - (lus[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme })
      for (const largeur of LARGEURS) {
        await page.setViewportSize({ width: largeur, height: 860 })
        await capturer(`volet-${nomDeFichier(section)}-${largeur}-${theme}`)
        // A theme changes colours alone.
        if (theme === 'dark') continue
        expect(await debords(page), `${largeur}`).toEqual([])
        expect(await debordsEspaces(page), `${largeur} espacé`).toEqual([])
      }
      expect(await manquements(page, theme === 'dark' ? 'couleurs' : 'tout'), theme).toEqual([])
    }
    await deplier(section)
    await capturer(`volet-${nomDeFichier(section)}-320-deplie`, true)
    expect(await debords(page), 'déplié').toEqual([])
    expect(await debordsEspaces(page), 'déplié, espacé').toEqual([])
    expect(await manquements(page), 'déplié').toEqual([])
    await page.emulateMedia({ forcedColors: 'active' })
    for (const largeur of LARGEURS) {
      await page.setViewportSize({ width: largeur, height: 860 })
      await capturer(`volet-${nomDeFichier(section)}-${largeur}-contraste`)
      expect(await debords(page), `${largeur} contraste`).toEqual([])
    }
    await page.emulateMedia({ forcedColors: 'none' })
    expect(excel.erreurs).toEqual([])
  })
})
