import type { Page } from 'playwright-core'
import type {} from '../../addin/tableur/page.d.ts'
import { lancerNavigateur, ouvrirSession } from '../navigateur/lancer.ts'
import { servirSite } from '../navigateur/site.ts'
import { FEUILLES, LIGNES, grandClasseur, nomDeFeuille } from './grand-classeur.ts'
import { SUIVRE_TACHES, blocages, direBlocages } from './taches-longues.ts'

const NOM = 'grand.xlsx'
const APRES_MS = 2500

/** The page on a workbook of 20 sheets × 1,000 rows: opened, checked, typed in, gone through, saved. */
export async function mesurerPageLongue(): Promise<void> {
  const [serveur, navigateur] = await Promise.all([servirSite(), lancerNavigateur()])
  const { page } = await ouvrirSession(navigateur)
  await page.addInitScript(SUIVRE_TACHES)
  await page.route(`**/${NOM}`, (route) => route.fulfill({ body: Buffer.from(grandClasseur()) }))
  await page.goto(serveur.adresse)
  await page.waitForFunction(() => window.cdppe?.hote)
  await page.getByRole('button', { name: 'Contrôler à nouveau' }).waitFor()
  await page.waitForTimeout(APRES_MS)
  console.log(`page, ${FEUILLES} feuilles × ${LIGNES} lignes :`)

  const ouverture = await donner(page)
  await page.waitForFunction((nom) => document.title.startsWith(nom), NOM)
  const ouvert = await maintenant(page)
  await page.locator('[data-partie="volet"] h3').first().waitFor()
  await page.waitForTimeout(APRES_MS)
  await dire(page, `ouverture (${(ouvert - ouverture).toFixed(0)} ms jusqu’à la grille)`, ouverture, ouvert)
  await dire(page, 'premier contrôle, et ce qui suit l’ouverture', ouvert)

  await geste(page, 'saisie d’un montant sur la dernière feuille, contrôle compris', async () => {
    await page.evaluate(
      (cellule) => window.cdppe!.hote!.ecrire(cellule, 1_000),
      `${nomDeFeuille(FEUILLES)}!F${LIGNES}`,
    )
  })
  await geste(page, 'passage à une autre feuille', () =>
    page.evaluate((cellule) => window.cdppe!.hote!.selectionner([cellule]), `${nomDeFeuille(9)}!F500`),
  )
  await geste(page, 'copie enregistrée', () =>
    page.evaluate(async () => void (await window.cdppe!.hote!.octets())),
  )
  await navigateur.close()
  await serveur.arreter()
}

/** Chooses the workbook as a person does, its bytes fetched by the page itself. */
function donner(page: Page): Promise<number> {
  return page.evaluate(async (nom) => {
    const fichiers = new DataTransfer()
    fichiers.items.add(new File([await (await fetch(nom)).arrayBuffer()], nom))
    const champ = document.querySelector<HTMLInputElement>('input[type=file]')!
    champ.files = fichiers.files
    const debut = performance.now()
    champ.dispatchEvent(new Event('change', { bubbles: true }))
    return debut
  }, NOM)
}

async function geste(page: Page, quoi: string, faire: () => Promise<unknown>): Promise<void> {
  const debut = await maintenant(page)
  await faire()
  const duree = (await maintenant(page)) - debut
  await page.waitForTimeout(APRES_MS)
  await dire(page, `${quoi} (${duree.toFixed(0)} ms)`, debut)
}

async function dire(page: Page, quoi: string, debut: number, fin = Infinity): Promise<void> {
  console.log(`  ${quoi} : ${direBlocages(await blocages(page, debut, fin))}`)
}

const maintenant = (page: Page): Promise<number> => page.evaluate(() => performance.now())
