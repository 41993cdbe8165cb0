import { CellValueType } from '@univerjs/core'
import type { ICellData, Nullable } from '@univerjs/core'
import type { Cellule, Feuille, Plage, ValeurCellule } from '../../shared/classeur/classeur.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import { formatAffiche } from './instantane.ts'
import { erreurFrancaise } from './langue/erreurs.ts'
import { formuleDeFichier, formuleDeGrille } from './langue/formules.ts'

/** One sheet of the grid as it stands now, seen without the grid's own classes. */
export interface FeuilleDeGrille {
  /** The rows that hold cells, ascending. */
  lignes(): Iterable<number>
  /** The stored cells of a row, by column, ascending; nothing where it holds none any more. */
  rangee(ligne: number): Readonly<Record<number, Nullable<ICellData>>> | undefined
  /** The formula of a cell, with its '=', whether it holds it or shares that of another cell. */
  formule(ligne: number, colonne: number, cellule: ICellData): Nullable<string>
  /** The number format code of a cell's style. */
  format(cellule: ICellData): string | undefined
  /** The formulas whose results fill several cells: where each fills, and what it puts there. */
  debordements(): readonly Debordement[]
}

export interface Debordement {
  /** Its first cell is the formula's. */
  plage: Plage
  valeur(ligne: number, colonne: number): Nullable<ICellData>
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
 * A sheet as it stands in the grid. Everything but values, formulas and number formats is the file's own, for the
 * grid changes nothing else. It may be left, and taken up again, after each row.
 */
export function* relireFeuille(
  origine: Feuille,
  grille: FeuilleDeGrille,
): Generator<undefined, Feuille, undefined> {
  const lignes: Lignes = new Map()
  const poser = (ligne: number, colonne: number, cellule: Cellule | undefined): void => {
    if (!cellule) return
    let rangee = lignes.get(ligne)
    if (!rangee) lignes.set(ligne, (rangee = new Map<number, Cellule>()))
    rangee.set(colonne, cellule)
  }
  for (const ligne of grille.lignes()) {
    for (const [cle, donnee] of Object.entries(grille.rangee(ligne) ?? {})) {
      const colonne = Number(cle)
      if (donnee)
        poser(
          ligne,
          colonne,
          relireCellule(
            celluleEn(origine, ligne, colonne),
            donnee,
            grille.formule(ligne, colonne, donnee),
            grille.format(donnee),
          ),
        )
    }
    yield
  }
  const debordements = grille.debordements()
  for (const { plage, valeur } of debordements) {
    const tete = lignes.get(plage.ligne)?.get(plage.colonne)
    if (tete?.formule === undefined) continue
    tete.etendue = plage
    for (let ligne = plage.ligne; ligne <= plage.derniereLigne; ligne++)
      for (let colonne = plage.colonne; colonne <= plage.derniereColonne; colonne++) {
        const donnee = valeur(ligne, colonne)
        if (!donnee || lignes.get(ligne)?.get(colonne)) continue
        const avant = celluleEn(origine, ligne, colonne)
        // A look without a number format is the file's own.
        poser(ligne, colonne, relireCellule(avant, donnee, undefined, formatAffiche(avant?.format)))
      }
  }
  return { ...origine, lignes: debordements.length === 0 ? lignes : enOrdre(lignes) }
}

type Lignes = Map<number, Map<number, Cellule>>

/** Rows, and the cells of each, in ascending order. */
function enOrdre(lignes: Lignes): Lignes {
  const parCle = <T>(a: [number, T], b: [number, T]): number => a[0] - b[0]
  return new Map(
    [...lignes].sort(parCle).map(([ligne, rangee]) => [ligne, new Map([...rangee].sort(parCle))]),
  )
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
  const format = pattern === formatAffiche(origine?.format) ? origine?.format : formatDeFichier(pattern)
  return {
    valeur: valeur === null && origine?.valeur === '' ? '' : valeur,
    ...(formule === undefined ? {} : { formule }),
    ...(format === undefined ? {} : { format }),
    ...(origine?.style === undefined ? {} : { style: origine.style }),
  }
}

/** The format that the grid gives by itself to a cell of TODAY(), which it shows as a day in French. */
export const FORMAT_DU_JOUR = 'yyyy/mm/dd;@'

function formatDeFichier(pattern: string | undefined): string | undefined {
  return pattern === FORMAT_DU_JOUR ? 'dd/mm/yyyy' : pattern
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
