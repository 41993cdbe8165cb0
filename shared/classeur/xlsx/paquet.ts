import type { Inflater } from './inflate.ts'
import { LIMITES, type Limites } from './limites.ts'
import { refuserAutresNatures } from './nature.ts'
import { exiger, RefusClasseur } from './refus.ts'
import { lireRepertoire, type Entree, type Repertoire } from './repertoire.ts'
import { xmlSink, type XmlHandler } from './xml.ts'

/** A relationship from one part to another. Those to the outside (web addresses) are not kept. */
export interface Relation {
  id: string
  /** Last segment of the type: 'worksheet', 'styles' … the same in transitional and strict files. */
  type: string
  /** Path of the part. */
  cible: string
}

/** An opened archive whose directory has been checked: gives parts by name, each counted and verified. */
export interface Paquet {
  octets: Uint8Array
  repertoire: Repertoire
  noms: string[]
  /** The entry whose name is this one, whatever the case. */
  trouver(nom: string): Entree | undefined
  /** Streams one XML part through a handler. */
  lireXml(entree: Entree, handler: XmlHandler): Promise<void>
  /** The whole bytes of one part. */
  lireOctets(entree: Entree): Promise<Uint8Array>
  /** The relationships of a part ('' for the package's own). */
  relations(part: string): Promise<Relation[]>
}

/** Opens an archive, or refuses it: see refuserAutresNatures and lireRepertoire. */
export function ouvrirPaquet(octets: Uint8Array, inflater: Inflater, limites: Limites = LIMITES): Paquet {
  exiger(octets.length <= limites.fichier, 'fichier-trop-gros', String(octets.length))
  refuserAutresNatures(octets)
  const repertoire = lireRepertoire(octets, limites)
  const index = new Map(repertoire.entrees.map((entree) => [cle(entree.nom), entree]))
  const trouver = (nom: string) => index.get(cle(nom)) ?? index.get(cle(decoderPourcent(nom)))

  /** Hands the inflated chunks on; stops at the first byte too many, and checks size and CRC at the end. */
  const lire = async (entree: Entree, receive: (chunk: Uint8Array) => void): Promise<void> => {
    const donnees = octets.subarray(entree.donnees, entree.donnees + entree.tailleCompressee)
    let taille = 0
    let crc = 0
    const compter = (chunk: Uint8Array) => {
      taille += chunk.length
      exiger(taille <= entree.taille, 'abime', `${entree.nom} is larger than it says`)
      crc = inflater.crc32(chunk, crc)
      receive(chunk)
    }
    try {
      if (entree.methode === 0)
        for (let i = 0; i < donnees.length; i += 65536) compter(donnees.subarray(i, i + 65536))
      else await inflater.inflate(donnees, compter)
    } catch (erreur) {
      if (erreur instanceof RefusClasseur) throw erreur
      throw new RefusClasseur('abime', `${entree.nom}: ${String(erreur)}`)
    }
    exiger(taille === entree.taille && crc >>> 0 === entree.crc, 'abime', `CRC of ${entree.nom}`)
  }

  const lireXml = async (entree: Entree, handler: XmlHandler) => {
    const sink = xmlSink(entree.nom, handler, limites)
    await lire(entree, (chunk) => sink.write(chunk))
    sink.end()
  }

  return {
    octets,
    repertoire,
    noms: repertoire.entrees.map((entree) => entree.nom),
    trouver,
    lireXml,
    async lireOctets(entree) {
      const tout = new Uint8Array(entree.taille)
      let p = 0
      await lire(entree, (chunk) => {
        tout.set(chunk, p)
        p += chunk.length
      })
      return tout
    },
    async relations(part) {
      const i = part.lastIndexOf('/') + 1
      const entree = trouver(`${part.slice(0, i)}_rels/${part.slice(i)}.rels`)
      const relations: Relation[] = []
      if (entree)
        await lireXml(entree, {
          open(nom, a) {
            if (nom !== 'Relationship' || a.get('TargetMode') === 'External') return
            exiger(relations.length < limites.relations, 'trop-de-parties', entree.nom)
            const type = a.get('Type')?.split('/').pop() ?? ''
            relations.push({ id: a.get('Id') ?? '', type, cible: resoudre(part, a.get('Target') ?? '') })
          },
        })
      return relations
    },
  }
}

/** Kind of workbook that the content types announce, and where its main part is. */
export async function partiePrincipale(paquet: Paquet): Promise<{ entree: Entree; macros: boolean }> {
  const types = paquet.trouver('[Content_Types].xml')
  if (!types) throw new RefusClasseur(await natureArchive(paquet), 'no content types')
  let principale: string | undefined
  let autre: 'xlsb' | 'autre-document' | undefined
  let macros = paquet.noms.some((nom) => /vbaProject\.bin$/i.test(nom))
  await paquet.lireXml(types, {
    open(nom, a) {
      if (nom !== 'Override') return
      const type = a.get('ContentType') ?? ''
      if (
        /(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template|addin)\.macroEnabled)\.main\+xml$/i.test(
          type,
        )
      ) {
        principale = (a.get('PartName') ?? '').replace(/^\//, '')
        if (/macroEnabled/i.test(type)) macros = true
      } else if (/macroEnabled\.main$/i.test(type)) autre = 'xlsb'
      else if (/(wordprocessingml|presentationml)\..*main\+xml$|ms-(word|powerpoint)/i.test(type))
        autre ??= 'autre-document'
    },
  })
  if (!principale || !paquet.trouver(principale)) {
    if (autre) throw new RefusClasseur(autre)
    principale = (await paquet.relations('')).find((r) => r.type === 'officeDocument')?.cible
  }
  const entree = principale === undefined ? undefined : paquet.trouver(principale)
  if (!entree) throw new RefusClasseur('autre-document', 'no workbook part')
  if (/\.bin$/i.test(entree.nom)) throw new RefusClasseur('xlsb')
  return { entree, macros }
}

/** An archive that is no Office document: OpenDocument says so in its `mimetype` entry. */
async function natureArchive(paquet: Paquet): Promise<'ods' | 'autre-document'> {
  const mimetype = paquet.trouver('mimetype')
  if (!mimetype || mimetype.taille > 200) return 'autre-document'
  const texte = new TextDecoder().decode(await paquet.lireOctets(mimetype))
  return texte.includes('opendocument.spreadsheet') ? 'ods' : 'autre-document'
}

const cle = (nom: string) => nom.normalize('NFC').toLowerCase()

function decoderPourcent(nom: string): string {
  try {
    return decodeURIComponent(nom)
  } catch {
    return nom
  }
}

/** Path of a relationship's target, from the part that holds it. « .. » never leaves the archive. */
export function resoudre(part: string, cible: string): string {
  const chemin = cible.replaceAll('\\', '/').replace(/#.*$/, '')
  const segments = chemin.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const segment of chemin.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}
