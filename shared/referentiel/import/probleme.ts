import { accorder } from '../../classeur/texte.ts'

/** What is wrong in an import, and where: the path of the value in the référentiel. */
export interface Probleme {
  chemin: Chemin
  /** French clause without a capital nor a full stop: « l’objectif 11 n’a pas d’enveloppe ». */
  phrase: string
}

export type Chemin = readonly PropertyKey[]

const NOMBRES = [
  '',
  'Un point',
  'Deux points',
  'Trois points',
  'Quatre points',
  'Cinq points',
  'Six points',
  'Sept points',
  'Huit points',
  'Neuf points',
  'Dix points',
]

/** « Deux points à compléter : l’objectif 11 n’a pas d’enveloppe ; … n’a pas de référence. » */
export function phraseErreurs(erreurs: readonly string[]): string {
  const combien = NOMBRES[erreurs.length] ?? accorder(erreurs.length, 'point')
  return `${combien} à compléter : ${erreurs.join(' ; ')}.`
}

/** The value at a path of an unknown document, undefined where there is none. Own keys only. */
export function valeurEn(document: unknown, chemin: Chemin): unknown {
  let valeur = document
  for (const cle of chemin) {
    if (typeof valeur !== 'object' || valeur === null || !Object.hasOwn(valeur, cle)) return undefined
    valeur = (valeur as Record<PropertyKey, unknown>)[cle]
  }
  return valeur
}

/** A value as a message quotes it: short, on one line. */
export function montrer(valeur: unknown): string {
  if (typeof valeur === 'object' && valeur !== null) return Array.isArray(valeur) ? 'une liste' : 'un objet'
  const plat = String(valeur).replace(/\s+/g, ' ').trim()
  return `« ${plat.length > 60 ? `${plat.slice(0, 57)}…` : plat} »`
}

/** « de l’objectif 9 », « du destinataire … », « des cibles ». */
export function de(nom: string): string {
  return `de ${nom}`.replace(/^de le /, 'du ').replace(/^de les /, 'des ')
}
