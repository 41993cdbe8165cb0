import { diffuser } from './diffusion.ts'
import { ErreurFormule } from './erreur.ts'

/**
 * Applies a calculation that gives several cells for each, and spills them: to the right of a single cell or of
 * each row of a column, downwards under each column of a row. Shorter answers are filled with blanks.
 *
 * A rectangle of arguments has no room for its answers: #VALUE!, with what to do.
 */
export function deployer(
  plages: readonly unknown[],
  calcul: (...cellules: unknown[]) => readonly unknown[] | ErreurFormule,
): unknown[][] {
  const reponses = diffuser(plages, calcul)
  const enColonne = reponses[0]!.length === 1
  if (!enColonne && reponses.length > 1) return [[RECTANGLE]]
  const listes = reponses.flat().map((r) => (Array.isArray(r) ? (r as unknown[]) : [r]))
  const longueur = Math.max(1, ...listes.map((l) => l.length))
  if (enColonne) return listes.map((liste) => completer(liste, longueur))
  return Array.from({ length: longueur }, (_, i) => listes.map((liste) => completer(liste, longueur)[i]))
}

/** An error holds for every cell of its answer where all answers have the same length. */
export function surChaque(reponse: readonly unknown[] | ErreurFormule, longueur: number): unknown[] {
  return reponse instanceof ErreurFormule ? Array.from({ length: longueur }, () => reponse) : [...reponse]
}

const RECTANGLE = new ErreurFormule(
  '#VALUE!',
  'Donnez une seule cellule, une seule colonne ou une seule ligne : chaque réponse occupe plusieurs cellules.',
)

function completer(liste: readonly unknown[], longueur: number): unknown[] {
  return Array.from({ length: longueur }, (_, i) => liste[i] ?? '')
}
