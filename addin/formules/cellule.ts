import { ErreurFormule } from './erreur.ts'

/**
 * What an argument's cell holds once its wrapping is taken off: a plain value, or the error that stands in it.
 * Excel gives typed values (a number with its format, a linked entity) as objects with a `basicValue`, and the
 * error of a cell as an object with a `code` such as "#REF!".
 */
export function lireCellule(brut: unknown): unknown {
  if (typeof brut !== 'object' || brut === null) return brut
  const code = codeErreur(brut)
  if (code !== null)
    return new ErreurFormule(
      '#VALUE!',
      `Une cellule donnée en argument est elle-même en erreur (${code}) : corrigez-la d’abord.`,
    )
  return 'basicValue' in brut ? lireCellule(brut.basicValue) : brut
}

/** The code of the error that stands in a cell ("#REF!"), null where there is none. */
export function codeErreur(objet: object): string | null {
  if (objet instanceof ErreurFormule) return objet.code
  if ('code' in objet && typeof objet.code === 'string') return objet.code
  if ('type' in objet && objet.type === 'Error')
    return 'basicValue' in objet ? String(objet.basicValue) : 'erreur'
  return null
}

/** An empty cell, an omitted argument, or a text of spaces only. */
export function estVide(valeur: unknown): boolean {
  return valeur === undefined || valeur === null || (typeof valeur === 'string' && valeur.trim() === '')
}

/** The year of an exercice: 2022, "2022", "Exercice 2022". null when it is not a year of four digits for sure. */
export function lireExercice(valeur: unknown): number | null {
  if (typeof valeur === 'number') return Number.isInteger(valeur) && estAnnee(valeur) ? valeur : null
  if (typeof valeur !== 'string') return null
  const lu = /^(?:exercice|année|annee)?\s*(\d{4})$/i.exec(valeur.trim())
  return lu && estAnnee(Number(lu[1])) ? Number(lu[1]) : null
}

function estAnnee(nombre: number): boolean {
  return nombre >= 1900 && nombre <= 2999
}
