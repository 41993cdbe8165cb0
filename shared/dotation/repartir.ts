import type { Centimes } from '../montant/montant.ts'

/** Sharing an enveloppe out between bounds (annexe 4 of the circular of 2020: criteria, a floor, a ceiling). */

export interface Bornes {
  /** What everyone gets at least, in cents. */
  plancher: Centimes
  /** What everyone gets at most, in cents; null where the text writes none. */
  plafond: Centimes | null
}

/** What everyone gets, in the order of the parts; or the bound that forbids it, and the amount that it would allow. */
export type Repartition =
  { centimes: Centimes[] } | { impossible: 'planchers' | 'plafonds'; possible: Centimes }

/**
 * Shares an enveloppe out in proportion to the parts. Whoever falls under the floor gets the floor, whoever goes
 * above the ceiling gets the ceiling, and the others share what is left by their parts, again until every bound
 * holds: there is one such sharing, everyone getting their part times the same rate, held between the bounds. It is
 * found by raising that rate from 0, one bound after the other, in exact integers. Cents that do not divide go to
 * the largest remainders, in the order given where they are equal; the sum is the enveloppe, to the cent.
 *
 * A part of 0 gets the floor.
 * @param parts integers of any unit, none negative
 * @throws RangeError when the enveloppe, a bound or a part is negative or no integer
 */
export function repartir(enveloppe: Centimes, parts: readonly bigint[], bornes: Bornes): Repartition {
  const { plancher, plafond } = bornes
  for (const c of [enveloppe, plancher, plafond ?? 0])
    if (!Number.isSafeInteger(c) || c < 0) throw new RangeError('repartir: not an amount of cents')
  if (parts.some((p) => p < 0n)) throw new RangeError('repartir: a negative part')
  if (plafond !== null && plafond < plancher) throw new RangeError('repartir: a ceiling under the floor')

  const auMoins = plancher * parts.length
  if (auMoins > enveloppe) return { impossible: 'planchers', possible: auMoins }
  const servis = parts.filter((p) => p > 0n).length
  const auPlus = plafond === null && servis > 0 ? Infinity : (plafond ?? 0) * servis
  const possible = auPlus + plancher * (parts.length - servis)
  if (possible < enveloppe) return { impossible: 'plafonds', possible }

  const rangs = parts.map((_, i) => i).sort((a, b) => comparer(parts[b]!, parts[a]!) || a - b)
  const libres = trouverLibres(
    BigInt(enveloppe),
    rangs.map((i) => parts[i]!),
    bornes,
  )
  const centimes = parts.map(() => plancher)
  for (const i of rangs.slice(0, libres.debut)) centimes[i] = plafond!
  const partage = partager(
    libres.reste,
    rangs.slice(libres.debut, libres.fin).map((i) => parts[i]!),
  )
  for (const [k, part] of partage.entries()) centimes[rangs[libres.debut + k]!] = part
  return { centimes }
}

/**
 * Of parts in descending order, which ones stand between the bounds ([debut, fin)) and what is left for them:
 * those before are at the ceiling, those after at the floor.
 */
function trouverLibres(
  enveloppe: bigint,
  parts: readonly bigint[],
  { plancher, plafond }: Bornes,
): { debut: number; fin: number; reste: bigint } {
  const bas = BigInt(plancher)
  const haut = plafond === null ? null : BigInt(plafond)
  let debut = 0
  let fin = 0
  let somme = 0n
  const auxBornes = () => (haut ?? 0n) * BigInt(debut) + bas * BigInt(parts.length - fin)
  for (;;) {
    // The rates at which the next one leaves the floor, and the next one meets the ceiling.
    const quitte = fin < parts.length && parts[fin]! > 0n ? { en: bas, par: parts[fin]! } : null
    const atteint = debut < fin && haut !== null ? { en: haut, par: parts[debut]! } : null
    const prochain =
      quitte && atteint ? (quitte.en * atteint.par <= atteint.en * quitte.par ? quitte : atteint) : null
    const taux = prochain ?? quitte ?? atteint
    if (taux === null || auxBornes() * taux.par + somme * taux.en >= enveloppe * taux.par)
      return { debut, fin, reste: enveloppe - auxBornes() }
    if (taux === quitte) somme += parts[fin++]!
    else somme -= parts[debut++]!
  }
}

/** An amount in proportion to parts, cents to the largest remainders. */
function partager(montant: bigint, parts: readonly bigint[]): Centimes[] {
  const somme = parts.reduce((t, p) => t + p, 0n)
  if (somme === 0n) return []
  const entiers = parts.map((p) => (montant * p) / somme)
  const restes = parts.map((p) => (montant * p) % somme)
  const manque = Number(montant - entiers.reduce((t, e) => t + e, 0n))
  const servis = restes
    .map((_, i) => i)
    .sort((a, b) => comparer(restes[b]!, restes[a]!) || a - b)
    .slice(0, manque)
  const arrondis = entiers.map(Number)
  for (const i of servis) arrondis[i]!++
  return arrondis
}

function comparer(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
