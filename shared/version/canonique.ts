import canonicalize from 'canonicalize'

/** What the digests and signatures need of WebCrypto: the same object in Node and in a browser. */
export type Hachage = Pick<SubtleCrypto, 'digest'>

/**
 * The one canonical text of a JSON value (RFC 8785): key order and whitespace never matter.
 * Throws a TypeError for what JSON cannot hold (undefined, NaN, infinities, lone surrogates).
 */
export function formeCanonique(valeur: unknown): string {
  let texte: string | undefined
  try {
    texte = canonicalize(valeur)
  } catch (cause) {
    throw new TypeError('Not a JSON value', { cause })
  }
  if (texte === undefined) throw new TypeError('Not a JSON value')
  return texte
}

/** The same JSON value with U+FFFD in place of the half characters that a damaged file may hold. */
export function bienForme(valeur: unknown): unknown {
  if (typeof valeur === 'string') return valeur.toWellFormed()
  if (Array.isArray(valeur)) return valeur.map(bienForme)
  if (typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle.toWellFormed(), bienForme(v)]))
}

/** Lower-case hexadecimal of bytes. */
export function hexadecimal(octets: Uint8Array): string {
  let texte = ''
  for (const octet of octets) texte += octet.toString(16).padStart(2, '0')
  return texte
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export async function empreinte(contenu: Uint8Array | string, hachage: Hachage): Promise<string> {
  const octets = typeof contenu === 'string' ? new TextEncoder().encode(contenu) : contenu
  // A view over shared memory is not a BufferSource; the copy is made only then.
  const source = octets.buffer instanceof ArrayBuffer ? (octets as Uint8Array<ArrayBuffer>) : octets.slice()
  return hexadecimal(new Uint8Array(await hachage.digest('SHA-256', source)))
}

/** SHA-256 of the canonical text of a JSON value: what « empreinteDeclaration » and « empreinteRapport » are. */
export function empreinteCanonique(valeur: unknown, hachage: Hachage): Promise<string> {
  return empreinte(formeCanonique(valeur), hachage)
}
