import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { Bureau } from './bureau.ts'

/** The référentiel under which a version was checked, undefined when neither the product nor the service has it. */
export async function referentielParId(
  { referentiels }: Pick<Bureau, 'referentiels'>,
  id: string,
): Promise<Referentiel | undefined> {
  return (await referentiels()).find((referentiel) => referentiel.id === id)
}
