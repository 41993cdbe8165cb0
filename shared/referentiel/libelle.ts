import { normaliser } from '../classeur/texte.ts'
import type { Noyau, Objectif } from './referentiel.ts'

/** Holding a printed title of an objectif against the official ones: titles vary, so a distance, not an equality. */

/** The title without « OBJECTIF FACULTATIF N°21 : »; empty when only the number is printed. */
export function libelleSeul(texte: string): string {
  return texte
    .replace(
      /^\s*obj(ectif)?s?\b\.?\s*(fondamental|facultatif|obligatoire)?\s*(n\s*[°º]?)?\s*\d+\s*[:.)–—-]?\s*/i,
      '',
    )
    .trim()
}

/** Words that carry the meaning, cut to their stem by length: « parentaux » and « parental » agree. */
function racines(texte: string): Set<string> {
  const mots = normaliser(texte).match(/[a-z0-9]+/g) ?? []
  return new Set(mots.filter((m) => m.length > 3 || /^\d+$/.test(m)).map((m) => m.slice(0, 6)))
}

/** Likeness of two titles, 0 to 1: shared stems over the stems of both (Dice). */
function dice(ra: Set<string>, rb: Set<string>): number {
  if (ra.size === 0 || rb.size === 0) return 0
  let communs = 0
  for (const r of ra) if (rb.has(r)) communs++
  return (2 * communs) / (ra.size + rb.size)
}

interface Repere {
  objectif: Objectif
  titres: Set<string>[]
}

/** The stems of every title of a référentiel, worked out once: a plan asks for them on each of its rows. */
const REPERES = new WeakMap<Noyau, Repere[]>()

function reperesDe(referentiel: Noyau): Repere[] {
  let reperes = REPERES.get(referentiel)
  if (reperes === undefined) {
    reperes = referentiel.objectifs.map((objectif) => ({
      objectif,
      titres: [objectif.titre, ...objectif.variantes].map(racines),
    }))
    REPERES.set(referentiel, reperes)
  }
  return reperes
}

const SEUIL = 0.6
const ECART = 0.2

/**
 * The objectif whose title is clearly closer to the printed one than that of the printed number, undefined
 * when the number and its title agree or when nothing is clear.
 */
export function objectifDuLibelle(referentiel: Noyau, numero: number, texte: string): Objectif | undefined {
  const lues = racines(libelleSeul(texte))
  if (lues.size === 0) return undefined
  let propre = 0
  let rival: Objectif | undefined
  let note = 0
  for (const { objectif, titres } of reperesDe(referentiel)) {
    const sienne = Math.max(...titres.map((t) => dice(t, lues)))
    if (objectif.numero === numero) propre = sienne
    else if (sienne > note) {
      note = sienne
      rival = objectif
    }
  }
  return note >= SEUIL && note - propre >= ECART ? rival : undefined
}
