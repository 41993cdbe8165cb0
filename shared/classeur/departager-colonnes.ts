import type { ColonneReconnue, RoleColonne } from './comprehension.ts'
import { anneeRelative, partNommee, ROLES_MONTANT } from './entetes.ts'
import { normaliser } from './texte.ts'

/** Of the columns that say the same, which ones count: an amount must not be read twice, nor any be missed. */

/** A column of totals beside its parts counts nothing: « Total FIR », « Part État » over « dont FIR », « État » for the state of progress. */
function sansTotaux(colonnes: readonly ColonneReconnue[]): ColonneReconnue[] {
  const detail = colonnes.some(
    (c) => DONT.test(c.entete) && (c.role === 'FIR' || c.role === 'P304' || c.role === 'ONDAM'),
  )
  return colonnes.map((c) => {
    const jumelles = colonnes.some((x) => x !== c && x.role === c.role)
    const total = estTotal(c) && jumelles
    const avancement =
      c.role === 'etat' &&
      estEtatSeul(c) &&
      colonnes.some((x) => x.role === 'etat' && !estEtatSeul(x) && x.exercice === c.exercice)
    const desEnveloppes =
      c.role === 'etat' &&
      estTotal(c) &&
      colonnes.some((x) => x.role !== null && ENVELOPPES.has(x.role) && x.exercice === c.exercice)
    const ecartee = total || avancement || desEnveloppes || (c.role === 'etat' && detail)
    return c.role !== null && ecartee ? { ...c, role: null } : c
  })
}

const DONT = /^\s*dont\b/i
const ENVELOPPES: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['FIR', 'P304', 'ONDAM'])
const estTotal = (c: ColonneReconnue): boolean => /\b(totale?|totaux|cumul)\b/.test(normaliser(c.entete))
const estEtatSeul = (c: ColonneReconnue): boolean => normaliser(c.entete) === 'etat'

/**
 * Keeps one column a role and exercice: the first one; a later twin is shown as not used. Parts of a funder that each
 * have a column (services of the State, fonctionnement and investissement) are no twins, where none stands for them all.
 */
export function sansDoublons(colonnes: readonly ColonneReconnue[]): ColonneReconnue[] {
  const lues = sansTotaux(colonnes)
  const annee = (c: ColonneReconnue) => `${c.role ?? ''}|${c.exercice ?? ''}|${anneeRelative(c.entete) ?? ''}`
  const entieres = new Set(lues.filter((c) => partNommee(c) === null).map(annee))
  const cle = (c: ColonneReconnue): string =>
    entieres.has(annee(c)) ? annee(c) : `${annee(c)}|${partNommee(c) ?? ''}`
  const gardees = new Map<string, ColonneReconnue>()
  for (const c of lues) {
    const autre = gardees.get(cle(c))
    if (!autre || rangDe(c) > rangDe(autre)) gardees.set(cle(c), c)
  }
  const couples = enCouples(lues)
  return lues.map((c) =>
    c.role === null || c.role === 'autres' || gardees.get(cle(c)) === c || couples.has(c)
      ? c
      : { ...c, role: null },
  )
}

/** « Financeur 1 | Montant 1 | Financeur 2 | Montant 2 »: each funder stands right before its amount. */
export function enCouples(colonnes: readonly ColonneReconnue[]): ReadonlySet<ColonneReconnue> {
  const financeurs = colonnes.filter((c) => c.role === 'financeur')
  const couples = financeurs.map((f) => [
    f,
    colonnes.find((c) => c.role === 'montant' && c.colonne === f.colonne + 1),
  ])
  return new Set(
    couples.length > 1 && couples.every(([, m]) => m) ? couples.flat().filter((c) => c !== undefined) : [],
  )
}

/** « N° de l’objectif », where another column has its title. */
const NUMERO = /^(?:n|num|numero|code|ref|reference)\b|\bn$/

/** Of two columns of objectifs, their number counts before their title; of two of one part, what was granted counts before what was asked for, what is named before a « dont », whichever stands first. */
function rangDe({ role, entete }: ColonneReconnue): number {
  if (role === 'objectif') return NUMERO.test(normaliser(entete)) ? 1 : 0
  if (role === null || !ROLES_MONTANT.has(role)) return 0
  const dit = normaliser(entete)
  if (
    /\b(accordee?s?|attribuee?s?|notifiee?s?|retenue?s?|validee?s?|revisee?s?|actualisee?s?|definiti(?:f|ve)s?)\b/.test(
      dit,
    )
  )
    return 1
  return DONT.test(entete) ||
    /\b(initiale?s?|initiaux|demandee?s?|sollicitee?s?|proposee?s?|anciens?|anciennes?)\b/.test(dit)
    ? -1
    : 0
}
