import { crc32, deflateRawSync, constants } from 'node:zlib'

/** One entry to write. Every field of its headers can be made to lie. */
export interface EntreeZip {
  nom: string
  donnees?: string | Uint8Array
  /** Kept as it is instead of deflated. */
  stocke?: boolean
  /** Already deflated data, with the size and CRC of what it inflates to. */
  brut?: Brut
  tailleAnnoncee?: number
  crcAnnonce?: number
  methodeAnnoncee?: number
  drapeaux?: number
  /** Name in the local header, when it is to differ. */
  nomLocal?: string
  /** Left out of the central directory. */
  cachee?: boolean
  /** Left out of the data: its central record points at this offset. */
  decalage?: number
  attributs?: number
  /** Sizes after the data, with or without their signature. */
  descripteur?: 'signe' | 'nu'
  /** Sizes in zip64 fields. */
  zip64?: boolean
}

export interface Brut {
  compresse: Uint8Array
  taille: number
  crc: number
}

export interface OptionsZip {
  commentaire?: string
  avant?: Uint8Array
  apres?: Uint8Array
  /** Bytes between the entries and the directory. */
  entre?: Uint8Array
  zip64?: boolean
}

const UTF8 = 0x800
const DATE = ((2024 - 1980) << 9) | (1 << 5) | 1

/** A zip archive; the same bytes for the same entries. */
export function ecrireZip(entrees: readonly EntreeZip[], options: OptionsZip = {}): Uint8Array {
  const morceaux: Uint8Array[] = []
  const centraux: Uint8Array[] = []
  let position = 0
  const ajouter = (morceau: Uint8Array) => {
    morceaux.push(morceau)
    position += morceau.length
  }
  for (const entree of entrees) {
    const contenu = preparer(entree)
    const decalage = entree.decalage ?? position
    if (entree.decalage === undefined) {
      ajouter(entete(entree, contenu, undefined))
      ajouter(contenu.compresse)
      if (entree.descripteur) ajouter(descripteur(entree, contenu))
    }
    if (!entree.cachee) centraux.push(entete(entree, contenu, decalage))
  }
  if (options.entre) ajouter(options.entre)
  const debut = position
  for (const central of centraux) ajouter(central)
  if (options.zip64) ajouter(fin64(centraux.length, debut, position))
  ajouter(fin(centraux.length, debut, position, options))
  return Buffer.concat([options.avant ?? new Uint8Array(), ...morceaux, options.apres ?? new Uint8Array()])
}

function preparer(entree: EntreeZip): Brut & { methode: number } {
  if (entree.brut) return { ...entree.brut, methode: 8 }
  const donnees = Buffer.from(entree.donnees ?? '')
  const compresse = entree.stocke ? donnees : deflateRawSync(donnees, { level: 9 })
  return { compresse, taille: donnees.length, crc: crc32(donnees), methode: entree.stocke ? 0 : 8 }
}

/** Local header, or central record when `decalage` is given. */
function entete(
  entree: EntreeZip,
  contenu: Brut & { methode: number },
  decalage: number | undefined,
): Uint8Array {
  const central = decalage !== undefined
  const nom = Buffer.from(central ? entree.nom : (entree.nomLocal ?? entree.nom))
  const differe = !central && entree.descripteur !== undefined
  const taille = entree.tailleAnnoncee ?? contenu.taille
  const extra = entree.zip64 ? extra64(taille, contenu.compresse.length) : Buffer.alloc(0)
  const b = Buffer.alloc(central ? 46 : 30)
  b.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0)
  const p = central ? 6 : 4
  if (central) b.writeUInt16LE(0x031e, 4)
  b.writeUInt16LE(20, p)
  b.writeUInt16LE((entree.drapeaux ?? 0) | UTF8 | (entree.descripteur ? 8 : 0), p + 2)
  b.writeUInt16LE(entree.methodeAnnoncee ?? contenu.methode, p + 4)
  b.writeUInt16LE(DATE, p + 8)
  b.writeUInt32LE(differe ? 0 : (entree.crcAnnonce ?? contenu.crc), p + 10)
  b.writeUInt32LE(entree.zip64 ? 0xffffffff : differe ? 0 : contenu.compresse.length, p + 14)
  b.writeUInt32LE(entree.zip64 ? 0xffffffff : differe ? 0 : taille, p + 18)
  b.writeUInt16LE(nom.length, p + 22)
  b.writeUInt16LE(extra.length, p + 24)
  if (decalage !== undefined) {
    b.writeUInt32LE((entree.attributs ?? 0o100644 << 16) >>> 0, 38)
    b.writeUInt32LE(decalage, 42)
  }
  return Buffer.concat([b, nom, extra])
}

