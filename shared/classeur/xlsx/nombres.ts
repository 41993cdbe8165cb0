const PUISSANCES = Array.from({ length: 16 }, (_, i) => 10 ** i)

/**
 * A plain decimal number (up to 15 digits, no exponent) straight from its bytes, exact as Number() would
 * give it; NaN for anything else, which is then to be read from its text.
 */
export function nombreDOctets(o: Uint8Array, debut: number, fin: number): number {
  let p = debut
  const negatif = o[p] === 0x2d
  if (negatif) p++
  // Fifteen digits are held exactly, and so is their quotient by a power of ten.
  if (p === fin || fin - p > 16) return NaN
  let n = 0
  let chiffres = 0
  let decimales = -1
  for (; p < fin; p++) {
    const octet = o[p]!
    if (octet === 0x2e) {
      if (decimales >= 0) return NaN
      decimales = 0
      continue
    }
    if (octet < 0x30 || octet > 0x39) return NaN
    n = n * 10 + octet - 0x30
    chiffres++
    if (decimales >= 0) decimales++
  }
  if (chiffres === 0 || chiffres > 15) return NaN
  if (decimales > 0) n /= PUISSANCES[decimales]!
  return negatif ? -n : n
}

/** A number as the file writes it; what is not one stays the text that it is, and empty is blank. */
export function nombreDeTexte(texte: string): number | string | null {
  const nu = texte.trim()
  if (nu === '') return null
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(nu) && Number.isFinite(Number(nu))
    ? Number(nu)
    : texte
}
