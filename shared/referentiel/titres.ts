import { normaliser } from '../classeur/texte.ts'
import { lireObjectif } from './lire.ts'
import { NOYAUX } from './noyaux.ts'

/** Objectifs that are named by their official title alone. Equal but for case, accents and signs: what is merely alike is not guessed. */

/** What stands before a title: « Objectif fondamental : ». */
const ANNONCE = /^(?:objectifs?|obj|of) (?:(?:fondamental|facultatif|obligatoire) )?/

const cleDe = (texte: string): string =>
  normaliser(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(ANNONCE, '')

/** The number of each title, null where two objectifs bear it. Worked out once, when it is first asked for. */
let numeros: ReadonlyMap<string, number | null> | undefined

function numerosParTitre(): ReadonlyMap<string, number | null> {
  const parTitre = new Map<string, number | null>()
  for (const { objectifs } of NOYAUX)
    for (const { numero, titre, variantes } of objectifs)
      for (const cle of [titre, ...variantes].map(cleDe))
        parTitre.set(cle, parTitre.has(cle) && parTitre.get(cle) !== numero ? null : numero)
  return parTitre
}

/** The shortest official title has 15 signs; a cell of the longest has 250. */
const LONGUEURS = { min: 12, max: 400 }

/** The objectif that a text names by one of the titles of the référentiels that ship with the product; null for any other text. */
export function objectifDuTitre(texte: string): number | null {
  if (texte.length < LONGUEURS.min || texte.length > LONGUEURS.max) return null
  numeros ??= numerosParTitre()
  return numeros.get(cleDe(texte)) ?? null
}

/** The number of the objectif that a cell of a plan names: by its number (lireObjectif), or by its official title alone. */
export function lireObjectifOuTitre(valeur: unknown): number | null {
  return lireObjectif(valeur) ?? (typeof valeur === 'string' ? objectifDuTitre(valeur) : null)
}
