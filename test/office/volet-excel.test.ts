import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirSession } from '../navigateur/lancer.ts'
import { CAPTURES, CONFORME, PAS_DE_CALAIS, SECTIONS, VoletExcel } from './volet-excel.ts'

/** The pane as Excel loads it: what it says, what it does, how it is walked and how it looks. */

let excel: VoletExcel
beforeAll(async () => {
  excel = await VoletExcel.lancer()
})
afterEach(() => excel.fermer())
afterAll(() => excel.arreter())

const bilan = (page: Page): Locator => page.locator('#cdppe-points')
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

describe('the pane in Excel', () => {
  it('says what it understood, then what to put right; a click selects the cells', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    await page.getByText(/Plan d’action reconnu dans «\sPlan d'action\s».* 27 actions, 3 exercices/).waitFor()
    expect(await bilan(page).textContent()).toMatch(/points bloquants.*à justifier/)
    const constat = page.locator('[data-regle="COF-01"]').first()
    const adresse = await constat
      .getByRole('button', { name: /^Sélectionner/ })
      .first()
      .textContent()
    await constat.locator('h5').getByRole('button').click()
    await expect.poll(() => excel.selection(page)).toBe(`Plan d'action!${adresse}`)
    expect(excel.erreurs).toEqual([])
  })

  it('opens on what is to be done next, and leads there', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS, { largeur: 320 })
    await page.getByText(/^À faire maintenant\s: corriger les 16 points bloquants/).waitFor()
    await page.getByRole('button', { name: 'Voir ce qui bloque' }).click()
    const titre = page.getByRole('heading', { name: /^Points bloquants/ })
    expect(await titre.evaluate((e) => e === document.activeElement)).toBe(true)
    const { y } = (await titre.boundingBox())!
    expect(y).toBeLessThan(page.viewportSize()!.height / 2)
    await excel.fermer()

    const conforme = await excel.ouvrir(CONFORME)
    await conforme.getByRole('button', { name: 'Ouvrir l’onglet Versions' }).click()
    await conforme.getByRole('tab', { name: 'Versions', selected: true }).waitFor()
    await conforme.getByRole('tabpanel', { name: 'Versions' }).getByRole('heading').first().waitFor()
  })

  it('asks about a column, keeps the answer in the workbook and follows it at once', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS, { largeur: 320 })
    const compris = page.getByRole('region', { name: 'Ce qui a été compris' })
    const colonne = compris.locator('[data-colonne="F"]')
    await colonne.getByText(/aucune enveloppe n’est indiquée/).waitFor()
    await colonne.getByText(/^Par exemple/).waitFor()
    await colonne.getByRole('button', { name: /^Sélectionner la colonne F/ }).click()
    await expect.poll(() => excel.selection(page)).toBe("Plan d'action!F6:F83")
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
    expect(excel.erreurs).toEqual([])
  })

  it('ties the functions of the cells', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    await page.waitForFunction(() => window.formules.has('ELIGIBLE'))
    const reponses = await page.evaluate(() =>
      ['FIR', 'ONDAM'].map((enveloppe) => window.formules.get('ELIGIBLE')!([[9]], [[enveloppe]], null, {})),
    )
    expect(reponses).toEqual([[[false]], [[true]]])
  })

  it('checks again by itself: a wrong enveloppe appears, and leaves once put right', async () => {
    const page = await excel.ouvrir(CONFORME)
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
    const page = await excel.ouvrir(PAS_DE_CALAIS)
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
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    for (const section of ['Versions', 'Transmission']) {
      await excel.aller(page, section)
      await page.getByText('Le service des versions ne répond pas').locator('visible=true').waitFor()
    }
    await excel.aller(page, 'Contrôle')
    expect(await bilan(page).textContent()).toMatch(/points bloquants/)
  })

  it('judges by the exercice that is chosen, and shows by which text', async () => {
    const page = await excel.ouvrir(CONFORME)
    const entete = page.getByRole('banner')
    const avant = await entete.textContent()
    await page.getByRole('combobox', { name: 'Exercice' }).selectOption('2024')
    await expect.poll(() => entete.textContent()).not.toBe(avant)
    expect(await entete.textContent()).toMatch(/Référentiel 2024/)
  })

  it('is walked by keyboard alone, with a focus that is seen', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
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
    await expect.poll(() => excel.selection(page)).toMatch(/^Plan d'action!(?!A1$)/)
  })
})

describe('the pane’s page outside Excel', () => {
  it('says where it opens', async () => {
    const session = await ouvrirSession(excel.navigateur)
    await session.page.goto(`${excel.serveur.adresse}volet.html`)
    await session.page.getByRole('heading', { name: 'Ce volet s’ouvre dans Excel' }).waitFor()
    expect(session.dehors).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js'])
    await session.contexte.close()
  })
})
