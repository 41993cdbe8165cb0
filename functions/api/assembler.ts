import { controler } from '../../shared/controle/controler.ts'
import { creerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { lireClasseur } from '../depot/lire-classeur.ts'
import { creerSignataireJetons } from '../depot/signataire.ts'
import { assemblerBureau } from '../transmission/assembler.ts'
import type { Configuration } from './configuration.ts'
import type { Services } from './contexte.ts'
import { creerIdentiteEntra } from './entra.ts'
import { creerHabilitations } from './habilitation.ts'
import { creerIdentite } from './identite.ts'
import { creerJetons } from './jetons.ts'

/** The API's services over the real clients. */
export function assemblerServices(
  configuration: Configuration,
  clients: Clients = creerClients(configuration),
): Services {
  const bureau = assemblerBureau(configuration, clients)
  const signataire = creerSignataireJetons(clients.kms, configuration.cleSession)
  return {
    configuration,
    bureau,
    jetons: creerJetons(signataire, configuration.origine, bureau.horloge),
    identites: {
      proconnect: creerIdentite(configuration),
      entra: configuration.entra && creerIdentiteEntra(configuration.entra, configuration.origine),
    },
    habilitations: creerHabilitations(configuration, bureau.depot.agents, bureau.horloge),
    lireClasseur,
    controler,
  }
}
