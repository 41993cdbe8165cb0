import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Evenement, VersionResume } from '../../addin/volet/api-types.ts'
import { AGENT } from './service-factice.ts'
import { debords, debordsEspaces } from './debords.ts'
import { manquements } from './manquements.ts'
import { CAPTURES, CONFORME, PAS_DE_CALAIS, SECTIONS, VoletExcel } from './volet-excel.ts'

/** RGAA is the bar: axe finds nothing in any section and state, in both themes, and the keyboard reaches everything. */

// Axe looks at every element of eight sections: a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 })

let excel: VoletExcel
beforeAll(async () => {
  excel = await VoletExcel.lancer()
})
afterEach(() => excel.fermer())
afterAll(() => excel.arreter())

/** Answers as the service does to somebody signed in: a version in each of its colours, and a journal. */
async function repondre(page: Page): Promise<void> {
  const le = '2024-10-30T09:12:00Z'
  const auteur = { prenom: 'Claire', nom: 'Dumont' }
  const versions = (
    [
      ['conforme', 'remise'],
      ['a-justifier', 'incertaine'],
      ['bloquant', null],
    ] as const
  ).map(([statut, envoi], rang): VersionResume => ({
    numero: 3 - rang,
    nomFichier: 'CDPPE_62.xlsx',
    taille: 48_213,
    empreinte: 'a'.repeat(64),
    referentiel: '2020-2022',
    statut,
    bloquants: statut === 'bloquant' ? 2 : 0,
    aJustifier: statut === 'a-justifier' ? 1 : 0,
    informations: 0,
    auteur,
    le,
    empreinteDeclaration: 'd'.repeat(64),
    precedente: null,
    transmission: envoi && { envoi: 'libre', statut: envoi, le, destinataire: 'dgcs@etat.example' },
  }))
  const evenements: Evenement[] = [{ evenement: 'signee', le, agent: auteur, details: { version: 3 } }]
  await page.route('**/api/**', (route) => {
    const { pathname } = new URL(route.request().url())
    const json = (corps: unknown, status = 200) => route.fulfill({ status, json: corps })
    if (pathname === '/api/session/jeton') return json({ jeton: 'j', expireDans: 900, agent: AGENT })
    if (pathname.endsWith('/versions')) return json({ versions })
    if (pathname.endsWith('/journal')) return json({ evenements })
    if (pathname === '/api/v1/referentiels') return json({ referentiels: [] })
    return json({ code: 'INCONNU', message: 'Introuvable.' }, 404)
  })
}

/** At both ends of its widths, a state fits and is kept as a capture; at the narrowest, axe finds nothing. A theme changes colours alone. */
async function examiner(page: Page, etat: string, theme: string): Promise<void> {
  await page.mouse.move(0, 0)
  for (const largeur of [600, 320]) {
    await page.setViewportSize({ width: largeur, height: 860 })
    await page.screenshot({ path: `${CAPTURES}etat-${etat}-${largeur}-${theme}.png`, animations: 'disabled' })
    if (theme === 'light') expect(await debords(page), `${etat} ${largeur}`).toEqual([])
  }
  if (theme === 'light') expect(await debordsEspaces(page), `${etat} espacé`).toEqual([])
  expect(await manquements(page, theme === 'dark' ? 'couleurs' : 'tout'), etat).toEqual([])
}

describe('what axe finds', () => {
  it.each(['light', 'dark'] as const)(
    'is nothing while a justification is written, a change is tried, the service is absent, then signed in (%s)',
    async (theme) => {
      const page = await excel.ouvrir(PAS_DE_CALAIS, { theme })
      await page.getByRole('button', { name: 'Justifier', exact: true }).first().click()
      await page.getByRole('button', { name: 'Enregistrer la justification' }).click()
      await page.getByText('Écrivez au moins 20 signes').waitFor()
      await examiner(page, 'justification', theme)
      await excel.aller(page, 'Enveloppes')
      await page.getByLabel('Action', { exact: true }).selectOption({ index: 2 })
      await page
        .getByRole('tabpanel', { name: 'Enveloppes' })
        .getByLabel(/Département$/)
        .first()
        .fill('0')
      await page.locator('[data-essai]').waitFor()
      await examiner(page, 'essai', theme)
      await excel.aller(page, 'Versions')
      await page.getByText('Le service des versions ne répond pas').locator('visible=true').waitFor()
      await examiner(page, 'service', theme)
      await repondre(page)
      const versions = page.getByRole('tabpanel', { name: 'Versions' })
      await versions.getByRole('button', { name: 'Réessayer' }).click()
      await versions.locator('[data-version]').nth(2).waitFor()
      await versions.getByRole('button', { name: 'Lire le journal' }).click()
      await versions.locator('[data-journal]').waitFor()
      await versions.getByRole('button', { name: 'Télécharger une copie à publier' }).click()
      await versions.locator('[data-copie]').waitFor()
      await examiner(page, 'versions', theme)
    },
  )

  it.each(['light', 'dark'] as const)(
    'is nothing without a plan nor on an empty workbook (%s)',
    async (theme) => {
      for (const vider of [false, true]) {
        const page = await excel.ouvrir(CONFORME, { theme })
        await page.evaluate(async (toutes) => {
          const { grille } = await window.filaire
          for (const feuille of grille.classeur.feuilles)
            for (const [ligne] of feuille.lignes) if (toutes || ligne > 0) feuille.lignes.delete(ligne)
          grille.surChangement('{0}', 'A1')
        }, vider)
        await page
          .getByText(vider ? 'Ce classeur est vide' : /Aucun plan d’action n’a été reconnu/)
          .first()
          .waitFor()
        for (const section of ['Contrôle', 'Enveloppes', 'Plan d’action']) {
          await excel.aller(page, section)
          const panneau = page.getByRole('tabpanel', { name: section })
          if (!vider) await panneau.getByText('contrôle précédent').first().waitFor()
          // Nothing of the older report is said of the workbook as it is.
          expect(await panneau.textContent()).not.toMatch(/Tout est en ordre|Rien ne s’oppose/)
          await examiner(page, `${vider ? 'vide' : 'sans-plan'}-${SECTIONS.indexOf(section)}`, theme)
        }
        await excel.fermer()
      }
    },
  )
})

describe('forced colours', () => {
  it('keep every section readable', async () => {
    const page = await excel.ouvrir(PAS_DE_CALAIS, { contraste: true })
    for (const section of ['Contrôle', 'Cofinancement', 'Calendrier']) {
      await excel.aller(page, section)
      await page.screenshot({ path: `${CAPTURES}volet-contraste-${SECTIONS.indexOf(section)}.png` })
      expect(await manquements(page), section).toEqual([])
    }
  })
})
