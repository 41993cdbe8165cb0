import type { Page } from 'playwright-core'
import { VoletExcel } from '../office/volet-excel.ts'
import { planLong } from './plan-long.ts'
import { SUIVRE_TACHES, blocages, direBlocages } from './taches-longues.ts'

/** Notes when the check's worker is given something, and when it answers. */
const SUIVRE_OUVRIER = `
window.echanges = { remises: [], reponses: [] }
const Ouvrier = window.Worker
window.Worker = class extends Ouvrier {
  constructor(...args) {
    super(...args)
    this.addEventListener('message', (evenement) => {
      const le = performance.now()
      if (!('avance' in evenement.data)) window.echanges.reponses.push(le)
    })
  }
  postMessage(...args) {
    const debut = performance.now()
    super.postMessage(...args)
    window.echanges.remises.push([debut, performance.now() - debut])
  }
}`

interface Echanges {
  remises: [debut: number, duree: number][]
  reponses: number[]
}

declare global {
  interface Window {
    echanges: Echanges
  }
}

/** How long the page is looked at once the report is there. */
const APRES_MS = 2500
const FEUILLE = 'Plan d’action'

/** The pane in Excel on a long plan: what keeps its thread while the plan is read, given away, checked and shown. */
export async function mesurerVoletLong(financements: number): Promise<void> {
  const excel = await VoletExcel.lancer()
  const page = await excel.ouvrir('/plan-long.xlsx', {
    octets: planLong(financements),
    avant: SUIVRE_TACHES + SUIVRE_OUVRIER,
  })
  // Before that, the page loads and the Excel of the tests reads the file.
  await dire(
    page,
    `premier contrôle de ${financements} financements`,
    await page.evaluate(() => window.tachesExcel[0]![0]),
  )
  let depart = await maintenant(page)
  await page.evaluate(
    (feuille) =>
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem(feuille).getRange('F2').values = [[12_345]]
        await contexte.sync()
      }),
    FEUILLE,
  )
  await page.waitForFunction((n) => window.echanges.reponses.at(-1)! > n, depart)
  await dire(page, 'contrôle relancé par une saisie', depart)
  depart = await maintenant(page)
  await page
    .getByRole('button', { name: /^Afficher les/ })
    .first()
    .click()
  await page.waitForTimeout(APRES_MS)
  console.log(
    `  suite des points d’une règle demandée : ${direBlocages(await blocages(page, depart, Infinity))}`,
  )
  await excel.fermer()
  await excel.arreter()
}

const maintenant = (page: Page): Promise<number> => page.evaluate(() => performance.now())

async function dire(page: Page, titre: string, depart: number): Promise<void> {
  await page.waitForTimeout(APRES_MS)
  const { remises, reponses } = await page.evaluate(() => window.echanges)
  const siennes = remises.filter(([debut]) => debut > depart)
  const [remise] = siennes[0]!
  const remis = siennes.at(-1)!.reduce((a, b) => a + b)
  const [reponse] = reponses.filter((le) => le > depart)
  const pire = Math.max(...siennes.map(([, duree]) => duree))
  console.log(`volet, ${titre} :`)
  for (const [quoi, debut, fin] of [
    ['lecture du classeur', depart, remise],
    [`remise à l’ouvrier (${siennes.length} envois, le plus long ${pire.toFixed(0)} ms)`, remise, remis],
    [`contrôle (${(reponse! - remis).toFixed(0)} ms dans l’ouvrier)`, remis, reponse!],
    ['arrivée et affichage du rapport', reponse!, Infinity],
  ] as const)
    console.log(`  ${quoi} : ${direBlocages(await blocages(page, debut, fin))}`)
}
