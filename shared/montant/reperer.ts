import { MOT_NUMEROTE } from './lexique.ts'
import { ESPACES, lireNombreEcrit, SUITE_DE_CHIFFRES } from './nombre-ecrit.ts'
import type { NombreEcrit } from './nombre-ecrit.ts'

/** A number found in a text, with its place. */
export interface Repere {
  /** Bounds of the number with its sign and its currency. */
  debut: number
  fin: number
  /** The number as written, without sign nor currency. */
  chiffres: string
  /** A euro sign, « euros », « k€ » … stands beside it. */
  monnaie: boolean
  /** 1, 1000, 1000000 … : what the text itself says; null where it says no unit. */
  multiple: number | null
  /** null: no careful reader would take it for a number. */
  ecriture: NombreEcrit | null
  negatif: boolean
  /** What is doubtful in the way it stands in the text, as French sentences. */
  doutes: string[]
}

const E = `[${ESPACES}]*`
const MONNAIE = new RegExp(
  `${E}(?:(milliers|millions?|milliards?)${E}(?:d${E}['’]${E}euros?(?!\\p{L})|euros?(?!\\p{L})|€)|` +
    `(mds?|k|m)?[${ESPACES}]?(?:€(?:uros?(?!\\p{L}))?|(?:euros?|eur)(?![\\p{L}\\d])))`,
  'iuy',
)
/** « 120 KE », as typed on keyboards without the euro sign. */
const MONNAIE_EN_LETTRES = new RegExp(`${E}([kKM])E(?![\\p{L}\\d])`, 'uy')
const MONNAIE_DEVANT = new RegExp(`(?:€|(?<!\\p{L})(?:EUR|euros?))${E}$`, 'iu')
const TIRET = new RegExp(`([-−–—])(${E})$`)
/** « 3/12 », « 1 234 ,50 »: a separator that hangs on a digit. */
const APRES_CHIFFRE = new RegExp(`\\d${E}[.,/'’]+$`)
/** « 1 234, 50 »: decimals that a space has parted from their comma; « en 2021, 50 € » is not so. */
const DECIMALES_DETACHEES = new RegExp(`(?<!(?<!\\d)(?:19|20)\\d)\\d[.,][${ESPACES}]+$`)
/** « 25O 000 »: a word of digits and of letters that a scanner takes for digits. */
const CHIFFRES_ET_LETTRES = /(?:^|[^\p{L}\d])(?=[\dOoIlS]*\d)(?=\d*[OoIlS])[\dOoIlS]+\s$/u
const ANNEE_DEVANT = new RegExp(`^((?:19|20)\\d\\d)([${ESPACES}]+)(?=\\d)`)
/** How far around a number its neighbours are looked at: keeps long texts linear. */
const VOISINAGE = 64

/** How many euros the letters of a unit stand for. */
function multipleDe(lettres: string): number {
  const l = lettres.toLowerCase()
  if (l === 'k' || l === 'milliers') return 1_000
  if (l === 'm' || l.startsWith('million')) return 1_000_000
  return 1_000_000_000
}

/**
 * Finds every number of a text, in order, those with a currency and those without. Linear in the text's length.
 *
 * @param unite euros per unit of a number without currency
 */
export function repererNombres(texte: string, unite: number): Repere[] {
  const reperes: Repere[] = []
  let finPrecedente = 0
  for (const trouve of texte.matchAll(new RegExp(SUITE_DE_CHIFFRES, 'g'))) {
    for (const { debut, chiffres, doutes } of separerAnnees(trouve[0], trouve.index)) {
      const repere = qualifier(texte, { debut, chiffres, doutes }, finPrecedente, unite)
      reperes.push(repere)
      finPrecedente = repere.fin
    }
  }
  return reperes
}

/** A run of digits, where it begins, and what is doubtful in having cut it there. */
interface Morceau {
  debut: number
  chiffres: string
  doutes: string[]
}

/** « 2020 2 mois », « 2020 200 000 € »: a year written before a number, with a mere space between them, is not its first group. */
function separerAnnees(
  suite: string,
  index: number,
): { debut: number; chiffres: string; doutes: string[] }[] {
  const morceaux: { debut: number; chiffres: string; doutes: string[] }[] = []
  let reste = suite
  let debut = index
  let doutes: string[] = []
  for (let annee = ANNEE_DEVANT.exec(reste); annee; annee = ANNEE_DEVANT.exec(reste)) {
    const [tout, an = ''] = annee
    const suivant = reste.slice(tout.length)
    if (!lireNombreEcrit(suivant, 1)) break
    morceaux.push({ debut, chiffres: an, doutes })
    doutes = /^\d{3}(?!\d)/.test(suivant)
      ? [`« ${an} » est pris pour une année, non pour une partie du nombre.`]
      : []
    debut += tout.length
    reste = suivant
  }
  morceaux.push({ debut, chiffres: reste, doutes })
  return morceaux
}

