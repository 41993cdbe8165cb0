/** Exact decimals: an amount is never held in a binary fraction between its digits and its cents. */

/** chiffres × 10^-echelle. */
export interface Decimal {
  chiffres: bigint
  echelle: number
}

/** Beyond this many digits no amount in cents is a safe integer, whatever its unit. */
const CHIFFRES_MAX = 40

/** Builds a decimal from its integer and fractional digits; null when there are more digits than money needs. */
export function decimal(entier: string, fraction: string): Decimal | null {
  if (entier.length + fraction.length > CHIFFRES_MAX) return null
  return { chiffres: BigInt(entier + fraction), echelle: fraction.length }
}

/** The decimal that a double stands for, by its shortest writing (0.29 is 29 hundredths); null for NaN and infinities. */
export function decimalDeNombre(valeur: number): Decimal | null {
  const lu = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(valeur))
  if (!lu) return null
  const [, entier = '', fraction = '', exposant = '0'] = lu
  const chiffres = BigInt(entier + fraction)
  const echelle = fraction.length - Number(exposant)
  return echelle < 0 ? { chiffres: chiffres * 10n ** BigInt(-echelle), echelle: 0 } : { chiffres, echelle }
}

/** Cents of a decimal number of units, rounded half away from zero. */
export interface EnCentimes {
  centimes: bigint
  /** What rounding left out is this fraction: |écart| = reste / diviseur, in cents. */
  reste: bigint
  diviseur: bigint
}

/** Converts a decimal in a unit of `unite` euros (1, 1000, 1000000 …) to cents. */
export function enCentimes(valeur: Decimal, unite: number): EnCentimes {
  const negatif = valeur.chiffres < 0n
  const total = (negatif ? -valeur.chiffres : valeur.chiffres) * BigInt(unite) * 100n
  const diviseur = 10n ** BigInt(valeur.echelle)
  const bas = total / diviseur
  const surplus = total - bas * diviseur
  const monte = surplus * 2n >= diviseur
  const centimes = monte ? bas + 1n : bas
  return { centimes: negatif ? -centimes : centimes, reste: monte ? diviseur - surplus : surplus, diviseur }
}

/** A bigint of cents as a safe integer, or null when it is too large for one. */
export function entierSur(centimes: bigint): number | null {
  const n = Number(centimes)
  return Number.isSafeInteger(n) ? n : null
}
