/**
 * What the platform brings to the reader: Node's zlib or, in the browser, fflate. Kept this small so that
 * shared/ leans on neither.
 */
export interface Inflater {
  /**
   * Inflates raw deflate data and hands the chunks in order, each valid only while `receive` runs: what is
   * to be kept of it is to be copied. What `receive` throws stops the work at once
   * and is thrown again; damaged or unfinished data rejects with any other error.
   */
  inflate(compressed: Uint8Array, receive: (chunk: Uint8Array) => void): Promise<void>
  /** CRC-32 (ISO-HDLC) of `chunk`, going on from `crc` (0 to start). */
  crc32(chunk: Uint8Array, crc: number): number
}
