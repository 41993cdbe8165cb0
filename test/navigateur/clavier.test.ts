import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../addin/tableur/page.d.ts'
import { manquements } from '../office/manquements.ts'
import { SECTIONS } from '../office/volet-excel.ts'
import { lancerNavigateur, ouvrirSession } from './lancer.ts'
import { servirSite } from './site.ts'
import type { Serveur } from './servir.ts'

/** The page by keyboard alone: its header, its grid, every section of its pane, and the way out of each. */

const CONFORME = 'addin/public/exemples/CDPPE_conforme_2020-2022.xlsx'
/** More stops than the longest section has: past it the keyboard would be caught. */
const LIMITE = 400

let serveur: Serveur
let navigateur: Browser
let page: Page

beforeAll(async () => {
  ;[serveur, navigateur] = await Promise.all([servirSite(), lancerNavigateur()])
  ;({ page } = await ouvrirSession(navigateur))
  await page.goto(serveur.adresse)
  await page.waitForFunction(() => window.cdppe?.hote)
  await page.getByTestId('fichier').setInputFiles(CONFORME)
  await page.getByText('Aucun point relevé').first().waitFor()
})

afterAll(async () => {
  await navigateur.close()
  await serveur.arreter()
})

interface Foyer {
  /** Part of the page. */
  partie: string
  /** What a screen reader would name, nearly. */
  nom: string
  /** Set on the element, to know it again. */
  numero: number
  /** Drawn in the window, and told apart from what has no focus. */
  visible: boolean
}

/** Where the focus is. */
function foyer(): Promise<Foyer> {
  return page.evaluate(() => {
    const e = document.activeElement as HTMLElement
    const partie = e.closest<HTMLElement>('[data-partie]')?.dataset['partie'] ?? ''
    const etiquettes = (e as HTMLInputElement).labels
    const nom =
      e.getAttribute('aria-label') ?? (etiquettes?.length ? etiquettes[0]!.textContent : e.textContent)
    const { left, top, right, bottom, width } = e.getBoundingClientRect()
    const dansLaFenetre = width > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
    const numeros = (window as unknown as { numeros?: Map<Element, number> }).numeros
    const cadre = (element: Element, pseudo?: string): boolean => {
      const { outlineStyle, boxShadow, borderStyle, content } = getComputedStyle(element, pseudo)
      if (pseudo !== undefined && content === 'none') return false
      return (
        outlineStyle !== 'none' || boxShadow !== 'none' || (pseudo !== undefined && borderStyle !== 'none')
      )
    }
    const marque = [e, e.parentElement!].some((x) => cadre(x) || cadre(x, '::after') || cadre(x, '::before'))
    return {
      partie,
      nom: (nom ?? '').replace(/\s+/g, ' ').trim(),
      numero: numeros?.get(e) ?? -1,
      visible: dansLaFenetre && marque,
    }
  })
}

/** Numbers what is to be reached in the open section; gives how many there are, and what each is. */
function numeroter(section: string): Promise<string[]> {
  return page.evaluate((nomSection) => {
    const panneau = [...document.querySelectorAll<HTMLElement>('[role="tabpanel"]')].find(
      (p) =>
        !p.hidden &&
        document.getElementById(p.getAttribute('aria-labelledby')!)!.textContent.startsWith(nomSection),
    )!
    const tous = [
      ...panneau.querySelectorAll<HTMLElement>(
        'button, summary, a[href], input, select, textarea, [tabindex]',
      ),
    ].filter(
      (e) =>
        e.tabIndex >= 0 &&
        !(e as HTMLButtonElement).disabled &&
        !e.dataset['tabsterDummy'] &&
        e.checkVisibility(),
    )
    // Of the radio buttons of one name the keyboard stops at one: the arrows choose.
    const atteints = tous.filter((e) => !(e instanceof HTMLInputElement && e.type === 'radio' && !e.checked))
    ;(window as unknown as { numeros: Map<Element, number> }).numeros = new Map(
      atteints.map((e, i) => [e, i]),
    )
    return atteints.map((e) => `${e.tagName} ${(e.getAttribute('aria-label') ?? e.textContent).slice(0, 40)}`)
  }, section)
}

const touche = (nom: string): Promise<void> => page.keyboard.press(nom)
const annonce = (): Promise<string | null> => page.getByTestId('annonce').textContent()

