import { libelles } from './composantes.ts'
import { enCentimes, entierSur } from './decimal.ts'
import { formatEuros } from './format.ts'
import type { Centimes, LectureMontant, NatureMontant } from './montant.ts'
import type { Repere } from './reperer.ts'

/** How the readings are put into words: the answers of lireMontant and of lireNombre. */

/** The sentence for a sum that cents cannot hold exactly. */
export const TROP_GRAND = 'Ce nombre est trop grand pour être un montant.'
/** How many reserves are told at once. */
const RESERVES_DITES = 4
/** How many characters of a text a message quotes. */
const LONGUEUR_CITEE = 80

/** The sentence for a fraction of a cent. */
export function reserveArrondi(centimes: Centimes): string {
  return `Il y a plus de deux décimales : le montant est arrondi au centime, à ${formatEuros(centimes)}.`
}

/** No amount, and why. */
export function sans(
  nature: NatureMontant,
  raison: string,
  composantes: LectureMontant['composantes'] = [],
): LectureMontant {
  return { centimes: null, composantes, raison, reserve: null, nature }
}

/** An amount, with what its reader must know. */
export function avec(
  centimes: Centimes,
  composantes: LectureMontant['composantes'],
  reserves: string[],
): LectureMontant {
  const uniques = [...new Set(reserves)].slice(0, RESERVES_DITES)
  const reserve = uniques.length === 0 ? null : uniques.join(' ')
  return { centimes, composantes, raison: null, reserve, nature: 'montant' }
}

/** The first words of a text, for a message. */
export function extrait(texte: string): string {
  const ligne = texte.replace(/\s+/g, ' ').trim()
  return ligne.length <= LONGUEUR_CITEE ? ligne : `${ligne.slice(0, LONGUEUR_CITEE - 1).trimEnd()}…`
}

/** The sentence for a number that no careful reader would accept. */
export function pasUnNombre(texte: string): string {
  return `« ${extrait(texte)} » ne se lit pas comme un nombre : corrigez l’écriture du montant.`
}

/** A number in cents by the unit that it is written in; null when it is unreadable or too large. */
export function versCentimes(m: Repere, multiple: number): { centimes: Centimes; arrondi: boolean } | null {
  if (!m.ecriture) return null
  const { centimes, reste } = enCentimes(m.ecriture.lecture, multiple)
  const sur = entierSur(m.negatif ? -centimes : centimes)
  return sur === null ? null : { centimes: sur, arrondi: reste !== 0n }
}

/** The amounts of a text with their labels; those that are unreadable or too large are left out. */
export function lister(texte: string, montants: Repere[], unite = 1): LectureMontant['composantes'] {
  const mots = libelles(texte, montants)
  return montants.flatMap((m, i) => {
    const lu = versCentimes(m, m.multiple ?? unite)
    return lu ? [{ centimes: lu.centimes, libelle: mots[i]! }] : []
  })
}

/** What is doubtful in the writing of a number itself. */
export function reservesDuNombre(m: Repere, unite: number): string[] {
  const reserves = [...m.doutes]
  const multiple = m.multiple ?? unite
  const lu = versCentimes(m, multiple)
  if (!lu || !m.ecriture) return reserves
  const autre = m.ecriture.autre && entierSur(enCentimes(m.ecriture.autre, multiple).centimes)
  const montant = formatEuros(lu.centimes)
  if (autre !== null) {
    const second = formatEuros(m.negatif ? -autre : autre)
    reserves.push(`« ${m.chiffres} » est lu ${montant} ; cela peut aussi se lire ${second}.`)
  } else if (lu.arrondi) reserves.push(reserveArrondi(lu.centimes))
  if (m.ecriture.irregulier)
    reserves.push(`Les milliers de « ${m.chiffres} » sont mal groupés : lu ${montant}.`)
  return reserves
}

/** The answer for a text with one amount. */
export function unSeul(texte: string, m: Repere, unite: number, reserves: string[]): LectureMontant {
  if (!m.ecriture) return sans('illisible', pasUnNombre(texte))
  const [seule] = lister(texte, [m], unite)
  if (!seule) return sans('illisible', TROP_GRAND)
  return avec(seule.centimes, [seule], [...reservesDuNombre(m, unite), ...reserves])
}
