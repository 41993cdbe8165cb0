import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { BASE_LOCALE, manifestePour } from '../../infra/manifeste.ts'

/**
 * Validates manifest.xml, and the manifest made from it for another environment, against Microsoft's schemas.
 * They are not ours to keep here: name the folder that holds them.
 * Run: node test/manifeste/valider-xsd.ts FOLDER (or the variable CDPPE_XSD)
 */

const PRINCIPAL = 'OfficeAppManifestV1_1.xsd'
const AUTRES = [
  'OfficeAppBasicTypesV1_0.xsd',
  'TaskPaneAppVersionOverridesV1_0.xsd',
  'MailAppVersionOverridesV1_0.xsd',
  'ContentAppVersionOverridesV1_0.xsd',
]

const dossier = process.argv[2] ?? process.env.CDPPE_XSD
if (!dossier) throw new Error('Name the folder of the schemas: node test/manifeste/valider-xsd.ts FOLDER')

const schema = (nom: string) => ({ fileName: nom, contents: readFileSync(join(dossier, nom), 'utf8') })
const modele = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8')

for (const base of [BASE_LOCALE, 'https://cdppe.exemple.fr']) {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'manifest.xml', contents: manifestePour(modele, base) }],
    schema: [schema(PRINCIPAL)],
    preload: AUTRES.map(schema),
  })
  console.log(`${base}: ${valid ? 'valid' : 'NOT valid'}`)
  for (const erreur of errors) console.log(`  ${erreur.rawMessage}`)
  if (!valid) process.exitCode = 1
}
