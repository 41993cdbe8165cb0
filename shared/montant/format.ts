import type { Centimes } from './montant.ts'

/**
 * An amount as French finance officers write it: « 1 250 000 € », « 58 273,59 € », « −12,50 € ».
 * Groups are parted by U+202F, the euro sign follows U+00A0, the minus is U+2212; cents show only where there
 * are some.
 *
 * @param centimes a safe integer number of cents
 * @throws RangeError when it is not one
 */
export function formatEuros(centimes: Centimes): string {
  if (!Number.isSafeInteger(centimes)) throw new RangeError('formatEuros: not a safe integer of cents')
  const absolu = Math.abs(centimes)
  const cents = absolu % 100
  const entier = String((absolu - cents) / 100).replace(/\B(?=(?:\d{3})+$)/g, '\u202F')
  const decimales = cents === 0 ? '' : `,${String(cents).padStart(2, '0')}`
  return `${centimes < 0 ? '\u2212' : ''}${entier}${decimales}\u00A0€`
}

/** Cents as euros, for JSON and for cells: 125 → 1.25. */
export function euros(centimes: Centimes): number {
  return centimes / 100
}
