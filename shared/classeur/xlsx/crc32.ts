const POLYNOME = 0xedb88320

/** Four tables of 256: four bytes a step. */
const TABLES = (() => {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256))
  const [t0, t1, t2, t3] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? POLYNOME ^ (c >>> 1) : c >>> 1
    t0[n] = c >>> 0
  }
  for (let n = 0; n < 256; n++) {
    t1[n] = (t0[n]! >>> 8) ^ t0[t0[n]! & 255]!
    t2[n] = (t1[n]! >>> 8) ^ t0[t1[n]! & 255]!
    t3[n] = (t2[n]! >>> 8) ^ t0[t2[n]! & 255]!
  }
  return [t0, t1, t2, t3] as const
})()

/** CRC-32 of zip archives, going on from `crc` (0 to start), as an unsigned 32-bit integer. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = TABLES
  let c = ~crc
  let i = 0
  for (const end = bytes.length - 3; i < end; i += 4) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    c = t3[c & 255]! ^ t2[(c >>> 8) & 255]! ^ t1[(c >>> 16) & 255]! ^ t0[c >>> 24]!
  }
  for (; i < bytes.length; i++) c = t0[(c ^ bytes[i]!) & 255]! ^ (c >>> 8)
  return ~c >>> 0
}