function extra64(taille: number, tailleCompressee: number): Buffer {
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(taille), 4)
  extra.writeBigUInt64LE(BigInt(tailleCompressee), 12)
  return extra
}

function descripteur(entree: EntreeZip, contenu: Brut): Uint8Array {
  const signe = entree.descripteur === 'signe' ? 4 : 0
  const largeur = entree.zip64 ? 8 : 4
  const b = Buffer.alloc(signe + 4 + 2 * largeur)
  if (signe) b.writeUInt32LE(0x08074b50, 0)
  b.writeUInt32LE(entree.crcAnnonce ?? contenu.crc, signe)
  b.writeUInt32LE(contenu.compresse.length, signe + 4)
  b.writeUInt32LE(entree.tailleAnnoncee ?? contenu.taille, signe + 4 + largeur)
  return b
}

function fin(nombre: number, debut: number, position: number, options: OptionsZip): Uint8Array {
  const commentaire = Buffer.from(options.commentaire ?? '')
  const b = Buffer.alloc(22)
  b.writeUInt32LE(0x06054b50, 0)
  const fin64 = options.zip64 ? 76 : 0
  b.writeUInt16LE(options.zip64 ? 0xffff : nombre & 0xffff, 8)
  b.writeUInt16LE(options.zip64 ? 0xffff : nombre & 0xffff, 10)
  b.writeUInt32LE(options.zip64 ? 0xffffffff : position - fin64 - debut, 12)
  b.writeUInt32LE(options.zip64 ? 0xffffffff : debut, 16)
  b.writeUInt16LE(commentaire.length, 20)
  return Buffer.concat([b, commentaire])
}

function fin64(nombre: number, debut: number, position: number): Uint8Array {
  const b = Buffer.alloc(76)
  b.writeUInt32LE(0x06064b50, 0)
  b.writeBigUInt64LE(44n, 4)
  b.writeUInt16LE(45, 12)
  b.writeUInt16LE(45, 14)
  b.writeBigUInt64LE(BigInt(nombre), 24)
  b.writeBigUInt64LE(BigInt(nombre), 32)
  b.writeBigUInt64LE(BigInt(position - debut), 40)
  b.writeBigUInt64LE(BigInt(debut), 48)
  b.writeUInt32LE(0x07064b50, 56)
  b.writeBigUInt64LE(BigInt(position), 64)
  b.writeUInt32LE(1, 72)
  return b
}

/**
 * Deflated data of `tete`, then `bloc` repeated `fois` times, then `queue`, made without ever holding what
 * it inflates to: the block is deflated once, flushed to a whole number of bytes, and repeated as it is.
 */
export function repeter(tete: string, bloc: string | Uint8Array, fois: number, queue: string): Brut {
  const aligne = (donnees: Uint8Array) =>
    deflateRawSync(donnees, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const parts = [Buffer.from(tete), Buffer.from(bloc), Buffer.from(queue)] as const
  const compresses = [aligne(parts[0]), aligne(parts[1]), deflateRawSync(parts[2])] as const
  let crc = crc32(parts[0])
  for (let i = 0; i < fois; i++) crc = crc32(parts[1], crc)
  crc = crc32(parts[2], crc)
  const repete = Array.from({ length: fois }, () => compresses[1])
  return {
    compresse: Buffer.concat([compresses[0], ...repete, compresses[2]]),
    taille: parts[0].length + fois * parts[1].length + parts[2].length,
    crc,
  }
}
