/** What a joined file is, by its own bytes: a name promises, the first bytes tell. */

/** Workbook, proof and pièces together, bytes: 40 MB once encoded is what the mail service takes. */
export const TAILLE_ENVOI_MAX = 28 * 1024 * 1024

/** Extensions that may be sent → media type. */
export const TYPES_PIECES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** The folder or the first words that tell one zipped format from another. */
const MARQUES: Readonly<Record<string, string>> = {
  docx: 'word/',
  xlsx: 'xl/',
  xlsm: 'xl/',
  odt: TYPES_PIECES.odt!,
  ods: TYPES_PIECES.ods!,
}

export type Examen = { type: string; extension: string } | { refus: string }

const latin = (octets: Uint8Array): string => {
  let texte = ''
  for (let i = 0; i < octets.length; i += 8192) texte += String.fromCharCode(...octets.subarray(i, i + 8192))
  return texte
}

/** Position of an ASCII text, -1 when it is not there. */
function chercher(octets: Uint8Array, texte: string): number {
  const codes = [...texte].map((c) => c.charCodeAt(0))
  const premier = codes[0]!
  for (let i = octets.indexOf(premier); i >= 0; i = octets.indexOf(premier, i + 1))
    if (codes.every((code, j) => octets[i + j] === code)) return i
  return -1
}

const commencePar = (octets: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((octet, i) => octets[i] === octet)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const FORMATS = 'PDF, Word (.docx), Excel (.xlsx, .xlsm) ou LibreOffice (.odt, .ods)'

/** How Excel and Word name the stream of a document under a password: UTF-16. */
const CHIFFRE_OLE = [...'EncryptedPackage'].join('\0')

/**
 * Looks at a file that is to be joined. Refuses, with a French sentence that names it, what is empty, protected
 * by a password, of another format than its name says, or of a format that is not sent.
 */
export function examinerPiece(nom: string, octets: Uint8Array): Examen {
  const refuser = (suite: string): Examen => ({ refus: `« ${nom} » ${suite}` })
  const extension = /\.([a-z]+)$/i.exec(nom)?.[1]?.toLowerCase() ?? ''
  const type = Object.hasOwn(TYPES_PIECES, extension) ? TYPES_PIECES[extension] : undefined
  if (octets.length === 0) return refuser('est vide (0 octet). Joignez le fichier enregistré.')
  if (!type) return refuser(`n’est pas d’un format qui se transmet : ${FORMATS}.`)
  if (commencePar(octets, OLE))
    return chercher(octets, CHIFFRE_OLE) >= 0
      ? refuser('est protégé par un mot de passe : le destinataire ne pourrait pas l’ouvrir. Retirez-le.')
      : refuser(`est d’un ancien format d’Office. Enregistrez-le en ${FORMATS}.`)
  const faux = (): Examen =>
    refuser(`n’est pas un fichier .${extension} : son contenu est d’un autre format. Vérifiez le fichier.`)
  if (extension === 'pdf') {
    if (latin(octets.subarray(0, 5)) !== '%PDF-') return faux()
    return chercher(octets, '/Encrypt') >= 0
      ? refuser('est protégé par un mot de passe ou des restrictions. Enregistrez-le sans protection.')
      : { type, extension }
  }
  if (!commencePar(octets, ZIP)) return faux()
  // Bit 0 of the flags of the first entry: the archive itself is encrypted.
  if ((octets[6]! & 1) === 1) return refuser('est une archive chiffrée. Enregistrez-le sans mot de passe.')
  if (chercher(octets, MARQUES[extension]!) < 0) return faux()
  return chercher(octets, 'manifest:encryption-data') >= 0
    ? refuser('est protégé par un mot de passe : le destinataire ne pourrait pas l’ouvrir. Retirez-le.')
    : { type, extension }
}
