import { ESPACE_DE_NOMS, ecrireDonneeXml, lireDonneeXml } from '../donnee-xml.ts'
import type { Budget } from './budget.ts'
import { Balises } from './balises.ts'
import { ecrireArchive } from './ecrire-archive.ts'
import type { Inflater } from './inflate.ts'
import { LIMITES, type Limites } from './limites.ts'
import { ouvrirPaquet, partiePrincipale, type Paquet, type Relation } from './paquet.ts'
import { RefusClasseur } from './refus.ts'
import type { Entree } from './repertoire.ts'
import { encodage } from './xml-saxes.ts'

/** The small texts that the product keeps in a package (custom XML parts of its own namespace), read and written. */

/** A custom part longer than this (bytes) is somebody else's. */
const TAILLE_MAX = 1024 * 1024
/** No more custom parts than this are looked at. */
const PARTIES_MAX = 64
const TYPE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'

interface PartieDonnee {
  entree: Entree
  cle: string
  valeur: string
}

/**
 * Our texts by key, from the parts that the workbook's relationships name; those of others are passed over, and one
 * that is no XML of ours never refuses a workbook. The first part of a key wins.
 */
export async function lireDonneesGardees(
  paquet: Paquet,
  relations: readonly Relation[],
  budget: Budget,
): Promise<Readonly<Record<string, string>>> {
  const donnees = new Map<string, string>()
  for (const { entree, cle, valeur } of await partiesDonnees(paquet, relations)) {
    if (!budget.premiereLecture(entree.nom) || donnees.has(cle)) continue
    budget.compterTexte(cle)
    budget.compterTexte(valeur)
    donnees.set(cle, valeur)
  }
  return Object.fromEntries(donnees)
}

/**
 * The same workbook with these texts kept in it, every other part byte for byte; the very bytes come back when they
 * are all there already. Rejects with RefusClasseur when the file is not to be read.
 */
export async function garderDonnees(
  octets: Uint8Array,
  donnees: ReadonlyMap<string, string>,
  inflater: Inflater,
  limites: Limites = LIMITES,
): Promise<Uint8Array> {
  const paquet = ouvrirPaquet(octets, inflater, limites)
  const { entree: principale } = await partiePrincipale(paquet)
  const presentes = await partiesDonnees(paquet, await paquet.relations(principale.nom))
  const changees = new Map<string, Uint8Array>()
  const nouvelles: string[] = []
  const encodeur = new TextEncoder()
  for (const [cle, valeur] of donnees) {
    const presente = presentes.find((p) => p.cle === cle)
    if (presente?.valeur === valeur) continue
    const nom = presente?.entree.nom ?? nomLibre(paquet, changees)
    if (!presente) nouvelles.push(nom)
    changees.set(
      nom,
      encodeur.encode(`<?xml version="1.0" encoding="UTF-8"?>${ecrireDonneeXml(cle, valeur)}`),
    )
  }
  if (changees.size === 0) return octets
  if (nouvelles.length > 0) await relier(paquet, principale, nouvelles, changees)
  return ecrireArchive(octets, paquet.repertoire, changees)
}

async function partiesDonnees(paquet: Paquet, relations: readonly Relation[]): Promise<PartieDonnee[]> {
  const parties: PartieDonnee[] = []
  for (const { cible } of relations.filter((r) => r.type === 'customXml').slice(0, PARTIES_MAX)) {
    const entree = paquet.trouver(cible)
    if (!entree || entree.taille > TAILLE_MAX) continue
    const xml = texteDe(await paquet.lireOctets(entree), entree.nom)
    const donnee = xml?.includes(ESPACE_DE_NOMS) ? lireDonneeXml(xml) : null
    if (donnee) parties.push({ entree, ...donnee })
  }
  return parties
}

/** Null for an encoding that no part of ours has. */
function texteDe(octets: Uint8Array, nom: string): string | null {
  try {
    return new TextDecoder(encodage(octets, nom)).decode(octets)
  } catch (erreur) {
    if (erreur instanceof RefusClasseur) return null
    throw erreur
  }
}

function nomLibre(paquet: Paquet, prises: ReadonlyMap<string, unknown>): string {
  for (let n = 1; ; n++) {
    const nom = `customXml/item${String(n)}.xml`
    if (!paquet.trouver(nom) && !prises.has(nom)) return nom
  }
}

/** Names the new parts among the workbook's relationships, and their type where the package does not state it. */
async function relier(
  paquet: Paquet,
  principale: Entree,
  noms: readonly string[],
  changees: Map<string, Uint8Array>,
): Promise<void> {
  const i = principale.nom.lastIndexOf('/') + 1
  const liens = paquet.trouver(`${principale.nom.slice(0, i)}_rels/${principale.nom.slice(i)}.rels`)
  const types = paquet.trouver('[Content_Types].xml')
  if (!liens || !types) throw new RefusClasseur('partie-absente', 'relationships')
  const encodeur = new TextEncoder()
  const lus = new Set((await paquet.relations(principale.nom)).map((r) => r.id))
  let n = 0
  const relations = noms.map((nom) => {
    do n++
    while (lus.has(`rIdCdppe${String(n)}`))
    return `Relationship Id="rIdCdppe${String(n)}" Type="${TYPE_RELATION}" Target="/${nom}"`
  })
  const xmlLiens = texteDe(await paquet.lireOctets(liens), liens.nom) ?? ''
  changees.set(liens.nom, encodeur.encode(enUtf8(ajouterElements(xmlLiens, 'Relationships', relations))))
  const xmlTypes = texteDe(await paquet.lireOctets(types), types.nom) ?? ''
  if (/<(?:\w+:)?Default\b[^>]*\bExtension\s*=\s*["']xml["']/i.test(xmlTypes)) return
  const surcharges = noms.map((nom) => `Override PartName="/${nom}" ContentType="application/xml"`)
  changees.set(types.nom, encodeur.encode(enUtf8(ajouterElements(xmlTypes, 'Types', surcharges))))
}

const enUtf8 = (xml: string) => xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[\w.-]+/, '$1UTF-8')

/** Puts empty elements last in the root, under the prefix that the root has. */
function ajouterElements(xml: string, racine: string, elements: readonly string[]): string {
  const balises = new Balises(xml)
  while (balises.suivante()) {
    if (balises.local !== racine || balises.genre === 'ouvrante') continue
    const prefixe = balises.nom.slice(0, balises.nom.length - racine.length)
    const ajout = elements.map((e) => `<${prefixe}${e}/>`).join('')
    if (balises.genre === 'fermante') return xml.slice(0, balises.debut) + ajout + xml.slice(balises.debut)
    const ouverte = xml.slice(balises.debut, balises.fin).replace(/\s*\/>$/, '>')
    return `${xml.slice(0, balises.debut)}${ouverte}${ajout}</${balises.nom}>${xml.slice(balises.fin)}`
  }
  throw new RefusClasseur('xml', `no ${racine}`)
}
