/** Freezes a value to its leaves: a référentiel is the same for whoever holds it. */
export function geler<T>(valeur: T): T {
  if (typeof valeur === 'object' && valeur !== null && !Object.isFrozen(valeur)) {
    Object.freeze(valeur)
    for (const interieur of Object.values(valeur)) geler(interieur)
  }
  return valeur
}
