import { lireClasseur } from '../../../addin/hote/lire-classeur.ts'
import { repondreAOffice } from './installer.ts'
import type { BibliothequeExcel, HoteFilaire } from './installer.ts'

/**
 * What stands in for office.js in a page of the browser tests, after Microsoft's own library: Excel with the
 * workbook that the page's address names (`?classeur=/exemples/….xlsx`), and the little of Office that the
 * pane asks for.
 */
declare global {
  interface Window {
    filaire: Promise<HoteFilaire>
    formules: Map<string, (...args: unknown[]) => unknown>
    /** When Excel was at work: start and duration, in ms. */
    tachesExcel: [debut: number, duree: number][]
  }
}

async function ouvrir(): Promise<HoteFilaire> {
  const chemin = new URLSearchParams(window.location.search).get('classeur') ?? ''
  const octets = new Uint8Array(await (await fetch(chemin)).arrayBuffer())
  const classeur = await lireClasseur(octets, chemin.slice(chemin.lastIndexOf('/') + 1))
  const hote = repondreAOffice(window as unknown as BibliothequeExcel, classeur, octets)
  hote.executer = aPart
  return hote
}

/** Excel is another process: what it does is no task of the pane, and its answer comes in one of its own. */
async function aPart<T>(lot: () => Promise<T>): Promise<T> {
  await tacheSuivante()
  const debut = performance.now()
  try {
    return await lot()
  } finally {
    window.tachesExcel.push([debut, performance.now() - debut])
    await tacheSuivante()
  }
}

function tacheSuivante(): Promise<void> {
  return new Promise((tenir) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      tenir()
    }
    port2.postMessage(null)
  })
}

window.formules = new Map()
window.tachesExcel = []
window.filaire = ouvrir()

Object.assign(window, {
  CustomFunctions: {
    associate: (id: string, fonction: (...args: unknown[]) => unknown) => window.formules.set(id, fonction),
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    Error: class {},
  },
  Office: {
    HostType: { Excel: 'Excel' },
    // Office is ready once the workbook is read; what answers from then on takes the place of this.
    onReady: () => window.filaire.then(() => ({ host: 'Excel', platform: 'PC' })),
  },
})
