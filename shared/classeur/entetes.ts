import type { ColonneReconnue, RoleColonne } from './comprehension.ts'
import { NOMS_DEPARTEMENTS } from './departements.ts'
import { memoriser } from './memoire.ts'
import { normaliser } from './texte.ts'

const CONTRIBUTION =
  '(?:parts?|financements?|credits?|participations?|contributions?|montants?|subventions?|co-?financements?|dotations?|apports?|moyens|budgets?|previsions?|previsionnel(?:le)?s?|prevue?s?|couts?|contreparties?|efforts?|aides?|soutiens?|concours|engagements? financiers?|valorisations?|fonds propres|restes? a charge|fin|mts?)'
const ARTICLE = "(?: (?:de l'|d'|de la|du|des|de|a l'|par l'|le|la|l'))? ?"
const NOM = `(?:${NOMS_DEPARTEMENTS.join('|')})`
const DEPARTEMENT = `(?:(?:departements?|departementa(?:le?s?|ux)|conseil departemental|collectivite|depts?|dpts?|dep|cd)(?: ?\\d{2,3}| ?2[ab])?(?:${ARTICLE}${NOM})?|metropole de lyon|collectivite europeenne d'alsace|cea)`

/** Services that hold the State's credits. */
const SERVICES = 'ars|prefecture|prefet|pref|ddets(?:pp)?|ddcs(?:pp)?|dreets|drjscs'
/** What a funder's part is made of, where it has a column for each. */
const NATURES =
  'non perennes?|perennes?|ponctuel(?:le)?s?|nature|reconductions?|reconduite?s?|mesures? nouvelles?|fonctionnement|investissement|numeraire|valorisation|valorisee?s?|personnels?|hors personnels?|ase|pmi'
/** A plan says what is foreseen; what was carried out has columns of its own. */
const PREVU = `(?: (?:previsionnel(?:le)?s?|prevue?s?|inscrite?s?|votee?s?|bp|budget primitif|demandee?s?|sollicitee?s?|accordee?s?|en (?:${NATURES})|${NATURES})){0,3}`

/** Funders that are neither the State nor the Département. */
const TIERS = '(?:(?:caf|msa|cpam)(?: ?\\d{2,3}| ?2[ab])?|fse\\+?|union europeenne)'
/** A date, a rate or a state of progress is no amount. */
const SANS_EURO =
  "^(?!(?:.*\\b)?(?:dates?|calendriers?|delais?|taux|pourcentages?|modalites?|niveaux?|avancement|etat d'avancement)\\b)(?!%)"

