import type { ColonneReconnue, RoleColonne } from './comprehension.ts'
import { normaliser } from './texte.ts'

const CONTRIBUTION =
  '(?:parts?|financements?|credits?|participations?|contributions?|montants?|subventions?|co-?financements?|dotations?|apports?|moyens|budgets?)'
const ARTICLE = "(?: (?:de l'|de la|du|des|de|a l'|par l'|le|la|l'))? ?"
const DEPARTEMENT =
  '(?:departements?|departementale?s?|conseil departemental|collectivite|depts?|dpts?|cd)(?: ?\\d{2,3}| ?2[ab])?'

/** What a header says of its column, from the words that French tables use. The first line that matches wins. */
const MOTS: [RoleColonne, RegExp][] = [
  ['fleche', /\bflech/],
  ['engage', /\bengagee?s?\b|montants? engages?/],
  ['execute', /\bexecut|\brealisee?s?\b|\bconsomm|\bmandat|\bpayee?s?\b|\bliquid/],
  ['engagement', /^(n )?engagements?\b/],
  ['enveloppe', /^enveloppes?\b|^source (de|du) financement|^ligne budgetaire|^nature des credits/],
  ['financeur', /^(co-?)?financeurs?\b|^origine du financement|^qui finance|^financements?$/],
  ['FIR', /\bfir\b|fonds d'intervention regional/],
  ['P304', /\b(p|bop|prog(ramme)?)\.? ?(n )?304\b|^304$/],
  ['ONDAM', /\bondam\b/],
  ['autres', /^autres?\b.*(financ|part|co)|^autres?$|^(part )?(caf|msa|caf msa)$|^financements? autres?/],
  ['departement', new RegExp(`^(?:le )?${DEPARTEMENT}$|${CONTRIBUTION}.*${ARTICLE}\\b${DEPARTEMENT}\\b`)],
  ['etat', new RegExp(`^(?:l')?etat$|${CONTRIBUTION}.*\\betat\\b`)],
  [
    'objectif',
    /^(n |numero )?(de l'|d')?(objectifs?|obj)( n)?$|^objectifs?\b(?!.*(operationnel|quantitatif|cible|\d))/,
  ],
  [
    'numero',
    /^(n|no|num|numero)( ?(d'|de l'|de la )?(action|fiche)s?( action)?)?$|^(fiche )?actions? n$|^fiche n$|^ref(erence)?s?( action)?$/,
  ],
  [
    'intitule',
    /^intitule|^libelle|^(nom|titre|designation)\b|^actions?$|^fiches? actions?$|^actions? (retenues?|prevues?|du plan)/,
  ],
  ['exercice', /^(exercices?|annees?|ans?|periodes?|millesime)( budgetaires?| concernee?s?)?$/],
  // The total of a row is nobody's part.
  [
    'montant',
    /^(?!.*\b(totale?|totaux|global)\b)(montants?\b|budgets?\b( previsionnels?)?|couts?\b|credits?$)/,
  ],
]

/** Roles whose column holds money. */
export const ROLES_MONTANT: ReadonlySet<RoleColonne> = new Set<RoleColonne>([
  'etat',
  'departement',
  'autres',
  'FIR',
  'P304',
  'ONDAM',
  'montant',
  'fleche',
  'engage',
  'execute',
])

/** A header longer than this is a sentence, not a header. */
const LONGUEUR_MAX = 120

/** Reads one header: its role, the year that it states, its unit. role is null when the words are not known. */
export function lireEntete(entete: string, colonne: number): ColonneReconnue {
  const sansAnnee = normaliser(entete)
  const annee = /\b(20\d{2})\b(?!\s*-\s*20\d{2})(?<!20\d{2}\s*-\s*20\d{2})/.exec(sansAnnee)
  const texte = sansAnnee
    .replace(/\b20\d{2}\b/g, ' ')
    .replace(/[*:;.()]+/g, ' ')
    .replace(/\b(en )?(k ?€|m ?€|keuros?|euros?|€|milliers d'euros?|millions d'euros?)|€/g, ' ')
    .replace(/^\s*dont\b/, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const role =
    texte.length === 0 || texte.length > LONGUEUR_MAX
      ? null
      : (MOTS.find(([, motif]) => motif.test(texte))?.[0] ?? null)
  return {
    colonne,
    entete: entete.replace(/\s+/g, ' ').trim(),
    role,
    exercice: annee ? Number(annee[1]) : null,
    unite: lireUnite(entete) ?? 1,
  }
}

/** 1000 for « k€ » or « milliers d'euros », 1 000 000 for « M€ », null where no unit is written. */
export function lireUnite(texte: string): number | null {
  const t = normaliser(texte)
  if (/\bk ?€|\bkeuros?\b|milliers d'euros?/.test(t)) return 1000
  if (/\bm ?€|\bmeuros?\b|millions d'euros?/.test(t)) return 1_000_000
  return null
}
