/** What a byte may be: a set of flags by byte. Names are ASCII here; others go to saxes. */
export const NOM = 1
export const BLANC = 2
/** Text that stands for itself. */
export const TEXTE_ORDINAIRE = 4
/** Text that is to be decoded or looked at: '&', carriage return, '>'. */
export const TEXTE_SPECIAL = 8

export const CLASSES: Readonly<Uint8Array> = (() => {
  const classes = new Uint8Array(256)
  for (let c = 0x20; c < 256; c++) classes[c] = TEXTE_ORDINAIRE
  for (const c of [0x20, 0x09, 0x0a, 0x0d]) classes[c] = BLANC | TEXTE_ORDINAIRE
  for (let c = 0; c < 128; c++) if (/[\w:.-]/.test(String.fromCharCode(c))) classes[c]! |= NOM
  classes[0x3c] = 0
  for (const c of [0x26, 0x3e]) classes[c] = TEXTE_SPECIAL
  classes[0x0d] = BLANC | TEXTE_SPECIAL
  return classes
})()

const ENTITES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Text of bytes that hold entities or line ends to normalise (in an attribute every blank is a space).
 * undefined when saxes is to judge: unknown or malformed entity, character that XML does not allow, bytes
 * that are not UTF-8.
 */
export function entitesDecodees(
  decoder: TextDecoder,
  octets: Uint8Array,
  attribut = false,
): string | undefined {
  let texte: string
  try {
    texte = decoder.decode(octets)
  } catch {
    return undefined
  }
  texte = attribut ? texte.replace(/\r\n?|[\n\t]/g, ' ') : texte.replace(/\r\n?/g, '\n')
  if (!texte.includes('&')) return texte
  let bien = true
  const sortie = texte.replace(
    /&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|([a-z]{2,4});)?/g,
    (_, hexa?: string, dec?: string, nom?: string) => {
      if (nom !== undefined && Object.hasOwn(ENTITES, nom)) return ENTITES[nom]!
      const code = hexa !== undefined ? parseInt(hexa, 16) : dec !== undefined ? Number(dec) : -1
      if (!caracterePermis(code)) bien = false
      return bien ? String.fromCodePoint(code) : ''
    },
  )
  return bien ? sortie : undefined
}

/** Characters of XML 1.0. */
function caracterePermis(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}

/** Two runs of bytes as one. */
export function joindre(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const tout = new Uint8Array(a.length + b.length)
  tout.set(a)
  tout.set(b, a.length)
  return tout
}
