import { decouperReference } from '../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../shared/classeur/adresse.ts'
import { adressePlage, regrouper } from '../hote/plages.ts'

/** The rectangles of cells on one sheet, as they are written: « G8:G10 », « G14 ». */
export interface PlagesDeFeuille {
  feuille: string
  adresses: string[]
}

/** By list of cells: a constat of thousands of cells is shown again at each change, its ranges are gathered once. */
const connues = new WeakMap<readonly ReferenceCellule[], PlagesDeFeuille[]>()

/** The ranges that cells make, by sheet. */
export function plagesDe(cellules: readonly ReferenceCellule[]): PlagesDeFeuille[] {
  let plages = connues.get(cellules)
  if (!plages) connues.set(cellules, (plages = regrouperParFeuille(cellules)))
  return plages
}

/** Remembers what another thread has gathered. */
export function retenirPlages(cellules: readonly ReferenceCellule[], plages: PlagesDeFeuille[]): void {
  connues.set(cellules, plages)
}

function regrouperParFeuille(cellules: readonly ReferenceCellule[]): PlagesDeFeuille[] {
  const parFeuille = new Map<string, ReferenceCellule[]>()
  for (const cellule of cellules) {
    const { feuille } = decouperReference(cellule)
    const siennes = parFeuille.get(feuille)
    if (siennes) siennes.push(cellule)
    else parFeuille.set(feuille, [cellule])
  }
  return [...parFeuille].map(([feuille, siennes]) => ({
    feuille,
    adresses: (regrouper(siennes)?.plages ?? []).map(adressePlage),
  }))
}
