import type { Page } from 'playwright-core'
import type {} from '../office/filaire/excel-en-page.ts'

/** Run in a page before anything else: keeps every task of its thread that lasts more than 50 ms. */
export const SUIVRE_TACHES = `
window.tachesLongues = []
new PerformanceObserver((liste) => {
  for (const t of liste.getEntries()) window.tachesLongues.push([t.startTime, t.duration])
}).observe({ type: 'longtask', buffered: true })`

export type Tache = readonly [debut: number, duree: number]

declare global {
  interface Window {
    tachesLongues: Tache[]
  }
}

/** What tasks between two instants kept the thread for, Excel's own work left out. */
export interface Blocages {
  /** The longest one, in ms; 0 where none was above 50 ms. */
  plusLongue: number
  nombre: number
  /** What the thread was kept for beyond 50 ms, all tasks together. */
  auDela: number
}

const SEUIL_MS = 50

/** Those that ran at some time between two instants of the page's clock. */
export async function blocages(page: Page, debut: number, fin: number): Promise<Blocages> {
  const { longues, excel } = await page.evaluate(() => ({
    longues: window.tachesLongues,
    // Only the pane in Excel has it.
    excel: (window.tachesExcel as Tache[] | undefined) ?? [],
  }))
  const durees = longues
    .filter(([d, duree]) => d + duree > debut && d < fin)
    .map((tache) => tache[1] - excel.reduce((somme, autre) => somme + commun(tache, autre), 0))
    .filter((duree) => duree > SEUIL_MS)
  return {
    plusLongue: Math.max(0, ...durees),
    nombre: durees.length,
    auDela: durees.reduce((somme, d) => somme + d - SEUIL_MS, 0),
  }
}

function commun([a, da]: Tache, [b, db]: Tache): number {
  return Math.max(0, Math.min(a + da, b + db) - Math.max(a, b))
}

export function direBlocages({ plusLongue, nombre, auDela }: Blocages): string {
  return nombre === 0
    ? 'aucune tâche de plus de 50 ms'
    : `tâche la plus longue ${plusLongue.toFixed(0)} ms (${nombre} de plus de 50 ms, ${auDela.toFixed(0)} ms au-delà)`
}
