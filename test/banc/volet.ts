import { VoletExcel } from '../office/volet-excel.ts'
import { planLong } from './plan-long.ts'

/**
 * `npm run bench:volet`: the longest task of the pane's thread while a plan of 10,000 financing rows is checked, in a
 * real browser, with what the check itself took in its worker. Figures to read, never asserted.
 */

const FINANCEMENTS = 10_000

/** Notes when a check is asked for and answered, and every task above 50 ms. */
const MESURE = `
window.mesure = { taches: [], controles: [] }
new PerformanceObserver((liste) => {
  for (const t of liste.getEntries()) window.mesure.taches.push([t.startTime, t.duration])
}).observe({ type: 'longtask', buffered: true })
const Ouvrier = window.Worker
window.Worker = class extends Ouvrier {
  constructor(...args) {
    super(...args)
    this.addEventListener('message', ({ data }) => {
      if (!('avance' in data)) window.mesure.controles.at(-1).fin = performance.now()
    })
  }
  postMessage(...args) {
    const debut = performance.now()
    super.postMessage(...args)
    window.mesure.controles.push({ debut, envoi: performance.now() - debut, fin: null })
  }
}`

interface MesureVolet {
  taches: [debut: number, duree: number][]
  controles: { debut: number; envoi: number; fin: number | null }[]
}

const excel = await VoletExcel.lancer()
const page = await excel.ouvrir('/plan-long.xlsx', { octets: planLong(FINANCEMENTS), avant: MESURE })
await page.waitForTimeout(1500)
const mesure = await page.evaluate(() => (window as unknown as { mesure: MesureVolet }).mesure)
for (const { debut, envoi, fin } of mesure.controles) {
  const pendant = mesure.taches.filter(([d, duree]) => d + duree > debut && d < (fin ?? Infinity))
  const apres = mesure.taches.filter(([d]) => fin !== null && d >= fin)
  const plus = (liste: [number, number][]): string =>
    liste.length === 0 ? 'aucune de plus de 50 ms' : `${Math.max(...liste.map(([, d]) => d)).toFixed(0)} ms`
  console.log(
    `contrôle de ${FINANCEMENTS} financements : ${((fin ?? NaN) - debut).toFixed(0)} ms dans l’ouvrier ; remise du classeur ${envoi.toFixed(0)} ms ; tâche la plus longue du volet pendant : ${plus(pendant)}, à l’arrivée du rapport et après : ${plus(apres)}`,
  )
}
await excel.fermer()
await excel.arreter()