function qualifier(texte: string, morceau: Morceau, finPrecedente: number, unite: number): Repere {
  const { chiffres } = morceau
  let { debut } = morceau
  const finChiffres = debut + chiffres.length
  const doutes: string[] = []
  let fin = finChiffres
  let monnaie = false
  let multiple: number | null = null

  MONNAIE.lastIndex = finChiffres
  MONNAIE_EN_LETTRES.lastIndex = finChiffres
  const apres = MONNAIE.exec(texte) ?? MONNAIE_EN_LETTRES.exec(texte)
  // Only what lies between the previous number and this one may bear on it.
  const avant = texte.slice(Math.max(finPrecedente, debut - VOISINAGE), debut)
  const devant = MONNAIE_DEVANT.exec(avant)
  if (apres) {
    const lettres = apres[1] ?? apres[2]
    monnaie = true
    multiple = lettres === undefined ? 1 : multipleDe(lettres)
    if (lettres === 'm') doutes.push('« m€ » est lu comme des millions d’euros.')
    fin = finChiffres + apres[0].length
  } else if (devant) {
    monnaie = true
    multiple = 1
    debut -= devant[0].length
  }

  const colle = estColle(texte, morceau.debut, finChiffres, devant !== null || debut === finPrecedente)
  const ecriture = colle ? null : lireNombreEcrit(chiffres, multiple ?? unite)
  if (monnaie) {
    doutes.push(...morceau.doutes)
    const court = /^\d{1,2}[^\d](?=\d{3})/.exec(chiffres)
    if (court && MOT_NUMEROTE.test(avant))
      doutes.push(`Le nombre peut aussi se lire « ${chiffres.slice(court[0].length)} », précédé d’un numéro.`)
  }
  const signe = lireSigne(texte, debut, fin, finPrecedente)
  if (signe.doute !== null) doutes.push(signe.doute)
  return { debut: signe.debut, fin, chiffres, monnaie, multiple, ecriture, negatif: signe.negatif, doutes }
}

interface Signe {
  /** Where the amount begins, its minus included. */
  debut: number
  negatif: boolean
  doute: string | null
}

/** A dash before a number: minus, bullet, hyphen or « from … to »? U+2212 is always a minus. */
function lireSigne(texte: string, debut: number, fin: number, finPrecedente: number): Signe {
  const sans: Signe = { debut, negatif: false, doute: null }
  const tiret = TIRET.exec(texte.slice(Math.max(finPrecedente, debut - VOISINAGE), debut))
  if (!tiret) return sans
  const [tout, caractere = '', blanc = ''] = tiret
  const debutTiret = debut - tout.length
  const mots = texte.slice(finPrecedente, debutTiret)
  const rienDevant = mots.trim() === ''
  const moins: Signe = { debut: debutTiret, negatif: true, doute: null }
  // « 10 000 - 20 000 € »: the dash parts two numbers.
  if (rienDevant && finPrecedente > 0) return sans
  if (caractere === '−' || /[(+:=|>]\s*$/.test(mots.slice(-VOISINAGE))) return moins
  if (rienDevant) {
    if (blanc === '' || !/\p{L}/u.test(texte.slice(fin, fin + VOISINAGE))) return moins
    return { ...sans, doute: 'Le tiret du début est pris pour une puce, non pour un signe moins.' }
  }
  if (blanc !== '') return sans
  return /\s$/.test(mots)
    ? { ...moins, doute: 'Le tiret est pris pour un signe moins.' }
    : { ...sans, doute: 'Le tiret est pris pour un trait d’union, non pour un signe moins.' }
}

/**
 * A number that touches what it should not (« 1O 000 », « 3/12 », « 1 234 ,50 ») has lost a part of itself, or is
 * no number of its own.
 */
function estColle(texte: string, debut: number, fin: number, apresMonnaie: boolean): boolean {
  const avant = texte.slice(Math.max(0, debut - VOISINAGE), debut)
  const apres = texte.slice(fin, fin + 2)
  if (!apresMonnaie && /[\p{L}\d_^{}\\°#@€$£]$/u.test(avant)) return true
  if (fin - debut <= 2 && DECIMALES_DETACHEES.test(avant)) return true
  if (APRES_CHIFFRE.test(avant) || CHIFFRES_ET_LETTRES.test(avant)) return true
  return /^(?:[_^{}\\°#@$£]|[OoIl](?!\p{L}))/u.test(apres)
}
