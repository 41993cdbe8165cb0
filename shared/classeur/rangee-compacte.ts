import type { Cellule, Classeur } from './classeur.ts'

/** A row that structuredClone went over would be an empty object: better that it refuses. */
const NON_CLONABLE = () => undefined

/**
 * The cells of one row as the .xlsx reader keeps them, in ascending columns: a quarter of what a Map takes.
 * It does not go through structuredClone; see enTables.
 */
export class RangeeCompacte implements ReadonlyMap<number, Cellule> {
  readonly nonClonable = NON_CLONABLE
  readonly #colonnes: readonly number[]
  readonly #cellules: readonly Cellule[]

  /** @param colonnes ascending, one for each cell; rows that are filled alike may share them */
  constructor(colonnes: readonly number[], cellules: readonly Cellule[]) {
    this.#colonnes = colonnes
    this.#cellules = cellules
  }

  get size(): number {
    return this.#cellules.length
  }

  get(colonne: number): Cellule | undefined {
    return this.#cellules[this.#rang(colonne)]
  }

  has(colonne: number): boolean {
    return this.#rang(colonne) >= 0
  }

  keys(): MapIterator<number> {
    return this.#colonnes.values()
  }

  values(): MapIterator<Cellule> {
    return this.#cellules.values()
  }

  entries(): MapIterator<[number, Cellule]> {
    const colonnes = this.#colonnes
    return this.#cellules.map((cellule, i): [number, Cellule] => [colonnes[i]!, cellule]).values()
  }

  [Symbol.iterator](): MapIterator<[number, Cellule]> {
    return this.entries()
  }

  forEach(
    faire: (cellule: Cellule, colonne: number, rangee: ReadonlyMap<number, Cellule>) => void,
    soi?: unknown,
  ): void {
    for (const [colonne, cellule] of this) faire.call(soi, cellule, colonne, this)
  }

  /** Place of a column among those that are filled, -1 where it is blank. */
  #rang(colonne: number): number {
    const colonnes = this.#colonnes
    // Most rows are filled without a gap.
    const droit = colonne - colonnes[0]!
    if (colonnes[droit] === colonne) return droit
    let bas = 0
    let haut = colonnes.length - 1
    while (bas <= haut) {
      const milieu = (bas + haut) >> 1
      const ici = colonnes[milieu]!
      if (ici === colonne) return milieu
      if (ici < colonne) bas = milieu + 1
      else haut = milieu - 1
    }
    return -1
  }
}

/** The same workbook, its rows made into Maps in place: it then survives structuredClone (worker) as it is. */
export function enTables(classeur: Classeur): Classeur {
  for (const { lignes } of classeur.feuilles)
    for (const [ligne, rangee] of lignes) if (!(rangee instanceof Map)) lignes.set(ligne, new Map(rangee))
  return classeur
}
