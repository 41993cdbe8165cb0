import { creerApp, DOCUMENT } from './app.ts'
import { assemblerServices } from './assembler.ts'
import type { Configuration } from './configuration.ts'

const ailleurs = 'https://cdppe.example'

/** Names nothing that exists: enough to make the API's document, which calls no service. */
export const CONFIGURATION_FICTIVE: Configuration = {
  table: 'cdppe',
  seau: 'cdppe',
  clesSignature: ['aucune'],
  cleSession: 'aucune',
  oidc: { emetteur: ailleurs, client: 'aucun', secret: 'aucun' },
  origine: ailleurs,
  expediteur: 'aucun@cdppe.example',
  departements: [],
  agents: [],
  entra: null,
  boiteLocale: null,
  certificatSignature: undefined,
  horodatage: undefined,
  s3ParChemin: false,
  bailMs: 0,
  jeuDeConfiguration: undefined,
}

/** The published OpenAPI document. */
export function documentOpenApi() {
  return creerApp(assemblerServices(CONFIGURATION_FICTIVE)).getOpenAPI31Document(DOCUMENT)
}
