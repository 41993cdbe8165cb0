import { mkdirSync, writeFileSync } from 'node:fs'
import { classeurConforme, NOM_CONFORME } from './conforme.ts'
import { classeurPasDeCalais, NOM_PAS_DE_CALAIS } from './pas-de-calais.ts'

/** Writes the example workbooks that the page opens: `node test/classeurs/generer.ts`. */

const DOSSIER = new URL('../../addin/public/exemples/', import.meta.url)

mkdirSync(DOSSIER, { recursive: true })
for (const [nom, octets] of [
  [NOM_PAS_DE_CALAIS, await classeurPasDeCalais()],
  [NOM_CONFORME, await classeurConforme()],
] as const) {
  writeFileSync(new URL(nom, DOSSIER), octets)
  console.log(`${nom} : ${String(octets.length)} octets`)
}
