import { comparerCalendriers } from './comparer/calendrier.ts'
import { comparerExigences } from './comparer/exigences.ts'
import { comparerFinances } from './comparer/finances.ts'
import { comparerEligibilites, comparerObjectifs } from './comparer/objectifs.ts'
import { comparerDestinataires, comparerPacks } from './comparer/regles.ts'
import type { Referentiel } from './referentiel.ts'

/** What changes from one référentiel to another, as sentences that an officer reads. */

export type Rubrique =
  'objectifs' | 'enveloppes' | 'exigences' | 'finances' | 'calendrier' | 'destinataires' | 'règles'

export interface Changement {
  rubrique: Rubrique
  phrase: string
}

export interface ComparaisonReferentiels {
  avant: string
  apres: string
  identiques: boolean
  changements: Changement[]
}

/** Compares what two référentiels say; where they say it (references) is not compared. */
export function comparerReferentiels(avant: Referentiel, apres: Referentiel): ComparaisonReferentiels {
  const sous = (rubrique: Rubrique, phrases: string[]): Changement[] =>
    phrases.map((phrase) => ({ rubrique, phrase }))
  const changements = [
    ...sous('objectifs', comparerObjectifs(avant, apres)),
    ...sous('enveloppes', comparerEligibilites(avant, apres)),
    ...sous('exigences', comparerExigences(avant, apres)),
    ...sous('finances', comparerFinances(avant, apres)),
    ...sous('calendrier', comparerCalendriers(avant, apres)),
    ...sous('destinataires', comparerDestinataires(avant, apres)),
    ...sous('règles', comparerPacks(avant, apres)),
  ]
  return { avant: avant.id, apres: apres.id, identiques: changements.length === 0, changements }
}
