import { empreinteCanonique } from '../version/canonique.ts'
import type { Hachage } from '../version/canonique.ts'
import type { Referentiel } from './referentiel.ts'

const CONNUES = new WeakMap<Referentiel, Promise<string>>()

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a référentiel, as 64 lower-case hexadecimal digits: which data set
 * judged a workbook, to the last quotation. The same whether it was read from its JSON, its .xlsx model or the
 * product. Worked out once for each data set, which never changes once it is read.
 */
export function empreinteReferentiel(
  referentiel: Referentiel,
  hachage: Hachage = crypto.subtle,
): Promise<string> {
  let connue = CONNUES.get(referentiel)
  if (connue === undefined) CONNUES.set(referentiel, (connue = empreinteCanonique(referentiel, hachage)))
  return connue
}
