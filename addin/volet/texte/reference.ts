import { citer, direPresomption } from '../../../shared/referentiel/phrases.ts'
import type { Reference } from '../../../shared/referentiel/referentiel.ts'
import { typographier } from './typographie.ts'

/** « Source : circulaire du 20 février 2020, annexe 4, I. » */
export function direReference(reference: Reference): string {
  return typographier(`Source : ${citer(reference)}.${direPresomption(reference)}`)
}
