import { RefusClasseur } from './refus.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Refuses, by its own name, a file that is not a zip archive: empty, old .xls, protected by a password, web
 * page, text. Returns in silence for a zip.
 */
export function refuserAutresNatures(octets: Uint8Array): void {
  if (octets.length === 0) throw new RefusClasseur('vide')
  if (OLE.every((octet, i) => octets[i] === octet)) throw new RefusClasseur(natureOle(octets))
  if (octets[0] === 0x50 && octets[1] === 0x4b) {
    if (octets.length < 22) throw new RefusClasseur('coupe', 'shorter than an end record')
    if (octets[2] === 3 && octets[3] === 4) return
    if (octets[2] === 5 && octets[3] === 6) throw new RefusClasseur('autre-document', 'empty archive')
  }
  throw new RefusClasseur(natureTexte(octets))
}

/** Looks at the names of the directory of an OLE container (128-byte records, UTF-16 names). */
function natureOle(octets: Uint8Array): 'xls' | 'mot-de-passe' | 'autre-document' {
  let nature: 'xls' | 'autre-document' = 'autre-document'
  for (let debut = 512; debut + 128 <= octets.length; debut += 128) {
    const nom = nomOle(octets, debut)
    if (nom === 'encryptedpackage' || nom === 'encryptioninfo') return 'mot-de-passe'
    if (nom === 'workbook' || nom === 'book') nature = 'xls'
  }
  return nature
}

/** The name in a directory record, in lower case; empty when the bytes are not such a record. */
function nomOle(octets: Uint8Array, debut: number): string {
  const longueur = octets[debut + 64]! | (octets[debut + 65]! << 8)
  if (longueur < 4 || longueur > 64 || longueur % 2 === 1) return ''
  let nom = ''
  for (let i = 0; i < longueur - 2; i += 2) {
    const code = octets[debut + i]! | (octets[debut + i + 1]! << 8)
    if (code < 32 || code > 126) return ''
    nom += String.fromCharCode(code)
  }
  return nom.toLowerCase()
}

/** Tells a web page, a text, and anything else apart by the first bytes. */
function natureTexte(octets: Uint8Array): 'html' | 'texte' | 'pas-un-classeur' {
  const debut = new TextDecoder('windows-1252').decode(octets.subarray(0, 4096))
  if (/<(!doctype html|html|head|body|table|meta|style)\b/i.test(debut.replaceAll('\0', ''))) return 'html'
  let controles = 0
  for (const octet of octets.subarray(0, 4096)) if (octet < 9 || (octet > 13 && octet < 32)) controles++
  const utf16 = (octets[0] === 0xff && octets[1] === 0xfe) || (octets[0] === 0xfe && octets[1] === 0xff)
  return controles === 0 || utf16 ? 'texte' : 'pas-un-classeur'
}
