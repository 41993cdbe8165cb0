import { crc32, inflateRawSync } from 'node:zlib'
import type { Inflater } from '../../shared/classeur/xlsx/inflate.ts'

/** An inflater for tests of shared/, which may lean neither on functions/ nor on addin/. Chunks of `pas` bytes. */
export function inflaterDEssai(pas = 4096): Inflater {
  return {
    inflate(compressed, receive) {
      try {
        const tout = inflateRawSync(compressed)
        for (let i = 0; i < tout.length; i += pas) {
          const chunk = tout.subarray(i, i + pas)
          receive(chunk)
          // Whoever kept it would be found out.
          chunk.fill(0)
        }
        return Promise.resolve()
      } catch (erreur) {
        return Promise.reject(erreur as Error)
      }
    },
    crc32: (chunk, crc) => crc32(chunk, crc),
  }
}
