import { creerApp, DOCUMENT } from './app.ts'
import { assemblerServices } from './assembler.ts'

const ailleurs = 'https://cdppe.example'

/** The published OpenAPI document, made without calling any service. */
export function documentOpenApi() {
  const app = creerApp(
    assemblerServices({
      table: 'cdppe',
      seau: 'cdppe',
      clesSignature: ['aucune'],
      cleSession: 'aucune',
      oidc: { emetteur: ailleurs, client: 'aucun', secret: 'aucun' },
      origine: ailleurs,
      expediteur: 'aucun@cdppe.example',
      departements: [],
      agents: [],
      boiteLocale: null,
      certificatSignature: undefined,
      horodatage: undefined,
      s3ParChemin: false,
      bailMs: 0,
      jeuDeConfiguration: undefined,
    }),
  )
  return app.getOpenAPI31Document(DOCUMENT)
}
