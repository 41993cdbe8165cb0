import { decimalDeNombre, enCentimes, entierSur } from './decimal.ts'
import { formatEuros } from './format.ts'
import type { Centimes, LectureMontant } from './montant.ts'

/** Below a millionth of a euro, decimals are the noise of a formula, not a fraction that somebody wrote. */
const BRUIT_ABSOLU = 1e-6
/** The same for large sums, whose doubles are further apart. */
const BRUIT_RELATIF = 1e-13

const sans = (raison: string): LectureMontant => ({
  centimes: null,
  composantes: [],
  raison,
  reserve: null,
  nature: 'illisible',
})

/**
 * Reads a numeric cell. The number is taken through its shortest decimal writing, so 0.29 is 29 cents, and
 * rounded to the cent; a third decimal that is more than a formula's noise gives a `reserve`.
 *
 * @param valeur the number that the cell holds, in units of `unite` euros
 * @param unite 1 for euros, 1000 where the header says k€, 1000000 for M€
 */
export function lireNombre(valeur: number, unite = 1): LectureMontant {
  const exact = decimalDeNombre(valeur)
  if (!exact) return sans('La cellule ne contient pas un nombre fini.')
  const { centimes, reste, diviseur } = enCentimes(exact, unite)
  const sur = entierSur(centimes)
  if (sur === null) return sans(TROP_GRAND)
  const ecartEuros = Number((reste * 1_000_000_000_000n) / diviseur) / 1e14
  const bruit = Math.max(BRUIT_ABSOLU, Math.abs(valeur) * unite * BRUIT_RELATIF)
  return {
    centimes: sur,
    composantes: [{ centimes: sur, libelle: '' }],
    raison: null,
    reserve: ecartEuros > bruit ? reserveArrondi(sur) : null,
    nature: 'montant',
  }
}

/** The sentence for a sum that cents cannot hold exactly. */
export const TROP_GRAND = 'Ce nombre est trop grand pour être un montant.'

/** The sentence for a fraction of a cent. */
export function reserveArrondi(centimes: Centimes): string {
  return `Il y a plus de deux décimales : le montant est arrondi au centime, à ${formatEuros(centimes)}.`
}
