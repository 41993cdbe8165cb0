import type { Cellule, Classeur, ValeurCellule } from '../../shared/classeur/classeur.ts'

/** One cell that differs between two states of the same workbook. */
export interface CelluleModifiee {
  feuille: string
  ligne: number
  colonne: number
  /** What it holds now; null when it is blank. */
  cellule: Cellule | null
  /** Whether the user changed it; else only the result of its formula follows another change. */
  saisie: boolean
}

/**
 * The cells that differ, by sheet, row and column. Results alone do not make a workbook changed (a formula of
 * today's date is not an edit): without any typed change there is no difference.
 */
export function modificationsEntre(avant: Classeur, apres: Classeur): CelluleModifiee[] {
  const modifiees: CelluleModifiee[] = []
  apres.feuilles.forEach((feuille, rang) => {
    const origine = avant.feuilles[rang]?.lignes ?? new Map<number, Map<number, Cellule>>()
    const comparer = (
      ligne: number,
      colonne: number,
      a: Cellule | undefined,
      b: Cellule | undefined,
    ): void => {
      const saisie = !memeSaisie(a, b)
      if (saisie || !memeValeur(a?.valeur ?? null, b?.valeur ?? null))
        modifiees.push({ feuille: feuille.nom, ligne, colonne, cellule: b ?? null, saisie })
    }
    for (const ligne of reunion(origine, feuille.lignes)) {
      const a = origine.get(ligne)
      const b = feuille.lignes.get(ligne)
      for (const colonne of reunion(a, b)) comparer(ligne, colonne, a?.get(colonne), b?.get(colonne))
    }
  })
  return modifiees.some(({ saisie }) => saisie) ? modifiees : []
}

/** The keys of two maps in ascending order. */
function reunion(a: Map<number, unknown> | undefined, b: Map<number, unknown> | undefined): number[] {
  const cles = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])
  return [...cles].sort((x, y) => x - y)
}

/** Same formula, or same value where there is none. */
function memeSaisie(a: Cellule | undefined, b: Cellule | undefined): boolean {
  if (a?.formule !== b?.formule) return false
  return a?.formule !== undefined || memeValeur(a?.valeur ?? null, b?.valeur ?? null)
}

function memeValeur(a: ValeurCellule, b: ValeurCellule): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.erreur === b?.erreur
  return Object.is(a, b) || a === b
}
