import { Inflate } from 'fflate'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import { enTables } from '../../shared/classeur/rangee-compacte.ts'
import { crc32 } from '../../shared/classeur/xlsx/crc32.ts'
import type { Inflater } from '../../shared/classeur/xlsx/inflate.ts'
import { lireClasseur as lire } from '../../shared/classeur/xlsx/lire.ts'
import { modifierClasseur as modifier, type Modification } from '../../shared/classeur/xlsx/modifier.ts'
import { garderDonnees as garder } from '../../shared/classeur/xlsx/parties-donnees.ts'

/** Compressed bytes given at a time: deflate makes at most a thousand times as many, so 8 MB at once. */
const PAS = 8192

/** fflate as the reader asks for it; works in a page and in a worker. */
export const inflaterNavigateur: Inflater = {
  inflate(compressed, receive) {
    const flux = new Inflate((chunk) => {
      if (chunk.length > 0) receive(chunk)
    })
    try {
      for (let i = 0; i < compressed.length || i === 0; i += PAS)
        flux.push(compressed.subarray(i, i + PAS), i + PAS >= compressed.length)
      return Promise.resolve()
    } catch (erreur) {
      return Promise.reject(erreur instanceof Error ? erreur : new Error(String(erreur)))
    }
  },
  crc32,
}

/**
 * Reads a workbook's bytes in the browser, best called from a worker. `nom`: its file name, for messages.
 * Rejects with RefusClasseur, whose message is a French sentence for the user, when the file is not to be
 * read.
 */
export async function lireClasseur(octets: Uint8Array, nom: string): Promise<Classeur> {
  // From its worker the workbook goes to the page.
  return enTables(await lire(octets, nom, inflaterNavigateur))
}

/**
 * The same bytes with some cells written and all else kept: see shared/classeur/xlsx/modifier.ts. Rejects
 * with RefusClasseur or RefusModification, both with a French sentence for the user.
 */
export function modifierClasseur(
  octets: Uint8Array,
  modifications: readonly Modification[],
): Promise<Uint8Array> {
  return modifier(octets, modifications, inflaterNavigateur)
}

/** The same bytes with these small texts kept in them, by key: see shared/classeur/xlsx/parties-donnees.ts. */
export function garderDonnees(octets: Uint8Array, donnees: ReadonlyMap<string, string>): Promise<Uint8Array> {
  return garder(octets, donnees, inflaterNavigateur)
}

export { RefusModification } from '../../shared/classeur/xlsx/refus-modification.ts'
export type { Modification }
export { RefusClasseur, type CodeRefus } from '../../shared/classeur/xlsx/refus.ts'
