import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { debords } from './debords.ts'
import { CONFORME, VoletExcel } from './volet-excel.ts'

/** The section « Référentiels » of the pane, in a real browser on the built site. */

let volet: VoletExcel

beforeAll(async () => {
  volet = await VoletExcel.lancer()
})

afterEach(() => volet.fermer())

afterAll(() => volet.arreter())

/** A référentiel of the years to come, made of nothing but the shape of 2024. */
function futur(): Referentiel {
  const r = structuredClone(REFERENTIELS[2]!) as Referentiel
  Object.assign(r, { id: 'essai', titre: 'Référentiel d’essai', version: '2026-01-01' })
  r.exercices = [2025, 2026, 2027, 2028, 2029, 2030]
  for (const e of r.echeances) e.exercice = 2030
  for (const d of r.dotations) d.exercices = [2030]
  return r
}

/** Opens the pane in Excel on the section; `largeur` in pixels. */
async function ouvrir(largeur = 400): Promise<Page> {
  const page = await volet.ouvrir(CONFORME, { largeur })
  await volet.aller(page, 'Référentiels')
  return page
}

/** Chooses a file as a person would, from the button. */
async function charger(page: Page, nom: string, contenu: Referentiel): Promise<void> {
  const choix = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Charger un référentiel…' }).press('Enter')
  await (
    await choix
  ).setFiles({ name: nom, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(contenu)) })
}

/** What the cell =CDPPE.ELIGIBLE(9;enveloppe;2030) shows. */
function eligible(page: Page, enveloppe: string): Promise<unknown> {
  return page.evaluate(
    (e) => (window.formules.get('ELIGIBLE')!([[9]], [[e]], [[2030]], {}) as unknown[][])[0]![0],
    enveloppe,
  )
}

describe('the section Référentiels', () => {
  it('says what is to be completed in a wrong file; a whole one then governs pane and cells, after a reload too', async () => {
    const page = await ouvrir()
    await page.waitForFunction(() => window.formules.has('ELIGIBLE'))
    expect(await page.locator('[data-referentiel]').count()).toBe(3)

    const faux = futur()
    faux.eligibilites = faux.eligibilites.map((e) => ({
      ...e,
      objectifs: e.objectifs.filter((o) => o !== 11),
    }))
    Reflect.deleteProperty(faux.echeances[0]!, 'reference')
    await charger(page, 'faux.json', faux)
    const points = page.getByRole('list', { name: 'Points à compléter' })
    await points.getByText('l’objectif 11 n’a pas d’enveloppe').waitFor()
    await points
      .getByText(/n’a pas de référence/)
      .first()
      .waitFor()
    expect(await page.locator('[data-referentiel]').count()).toBe(3)
    expect(await eligible(page, 'ONDAM')).not.toBe(true)

    await charger(page, 'essai.json', futur())
    await page.getByText(/Référentiel essai\s: 28 objectifs, 6 obligatoires\./).waitFor()
    expect(await page.locator('[data-referentiel="essai"]').textContent()).toMatch(
      /Chargé sur ce poste le .*Les exercices 2025 à 2030/,
    )
    await expect.poll(() => eligible(page, 'ONDAM')).toBe(true)
    expect(await page.evaluate(async () => (await window.filaire).grille.recalculees.length)).toBeGreaterThan(
      0,
    )

    await page.locator('header').getByLabel('Exercice').selectOption('2030')
    const entete = page.getByRole('banner')
    await expect.poll(() => entete.textContent()).toMatch(/Référentiel essai/)

    await page.reload()
    await page.locator('[data-referentiel="essai"]').waitFor()
    await expect.poll(() => eligible(page, 'ONDAM')).toBe(true)

    await page.getByRole('button', { name: 'Retirer de ce poste le référentiel essai' }).click()
    await page.locator('[data-referentiel="essai"]').waitFor({ state: 'detached' })
    await expect.poll(() => eligible(page, 'ONDAM')).not.toBe(true)
    expect(volet.erreurs).toEqual([])
  })

  it('compares 2022 and 2024 by rubrique, and says what it changes for the plan in hand', async () => {
    const page = await ouvrir()
    await page.getByLabel('De', { exact: true }).selectOption('2022')
    await page.getByLabel('À', { exact: true }).selectOption('2024')
    const groupe = page.getByRole('group', { name: 'Ce qui change de 2022 à 2024' })
    await groupe.getByText(/^Règles \(\d+\)/).press('Enter')
    await groupe
      .getByText('La règle COF-01 passe de «\u00a0à justifier\u00a0» à «\u00a0bloquant\u00a0».')
      .waitFor()
    await page.getByRole('button', { name: 'Ce qui change pour votre plan' }).press('Enter')
    await page.getByText(/jugé par le référentiel 2022, puis par le référentiel 2024/).waitFor()
    await page.getByText(/\d+ points? apparai(?:t|ssent)|\d+ points? apparaît/).waitFor()
    expect(volet.erreurs).toEqual([])
  })

  it('shows the catalogue of the rules, searched and kept by state', async () => {
    const page = await ouvrir()
    await page.getByRole('button', { name: 'Ouvrir le catalogue des règles' }).press('Enter')
    const regles = page.locator('[data-regle-catalogue]')
    await regles.first().waitFor()
    const toutes = await regles.count()
    expect(toutes).toBeGreaterThanOrEqual(176)
    await page.getByLabel('État de la règle').selectOption('non-verifiee')
    await expect.poll(() => regles.count()).toBeLessThan(toutes)
    expect(await regles.first().textContent()).toMatch(/Non vérifiée/)
    await page.getByLabel('État de la règle').selectOption('')
    await page.getByRole('searchbox', { name: 'Chercher une règle' }).fill('cof-01')
    await expect
      .poll(() => regles.evaluateAll((r) => r.map((e) => e.getAttribute('data-regle-catalogue'))))
      .toContain('COF-01')
    await expect.poll(() => regles.count()).toBeLessThan(20)
  })

  it('fits 320 px with everything open, and offers the models', async () => {
    const page = await ouvrir(320)
    const modele = await page.request.get(`${volet.serveur.adresse}modeles/CDPPE_referentiel_modele.xlsx`)
    expect((await modele.body()).subarray(0, 2).toString()).toBe('PK')
    await page.getByRole('button', { name: 'Ouvrir le catalogue des règles' }).click()
    await page.locator('[data-regle-catalogue]').first().waitFor()
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)))
    await page.getByRole('button', { name: 'Modèle Excel à remplir' }).waitFor()
    expect(await debords(page)).toEqual([])
  })
})
