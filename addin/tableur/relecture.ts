import { CellValueType } from '@univerjs/core'
import type { ICellData, Nullable } from '@univerjs/core'
import type { Cellule, Classeur, Feuille, ValeurCellule } from '../../shared/classeur/classeur.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import { formatAffiche } from './instantane.ts'
import { erreurFrancaise } from './langue/erreurs.ts'
import { formuleDeFichier, formuleDeGrille } from './langue/formules.ts'

/** One sheet of the grid as it stands now, seen without the grid's own classes. */
export interface FeuilleDeGrille {
  /** Calls back for every stored cell, by row then column, both ascending. */
  parcourir(rappel: (ligne: number, colonne: number, cellule: ICellData) => void): void
  /** The formula of a cell, with its '=', whether it holds it or shares that of another cell. */
  formule(ligne: number, colonne: number, cellule: ICellData): Nullable<string>
  /** The number format code of a cell's style. */
  format(cellule: ICellData): string | undefined
}

/** The text of a rich cell or the plain value. */
function valeurBrute(cellule: ICellData): Nullable<string | number | boolean> {
  const texte = cellule.p?.body?.dataStream
  if (texte === undefined) return cellule.v
  return texte.replace(/\r\n$/, '').replace(/\r/g, '\n')
}

/** What a cell of the grid holds, as plain data; null when it shows nothing. */
export function valeurDeGrille(cellule: ICellData): ValeurCellule {
  const brute = valeurBrute(cellule)
  if (brute === null || brute === undefined || brute === '') return null
  if (cellule.t === CellValueType.BOOLEAN)
    return brute === true || brute === 1 || /^(1|true)$/i.test(String(brute))
  if (typeof brute === 'boolean') return brute
  if (cellule.t === CellValueType.NUMBER || typeof brute === 'number') {
    const nombre = Number(brute)
    return Number.isFinite(nombre) ? nombre : { erreur: '#NUM!' }
  }
  return erreurFrancaise(brute) === undefined ? brute : { erreur: brute }
}

/**
 * The workbook as it stands in the grid. Everything but values, formulas and number formats is the file's own,
 * for the grid changes nothing else.
 */
export function relire(origine: Classeur, feuilles: readonly FeuilleDeGrille[]): Classeur {
  return {
    ...origine,
    feuilles: origine.feuilles.map((feuille, rang) => {
      const grille = feuilles[rang]
      return grille ? relireFeuille(feuille, grille) : feuille
    }),
  }
}

function relireFeuille(origine: Feuille, grille: FeuilleDeGrille): Feuille {
  const lignes = new Map<number, Map<number, Cellule>>()
  grille.parcourir((ligne, colonne, donnee) => {
    const cellule = relireCellule(
      celluleEn(origine, ligne, colonne),
      donnee,
      grille.formule(ligne, colonne, donnee),
      grille.format(donnee),
    )
    if (!cellule) return
    let rangee = lignes.get(ligne)
    if (!rangee) lignes.set(ligne, (rangee = new Map<number, Cellule>()))
    rangee.set(colonne, cellule)
  })
  return { ...origine, lignes }
}

function relireCellule(
  origine: Cellule | undefined,
  donnee: ICellData,
  ecrite: Nullable<string>,
  pattern: string | undefined,
): Cellule | undefined {
  const valeur = garderNature(origine?.valeur, valeurDeGrille(donnee))
  const formule = ecrite ? relireFormule(origine?.formule, ecrite.replace(/^=/, '')) : undefined
  if (valeur === null && formule === undefined) {
    // The file may hold an empty text where the grid shows nothing: it stays what it was.
    return origine?.valeur === '' && origine.formule === undefined ? origine : undefined
  }
  const format = pattern === formatAffiche(origine?.format) ? origine?.format : pattern
  return {
    valeur: valeur === null && origine?.valeur === '' ? '' : valeur,
    ...(formule === undefined ? {} : { formule }),
    ...(format === undefined ? {} : { format }),
    ...(origine?.style === undefined ? {} : { style: origine.style }),
  }
}

/**
 * The grid shows an error and a text of the same letters alike: what the file held decides which one it is, as
 * long as it still reads the same.
 */
function garderNature(origine: ValeurCellule | undefined, valeur: ValeurCellule): ValeurCellule {
  const lettres = (v: ValeurCellule | undefined): string | undefined =>
    typeof v === 'string' ? v : typeof v === 'object' && v !== null ? v.erreur : undefined
  const avant = lettres(origine)
  return origine !== undefined && avant !== undefined && avant === lettres(valeur) ? origine : valeur
}

/** The file's own spelling of a formula that has not changed, else the spelling that files use. */
function relireFormule(origine: string | undefined, grille: string): string {
  return origine !== undefined && formuleDeGrille(origine) === grille ? origine : formuleDeFichier(grille)
}
