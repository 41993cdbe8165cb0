import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { TransmissionGardee } from '../../functions/depot/transmissions.ts'
import { debords } from './debords.ts'
import { manquements } from './manquements.ts'
import { etat, repondre, transmission } from './service-repondu.ts'
import { CAPTURES, CONFORME, VoletExcel } from './volet-excel.ts'

/** The section Transmission in a real browser, answered as the API answers, in each of the states of a sending. */

let excel: VoletExcel
let page: Page
let section: Locator

/** Looks again at the sending by mail: another one is looked at in between. */
async function regarder(): Promise<void> {
  const choix = section.getByLabel('Ce que l’exercice demande')
  await choix.selectOption('plan-action')
  await section.locator('[data-fiche]').first().waitFor()
  await choix.selectOption('libre')
}

beforeAll(async () => {
  excel = await VoletExcel.lancer()
  page = await excel.ouvrir(CONFORME, { instant: '2024-10-30T09:18:00Z', preparer: repondre })
  await excel.aller(page, 'Transmission')
  section = page.getByRole('tabpanel', { name: 'Transmission' })
  await section.getByText('Ce qui part').waitFor()
})
afterAll(async () => {
  await excel.fermer()
  await excel.arreter()
})

describe('a sending', () => {
  const DESTINATAIRE = 'dgcs-contrats-enfance@social.gouv.fr'
  it.each<[string, TransmissionGardee, RegExp, string[]]>([
    ['Préparée', transmission('preparee'), /est préparé.* il part dans la minute/, []],
    ['En cours', transmission('en-cours'), /est en cours/, []],
    ['Envoyée', transmission('envoyee'), /Transmis à dgcs.* le 30 octobre 2024/, []],
    [
      'Remise',
      transmission('remise', { remiseLe: '2024-10-30T09:17:00Z' }),
      /Remis au serveur destinataire le 30 octobre 2024/,
      [],
    ],
    ['Différée', transmission('differee'), /la remise est retentée\. N’envoyez rien de nouveau/, []],
    [
      'Rejetée',
      transmission('rejetee', { motif: 'Permanent/NoEmail' }),
      /a rejeté le message.*Appelez la DGCS.*puis transmettez de nouveau/,
      ['Transmettre à la DGCS'],
    ],
    [
      'Incertaine',
      transmission('incertaine'),
      /Ne renvoyez pas\s: vérifiez auprès de la DGCS/,
      ['Reçu par la DGCS', 'Renvoyer'],
    ],
    [
      'Non partie',
      transmission('echouee', { motif: 'le service d’envoi est en pause. Prévenez l’administrateur.' }),
      /n’est pas parti.*en pause/,
      ['Transmettre à la DGCS'],
    ],
    [
      'Remise',
      transmission('remise', { plainte: true, copiesRejetees: ['ars@region.example'] }),
      /La copie n’est pas arrivée à ars@region\.example.*indésirable\s: appelez la DGCS/,
      [],
    ],
  ])('says that it is « %s », why, and what can be done', async (nom, gardee, phrase, boutons) => {
    etat.transmission = gardee
    await regarder()
    const vue = section.locator('[data-etat]')
    await vue.getByText(nom, { exact: true }).waitFor()
    await expect
      .poll(async () => (await vue.textContent())?.replaceAll(/[\u00a0\u202f]/g, ' '))
      .toMatch(phrase)
    const texte = ((await vue.textContent()) ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(texte).not.toMatch(/undefined|null|Permanent/)
    const offerts = await section.getByRole('button').allTextContents()
    const actes = ['Transmettre à la DGCS', 'Reçu par la DGCS', 'Renvoyer']
    expect(offerts.filter((b) => actes.includes(b)).sort()).toEqual([...boutons].sort())
    if (nom === 'Envoyée') expect(texte).toContain(DESTINATAIRE)
    await page.mouse.move(0, 0)
    const suite = gardee.plainte ? '-plainte' : ''
    for (const [largeur, theme] of [
      [320, 'dark'],
      [400, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width: largeur, height: 860 })
      const path = `${CAPTURES}transmission-${gardee.statut}${suite}-${largeur}-${theme}.png`
      await page.screenshot({ path, animations: 'disabled' })
      expect(await debords(page), path).toEqual([])
    }
    expect(await manquements(page)).toEqual([])
    expect(excel.erreurs).toEqual([])
  })

  it('leaves a doubt to whoever may settle it', async () => {
    etat.transmission = transmission('incertaine')
    etat.roles = ['redacteur']
    await page.reload()
    await section.getByText('Incertaine', { exact: true }).waitFor()
    expect(await section.getByRole('button', { name: 'Renvoyer' }).count()).toBe(0)
    etat.roles = ['valideur']
  })
})

describe('the plan that is typed into EUSurvey', () => {
  it('is copied field by field, and each fiche is marked as typed, by whom and when', async () => {
    etat.transmission = null
    await page.evaluate(() => {
      const copies: string[] = []
      Object.assign(window, { copies })
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (t: string) => Promise.resolve(void copies.push(t)) },
      })
    })
    await section.getByLabel('Ce que l’exercice demande').selectOption('plan-action')
    const fiche = section.locator('[data-fiche="action-1"]')
    await fiche.getByRole('button', { name: 'Copier : Crédits FIR (€)' }).click()
    await fiche.getByText('Copié', { exact: true }).waitFor()
    expect(await page.evaluate(() => (window as unknown as { copies: string[] }).copies)).toEqual([
      '250000,5',
    ])
    expect(await fiche.getByText('À remplir à la main').count()).toBe(1)
    expect(await fiche.getByRole('button', { name: 'Copier : Contact' }).count()).toBe(0)
    await page.screenshot({ path: `${CAPTURES}transmission-eusurvey.png` })
    await fiche.getByRole('button', { name: /^Marquer comme saisie/ }).click()
    await fiche.getByText(/^Saisie le .*2024.* par Claire Dumont\.$/).waitFor()
    const suivante = section.locator('[data-fiche="action-2"]')
    await suivante.getByRole('button', { name: 'Copier : Intitulé de l’action' }).waitFor()
    expect((await section.getByRole('status').first().textContent())?.replace(/\s/g, ' ')).toBe(
      '1 fiche saisie sur 2.',
    )
    await page.screenshot({ path: `${CAPTURES}transmission-eusurvey-saisie.png`, fullPage: true })
  })
})
