import type { Cellule } from './classeur.ts'

/** The text of a cell as a header or a label would show it. */
export function texteCellule(cellule: Cellule | undefined): string {
  const v = cellule?.valeur
  if (v === undefined || v === null) return ''
  if (typeof v === 'object') return v.erreur
  if (typeof v === 'boolean') return v ? 'VRAI' : 'FAUX'
  return String(v)
}
