import type { NatureMontant } from './montant.ts'
import { ESPACES } from './nombre-ecrit.ts'

/** The words that finance officers put in an amount's cell, and what each tells of the amount. */

/** Folds case, accents, dots and spaces away, so that « N. C. », « nc » and « Néant » meet their entry. */
function plier(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/[.’'«»"]/g, '')
    .replace(new RegExp(`[${ESPACES}]+`, 'g'), ' ')
    .trim()
}

const NON_COMMUNIQUE = new Set([
  'nd',
  'n d',
  'n/d',
  'nc',
  'n c',
  'n/c',
  'nr',
  'na',
  'n/a',
  '#n/a',
  'non communique',
  'non communiquee',
  'non connu',
  'non determine',
  'non disponible',
  'non renseigne',
  'non transmis',
  'inconnu',
])

const AUCUN = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  '−',
  '/',
  '//',
  '\\',
  'neant',
  'so',
  's o',
  's/o',
  'sans objet',
  'aucun',
  'aucune',
  'aucun montant',
  'aucune depense',
  'rien',
])

const A_COMPLETER = new Set([
  '?',
  '??',
  '???',
  '€',
  'x',
  'xx',
  'xxx',
  'xxxx',
  'x €',
  'xx €',
  'xxx €',
  'xxxx €',
  '…',
  'a completer',
  'a confirmer',
  'a definir',
  'a determiner',
  'a preciser',
  'a renseigner',
  'a venir',
  'en attente',
  'en cours',
])

/** What a cell without any amount says, when it is one of the usual ways to say it; null for any other text. */
export function motSansMontant(texte: string): { nature: NatureMontant; raison: string } | null {
  if (texte === '') return { nature: 'vide', raison: 'Aucun montant : la cellule est vide.' }
  if (texte.length > 40) return null
  const plie = plier(texte)
  if (NON_COMMUNIQUE.has(plie))
    return { nature: 'non-communique', raison: `Montant non communiqué (« ${texte} »).` }
  if (AUCUN.has(plie)) return { nature: 'aucun', raison: `Aucun montant (« ${texte} »).` }
  if (plie === '' || A_COMPLETER.has(plie))
    return { nature: 'a-completer', raison: `Montant à compléter (« ${texte} »).` }
  return null
}

const AN = '(?:19|20)\\d\\d'
const E = `[${ESPACES}]*`

const DUREE = '(?:[2-9]|1\\d|deux|trois|quatre|cinq|six)'

