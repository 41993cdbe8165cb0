import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata'

/**
 * Build script: reads the docstrings of fonctions.ts and writes addin/public/fonctions.json, which Excel and the
 * catalogue read. Run: node addin/formules/generer-metadonnees.ts
 */

const SOURCE = fileURLToPath(new URL('./fonctions.ts', import.meta.url))
const SORTIE = fileURLToPath(new URL('../public/fonctions.json', import.meta.url))

/**
 * The metadata as text.
 * @throws Error where the tool reports anything: it would otherwise hand out an empty file without a word
 */
export async function genererMetadonnees(source: string = SOURCE): Promise<string> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(source)
  if (errors.length > 0) throw new Error(`Metadata of the custom functions: ${errors.join(' ; ')}`)
  const metadonnees = JSON.parse(metadataJson || '{}') as { functions?: unknown[] }
  if (!metadonnees.functions?.length) throw new Error('Metadata of the custom functions: no function found.')
  // Without this, one cell in error in a range makes Excel refuse the whole range before calling us.
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...metadonnees }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(SORTIE, await genererMetadonnees())
