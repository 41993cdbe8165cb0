import { euros } from '../../shared/montant/format.ts'
import { lireMontant, lireNombre } from '../../shared/montant/lire-montant.ts'
import type { Centimes } from '../../shared/montant/montant.ts'
import { estVide } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'

/** Reading the amounts that cells hold, as numbers or as people write them. */

/** « ND », « à compléter », « néant »: the cell is right, the amount is not there. */
const SANS_FAUTE: ReadonlySet<string | undefined> = new Set(['aucun', 'non-communique', 'a-completer'])

/**
 * The amount of a cell in cents, null for a blank one; an error that stands in it comes back as it is. A text without a sure amount gives the sentence of its
 * reading: #N/A where there is none to read, #VALUE! where it has to be written otherwise.
 * @param neant what « néant » and « - » count for; by default nothing is known of them
 */
export function lireCentimes(valeur: unknown, neant?: 0): Centimes | null | ErreurFormule {
  if (valeur instanceof ErreurFormule) return valeur
  if (estVide(valeur)) return null
  if (typeof valeur !== 'number' && typeof valeur !== 'string') return PAS_UN_MONTANT
  const lu = typeof valeur === 'number' ? lireNombre(valeur) : lireMontant(valeur)
  if (lu.centimes !== null) return lu.centimes
  if (lu.nature === 'vide') return null
  if (lu.nature === 'aucun' && neant !== undefined) return neant
  return new ErreurFormule(SANS_FAUTE.has(lu.nature) ? '#N/A' : '#VALUE!', lu.raison ?? '')
}

const PAS_UN_MONTANT = new ErreurFormule(
  '#VALUE!',
  'Un montant est attendu : un nombre ou un texte comme « 58 273,59 € ».',
)

/** The amount of a cell in euros, "" for a blank one. A reserve does not stop it. */
export function montantDe(valeur: unknown): unknown {
  const centimes = lireCentimes(valeur)
  if (centimes instanceof ErreurFormule) return centimes
  return centimes === null ? '' : euros(centimes)
}