/** The words speak of more than one year: « pour 2 ans », « sur la durée totale du contrat », « (2020-2021) ». Ages (« de 3 à 6 ans ») do not. */
const PLUSIEURS_ANNEES = [
  new RegExp(
    `(?<!\\p{L})(?:sur|pour|pendant|durant|en)${E}(?:les${E})?${DUREE}${E}(?:ans|années|annees|exercices)(?!\\p{L}|${E}et plus)`,
    'iu',
  ),
  new RegExp(`\\(${E}${DUREE}${E}(?:ans|années|annees|exercices)${E}\\)`, 'iu'),
  /dur[ée]e(?: totale| entière)? d(?:u|e la|e l['’]) ?(?:contrat|convention|action|projet|plan)|toute la dur[ée]e|dur[ée]e totale/i,
  /pluri-?annuel|biennal|triennal|quadriennal|quinquennal/i,
  new RegExp(
    `(?<![\\d/.-])${AN}${E}(?:-|–|—|/|à|au|et|,|jusqu['’]en)${E}(?:${AN}|\\d\\d)(?![\\d/.-]|[${ESPACES}]\\d{3})`,
    'iu',
  ),
]

/** « 2 mois » of a year, not a child's age (« de 24 mois »). */
const MOIS = new RegExp(
  `(?<![\\d.,]|(?:de|des|du|à|moins|plus)[${ESPACES}])(\\d{1,2})${E}mois(?!\\p{L})`,
  'iu',
)
const ANNUEL = new RegExp(
  `(?:par|/)${E}an(?:née)?(?!\\p{L})|l['’]an(?!\\p{L})|(?<![\\p{L}-])annuel|chaque année`,
  'iu',
)
const APPROCHE =
  /environ(?!n)|(?<!\p{L})env\.|approximati|≈|~|de l['’]ordre de|estim[ée]|maxim|minim|plafonn?/iu
const APPROCHE_DEVANT = /(?:près de|plus de|moins de|jusqu['’]à|au plus|au moins)\s*$/iu
const PARTIE = /(?<!\p{L})dont$/iu
const PARTIE_NON_CHIFFREE = new RegExp(
  `\\+${E}[\\p{L}\\d]|[\\p{L}\\d]${E}\\+|(?<!\\p{L})et${E}[\\d.,]+${E}(?:ETP|postes?)`,
  'iu',
)
const ENTRE_PARENTHESES = /\([^()]*\)/g

/**
 * What the words around a single amount ask to keep in mind, as French sentences.
 *
 * @param avant the words before the amount
 * @param apres the words after it
 */
export function reservesDesMots(avant: string, apres: string): string[] {
  const mots = `${avant} ¤ ${apres}`
  const reserves: string[] = []
  const mois = MOIS.exec(mots)
  const nbMois = mois ? Number(mois[1]) : 12
  if (nbMois > 12 || PLUSIEURS_ANNEES.some((motif) => motif.test(mots)))
    reserves.push(
      'Le texte parle de plusieurs années : le montant ne vaut peut-être pas pour un seul exercice.',
    )
  if (nbMois < 12)
    reserves.push(
      `Le texte parle de ${String(nbMois)} mois : le montant ne couvre peut-être pas toute l’année.`,
    )
  if (ANNUEL.test(mots)) reserves.push('Le texte donne un montant par an.')
  if (APPROCHE.test(mots) || APPROCHE_DEVANT.test(avant.slice(-20)))
    reserves.push('Le texte donne ce montant comme approché ou comme une limite.')
  if (PARTIE.test(avant.trimEnd())) reserves.push('Le texte donne ce montant comme une partie d’un autre.')
  if (PARTIE_NON_CHIFFREE.test(mots.replace(ENTRE_PARENTHESES, ' ')))
    reserves.push('Le texte ajoute quelque chose qui n’est pas chiffré en euros.')
  return reserves
}

const PAR_UNITE = new RegExp(
  `^${E}(?:(?:HT|TTC)${E})?(?:/|par(?!\\p{L})|l['’]|la(?!\\p{L})|le(?!\\p{L}))${E}` +
    '(?:mois|jours?|jeunes?|enfants?|places?|heures?|mesures?|familles?|personnes?|semaines?|trimestres?|semestres?|' +
    'ETP|unités?|actes?|nuits?|nuitées?|mineurs?|agents?|postes?|participants?|séances?|ateliers?)(?!\\p{L})',
  'iu',
)

/** The words after an amount make it a price per unit: « 1 500 € par mois », « 65 €/jour ». */
export function parUnite(apres: string): boolean {
  return PAR_UNITE.test(apres)
}

/** The number right before an amount multiplies it: « 12 x 1 500 € », « 8 ETP à 45 000 € ». */
const MULTIPLIE_DEVANT = new RegExp(
  `(?:\\d${E}|[\\p{L}\\d)][${ESPACES}]+)[x×*]${E}$|\\d${E}\\p{L}+[${ESPACES}]+à${E}$`,
  'iu',
)
const MULTIPLIE_DERRIERE = new RegExp(`^${E}[x×*]${E}\\d`, 'i')
const POURCENT_DE = new RegExp(`%${E}(?:de|d['’]|du|des)?[\\s\\p{L}'’]{0,20}$`, 'iu')

/** The words around an amount ask for a calculation that the text does not do. */
export function estAMultiplier(avant: string, apres: string): boolean {
  return MULTIPLIE_DEVANT.test(avant.slice(-40)) || MULTIPLIE_DERRIERE.test(apres.slice(0, 20))
}

/** « 20 % de 1 000 € »: a share of an amount. */
export function estUnePart(avant: string): boolean {
  return POURCENT_DE.test(avant.slice(-60))
}

/** The words before a number make it a label's number: « Axe 1 230 000 € » may be « Axe 1 » and « 230 000 € ». */
export const MOT_NUMEROTE =
  /(?:^|[^\p{L}])(?:n°|no|num[ée]ro|axe|action|fiche|objectif|avenant|phase|lot|tranche|article|annexe|engagement|volet|site|groupe)\s*$/iu

const ANNEE_SEULE = new RegExp(`^${AN}$`)

/** « 2022 » alone may be a year as well as an amount. */
export function ressembleAUneAnnee(texte: string): boolean {
  return ANNEE_SEULE.test(texte)
}

const DATE = /^\d{1,2}[/.-](?:\d{1,2}|\p{L}{3,9}\.?)[/.-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/u

/** The whole text is a date. */
export function estUneDate(texte: string): boolean {
  return DATE.test(texte)
}
