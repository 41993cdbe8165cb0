import { adresse, adresseDePlage } from '../adresse.ts'
import type { Plage, ValeurCellule } from '../classeur.ts'
import { formuleEcrite } from './formules.ts'
import { echapperXml, encoderTexte } from './texte.ts'

/** One cell to write, 0-based. Without value nor formula the cell is emptied. */
export interface CelluleAEcrire {
  ligne: number
  colonne: number
  valeur: ValeurCellule
  formule?: string | undefined
  /** The cells that the formula's result fills, where they are several. */
  etendue?: Plage | undefined
  /** The number format that it is to have; absent: it keeps its own. */
  format?: string | undefined
}

/**
 * The element of a cell; empty when there is nothing to keep (`existait`: an emptied one keeps its style).
 * `dynamique` is the mark by which Excel knows that a formula fills as many cells as it needs.
 */
export function elementCellule(
  p: string,
  cellule: CelluleAEcrire,
  style: string | undefined,
  existait: boolean,
  dynamique?: string,
): string {
  const { ligne, colonne, valeur, formule, etendue } = cellule
  const s = style === undefined || style === '0' ? '' : ` s="${style}"`
  const cm = dynamique === undefined || !etendue ? '' : ` cm="${dynamique}"`
  const debut = `<${p}c r="${adresse(ligne, colonne)}"${s}${cm}`
  if (formule === undefined && valeur === null) return existait && s !== '' ? `${debut}/>` : ''
  const f = formule === undefined ? '' : elementFormule(p, formuleEcrite(formule), etendue)
  const v = (texte: string) => `<${p}v>${texte}</${p}v>`
  if (valeur === null) return `${debut}>${f}</${p}c>`
  if (typeof valeur === 'number') return `${debut}>${f}${v(String(valeur))}</${p}c>`
  if (typeof valeur === 'boolean') return `${debut} t="b">${f}${v(valeur ? '1' : '0')}</${p}c>`
  if (typeof valeur === 'object') return `${debut} t="e">${f}${v(echapperXml(valeur.erreur))}</${p}c>`
  const texte = echapperXml(encoderTexte(valeur))
  if (f !== '') return `${debut} t="str">${f}${v(texte)}</${p}c>`
  return `${debut} t="inlineStr"><${p}is><${p}t xml:space="preserve">${texte}</${p}t></${p}is></${p}c>`
}

/** The element of a formula, already in the words of the file, and of what it fills where it is more than a cell. */
export function elementFormule(p: string, formule: string, etendue?: Plage): string {
  const tableau = etendue ? ` t="array" ref="${adresseDePlage(etendue)}"` : ''
  return `<${p}f${tableau}>${echapperXml(encoderTexte(formule))}</${p}f>`
}
