import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { Bureau } from './bureau.ts'

/**
 * The référentiel of this id as it is in force today, undefined when neither the product nor the service has it.
 * A version is sent by today's recipients, pièces and deadlines, after a new check under them; which data set judged
 * it when it was signed stays written in its statement (empreinteReferentiel).
 */
export async function referentielParId(
  { referentiels }: Pick<Bureau, 'referentiels'>,
  id: string,
): Promise<Referentiel | undefined> {
  return (await referentiels()).find((referentiel) => referentiel.id === id)
}
