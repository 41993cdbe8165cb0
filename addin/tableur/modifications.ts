import { adresseDePlage, dansPlage } from '../../shared/classeur/adresse.ts'
import type { Cellule, Classeur, Plage, ValeurCellule } from '../../shared/classeur/classeur.ts'
import { etendues } from './debordements.ts'

/** One cell that differs between two states of the same workbook. */
export interface CelluleModifiee {
  feuille: string
  ligne: number
  colonne: number
  /** What it holds now; null when it is blank. */
  cellule: Cellule | null
  /** Whether the user changed it; else only the result of a formula, its own or one that fills it, follows. */
  saisie: boolean
  /** The number format that typing gave it; absent when it keeps its own. */
  format?: string
}

/**
 * The cells that differ, by sheet, row and column. Results alone do not make a workbook changed (a formula of
 * today's date is not an edit): without any typed change there is no difference.
 */
export function modificationsEntre(avant: Classeur, apres: Classeur): CelluleModifiee[] {
  const modifiees: CelluleModifiee[] = []
  apres.feuilles.forEach((feuille, rang) => {
    const ancienne = avant.feuilles[rang]
    if (ancienne === feuille) return
    const origine = ancienne?.lignes ?? new Map<number, Map<number, Cellule>>()
    const remplisAvant = ancienne ? etendues(ancienne) : []
    const remplis = etendues(feuille)
    const comparer = (
      ligne: number,
      colonne: number,
      a: Cellule | undefined,
      b: Cellule | undefined,
    ): void => {
      const saisie = !memeSaisie(a, b)
      if (!saisie && memeValeur(a?.valeur ?? null, b?.valeur ?? null) && memePlage(a?.etendue, b?.etendue))
        return
      const remplie = (plages: Plage[]): boolean => plages.some((p) => dansPlage(p, ligne, colonne))
      const suit =
        a?.formule === undefined &&
        b?.formule === undefined &&
        (remplie(remplis) || (b === undefined && remplie(remplisAvant)))
      const format = saisie && !suit && formatDonne(a, b) ? { format: b.format } : {}
      modifiees.push({
        feuille: feuille.nom,
        ligne,
        colonne,
        cellule: b ?? null,
        saisie: saisie && !suit,
        ...format,
      })
    }
    for (const ligne of reunion(origine, feuille.lignes)) {
      const a = origine.get(ligne)
      const b = feuille.lignes.get(ligne)
      for (const colonne of reunion(a, b)) comparer(ligne, colonne, a?.get(colonne), b?.get(colonne))
    }
  })
  return modifiees.some(({ saisie }) => saisie) ? modifiees : []
}

type ParNumero = ReadonlyMap<number, unknown> | undefined

/** The keys of two maps in ascending order. */
function reunion(a: ParNumero, b: ParNumero): number[] {
  const cles = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])
  return [...cles].sort((x, y) => x - y)
}

/** Same formula, or same value shown the same way where there is none. */
function memeSaisie(a: Cellule | undefined, b: Cellule | undefined): boolean {
  if (a?.formule !== b?.formule) return false
  if (a?.formule !== undefined) return true
  return memeValeur(a?.valeur ?? null, b?.valeur ?? null) && !formatDonne(a, b)
}

/** Whether typing gave the cell a number format. One that is lost on the way (a cut) stays the file's. */
function formatDonne(
  avant: Cellule | undefined,
  apres: Cellule | undefined,
): apres is Cellule & { format: string } {
  return apres?.format !== undefined && apres.format !== avant?.format
}

function memePlage(a: Plage | undefined, b: Plage | undefined): boolean {
  return (a && adresseDePlage(a)) === (b && adresseDePlage(b))
}

function memeValeur(a: ValeurCellule, b: ValeurCellule): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.erreur === b?.erreur
  return Object.is(a, b) || a === b
}
