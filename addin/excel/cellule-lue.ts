import type { Cellule } from '../../shared/classeur/classeur.ts'

/** Names of error values as a French Excel shows them, with the ones that a file holds. */
const ERREURS: Record<string, string> = {
  '#NOM?': '#NAME?',
  '#VALEUR!': '#VALUE!',
  '#NOMBRE!': '#NUM!',
  '#NUL!': '#NULL!',
  '#PROPAGATION!': '#SPILL!',
  '#CHAMP!': '#FIELD!',
  '#OCCUPÉ!': '#BUSY!',
}

/**
 * One cell of what Excel gives for a range (`values`, `formulas`, `valueTypes`, `numberFormat`), undefined
 * when it is blank. A text that looks like a formula is told from one by being its own value.
 */
export function celluleLue(
  valeur: unknown,
  formule: unknown,
  type: string,
  format: unknown,
): Cellule | undefined {
  const estFormule = typeof formule === 'string' && formule.startsWith('=') && formule !== valeur
  if (!estFormule && (type === 'Empty' || valeur === '' || valeur === null || valeur === undefined))
    return undefined
  const cellule: Cellule = { valeur: valeurLue(valeur, type) }
  if (estFormule) cellule.formule = formule.slice(1)
  if (typeof format === 'string' && format !== '' && format !== 'General') cellule.format = format
  return cellule
}

function valeurLue(valeur: unknown, type: string): Cellule['valeur'] {
  if (type === 'Error') return { erreur: ERREURS[String(valeur)] ?? String(valeur) }
  if (typeof valeur === 'number' || typeof valeur === 'string' || typeof valeur === 'boolean') return valeur
  return null
}
