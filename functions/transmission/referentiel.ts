import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'

/** The référentiel under which a version was checked, undefined when this build does not ship it. */
export function referentielParId(id: string): Referentiel | undefined {
  return REFERENTIELS.find((referentiel) => referentiel.id === id)
}