/** What a header says of its column, from the words that French tables use. The first line that matches wins. */
const MOTS: [RoleColonne, RegExp][] = [
  ['exercice', /^(annees?|exercices?) (d'|de )/],
  ['fleche', new RegExp(`${SANS_EURO}.*\\bflech`)],
  ['engage', new RegExp(`${SANS_EURO}.*\\bengagee?s?\\b`)],
  [
    'execute',
    new RegExp(
      `${SANS_EURO}.*(?:\\bexecut|\\brealisee?s?\\b|\\bconsomm|\\bmandat|\\bpayee?s?\\b|\\bliquid|\\b(?:fir|304|ondam|etat)\\b.*\\bca$|\\bcompte administratif$|^depenses? reelles?\\b)`,
    ),
  ],
  ['engagement', /^(n )?engagements?\b(?! financier)(?!.*\b(departements?|cd)\b)|^eng$/],
  [
    'enveloppe',
    /^(?:types? d'|natures? de l')?enveloppes?\b|^env$|^sources?( (de|du|des) financements?)?( (de l')?etat)?$|^(?:types?|natures?) (?:de|du|des) (?:credits|financements?)|^(?:origine|lignes?) (?:de|des) credits|^(?:fonds|credits) mobilises$|^(?:(?:fir|(?:p|bop|programme)? ?304|ondam)(?: ?(?:\/|,|-|et|ou|\+) ?|$)){2,}$|^imputation$|^programme( budgetaire)?$|^bop$|^ligne budgetaire/,
  ],
  [
    'financeur',
    /^(co-?)?financeurs?\b|^(?:noms?|organismes?|structures?|identite)(?: (?:du|des|d'un|le))?(?: (?:co-?)?)financeurs?\b|^origine du financement|^qui finance|^financements?$|\betat ?(\/|ou) ?(le )?(departement|cd)\b|\b(departement|cd) ?(\/|ou) ?(l')?etat\b/,
  ],
  ['FIR', /\bfir\b|fonds d'intervention regional/],
  ['P304', /\b(p|bop|prog(ramme)?)\.? ?(n )?304\b|\b304$/],
  ['ONDAM', /\bondam\b|^objectif national d(?:e|es) depenses/],
  [
    'autres',
    new RegExp(
      `^autres?\\b.*(?:financ|part|co|ressourc|recett|apport|subvention)|^autres?$|^parts? (?:des )?autres?$|^financements? autres?|^(?:${CONTRIBUTION}${ARTICLE})?${TIERS}(?: ?(?:\\/|et|-|,)? ?(?:la )?${TIERS})?$|^${CONTRIBUTION}${ARTICLE}(?:communes?|regions?|epci|intercommunalites?|associations?)$`,
    ),
  ],
  // What is handed over to the Département is the State's.
  [
    'etat',
    /\b(delegue|verse|alloue|attribue|notifie)e?s? (au|a la|a l') ?(departement|cd|collectivite|conseil)/,
  ],
  [
    'departement',
    new RegExp(
      `^(?:(?:fonds|ressources?|financements?|credits?) propres?|autofinancements?)$|^(?:le |total (?:du )?)?${DEPARTEMENT}${PREVU}$|${CONTRIBUTION}.*${ARTICLE}\\b${DEPARTEMENT}\\b|^${CONTRIBUTION}${ARTICLE}${NOM}$`,
    ),
  ],
  [
    'etat',
    new RegExp(
      `^(?:l'|total (?:de l')?)?etat${PREVU}$|^(?:${SERVICES}|etat ars|ars prefecture|ars \\/ prefecture)${PREVU}$|${CONTRIBUTION}.*\\b(?:etat|${SERVICES})\\b`,
    ),
  ],
  [
    'objectif',
    /^(n |numero )?(de l'|d')?(objectifs?|obj|of)( n)?$|^(?:(?:(?:n|num|numero|ref|reference|code|intitule|libelle|titre|nom|rattachement) ?)(?:(?:et|ou|\/|-) ?)?(?:(?:n|numero|intitule|libelle|titre|nom) ?)?(?:de l'|des |du |d'|a l'|a un )?)?(objectifs?|obj)\b(?!.*(operationnel|quantitatif|cible|\d))/,
  ],
  [
    'numero',
    /^(n|no|num|numero)( ?(d'|de l'|de la )?(action|fiche|fa|ordre)s?( action)?)?$|^(fiche )?actions? n$|^(fiche|fa) n$|^ref(erence)?s?( (de l'|d'|du )?(action|fiche|dossier|projet))?$|^n (de |d')?(la )?(fiche|ordre)( action)?$|^n fiche-action$|^code( action| fiche)?$|^#$|^id(entifiant)?( action| fiche)?$/,
  ],
  [
    'intitule',
    /^(?:n|numero) ?(?:et|ou|\/|-) ?(?:intitule|libelle|titre|nom)\b|^descriptions? (?:de l'|des |d')?actions?$|^actions? (?:du departement|departementales?|mises? en oeuvre)$|^dispositifs? ?(?:\/|et|ou) ?actions?$|^intitule|^libelle|^lib$|^act$|^(nom|titre|designation)\b|^actions?$|^fiches?([ -]actions?)?$|^actions? ?(\/|ou|et) ?mesures?$|^actions? (retenues?|prevues?|proposees?|envisagees?|menees?|financees?|inscrites?|a mener|a conduire|du plan)|^(projets?|mesures?|dispositifs?|operations?)$/,
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

/** Roles whose column holds what a funder puts, or what all of them put where the row says who. */
export const PARTS: ReadonlySet<RoleColonne> = new Set<RoleColonne>([
  'etat',
  'departement',
  'autres',
  'FIR',
  'P304',
  'ONDAM',
  'montant',
])

/** A header longer than this is a sentence, not a header. */
const LONGUEUR_MAX = 120

/** What stands in parentheses counts for little, but is read. */
const LONGUEUR_LUE = 3 * LONGUEUR_MAX

function roleDe(texte: string): RoleColonne | null {
  if (texte.length === 0 || texte.length > LONGUEUR_MAX) return null
  return MOTS.find(([, motif]) => motif.test(texte))?.[0] ?? null
}

/** A header that does not say of an amount that a funder puts it. */
const PAS_UNE_PART =
  /\b(?:totale?s?|totaux|global|cumul|solde|ecart|taux|pourcentage|nombre|nb|etp|ratio|cible|indicateurs?|unitaire|dates?|fleche|engagee?s?|execute|realise|consomme|mandate|paye|verse|ca|compte administratif)\b|%/
const D_UN_TIERS = new RegExp(`\\b(?:${TIERS}|villes?|communes?|regions?|epci|mairies?)\\b`)

/** The funders that a text names: the State, the Département, others. */
export function financeursNommes(normal: string): RoleColonne[] {
  const nommes: RoleColonne[] = []
  if (DE_L_ETAT.test(normal)) nommes.push('etat')
  if (DU_DEPARTEMENT.test(normal)) nommes.push('departement')
  if (D_UN_TIERS.test(normal)) nommes.push('autres')
  return nommes
}

/** The one funder that a header names, whatever else it says of it (« Prise en charge CD », « Ville »); null where it names several. */
export function financeurNomme(entete: string): RoleColonne | null {
  const normal = normaliser(entete)
  if (PAS_UNE_PART.test(normal)) return null
  const nommes = financeursNommes(normal)
  return nommes.length === 1 ? nommes[0]! : null
}

/** What was earmarked, engaged and carried out is followed for the State's money: the Département's own is not it. */
const SUIVI = new Set<RoleColonne | null>(['fleche', 'engage', 'execute'])
const DU_DEPARTEMENT = new RegExp(`\\b(?<!\\bpar (?:le )?)${DEPARTEMENT}\\b`)
const DE_L_ETAT = new RegExp(`\\b(?:etat|fir|304|ondam|${SERVICES})\\b`)

/**
 * Which part of its funder a header names: a service of the State, « fonctionnement », « valorisation »… null where it
 * names the funder as a whole.
 */
export function partNommee({ role, entete }: ColonneReconnue): string | null {
  const normal = normaliser(entete)
  const service = role === 'etat' && !/\betat\b/.test(normal) ? UN_SERVICE.exec(normal) : null
  return (service ?? UNE_NATURE.exec(normal))?.[0] ?? null
}

const UN_SERVICE = new RegExp(`\\b(?:${SERVICES})\\b`)
const UNE_NATURE = new RegExp(`\\b(?:${NATURES})\\b`)

/** « N », « N+1 », « année 2 » for « FIR N », « Part CD (N+1) », « CD année 2 »: a year that only the officer knows. null without one. */
export function anneeRelative(entete: string): string | null {
  const normal = normaliser(entete)
  const duContrat = DU_CONTRAT.exec(normal)
  if (duContrat) return `année ${duContrat[1]!}`
  const m = RELATIVE.exec(normal)
  return m ? `N${(m[1] ?? '').replace(/\s/g, '')}` : null
}

const RELATIVE = /(?:^|[\s(])n(?: ?([+-] ?\d))?\)?$/
/** « FIR année 1 », « CD (an 2) »: a year of the contract. */
const DU_CONTRAT = /\b(?:annee|an) ?(?:n ?)?([1-5])\)?$/

const UN_FINANCEUR = new Set<RoleColonne | null>(['FIR', 'P304', 'ONDAM'])

/** « Taux de cofinancement CD », « Part CD (%) »: a share is no amount; « Part CD (50 %) » may well be. */
const EN_POURCENT = /^(?:taux|pourcentages?|ratios?|quotites?)\b|^%|(?<!\d ?)%\)?$|\ben %/

/** « FIR exercice 2022 », « État année 1 (2020) », « Part CD au titre de 2021 »: behind the words that say what the column is. */
const AU_TITRE_DE =
  /\b(?:pour |en |au titre de |sur |de )?(?:l')?(?:(?:annee|exercice|an)s? ?)?(?:n ?)?\d? ?\(?\b20\d{2}\b\)?/

/** Every text of a sheet is looked at as if it were a header, and tables repeat the same words row after row. */
const lireRole = memoriser(chercherRole, LONGUEUR_MAX)

/** The role of a header; what stands in parentheses makes it more precise, where it names one enveloppe and no more. */
function chercherRole(entete: string): RoleColonne | null {
  if (entete.length > LONGUEUR_LUE) return null
  const epurer = (t: string) =>
    t
      .replace(AU_TITRE_DE, (annee: string, rang: number) => (rang > 0 ? ' ' : annee))
      .replace(/\b20\d{2}\b/g, ' ')
      .replace(/[*:;.()]+/g, ' ')
      .replace(/\b(en )?(k ?€|m ?€|keuros?\b|euros?\b|€|milliers d'euros?\b|millions d'euros?\b)|€/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[-–—/| ]+|[-–—/| ]+$/g, '')
      .replace(/^dont /, '')
  const normal = normaliser(entete)
  // Staff is counted beside the money, not in euros.
  if (/\(etp\)|\ben etp\b/.test(normal) || EN_POURCENT.test(normal)) return null
  const avec = roleDe(epurer(normal)) ?? roleSansAnneeRelative(epurer(normal))
  if (SUIVI.has(avec) && DU_DEPARTEMENT.test(normal) && !DE_L_ETAT.test(normal)) return null
  if (avec === 'enveloppe') return enveloppeSeule(epurer(normal)) ?? avec
  const sans = normal.includes('(') ? roleDe(epurer(normal.replace(/\([^)]*\)/g, ' '))) : avec
  const nommees = [/\bfir\b/, /\b304\b/, /\bondam\b/].filter((m) => m.test(normal)).length
  if (nommees > 1 && (UN_FINANCEUR.has(sans) || UN_FINANCEUR.has(avec))) return 'etat'
  if (sans === null) return avec
  return (sans === 'etat' || sans === 'montant') && UN_FINANCEUR.has(avec) ? avec : sans
}

/** « Enveloppe FIR » holds what the FIR pays, where « Enveloppe (FIR, P304) » says which one does. */
function enveloppeSeule(texte: string): RoleColonne | null {
  const nommees = (['FIR', 'P304', 'ONDAM'] as const).filter((e) => DE_L_ENVELOPPE[e].test(texte))
  return nommees.length === 1 ? nommees[0]! : null
}

const DE_L_ENVELOPPE = { FIR: /\bfir\b/, P304: /\b(?:p|bop|programme|prog)? ?304\b/, ONDAM: /\bondam\b/ }

/** « CD N+1 » is what « CD » is. */
function roleSansAnneeRelative(texte: string): RoleColonne | null {
  const sans = texte.replace(DU_CONTRAT, '').replace(RELATIVE, '').trim()
  if (sans === texte) return null
  const role = roleDe(sans)
  return role !== null && ROLES_MONTANT.has(role) ? role : null
}

/** Reads one header: its role, the year that it states, its unit. role is null when the words are not known. */
export function lireEntete(entete: string, colonne: number): ColonneReconnue {
  const annee = /\b(20\d{2})\b(?!\s*-\s*20\d{2})(?<!20\d{2}\s*-\s*20\d{2})/.exec(normaliser(entete))
  return {
    colonne,
    entete: entete.replace(/\s+/g, ' ').trim(),
    role: lireRole(entete),
    exercice: annee ? Number(annee[1]) : null,
    unite: lireUnite(entete) ?? 1,
    surete: 'sure',
    doute: null,
    exemples: [],
  }
}

/** 1000 for « k€ » or « milliers d'euros », 1 000 000 for « M€ », 1 for « en € », null where no unit is written. */
export function lireUnite(texte: string): number | null {
  const t = normaliser(texte)
  if (/\bk ?€|\bkeuros?\b|milliers d'euros?/.test(t)) return 1000
  if (/\bm ?€|\bmeuros?\b|millions d'euros?/.test(t)) return 1_000_000
  return /€|\beuros?\b/.test(t) ? 1 : null
}

/** The unit that a line above a table gives to all of it: « Montants en k€ ». A unit behind a figure is that figure's own. */
export function lireUniteGenerale(texte: string): number | null {
  const m = /\b(?:en|unite ?:?) ((?:k|m) ?€|(?:k|m)euros?|milliers d'euros?|millions d'euros?)/.exec(
    normaliser(texte),
  )
  return m ? lireUnite(m[1]!) : null
}
