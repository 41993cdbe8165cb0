import openapiTS, { astToString } from 'openapi-typescript'
import type { OpenAPI3 } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { documentOpenApi } from '../../functions/api/document.ts'

/** Where the pane finds the types of the HTTP contract. */
export const FICHIER = new URL('../../addin/volet/api-openapi.ts', import.meta.url)

/** The types of the HTTP contract, from the document that the API itself publishes. */
export async function genererTypes(): Promise<string> {
  const document = JSON.parse(JSON.stringify(documentOpenApi())) as OpenAPI3
  const arbre = await openapiTS(document, { defaultNonNullable: false })
  const texte = `/** Made by « npm run types-api » from the OpenAPI document of functions/api: not to be changed by hand. */\n\n${astToString(arbre)}`
  const reglages = await resolveConfig(FICHIER)
  return format(texte, { ...reglages, parser: 'typescript' })
}
