const SECTEUR = 512

/**
 * An OLE container with these streams (each of one sector of `octet`): header, one FAT sector, one
 * directory sector, then the streams. Enough for a reader that looks at what kind of file it is.
 */
export function conteneurOle(flux: readonly string[], octet = 7): Uint8Array {
  const entete = Buffer.alloc(SECTEUR)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(entete)
  entete.writeUInt16LE(0x3e, 24)
  entete.writeUInt16LE(3, 26)
  entete.writeUInt16LE(0xfffe, 28)
  entete.writeUInt16LE(9, 30)
  entete.writeUInt16LE(6, 32)
  entete.writeUInt32LE(1, 44)
  entete.writeUInt32LE(1, 48)
  entete.writeUInt32LE(4096, 56)
  entete.fill(0xff, 60, SECTEUR)
  entete.writeUInt32LE(0, 76)
  const fat = Buffer.alloc(SECTEUR, 0xff)
  fat.writeUInt32LE(0xfffffffd, 0)
  fat.writeUInt32LE(0xfffffffe, 4)
  const repertoire = Buffer.alloc(SECTEUR)
  ;['Root Entry', ...flux.slice(0, 3)].forEach((nom, i) => {
    repertoire.write(nom, i * 128, 'utf16le')
    repertoire.writeUInt16LE((nom.length + 1) * 2, i * 128 + 64)
    repertoire.writeUInt8(i === 0 ? 5 : 2, i * 128 + 66)
    repertoire.writeUInt32LE(i + 1, i * 128 + 116)
    repertoire.writeUInt32LE(SECTEUR, i * 128 + 120)
  })
  return Buffer.concat([entete, fat, repertoire, Buffer.alloc(SECTEUR * flux.length, octet)])
}
