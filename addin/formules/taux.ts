import { estVide } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'

/**
 * OBJ-27 (annexe 6, note 3): informations préoccupantes assessed in under three months over those assessed. A
 * number from 0 to 1, for a percentage format.
 */
export function tauxDe(moinsDeTroisMois: unknown, evaluees: unknown): unknown {
  if (estVide(moinsDeTroisMois) || estVide(evaluees)) return ''
  const part = lireNombreDeCas(moinsDeTroisMois)
  const tout = lireNombreDeCas(evaluees)
  if (part === null || tout === null) return PAS_UN_COMPTE
  if (part > tout) return TROP
  return tout === 0 ? AUCUNE : part / tout
}

/** A count: 120, "120", "1 250". null when it is not a whole number from 0 up. */
function lireNombreDeCas(valeur: unknown): number | null {
  const nombre =
    typeof valeur === 'string' && /^\d{1,3}(?:\s\d{3})+$|^\d{1,9}$/.test(valeur.trim())
      ? Number(valeur.replace(/\s/g, ''))
      : valeur
  return typeof nombre === 'number' && Number.isSafeInteger(nombre) && nombre >= 0 ? nombre : null
}

const PAS_UN_COMPTE = new ErreurFormule(
  '#VALUE!',
  'Des nombres d’informations préoccupantes sont attendus : entiers, à partir de 0.',
)
const TROP = new ErreurFormule(
  '#VALUE!',
  'Il y a plus d’informations préoccupantes évaluées en moins de trois mois que d’informations évaluées : vérifiez l’ordre et l’année des deux nombres.',
)
const AUCUNE = new ErreurFormule('#N/A', 'Aucune information préoccupante évaluée : il n’y a pas de taux.')
