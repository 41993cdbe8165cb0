import { normaliser } from '../classeur/texte.ts'
import type { Objectif, Referentiel } from './referentiel.ts'

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

/** Likeness of two titles, 0 to 1: shared stems over all stems of the shorter and the longer (Dice). */
export function ressemblance(a: string, b: string): number {
  const ra = racines(a)
  const rb = racines(b)
  if (ra.size === 0 || rb.size === 0) return 0
  let communs = 0
  for (const r of ra) if (rb.has(r)) communs++
  return (2 * communs) / (ra.size + rb.size)
}

function meilleure(objectif: Objectif, libelle: string): number {
  return Math.max(...[objectif.titre, ...objectif.variantes].map((t) => ressemblance(t, libelle)))
}

const SEUIL = 0.6
const ECART = 0.2

/**
 * The objectif whose title is clearly closer to the printed one than that of the printed number, undefined
 * when the number and its title agree or when nothing is clear.
 */
export function objectifDuLibelle(
  referentiel: Referentiel,
  numero: number,
  texte: string,
): Objectif | undefined {
  const libelle = libelleSeul(texte)
  if (libelle === '') return undefined
  const sien = referentiel.objectifs.find((o) => o.numero === numero)
  const propre = sien ? meilleure(sien, libelle) : 0
  const rival = referentiel.objectifs
    .filter((o) => o.numero !== numero)
    .map((o) => ({ o, note: meilleure(o, libelle) }))
    .reduce((a, b) => (b.note > a.note ? b : a))
  return rival.note >= SEUIL && rival.note - propre >= ECART ? rival.o : undefined
}
