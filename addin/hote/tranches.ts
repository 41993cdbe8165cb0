import type { Feuille, Rangee } from '../../shared/classeur/classeur.ts'

/**
 * Sheets by slices: a large workbook that is copied from one thread to another in one message would keep both from
 * everything else for as long as the copy lasts.
 */

/** Cells of one slice: a few milliseconds to copy, on each side. */
const CELLULES_PAR_TRANCHE = 8000

/** Some rows of the n-th sheet. */
export interface Tranche {
  rang: number
  lignes: [number, Rangee][]
}

/** All of a sheet but its rows. */
export function sansLignes(feuille: Feuille): Feuille {
  return { ...feuille, lignes: new Map() }
}

/** The rows of a sheet, in order; nothing where it has none. */
export function* tranchesDe(
  { lignes }: Feuille,
  rang: number,
  cellules = CELLULES_PAR_TRANCHE,
): Generator<Tranche> {
  let tranche: Tranche = { rang, lignes: [] }
  let nombre = 0
  for (const ligne of lignes) {
    tranche.lignes.push(ligne)
    nombre += ligne[1].size
    if (nombre < cellules) continue
    yield tranche
    tranche = { rang, lignes: [] }
    nombre = 0
  }
  if (tranche.lignes.length > 0) yield tranche
}

/** Puts back the rows of a slice; slices are to come in their order. */
export function joindre(feuilles: readonly Feuille[], { rang, lignes }: Tranche): void {
  const feuille = feuilles[rang]!
  for (const [ligne, rangee] of lignes) feuille.lignes.set(ligne, rangee)
}
