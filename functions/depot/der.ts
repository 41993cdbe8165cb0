const fautive = (): never => {
  throw new Error('Not a DER ECDSA signature')
}

/** Reads an INTEGER at `debut` and gives its 32 big-endian bytes with the place of what follows. */
function lireEntier(der: Uint8Array, debut: number): { octets: Uint8Array; suite: number } {
  const longueur = der[debut + 1]
  if (der[debut] !== 0x02 || longueur === undefined || longueur === 0 || longueur > 33) fautive()
  const suite = debut + 2 + longueur!
  if (suite > der.length) fautive()
  let valeur = der.subarray(debut + 2, suite)
  if (valeur[0]! & 0x80) fautive()
  if (valeur[0] === 0 && valeur.length > 1) {
    if (!(valeur[1]! & 0x80)) fautive()
    valeur = valeur.subarray(1)
  }
  if (valeur.length > 32) fautive()
  const octets = new Uint8Array(32)
  octets.set(valeur, 32 - valeur.length)
  return { octets, suite }
}

/**
 * The 64 bytes r‖s that a JWS holds, from the DER that KMS answers for P-256 (RFC 3279). Strict: a
 * signature that is not in the one DER spelling throws.
 */
export function derVersBrut(der: Uint8Array): Uint8Array {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) fautive()
  const r = lireEntier(der, 2)
  const s = lireEntier(der, r.suite)
  if (s.suite !== der.length) fautive()
  const brut = new Uint8Array(64)
  brut.set(r.octets)
  brut.set(s.octets, 32)
  return brut
}
