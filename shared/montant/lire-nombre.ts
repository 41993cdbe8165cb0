import { decimalDeNombre, enCentimes, entierSur } from './decimal.ts'
import type { LectureMontant } from './montant.ts'
import { avec, reserveArrondi, sans, TROP_GRAND } from './reponses.ts'

/** Below a millionth of a euro, decimals are the noise of a formula, not a fraction that somebody wrote. */
const BRUIT_ABSOLU = 1e-6
/** The same for large sums, whose doubles are further apart. */
const BRUIT_RELATIF = 1e-13

/**
 * Reads a numeric cell. The number is taken through its shortest decimal writing, so 0.29 is 29 cents, and
 * rounded to the cent; a third decimal that is more than a formula's noise gives a `reserve`.
 *
 * @param valeur the number that the cell holds, in units of `unite` euros
 * @param unite 1 for euros, 1000 where the header says k€, 1000000 for M€
 */
export function lireNombre(valeur: number, unite = 1): LectureMontant {
  const exact = decimalDeNombre(valeur)
  if (!exact) return sans('illisible', 'La cellule ne contient pas un nombre fini.')
  const { centimes, reste, diviseur } = enCentimes(exact, unite)
  const sur = entierSur(centimes)
  if (sur === null) return sans('illisible', TROP_GRAND)
  const ecartEuros = Number((reste * 1_000_000_000_000n) / diviseur) / 1e14
  const bruit = Math.max(BRUIT_ABSOLU, Math.abs(valeur) * unite * BRUIT_RELATIF)
  return avec(sur, [{ centimes: sur, libelle: '' }], ecartEuros > bruit ? [reserveArrondi(sur)] : [])
}
