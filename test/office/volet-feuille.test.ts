import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ServiceFactice } from './service-factice.ts'
import { CAPTURES, PAS_DE_CALAIS, VoletExcel } from './volet-excel.ts'

/** The marks in the sheet as the officer meets them: put, seen, taken away, and never signed without a word. */

let excel: VoletExcel
beforeAll(async () => {
  excel = await VoletExcel.lancer()
})
afterEach(() => excel.fermer())
afterAll(() => excel.arreter())

/** Fills and notes of the plan's sheet, and what the workbook keeps out of sight. */
function marques(page: Page): Promise<{ fonds: number; notes: string[]; parties: number }> {
  return page.evaluate(async () => {
    const { grille } = await window.filaire
    const { regles, notes } = grille.aspects("Plan d'action")
    return {
      fonds: regles.length,
      notes: notes.map((n) => `${n.ou} ${n.Content}`),
      parties: grille.parties.length,
    }
  })
}

/** The service of the tests, behind the addresses that the page asks. */
async function brancher(page: Page, service: ServiceFactice): Promise<void> {
  for (const motif of ['**/api/**', 'https://depot.example/**'])
    await page.route(motif, async (route) => {
      const demande = route.request()
      const url = new URL(demande.url())
      const adresse = url.host === 'depot.example' ? demande.url() : `${url.pathname}${url.search}`
      const corps = demande.postDataBuffer()
      const reponse = await service.fetch(adresse, {
        method: demande.method(),
        headers: demande.headers(),
        body: corps === null ? null : url.host === 'depot.example' ? new Uint8Array(corps) : corps.toString(),
      })
      const body = Buffer.from(await reponse.arrayBuffer())
      const headers = { ...Object.fromEntries(reponse.headers), 'access-control-allow-origin': '*' }
      await route.fulfill({ status: reponse.status, headers, body })
    })
}

describe('the marks in the sheet', () => {
  it('are put by one click with the words of the point, and taken away without trace', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS, { largeur: 320 })
    const avant = await excel.cellules(page)
    const bilan = await page.locator('#cdppe-points').textContent()
    await page.getByRole('button', { name: 'Marquer dans la feuille' }).click()
    const region = page.getByRole('region', { name: 'Marques dans la feuille' })
    await region.getByRole('button', { name: 'Ôter les marques' }).waitFor()
    await region.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${CAPTURES}marques-320.png` })
    const posees = await marques(page)
    expect(posees.fonds).toBeGreaterThan(1)
    const note = posees.notes.find((n) => n.includes('COF-01'))!
    expect(note).toMatch(/^[A-Z]+\d+ Contrôle CDPPE\nPoint [^]*\nTexte : /)
    await page.getByRole('button', { name: 'Contrôler à nouveau' }).click()
    await page.getByRole('button', { name: 'Contrôler à nouveau' }).waitFor()
    expect(await page.locator('#cdppe-points').textContent()).toBe(bilan)
    // Another person's pane, later.
    await region.getByRole('button', { name: 'Ôter les marques' }).click()
    await region.getByText(/^Marques ôtées/).waitFor()
    expect(await marques(page)).toEqual({ fonds: 0, notes: [], parties: 0 })
    expect(await excel.cellules(page)).toBe(avant)
    expect(excel.erreurs).toEqual([])
  })

  it('are told of before a version is signed, and taken away first when wanted', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS, { largeur: 450, theme: 'dark' })
    const service = new ServiceFactice()
    await brancher(page, service)
    await page.getByRole('button', { name: 'Marquer dans la feuille' }).click()
    await page.getByRole('button', { name: 'Ôter les marques' }).waitFor()
    await page.screenshot({ path: `${CAPTURES}marques-450-sombre.png` })
    await excel.aller(page, 'Versions')
    await page.getByRole('button', { name: 'Enregistrer une version' }).click()
    const question = page.getByRole('alertdialog')
    await question.getByText(/portent la couleur et la note d’un point relevé/).waitFor()
    await page.screenshot({ path: `${CAPTURES}marques-version-450-sombre.png` })
    await question.getByRole('button', { name: 'Annuler' }).click()
    await question.waitFor({ state: 'detached' })
    expect(service.versions).toEqual([])
    await page.getByRole('button', { name: 'Enregistrer une version' }).click()
    await question.getByRole('button', { name: 'Ôter les marques, puis enregistrer' }).click()
    await page.locator('[data-version="1"]').waitFor()
    expect(await marques(page)).toEqual({ fonds: 0, notes: [], parties: 0 })
    await excel.aller(page, 'Transmission')
    expect(await page.getByText(/porte les marques du contrôle/).count()).toBe(0)
    await excel.aller(page, 'Contrôle')
    await page.getByRole('button', { name: 'Marquer dans la feuille' }).click()
    await excel.aller(page, 'Transmission')
    await page.getByText(/Le classeur ouvert porte les marques du contrôle/).waitFor()
    expect(excel.erreurs).toEqual([])
  })
})
