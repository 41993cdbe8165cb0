import { lireExercice } from '../plan/exercice.ts'
import { lireEnveloppe } from '../referentiel/lire.ts'
import { celluleEn, type Feuille, type ValeurCellule } from './classeur.ts'
import type { ColonneReconnue, RoleColonne } from './comprehension.ts'
import { texteCellule } from './texte-cellule.ts'
import { normaliser } from './texte.ts'

/** Columns of which the values, not the header, tell whether they name who pays or what is paid. */

const DE_L_ETAT: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['etat', 'FIR', 'P304', 'ONDAM'])
const ACCORD_SUR = 0.8
const RECONNUE = {
  surete: 'probable',
  doute: 'reconnue à ses valeurs, non à son en-tête',
} as const

/** @param corps 0-based rows of the table's body to look at */
export function quiPaieParContenu(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  const valeursDe = ({ colonne }: ColonneReconnue): ValeurCellule[] =>
    corps
      .flatMap((l) => celluleEn(feuille, l, colonne) ?? [])
      .filter((c) => texteCellule(c).trim() !== '')
      .map((c) => c.valeur)
  const chiffrees = colonnes.map((c) => enMontants(c, valeursDe(c)))
  return avecEnveloppe(
    chiffrees.map((c) => enNoms(c, valeursDe(c))),
    valeursDe,
  )
}

/** « Enveloppe (FIR) », « FIR / P304 » over FIR and P304: which one pays, not how much. */
function enNoms(c: ColonneReconnue, valeurs: readonly ValeurCellule[]): ColonneReconnue {
  const dites = valeurs.every((v) => lireEnveloppe(v) !== null)
  const enTexte = valeurs.some((v) => typeof v === 'string')
  return c.role !== null && DE_L_ETAT.has(c.role) && enTexte && dites
    ? { ...c, role: 'enveloppe', ...RECONNUE }
    : c
}

const CHIFFREE = { surete: 'probable', doute: 'ses valeurs sont des montants' } as const
/** « Financements », over a total of all of them, is nobody’s part. */
const DES_TIERS = /^(?!.*\b(?:totale?|totaux|etat)\b)(?:co-?financeurs?|autres)\b/

/** « FIR / P304 », « FIR, 304 ou ONDAM »: names of enveloppes and nothing else. */
const SEULES =
  /^(?:enveloppes? )?(?:(?:fir|(?:p|bop|programme)? ?304|ondam)(?: ?(?:\/|,|-|et|ou|\+) ?|$)){2,}$/

/** « Co-financeurs (CAF, MSA) » or « Enveloppe FIR » over amounts: what they put, not who they are. */
function enMontants(c: ColonneReconnue, valeurs: readonly ValeurCellule[]): ColonneReconnue {
  if (c.role !== 'financeur' && c.role !== 'enveloppe') return c
  const montants = valeurs.every(
    (v) => typeof v === 'number' && lireExercice(v) === null && lireEnveloppe(v) === null,
  )
  if (valeurs.length === 0 || !montants) return c
  if (c.role === 'financeur')
    return DES_TIERS.test(normaliser(c.entete)) ? { ...c, role: 'autres', ...CHIFFREE } : { ...c, role: null }
  const role = SEULES.test(normaliser(c.entete)) ? 'etat' : lireEnveloppe(c.entete)
  return role === null ? c : { ...c, role, ...CHIFFREE }
}

const QUI_PAIE: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>(['enveloppe', 'financeur'])

/** « Fonds mobilisé » over FIR and P304, beside amounts of which no other column says which enveloppe pays. */
function avecEnveloppe(
  colonnes: ColonneReconnue[],
  valeursDe: (c: ColonneReconnue) => ValeurCellule[],
): ColonneReconnue[] {
  if (colonnes.some((c) => QUI_PAIE.has(c.role)) || !colonnes.some((c) => c.role === 'etat')) return colonnes
  const trouvee = colonnes.find((c) => {
    if (c.role !== null) return false
    const valeurs = valeursDe(c)
    const lues = valeurs.filter((v) => lireEnveloppe(v) !== null)
    return lues.length >= 2 && lues.length >= valeurs.length * ACCORD_SUR
  })
  return colonnes.map((c) => (c === trouvee ? { ...c, role: 'enveloppe', ...RECONNUE } : c))
}
