import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { Referentiels } from '../depot/referentiels.ts'

/** The référentiel under which a version was checked, undefined when this service does not hold it. */
export function referentielDeVersion(
  { referentiels }: { referentiels: Referentiels },
  declaration: { referentiel: string; empreinteReferentiel?: string },
): Promise<Referentiel | undefined> {
  return referentiels.trouver(declaration.referentiel, declaration.empreinteReferentiel)
}
