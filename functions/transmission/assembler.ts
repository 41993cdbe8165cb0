import { randomUUID } from 'node:crypto'
import type { ConfigurationCommune } from '../api/configuration.ts'
import { creerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { creerDepot } from '../depot/depot.ts'
import type { Depot } from '../depot/depot.ts'
import { creerJournal } from '../depot/journal.ts'
import { creerReferentielsEnVigueur } from '../depot/referentiels-en-vigueur.ts'
import type { Bureau } from './bureau.ts'

/** The outbox over the real clients, the system's clock and log. */
export function assemblerBureau(
  configuration: ConfigurationCommune,
  clients: Clients = creerClients(configuration),
): Bureau & { depot: Depot } {
  const { boiteLocale, expediteur, origine, bailMs } = configuration
  const depot = creerDepot(clients, configuration)
  return {
    depot,
    referentiels: creerReferentielsEnVigueur(depot.referentiels, depot.coffre),
    boiteLocale,
    expediteur,
    origine,
    departements: new Map(configuration.departements.map(({ code, nom }) => [code, nom])),
    bailMs,
    horloge: () => new Date(),
    aleatoire: randomUUID,
    journal: creerJournal(),
  }
}
