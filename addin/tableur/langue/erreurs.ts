/** Excel's error values, as files write them and as French Excel shows them. */
const PAIRES: [invariant: string, francais: string][] = [
  ['#DIV/0!', '#DIV/0!'],
  ['#N/A', '#N/A'],
  ['#NAME?', '#NOM?'],
  ['#NULL!', '#NUL!'],
  ['#NUM!', '#NOMBRE!'],
  ['#REF!', '#REF!'],
  ['#VALUE!', '#VALEUR!'],
  ['#SPILL!', '#PROPAGATION!'],
  ['#CALC!', '#CALCUL!'],
]

const VERS_FRANCAIS = new Map(PAIRES)
const VERS_INVARIANT = new Map(PAIRES.map(([invariant, francais]) => [francais, invariant]))

/** '#VALUE!' → '#VALEUR!'; undefined when the text is not an error value. */
export function erreurFrancaise(texte: string): string | undefined {
  return VERS_FRANCAIS.get(texte)
}

/** '#VALEUR!' (or already '#VALUE!') → '#VALUE!'; undefined when the text is not an error value. */
export function erreurInvariante(texte: string): string | undefined {
  const majuscules = texte.toUpperCase()
  return VERS_INVARIANT.get(majuscules) ?? (VERS_FRANCAIS.has(majuscules) ? majuscules : undefined)
}

/** Finds the error value that starts at this place of a formula, in the given language. */
export function erreurAuDebut(texte: string, langue: 'francais' | 'invariant'): string | undefined {
  if (!texte.startsWith('#')) return undefined
  const majuscules = texte.slice(0, 16).toUpperCase()
  const noms = langue === 'francais' ? VERS_INVARIANT.keys() : VERS_FRANCAIS.keys()
  for (const nom of noms) if (majuscules.startsWith(nom)) return nom
  return undefined
}
