import { constants, crc32, createInflateRaw } from 'node:zlib'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Inflater } from '../../shared/classeur/xlsx/inflate.ts'
import { lireClasseur as lire } from '../../shared/classeur/xlsx/lire.ts'
import { modifierClasseur as modifier, type Modification } from '../../shared/classeur/xlsx/modifier.ts'

/** zlib as the reader asks for it: chunks of 64 kB, stopped at the first byte too many. */
export const inflaterNode: Inflater = {
  async inflate(compressed, receive) {
    const flux = createInflateRaw({ chunkSize: 65536, finishFlush: constants.Z_SYNC_FLUSH })
    flux.end(compressed)
    // As plain Uint8Array: a Buffer's subarray costs more, and its slice is no copy.
    for await (const { buffer, byteOffset, length } of flux as AsyncIterable<Buffer<ArrayBuffer>>) {
      receive(new Uint8Array(buffer, byteOffset, length))
      // A filled chunk is nobody's any more; left to the garbage collector, tens of megabytes of them wait.
      if (length === buffer.byteLength) buffer.transfer(0)
    }
  },
  crc32: (chunk, crc) => crc32(chunk, crc),
}

/**
 * Reads a workbook's bytes in Node (Lambda, command line). `nom`: its file name, for messages. Rejects with
 * RefusClasseur, whose message is a French sentence for the user, when the file is not to be read.
 */
export function lireClasseur(octets: Uint8Array, nom: string): Promise<Classeur> {
  return lire(octets, nom, inflaterNode)
}

/**
 * The same bytes with some cells written and all else kept: see shared/classeur/xlsx/modifier.ts. Rejects
 * with RefusClasseur or RefusModification, both with a French sentence for the user.
 */
export function modifierClasseur(
  octets: Uint8Array,
  modifications: readonly Modification[],
): Promise<Uint8Array> {
  return modifier(octets, modifications, inflaterNode)
}

export { RefusModification } from '../../shared/classeur/xlsx/refus-modification.ts'
export type { Modification }
export { RefusClasseur, type CodeRefus } from '../../shared/classeur/xlsx/refus.ts'
