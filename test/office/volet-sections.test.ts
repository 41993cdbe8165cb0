import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { CONFORME, PAS_DE_CALAIS, VoletExcel } from './volet-excel.ts'

/** What the sections of the pane let an officer do, in a real browser, with Excel answered by the request host. */

let excel: VoletExcel
beforeAll(async () => {
  excel = await VoletExcel.lancer()
})
afterEach(() => excel.fermer())
afterAll(() => excel.arreter())

const section = (page: Page, nom: string): Locator => page.getByRole('tabpanel', { name: nom })

describe('a justification', () => {
  it('is written in the card of the point, counted, found after a reload, changed and withdrawn', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    const carte = page
      .locator('[data-regle]')
      .filter({ has: page.getByRole('button', { name: 'Justifier', exact: true }) })
      .first()
    const regle = await carte.getAttribute('data-regle')
    await carte.getByRole('button', { name: 'Justifier', exact: true }).click()
    const saisie = page.locator('form').first()
    await saisie.getByLabel('Justification').fill('trop court')
    await saisie.getByRole('button', { name: 'Enregistrer la justification' }).click()
    await saisie.getByText('Écrivez au moins 20 signes').waitFor()
    await saisie.getByText('Indiquez le nom de la personne qui justifie').waitFor()
    await saisie.getByLabel('Justification').fill('Un avenant de mars complète cette part.')
    await saisie.getByLabel('Votre nom').fill('Anne Martin')
    await saisie.getByRole('button', { name: 'Enregistrer la justification' }).click()
    const ecrite = page.locator('[data-justification="en-vigueur"]')
    await ecrite.waitFor()
    expect(await ecrite.textContent()).toMatch(/Un avenant de mars complète cette part\..*Anne Martin, le /)
    expect(await page.locator('[data-regle]').filter({ has: ecrite }).getAttribute('data-regle')).toBe(regle)
    expect(await page.locator('#cdppe-points').textContent()).toMatch(/à justifier, dont 1\sjustifié/)
    expect(await excel.parties(page)).toContain(encodeURIComponent('Un avenant de mars complète'))

    await ecrite.getByRole('button', { name: 'Modifier' }).click()
    await page
      .locator('form')
      .getByLabel('Justification')
      .fill('La commission de juin l’a constaté par écrit.')
    await page.locator('form').getByRole('button', { name: 'Enregistrer la justification' }).click()
    await ecrite.getByText('La commission de juin').waitFor()

    await ecrite.getByRole('button', { name: 'Retirer' }).click()
    await ecrite.getByRole('button', { name: 'Confirmer le retrait' }).click()
    await ecrite.waitFor({ state: 'detached' })
    expect(await page.locator('#cdppe-points').textContent()).not.toMatch(/justifié$/)
  })

  it('is not offered on a point that blocks', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    const bloquants = page.getByRole('region', { name: /^Points bloquants/ })
    const cartes = bloquants.locator('[data-regle]')
    await cartes.first().waitFor()
    const suite = bloquants.getByRole('button', { name: /^Afficher / })
    while ((await suite.count()) > 0) await suite.first().click()
    const annonces = /\d+/.exec((await bloquants.getByRole('heading').first().textContent()) ?? '')?.[0]
    await expect.poll(() => cartes.count()).toBe(Number(annonces))
    expect(await bloquants.getByRole('button', { name: 'Justifier', exact: true }).count()).toBe(0)
  })

  it('that is being typed outlives a reload of the pane', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    await page.getByRole('button', { name: 'Justifier', exact: true }).first().click()
    await page.getByLabel('Justification').fill('Ce que j’étais en train d’écrire')
    await page.reload()
    await page.getByRole('button', { name: 'Contrôler à nouveau' }).waitFor()
    expect(await page.getByLabel('Justification').inputValue()).toBe('Ce que j’étais en train d’écrire')
  })
})

describe('what is searched and put out of sight', () => {
  it('outlives a reload of the pane, and is said', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    const bloquants = page.getByRole('button', { name: /^Points bloquants \(/ })
    await bloquants.click()
    const dit = page.getByText(/points? affichés? sur\s\d+/)
    const sansRecherche = await dit.textContent()
    await page.getByRole('searchbox', { name: 'Chercher dans les points' }).fill('objectif 14')
    // The list follows what is typed a render later.
    await expect.poll(() => dit.textContent()).not.toBe(sansRecherche)
    const avant = await dit.textContent()
    await page.reload()
    await page.getByRole('button', { name: 'Contrôler à nouveau' }).waitFor()
    expect(await dit.textContent()).toBe(avant)
    expect(await bloquants.getAttribute('aria-pressed')).toBe('false')
    expect(await page.getByRole('region', { name: /^Points bloquants/ }).count()).toBe(0)

    await bloquants.click()
    await page.getByRole('searchbox', { name: 'Chercher dans les points' }).fill('')
    await dit.waitFor({ state: 'detached' })
  })
})

