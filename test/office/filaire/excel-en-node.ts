import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'

import type { BibliothequeExcel } from './installer.ts'

let chargee: BibliothequeExcel | undefined

/** Microsoft's own Excel library, unmodified, in a Node context with as little of a window as it asks for. */
export function chargerExcel(): BibliothequeExcel {
  chargee ??= evaluer()
  return chargee
}

function evaluer(): BibliothequeExcel {
  const rien = (): void => undefined
  const fenetre: Record<string, unknown> = {
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    navigator: { userAgent: 'node', platform: 'node' },
    location: { search: '', href: 'https://volet.example/', hash: '' },
    localStorage: { getItem: () => null, setItem: rien },
    document: {
      getElementsByTagName: () => [],
      addEventListener: rien,
      createElement: () => ({ style: {} }),
      URL: '',
      readyState: 'complete',
    },
    addEventListener: rien,
    removeEventListener: rien,
    fetch: rien,
  }
  for (const nom of ['window', 'self', 'top', 'parent']) fenetre[nom] = fenetre
  vm.createContext(fenetre)
  const chemin = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js')
  vm.runInContext(readFileSync(chemin, 'utf8'), fenetre, { filename: chemin })
  return fenetre as unknown as BibliothequeExcel
}