describe('by keyboard alone', () => {
  it('goes round header, grid and pane with F6, both ways, and is told where it is', async () => {
    await page.evaluate(() => window.cdppe!.hote!.selectionner(["Plan d'action!B7"]))
    expect((await foyer()).partie).toBe('classeur')
    for (const [combinaison, partie, dit] of [
      ['F6', 'volet', /^Volet\. F6\s: aller à l’en-tête\s; Maj\+F6\s: aller au classeur\.$/],
      ['F6', 'entete', /^En-tête\./],
      ['F6', 'classeur', /^Classeur\. F6\s: aller au volet/],
      ['Shift+F6', 'entete', /^En-tête\./],
      ['Shift+F6', 'volet', /^Volet\./],
      ['Shift+F6', 'classeur', /^Classeur\./],
    ] as const) {
      await touche(combinaison)
      await expect.poll(async () => (await foyer()).partie).toBe(partie)
      await expect.poll(annonce).toMatch(dit)
    }
    await page.getByText('pour passer au volet').waitFor()
  })

  it('keeps Tab in the grid for its cells, reads them, and takes what was being typed when it leaves', async () => {
    await page.evaluate(() => window.cdppe!.hote!.selectionner(["Plan d'action!B7"]))
    const dite = (): Promise<string | null> => page.getByTestId('lecture-cellule').textContent()
    await expect.poll(dite).toMatch(/^B7, /)
    await touche('Tab')
    await expect.poll(dite).toMatch(/^C7, /)
    await page.evaluate(() => window.cdppe!.hote!.selectionner(["Plan d'action!R7"]))
    await expect.poll(dite).toBe('R7, vide')
    await page.keyboard.type('12,5 %')
    await touche('F6')
    await expect.poll(async () => (await foyer()).partie).toBe('volet')
    const valeur = (): Promise<unknown> =>
      page.evaluate(
        async () => (await window.cdppe!.hote!.lire()).feuilles[0]!.lignes.get(6)?.get(17)?.valeur,
      )
    await expect.poll(valeur).toBe(0.125)
    await touche('Shift+F6')
    await expect.poll(async () => (await foyer()).partie).toBe('classeur')
    await touche('Control+z')
    await expect.poll(valeur).toBe(undefined)
  })

  it('walks the header, every stop in sight, and skips to the grid and to the pane', async () => {
    await page.reload()
    await page.getByText('Contrôler à nouveau').waitFor()
    await touche('F6')
    await touche('F6')
    await expect.poll(async () => (await foyer()).nom).toBe('Annuler')
    const noms: string[] = []
    for (let i = 0; i < LIMITE && (await foyer()).partie === 'entete'; i++) {
      const { nom, visible } = await foyer()
      expect(visible, nom).toBe(true)
      noms.push(nom)
      await touche('Tab')
    }
    expect(noms).toEqual([
      'Annuler',
      'Rétablir',
      'Ouvrir un classeur…',
      'Enregistrer une copie',
      'Exemples',
      'Aide',
    ])
    for (const [lien, partie] of [
      ['Aller au classeur', 'classeur'],
      ['Aller au volet', 'volet'],
    ] as const) {
      const evitement = page.getByRole('button', { name: lien })
      await evitement.focus()
      expect(await evitement.evaluate((e) => getComputedStyle(e.parentElement!).clipPath)).toBe('none')
      await touche('Enter')
      await expect.poll(async () => (await foyer()).partie).toBe(partie)
    }
  })

  it('reaches and leaves all that every section of the pane holds', async () => {
    const volet = page.getByRole('complementary')
    expect(await volet.getByRole('tab').count()).toBe(SECTIONS.length)
    await expect.poll(async () => (await foyer()).nom).toBe(SECTIONS[0])
    for (const section of SECTIONS) {
      if (section !== SECTIONS[0]) {
        await touche('ArrowRight')
        await touche('Enter')
      }
      await expect.poll(async () => (await foyer()).nom).toBe(section)
      const panneau = page.getByRole('tabpanel', { name: section })
      await panneau.getByRole('heading').first().waitFor({ state: 'attached' })
      await panneau.getByText('Ouverture…').waitFor({ state: 'hidden' })
      const attendus = await numeroter(section)
      const vus = new Set<number>()
      for (let i = 0; i < LIMITE; i++) {
        await touche('Tab')
        const ici = await foyer()
        if (ici.partie !== 'volet') break
        expect(ici.visible, `${section}: ${ici.nom}`).toBe(true)
        vus.add(ici.numero)
      }
      expect(
        attendus.filter((_, i) => !vus.has(i)),
        section,
      ).toEqual([])
      expect((await foyer()).partie, section).not.toBe('volet')
      await volet.getByRole('tab', { name: section }).focus()
    }
  })
})

describe('the page as a whole', () => {
  it.each(['light', 'dark'] as const)('gives axe nothing to say (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    expect(await manquements(page)).toEqual([])
  })

  it('fits a window of 320 px, as one of 1280 px is at 400 %', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    const largeurs = await page.evaluate(() =>
      ['header', 'main', '[data-partie="classeur"]', '[data-partie="volet"]'].map(
        (partie) => document.querySelector(partie)!.getBoundingClientRect().right,
      ),
    )
    for (const droite of largeurs) expect(droite).toBeLessThanOrEqual(320)
  })
})
