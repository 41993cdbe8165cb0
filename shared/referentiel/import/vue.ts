/**
 * A référentiel as far as it can be read before it is known to be one: what is missing or of another kind is
 * left out. So that one pass finds every fault, those of the shape and those between values.
 */

export interface Vu {
  /** Rank in the list of the document. */
  rang: number
  brut: Record<string, unknown>
}

function objet(valeur: unknown): Record<string, unknown> {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
    ? (valeur as Record<string, unknown>)
    : {}
}

export function propre(o: Record<string, unknown>, cle: string): unknown {
  return Object.hasOwn(o, cle) ? o[cle] : undefined
}

export function texteDe(o: Record<string, unknown>, cle: string): string | null {
  const v = propre(o, cle)
  return typeof v === 'string' && v.trim() !== '' ? v : null
}

export function entierDe(o: Record<string, unknown>, cle: string): number | null {
  const v = propre(o, cle)
  return typeof v === 'number' && Number.isInteger(v) ? v : null
}

export function entiersDe(o: Record<string, unknown>, cle: string): number[] {
  const v = propre(o, cle)
  return Array.isArray(v) ? v.filter((n): n is number => Number.isInteger(n)) : []
}

export function textesDe(o: Record<string, unknown>, cle: string): string[] {
  const v = propre(o, cle)
  return Array.isArray(v) ? v.filter((t): t is string => typeof t === 'string') : []
}

export function objetDe(o: Record<string, unknown>, cle: string): Record<string, unknown> {
  return objet(propre(o, cle))
}

/** The elements of a list that are objects, with their rank. */
export function listeDe(o: Record<string, unknown>, cle: string): Vu[] {
  const v = propre(o, cle)
  if (!Array.isArray(v)) return []
  return v.flatMap((brut: unknown, rang) =>
    typeof brut === 'object' && brut !== null && !Array.isArray(brut)
      ? [{ rang, brut: brut as Record<string, unknown> }]
      : [],
  )
}

export function racine(document: unknown): Record<string, unknown> {
  return objet(document)
}
