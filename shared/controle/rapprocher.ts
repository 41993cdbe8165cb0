import type { Justification } from './justifications.ts'
import type { Constat, JustificationSuivie } from './rapport.ts'

/** Which justification answers which constat. Nothing that somebody wrote is ever dropped. */

/** What a justification is about: a rule and cells, in whatever order. */
type Point = Pick<Justification, 'regle' | 'cellules'>

export function memePoint(a: Point, b: Point): boolean {
  return a.regle === b.regle && cle(a.cellules) === cle(b.cellules)
}

function cle(cellules: readonly string[]): string {
  return [...new Set(cellules)].sort().join('\n')
}

/**
 * Ties the justifications to the constats. One answers a constat « à justifier » of its rule, on its cells, that
 * finds what was found when it was written. Where the finding has changed, or its cells have moved, or the constat
 * blocks, it is to be read again; where the constat is gone it is kept without object.
 */
export function rapprocher(
  constats: readonly Constat[],
  justifications: readonly Justification[],
): { constats: Constat[]; justifications: JustificationSuivie[] } {
  const suivies = justifications.map((j) => suivre(j, constats))
  return {
    justifications: suivies,
    constats: constats.map((c) => {
      const vigueur = suivies.find((j) => j.etat === 'en-vigueur' && repond(j, c))
      if (vigueur) return { ...c, justification: nue(vigueur) }
      const ancienne = suivies.find((j) => j.etat === 'a-revoir' && concerne(j, c))
      return ancienne ? { ...c, justificationARevoir: nue(ancienne) } : c
    }),
  }
}

function suivre(j: Justification, constats: readonly Constat[]): JustificationSuivie {
  if (constats.some((c) => repond(j, c))) return { ...j, etat: 'en-vigueur' }
  return { ...j, etat: constats.some((c) => concerne(j, c)) ? 'a-revoir' : 'sans-objet' }
}

function repond(j: Justification, c: Constat): boolean {
  return c.gravite === 'a-justifier' && memePoint(j, c) && j.constate === c.constate
}

/** The same rule on the same cells, or the same finding elsewhere: rows were inserted above. */
function concerne(j: Justification, c: Constat): boolean {
  return j.regle === c.regle && (memePoint(j, c) || j.constate === c.constate)
}

function nue({ regle, cellules, constate, texte, auteur, le }: Justification): Justification {
  return { regle, cellules, constate, texte, auteur, le }
}

/** How many constats « à justifier » are answered in writing. */
export function nombreJustifies(constats: readonly Constat[]): number {
  return constats.filter((c) => c.justification !== undefined).length
}
