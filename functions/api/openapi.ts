import { writeFile } from 'node:fs/promises'
import { creerApp, DOCUMENT } from './app.ts'
import { assemblerServices } from './assembler.ts'

/** Writes the OpenAPI document to the file named as argument. It calls no service. */
const [fichier] = process.argv.slice(2)
if (!fichier) throw new Error('Usage: node functions/api/openapi.ts FILE')

const ailleurs = 'https://cdppe.example'
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
await writeFile(fichier, `${JSON.stringify(app.getOpenAPI31Document(DOCUMENT), null, 2)}\n`)
