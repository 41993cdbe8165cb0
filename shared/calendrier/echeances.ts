import { normaliser } from '../classeur/texte.ts'
import type { Calendrier, Echeance } from '../referentiel/calendrier.ts'

/** Finding the échéance of a pièce in an exercice, by its id or by its name as people write it. */

export type Recherche =
  | { echeance: Echeance }
  /** The pièce is known, and the text dates no sending of it in this exercice. */
  | { sansEnvoi: string }
  /** Not recognised, or not one only. */
  | { inconnue: true }

interface Entree {
  id: string
  nom: string
  echeances: Echeance[]
}

/** What the exercice dates: the pièces, then what is due without a pièce (contacts, signature, candidature…). */
function entrees(
  { pieces, echeances }: Pick<Calendrier, 'pieces' | 'echeances'>,
  exercice: number,
): Entree[] {
  const siennes = echeances.filter((e) => e.exercice === exercice)
  const desPieces = pieces.map(({ id, nom }) => {
    const propre = siennes.filter((e) => e.id === id)
    return { id, nom, echeances: propre.length > 0 ? propre : siennes.filter((e) => e.pieces.includes(id)) }
  })
  const sansPiece = siennes
    .filter((e) => !pieces.some((p) => p.id === e.id))
    .map((e) => ({ id: e.id, nom: e.quoi, echeances: [e] }))
  return [...desPieces, ...sansPiece]
}

/** The ids that can be asked for in an exercice. */
export function echeancesConnues(
  calendrier: Pick<Calendrier, 'pieces' | 'echeances'>,
  exercice: number,
): string[] {
  return entrees(calendrier, exercice)
    .filter((e) => e.echeances.length > 0)
    .map((e) => e.id)
}

/**
 * The échéance of a pièce. Where a pièce is sent more than once in the exercice (a first version, then the final
 * one), the first that bears a date.
 * @param texte an id (« plan-action ») or a name (« le plan d’action », « rapport d’exécution »)
 */
export function chercherEcheance(
  calendrier: Pick<Calendrier, 'pieces' | 'echeances'>,
  texte: string,
  exercice: number,
): Recherche {
  const toutes = entrees(calendrier, exercice)
  const cherchee = cleDe(texte)
  const exacte = toutes.find((e) => cleDe(e.id) === cherchee || cleDe(e.nom) === cherchee)
  const trouvees = exacte ? [exacte] : toutes.filter((e) => contient(e, texte))
  const choisies = new Set(trouvees.map((e) => premiereDatee(e.echeances)))
  const [echeance] = choisies
  // Several pièces are one answer only where they are due together.
  if (choisies.size !== 1 || (echeance === undefined && trouvees.length > 1)) return { inconnue: true }
  return echeance ? { echeance } : { sansEnvoi: trouvees[0]!.nom }
}

function premiereDatee(echeances: readonly Echeance[]): Echeance | undefined {
  return (
    echeances
      .filter((e) => e.date !== null)
      .sort((a, b) => a.date!.localeCompare(b.date!))
      .at(0) ?? echeances[0]
  )
}

const OUTILS = new Set(['l', 'd', 'le', 'la', 'les', 'un', 'une', 'du', 'de', 'des', 'et', 'a', 'au', 'avec'])

/** The words that carry the meaning, without articles and plurals. */
function mots(texte: string): string[] {
  const tous = normaliser(texte).match(/[a-z0-9]+/g) ?? []
  return tous.filter((m) => !OUTILS.has(m)).map((m) => m.replace(/s$/, ''))
}

function cleDe(texte: string): string {
  return mots(texte).join(' ')
}

/** Are all the words of the text among those of the entry? */
function contient(entree: Entree, texte: string): boolean {
  const siens = new Set(mots(`${entree.id} ${entree.nom}`))
  const cherches = mots(texte)
  return cherches.length > 0 && cherches.every((m) => siens.has(m))
}
