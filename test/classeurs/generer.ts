import { mkdirSync, writeFileSync } from 'node:fs'
import { classeurConforme, NOM_CONFORME } from './conforme.ts'
import { MODELES } from './modeles.ts'
import { classeurPasDeCalais, NOM_PAS_DE_CALAIS } from './pas-de-calais.ts'

/** Writes the example workbooks that the page opens, and the models of the référentiels: `node test/classeurs/generer.ts`. */

const DOSSIER = new URL('../../addin/public/exemples/', import.meta.url)

mkdirSync(DOSSIER, { recursive: true })
for (const [nom, octets] of [
  [NOM_PAS_DE_CALAIS, await classeurPasDeCalais()],
  [NOM_CONFORME, await classeurConforme()],
] as const) {
  writeFileSync(new URL(nom, DOSSIER), octets)
  console.log(`${nom} : ${String(octets.length)} octets`)
}

const MODELES_PUBLIES = new URL('../../addin/public/modeles/', import.meta.url)
mkdirSync(MODELES_PUBLIES, { recursive: true })
for (const { nom, octets } of MODELES) {
  const contenu = await octets()
  writeFileSync(new URL(nom, MODELES_PUBLIES), contenu)
  console.log(`${nom} : ${String(contenu.length)} octets`)
}
