import { decimalDeNombre } from '../montant/decimal.ts'

/**
 * The part of each beneficiary by weighted criteria: the sum, over the criteria, of the weight times its share of
 * the criterion's total. Exact, as integers over one denominator that is left out.
 *
 * @param criteres a row for each beneficiary, a column for each criterion; finite, none negative
 * @param poids a weight for each criterion; one without a total counts for nothing
 * @throws RangeError when a row has not as many cells as there are weights, or when a number is negative or not finite
 */
export function partsDesCriteres(
  criteres: readonly (readonly number[])[],
  poids: readonly number[],
): bigint[] {
  if (criteres.some((ligne) => ligne.length !== poids.length))
    throw new RangeError('partsDesCriteres: as many weights as criteria')
  const pesees = enEntiers(poids)
  const colonnes = poids.map((_, j) => enEntiers(criteres.map((ligne) => ligne[j]!)))
  const totaux = colonnes.map((colonne) => colonne.reduce((t, v) => t + v, 0n))
  const utiles = poids.map((_, j) => j).filter((j) => pesees[j]! > 0n && totaux[j]! > 0n)
  const denominateur = utiles.reduce((produit, j) => produit * totaux[j]!, 1n)
  const facteurs = utiles.map((j) => (pesees[j]! * denominateur) / totaux[j]!)
  return criteres.map((_, i) => utiles.reduce((t, j, k) => t + colonnes[j]![i]! * facteurs[k]!, 0n))
}

/** Decimal numbers as integers at one common scale: their ratios are kept. */
function enEntiers(nombres: readonly number[]): bigint[] {
  const decimaux = nombres.map((n) => {
    const lu = decimalDeNombre(n)
    if (lu === null || lu.chiffres < 0n) throw new RangeError('partsDesCriteres: a number from 0 up')
    return lu
  })
  const echelle = Math.max(0, ...decimaux.map((d) => d.echelle))
  return decimaux.map((d) => d.chiffres * 10n ** BigInt(echelle - d.echelle))
}
