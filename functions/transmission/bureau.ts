import type { Depot } from '../depot/depot.ts'
import type { ReferentielsEnVigueur } from '../depot/referentiels-en-vigueur.ts'
import type { Journal } from '../depot/journal.ts'

/** Moments at which a worker may be killed: the tests stop it at each of them. */
export type PointDeRupture = 'pris' | 'prepare' | 'engage' | 'envoye' | 'constate'

/** What the outbox works with. */
export interface Bureau {
  depot: Pick<Depot, 'versions' | 'coffre' | 'signataire' | 'transmissions' | 'courrier' | 'horodateur'>
  /** The référentiels in force, those of the product and those that were published. */
  referentiels: ReferentielsEnVigueur
  /** Trial mailbox that takes every message, null in production only. */
  boiteLocale: string | null
  expediteur: string
  /** Public origin, for the links of the message. */
  origine: string
  /** Names of the départements by code. */
  departements: ReadonlyMap<string, string>
  /** Lease of a claimed transmission, ms. */
  bailMs: number
  horloge: () => Date
  aleatoire: () => string
  journal: Journal
  rupture?: (point: PointDeRupture, transmission: string) => void | Promise<void>
}