describe('the report', () => {
  it('is printed on its own, the screen left out', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-imprime', '')
    })
    await page.getByRole('button', { name: 'Imprimer le rapport' }).click()
    await page.locator('[data-imprime]').waitFor()
    const papier = page.locator('[data-impression]')
    expect(await papier.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await papier.isVisible()).toBe(true)
    expect(await page.getByRole('tab').first().isVisible()).toBe(false)
    expect(await papier.textContent()).toMatch(/points bloquants.*Points à justifier/)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await papier.waitFor({ state: 'detached' })
  })

  it('is saved as a workbook', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    const attendu = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Rapport en .xlsx' }).click()
    const fichier = await attendu
    expect(fichier.suggestedFilename()).toBe('Rapport CDPPE_62_Pas-de-Calais_2020-2022.xlsx')
    const lu = read(readFileSync(await fichier.path()))
    expect(lu.SheetNames).toContain('Constats')
    const [lignes] = [utils.sheet_to_json<string[]>(lu.Sheets['Constats']!, { header: 1 })]
    expect(lignes.filter((l) => l[1] === 'COF-01').length).toBeGreaterThan(0)
  })
})

describe('the enveloppes', () => {
  it('shows what a change would do, in figures and words, and writes nothing', async () => {
    const page = await excel.ouvrir(CONFORME)
    await excel.aller(page, 'Enveloppes')
    const enveloppes = section(page, 'Enveloppes')
    const avant = await excel.cellules(page)
    await enveloppes.getByLabel('Action', { exact: true }).selectOption({ index: 1 })
    const departement = enveloppes.getByLabel(/Département$/).first()
    await departement.fill('0')
    const essai = enveloppes.locator('[data-essai]')
    await essai.getByText(/Il manque .* du Département/).waitFor()
    expect(await essai.textContent()).toContain('Le total de chaque enveloppe de l’État ne change pas.')
    await enveloppes.getByLabel(/FIR$/).first().fill('1 €')
    await essai.getByText(/Le total du FIR change de/).waitFor()
    await departement.fill('beaucoup')
    expect(await excel.cellules(page)).toBe(avant)
    await enveloppes.getByRole('button', { name: /^Abandonner/ }).click()
    await essai.waitFor({ state: 'detached' })
  })

  it('compares with a notified amount that is typed', async () => {
    const page = await excel.ouvrir(CONFORME)
    await excel.aller(page, 'Enveloppes')
    const enveloppes = section(page, 'Enveloppes')
    await enveloppes.getByText(/^Comparer aux montants notifiés/).click()
    await enveloppes.getByLabel('FIR, montant notifié').fill('1 000 €')
    await enveloppes.getByText(/Notifié\s:\s1\s000\s€\s; le plan le dépasse de/).waitFor()
  })

  it('says who is told before a move, and by which text', async () => {
    const page = await excel.ouvrir(CONFORME)
    await excel.aller(page, 'Enveloppes')
    const p304 = section(page, 'Enveloppes').locator('[data-enveloppe="P304"]')
    expect(await p304.textContent()).toMatch(
      /informez le préfet\..*circulaire du 20\sfévrier 2020, annexe\s5\.1 \(contrat-type\), article\s4/,
    )
  })
})

describe('the plan d’action', () => {
  it('finds an action and goes to its cells', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    await excel.aller(page, 'Plan d’action')
    const plan = section(page, 'Plan d’action')
    await plan.getByRole('searchbox').fill('troubles langage')
    const action = plan.locator('[data-action="8"]')
    await expect.poll(() => plan.locator('[data-action]').count()).toBe(1)
    await action.getByText('Montants', { exact: true }).click()
    await action.getByRole('table').getByRole('button').first().click()
    await expect.poll(() => excel.selection(page)).toMatch(/^Plan d'action![A-Z]+\d+$/)
  })
})

describe('what is good to know', () => {
  it('names, folded, what the texts say of this plan and no check decides, with its source', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS)
    await excel.aller(page, 'Plan d’action')
    const plan = section(page, 'Plan d’action')
    const rappel = plan.locator('[data-rappel="NAT-11"]')
    expect(await rappel.isVisible()).toBe(false)
    await plan.getByText(/^Bon à savoir/).click()
    expect(await rappel.textContent()).toMatch(/objectif\s6, le programme\s304 paie.*annexe\s6, objectif\s6/)
    // The action of objectif 26 is not in this plan.
    expect(await plan.locator('[data-rappel="NAT-16"]').count()).toBe(0)
  })
})

describe('the calendar', () => {
  it('is green until the eve, orange on the disputed day, red after, and says it', async () => {
    for (const [instant, situation, phrase] of [
      ['2024-10-30T20:00:00Z', 'suffit', /Il reste 3\sh\s00 \(heure de Paris\)/],
      ['2024-10-31T17:48:00Z', 'incertain', /ne s’accordent pas.*Il reste 5\sh\s12 avant minuit/],
      ['2024-11-01T10:00:00Z', 'manque', /Terme passé\s; ce délai est de rigueur/],
    ] as const) {
      const page = await excel.ouvrir(CONFORME, { instant })
      await page.locator('header').getByLabel('Exercice').selectOption('2024')
      await excel.aller(page, 'Calendrier')
      const projet = section(page, 'Calendrier').locator('[data-echeance="projet-contrat"]')
      await projet.waitFor()
      expect(await projet.getAttribute('data-situation')).toBe(situation)
      expect(await projet.textContent()).toMatch(phrase)
      await excel.fermer()
    }
  })

  it('dates the rétroplanning from the day J that is chosen', async () => {
    const page = await excel.ouvrir(CONFORME)
    await excel.aller(page, 'Calendrier')
    const calendrier = section(page, 'Calendrier')
    await calendrier.getByLabel(/^Jour J/).fill('2020-10-30')
    await expect.poll(() => calendrier.locator('[data-etape]').count()).toBe(10)
    expect(await calendrier.locator('[data-etape]').first().textContent()).toMatch(/dimanche\s7\sjuin\s2020/)
  })
})
