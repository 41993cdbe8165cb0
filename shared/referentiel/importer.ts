import { geler } from './geler.ts'
import { clesDoubles } from './import/cles-doubles.ts'
import { verifierCoherence, type Entourage } from './import/coherence.ts'
import { montrer, phraseErreurs, type Probleme } from './import/probleme.ts'
import { SCHEMA } from './import/schema.ts'
import { traduire } from './import/traduire.ts'
import type { Referentiel } from './referentiel.ts'
import { REFERENTIELS } from './registre.ts'

export { phraseErreurs }

/** A référentiel that is whole, or everything that is to be put right in it, each a French clause. */
export type LectureReferentiel = { referentiel: Referentiel } | { erreurs: string[] }

export interface OptionsImport {
  /** The référentiels already loaded; those that ship, by default. The exercices must follow theirs. */
  charges?: readonly Referentiel[]
  /** Ids of the rules that exist: a pack may name no other. Not checked by default. */
  regles?: readonly string[]
}

/** How many values a référentiel may hold: the largest that ships has 3,000. */
const VALEURS_MAX = 100_000
const TAILLE_MAX = 4_000_000
const ERREURS_MAX = 50

/**
 * Reads a référentiel from a parsed JSON document, of which nothing is taken for granted. Never throws.
 * The référentiel given back is frozen.
 */
export function lireReferentiel(json: unknown, options: OptionsImport = {}): LectureReferentiel {
  const examen = examiner(json, options)
  return 'referentiel' in examen ? examen : { erreurs: dire(examen.problemes.map((p) => p.phrase)) }
}

/** The same from the text of a file: it also refuses a key written twice, which JSON.parse would swallow. */
export function lireReferentielJson(texte: string, options: OptionsImport = {}): LectureReferentiel {
  if (texte.length > TAILLE_MAX) return { erreurs: ['le fichier est trop gros pour un référentiel'] }
  let json: unknown
  try {
    json = JSON.parse(texte.replace(/^\ufeff/, ''))
  } catch {
    return { erreurs: ['le fichier n’est pas du JSON lisible'] }
  }
  const doubles = clesDoubles(texte)
  const lecture = lireReferentiel(json, options)
  if (doubles.length === 0) return lecture
  return {
    erreurs: dire([
      ...doubles.map((cle) => `la clé ${montrer(cle)} est écrite deux fois dans le même objet`),
      ...('erreurs' in lecture ? lecture.erreurs : []),
    ]),
  }
}

/** Shape, then coherence, in one pass: both are always said. */
export function examiner(
  document: unknown,
  { charges = REFERENTIELS, regles }: OptionsImport = {},
): { referentiel: Referentiel } | { problemes: Probleme[] } {
  try {
    if (tropGros(document))
      return { problemes: [{ chemin: [], phrase: 'le fichier est trop gros pour un référentiel' }] }
    const forme = SCHEMA.safeParse(document)
    const entourage: Entourage = { charges, regles: regles ?? null }
    const problemes = [
      ...(forme.error?.issues ?? []).map((issue) => traduire(document, issue)),
      ...verifierCoherence(document, entourage),
    ]
    if (forme.success && problemes.length === 0) return { referentiel: geler(forme.data) }
    return { problemes }
  } catch {
    // A document that fights back (a throwing accessor) is no référentiel; what it throws is nobody's business.
    return { problemes: [{ chemin: [], phrase: 'le fichier ne peut pas être lu comme un référentiel' }] }
  }
}

/** Counts the values of a document, cycles included, up to a limit. */
function tropGros(document: unknown): boolean {
  const pile: unknown[] = [document]
  for (let vues = 0; pile.length > 0; vues++) {
    if (vues > VALEURS_MAX) return true
    const valeur = pile.pop()
    if (typeof valeur !== 'object' || valeur === null) continue
    if (Array.isArray(valeur) && valeur.length > VALEURS_MAX) return true
    for (const interieur of Object.values(valeur)) pile.push(interieur)
  }
  return false
}

/** Each clause once, and no more than can be read. */
export function dire(phrases: readonly string[]): string[] {
  const uniques = [...new Set(phrases)]
  if (uniques.length <= ERREURS_MAX) return uniques
  return [...uniques.slice(0, ERREURS_MAX), `${uniques.length - ERREURS_MAX} autres points du même ordre`]
}
