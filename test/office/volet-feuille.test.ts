import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { planLong } from '../banc/plan-long.ts'
import { ServiceFactice } from './service-factice.ts'
import { ecrireClasseurNeuf } from '../../shared/classeur/xlsx/ecrire-neuf.ts'
import { CAPTURES, CONFORME, PAS_DE_CALAIS, VoletExcel } from './volet-excel.ts'

/** What the pane puts into the sheets and takes away: marks, models; and how it stays at hand while a check is long. */

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

describe('the models', () => {
  const vide = ecrireClasseurNeuf([{ nom: 'Feuil1', lignes: [], largeurs: [] }], '')

  it('are offered to who begins from nothing, and the check waits for a first row without alarm', async () => {
    const page = await excel.charger('/vide.xlsx', { octets: vide, largeur: 320 })
    const modeles = page.getByRole('region', { name: 'Modèles' })
    await modeles.getByText(/Partez d’un modèle/).waitFor()
    expect(await modeles.locator('[data-modele]').count()).toBe(4)
    await page.screenshot({ path: `${CAPTURES}modeles-320.png`, fullPage: true })
    await modeles.getByLabel('Exercice du modèle').selectOption('2020')
    await modeles.getByRole('button', { name: 'Insérer le modèle : Plan d’action' }).click()
    await page.getByText(/ne contient aucune action.*Remplissez une première ligne/).waitFor()
    expect(await page.getByText(/bloquant/).count()).toBe(0)
    expect(await page.evaluate(async () => (await window.filaire).grille.active)).toBe('Plan d’action')
    await page.screenshot({ path: `${CAPTURES}modeles-attente-320.png`, fullPage: true })
    expect(excel.erreurs).toEqual([])
  })

  it('say why an Excel that is too old does not take them, and give the file', async () => {
    const page = await excel.charger('/vide.xlsx', { octets: vide, largeur: 450, theme: 'dark' })
    await page.evaluate(async () => void (await window.filaire).absentes.add('1.13'))
    const modeles = page.getByRole('region', { name: 'Modèles' })
    await modeles.getByRole('button', { name: 'Insérer le modèle : Rétroplanning' }).click()
    await modeles.getByText(/ne permet pas à un complément d’insérer des feuilles/).waitFor()
    await page.screenshot({ path: `${CAPTURES}modeles-450-sombre.png`, fullPage: true })
    const attendu = page.waitForEvent('download')
    await modeles.getByRole('button', { name: 'Télécharger le modèle : Rétroplanning' }).click()
    expect((await attendu).suggestedFilename()).toBe('CDPPE_Rétroplanning_2024.xlsx')
  })

  it('can be added beside a plan', async () => {
    const page = await excel.ouvrir(CONFORME)
    await page.getByRole('button', { name: 'Ajouter un modèle…' }).click()
    await page.getByRole('button', { name: 'Insérer le modèle : Tableau de bord' }).click()
    await page.getByText('Tableau de bord reconnu dans').waitFor()
  })
})

/** Holds the worker's answers until they are let go: what the pane does meanwhile depends on no clock. */
const RETENIR = `
const Ouvrier = window.Worker
window.retenues = []
window.ouvriers = 0
window.Worker = class extends Ouvrier {
  constructor(...args) {
    super(...args)
    window.ouvriers++
  }
  addEventListener(nom, rappel, ...suite) {
    if (nom !== 'message') return super.addEventListener(nom, rappel, ...suite)
    super.addEventListener(nom, (e) => {
      if (window.laisser) rappel(e)
      else window.retenues.push(() => rappel(e))
    })
  }
}`

describe('a check that lasts', () => {
  it('runs in a worker, leaves the pane to the officer, says how far it is, and is stopped by a click', async () => {
    const page = await excel.charger('/plan-long.xlsx', {
      octets: planLong(10_000),
      avant: RETENIR,
      largeur: 320,
    })
    await page.waitForFunction(() => (window as unknown as { ouvriers: number }).ouvriers > 0)
    const barre = page.getByRole('progressbar', { name: 'Contrôle du classeur…' })
    await barre.waitFor()
    // The answer is there, or on its way; none has been given to the pane.
    await excel.aller(page, 'Aide')
    await page.getByRole('tabpanel', { name: 'Aide' }).getByRole('heading').first().waitFor()
    await excel.aller(page, 'Contrôle')
    expect(await page.locator('#cdppe-points').count()).toBe(0)
    await page.getByRole('button', { name: 'Arrêter' }).waitFor()
    await page.screenshot({ path: `${CAPTURES}controle-long-320.png` })
    await page.getByRole('button', { name: 'Arrêter' }).click()
    await page.getByText('Contrôle interrompu à votre demande.').waitFor()
    await barre.waitFor({ state: 'detached' })
    await page.evaluate(() => Reflect.set(window, 'laisser', true))
    await page.getByRole('button', { name: 'Contrôler à nouveau' }).click()
    await page.locator('#cdppe-points').waitFor({ timeout: 60_000 })
    expect(await page.evaluate(() => (window as unknown as { ouvriers: number }).ouvriers)).toBe(2)
    expect(excel.erreurs).toEqual([])
  })
})
