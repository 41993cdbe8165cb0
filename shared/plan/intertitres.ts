import { normaliser } from '../classeur/texte.ts'
import { lireEnveloppe, lireObjectif } from '../referentiel/lire.ts'
import { objectifDuTitre } from '../referentiel/titres.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { anneeDeTitre } from './exercice.ts'

/** What a heading between the rows of a plan says of all the rows under it. */
export interface Intertitre {
  /** 'lignes': it names no part of the plan, only the year or the enveloppe of its rows. */
  genre: 'engagement' | 'objectif' | 'lignes'
  exercice: number | null
  enveloppe: Enveloppe | null
}

/** A longer text speaks of an enveloppe, it does not head its rows. */
const TITRE_MAX = 60
const DEBUT_ENVELOPPE =
  /^(?:enveloppes?|actions? (?:financees?|relevant|sur)|financements?|financees?|credits?|fonds|le |f\.?i\.?r|p ?304|bop|prog|304|ondam)/
const OBJECTIF_ABREGE = /^(?:of|obj)(?:\b|(?=\d))/
const CONTRAIRE = /\b(?:hors|sans|non|pas|sauf|aucune?)\b/

/** Reads a heading; null where it is a mere note. */
export function lireIntertitre(texte: string): Intertitre | null {
  const titre = normaliser(texte)
  if (titre.startsWith('engagement')) return { genre: 'engagement', exercice: null, enveloppe: null }
  if (titre.startsWith('objectif') || (OBJECTIF_ABREGE.test(titre) && lireObjectif(texte) !== null))
    return { genre: 'objectif', exercice: null, enveloppe: null }
  const exercice = anneeDeTitre(texte)
  const enveloppe = DEBUT_ENVELOPPE.test(titre) ? enveloppeDeTitre(texte) : null
  return exercice === null && enveloppe === null ? null : { genre: 'lignes', exercice, enveloppe }
}

/**
 * The same of a heading within a table, where an official title alone names an objectif; not in the column of the
 * actions' own titles, for an action may be called as its objectif is.
 * @param dansLesIntitules whether it stands in that column
 */
export function lireIntertitreDeTable(texte: string, dansLesIntitules: boolean): Intertitre | null {
  const dit = lireIntertitre(texte)
  if (dit || dansLesIntitules || objectifDuTitre(texte) === null) return dit
  return { genre: 'objectif', exercice: null, enveloppe: null }
}

/** The enveloppe that a short title names (« FIR », « Plan P304 »), unless it speaks of what is outside of it. */
export function enveloppeDeTitre(texte: string): Enveloppe | null {
  const titre = normaliser(texte)
  return titre.length > TITRE_MAX || CONTRAIRE.test(titre) ? null : lireEnveloppe(texte)
}
