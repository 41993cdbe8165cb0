import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the manifest of one environment from manifest.xml.
 * Run: node infra/manifeste.ts https://cdppe.exemple.fr [FILE] (dist/manifest.xml where none is named)
 */

/** The address that manifest.xml is written for. */
export const BASE_LOCALE = 'https://localhost:3000'

const ID = /<Id>([0-9a-f-]{36})<\/Id>/

/**
 * @param modele text of manifest.xml
 * @param base where the site of this environment answers: scheme and host, nothing more
 * @throws Error when `base` is no https origin: Excel would refuse to load the add-in
 */
export function manifestePour(modele: string, base: string): string {
  const origine = lireOrigine(base)
  const id = ID.exec(modele)?.[1]
  if (!id) throw new Error('manifest.xml holds no identifier.')
  if (origine === BASE_LOCALE) return modele
  return modele.replaceAll(BASE_LOCALE, origine).replace(ID, `<Id>${idPour(id, origine)}</Id>`)
}

function lireOrigine(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : null
  if (url?.protocol !== 'https:') throw new Error(`The base address must be https: ${base}`)
  const reste = url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== ''
  if (reste) throw new Error(`The base address is a scheme and a host, nothing more: ${base}`)
  return url.origin
}

/**
 * The identifier of an environment: a name-based UUID (RFC 9562, version 5) in the namespace of the model's own.
 * Two environments can thus stand side by side in one Excel, and the same one keeps its identifier for ever.
 */
function idPour(modele: string, origine: string): string {
  const espace = Buffer.from(modele.replaceAll('-', ''), 'hex')
  const octets = createHash('sha1').update(espace).update(origine).digest().subarray(0, 16)
  octets[6] = (octets[6]! & 0x0f) | 0x50
  octets[8] = (octets[8]! & 0x3f) | 0x80
  return octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

if (import.meta.main) {
  const [base, sortie = 'dist/manifest.xml'] = process.argv.slice(2)
  if (!base) throw new Error('Name the base address: node infra/manifeste.ts https://cdppe.exemple.fr [FILE]')
  const modele = readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8')
  mkdirSync(dirname(sortie), { recursive: true })
  writeFileSync(sortie, manifestePour(modele, base))
  console.log(`${sortie}: ${base}`)
}
