import { writeFile } from 'node:fs/promises'
import { documentOpenApi } from './document.ts'

/** Writes the OpenAPI document to the file named as argument. It calls no service. */
const [fichier] = process.argv.slice(2)
if (!fichier) throw new Error('Usage: node functions/api/openapi.ts FILE')

await writeFile(fichier, `${JSON.stringify(documentOpenApi(), null, 2)}\n`)
