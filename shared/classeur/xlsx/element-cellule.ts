import { adresse } from '../adresse.ts'
import type { ValeurCellule } from '../classeur.ts'
import { formuleEcrite } from './formules.ts'
import { echapperXml, encoderTexte } from './texte.ts'

/** One cell to write, 0-based. Without value nor formula the cell is emptied. */
export interface CelluleAEcrire {
  ligne: number
  colonne: number
  valeur: ValeurCellule
  formule?: string | undefined
}

/** The element of a cell; empty when there is nothing to keep (`existait`: an emptied one keeps its style). */
export function elementCellule(
  p: string,
  cellule: CelluleAEcrire,
  style: string | undefined,
  existait: boolean,
): string {
  const { ligne, colonne, valeur, formule } = cellule
  const s = style === undefined || style === '0' ? '' : ` s="${style}"`
  const debut = `<${p}c r="${adresse(ligne, colonne)}"${s}`
  if (formule === undefined && valeur === null) return existait && s !== '' ? `${debut}/>` : ''
  const f = formule === undefined ? '' : elementFormule(p, formuleEcrite(formule))
  const v = (texte: string) => `<${p}v>${texte}</${p}v>`
  if (valeur === null) return `${debut}>${f}</${p}c>`
  if (typeof valeur === 'number') return `${debut}>${f}${v(String(valeur))}</${p}c>`
  if (typeof valeur === 'boolean') return `${debut} t="b">${f}${v(valeur ? '1' : '0')}</${p}c>`
  if (typeof valeur === 'object') return `${debut} t="e">${f}${v(echapperXml(valeur.erreur))}</${p}c>`
  const texte = echapperXml(encoderTexte(valeur))
  if (f !== '') return `${debut} t="str">${f}${v(texte)}</${p}c>`
  return `${debut} t="inlineStr"><${p}is><${p}t xml:space="preserve">${texte}</${p}t></${p}is></${p}c>`
}

/** The element of a formula, already in the words of the file. */
export const elementFormule = (p: string, formule: string) =>
  `<${p}f>${echapperXml(encoderTexte(formule))}</${p}f>`
