import { adresse, adresseDePlage, lireAdresse } from '../adresse.ts'
import {
  celluleEn,
  type Cellule,
  type Classeur,
  type Feuille,
  type Plage,
  type ValeurCellule,
} from '../classeur.ts'
import { AjoutStyles } from './ajout-styles.ts'
import { ecrireArchive } from './ecrire-archive.ts'
import type { Inflater } from './inflate.ts'
import { LIMITES, type Limites } from './limites.ts'
import { lireClasseur } from './lire.ts'
import type { CelluleAEcrire } from './element-cellule.ts'
import { modifierFeuille } from './modifier-feuille.ts'
import { demanderCalcul, sansElements } from './modifier-parties.ts'
import { ouvrirPaquet, partiePrincipale, resoudre, type Paquet } from './paquet.ts'
import { RefusModification } from './refus-modification.ts'
import type { Entree } from './repertoire.ts'
import { decoderTexte } from './texte.ts'
import { encodage } from './xml-saxes.ts'

/** One cell to write: its sheet's name, its address ('D7'), and what it is to hold. */
export interface Modification {
  feuille: string
  adresse: string
  /** The value, or with a formula its result. null without formula empties the cell. */
  valeur: ValeurCellule
  /** Formula in the invariant grammar, with or without '='. */
  formule?: string | undefined
  /** The cells that the formula's result fills, itself included, where they are several; the others are given too. */
  etendue?: Plage | undefined
  /** Number format code that the cell is to be shown in; absent: it keeps its own. */
  format?: string | undefined
}

/** Longest text that Excel keeps in a cell. */
const TEXTE_MAX = 32_767

/**
 * The same workbook with some cells written: only the touched cells of the touched sheets change, their
 * style stays (but for a number format that is asked for), and every other part of the file is kept byte for byte. Modifications that change nothing
 * are left aside; when none is left the very bytes come back. The last one wins for the same cell. Rejects
 * with RefusClasseur (unreadable file) or RefusModification (change not possible).
 */
export async function modifierClasseur(
  octets: Uint8Array,
  modifications: readonly Modification[],
  inflater: Inflater,
  limites: Limites = LIMITES,
): Promise<Uint8Array> {
  if (modifications.length === 0) return octets
  const classeur = await lireClasseur(octets, '', inflater, limites)
  const parFeuille = ranger(classeur, modifications)
  if (parFeuille.size === 0) return octets

  const paquet = ouvrirPaquet(octets, inflater, limites)
  const { entree: principale } = await partiePrincipale(paquet)
  const parties = await partiesDesFeuilles(paquet, principale)
  const changees = new Map<string, Uint8Array | null>()
  const changer = async (entree: Entree, transformer: (xml: string) => string) => {
    const avant = await lireTexte(paquet, entree)
    const apres = transformer(avant.texte)
    if (apres !== avant.texte) changees.set(entree.nom, avant.encoder(apres))
  }
  const entreeStyles = await partieDesStyles(paquet, principale)
  const ajouter = [...parFeuille.values()].some((liste) => liste.some((c) => c.format !== undefined))
  const styles = new AjoutStyles(
    ajouter && entreeStyles ? (await lireTexte(paquet, entreeStyles)).texte : null,
  )
  for (const [feuille, cellules] of parFeuille) {
    const entree = parties.get(feuille.nom)
    if (!entree) throw new RefusModification('feuille-inconnue', messageFeuille(feuille.nom))
    await changer(entree, (xml) => modifierFeuille(xml, feuille, cellules, (s, f) => styles.pour(s, f)))
  }
  if (ajouter && entreeStyles) await changer(entreeStyles, () => styles.texte())
  if (formulesDeplacees(parFeuille)) await retirerChaine(paquet, principale, changer, changees)
  if (aDesFormules(classeur, parFeuille)) await changer(principale, demanderCalcul)
  return ecrireArchive(octets, paquet.repertoire, changees)
}

/** The modifications that do change something, by sheet, checked. */
function ranger(classeur: Classeur, modifications: readonly Modification[]): Map<Feuille, CelluleAEcrire[]> {
  const parFeuille = new Map<Feuille, Map<string, CelluleAEcrire>>()
  for (const modification of modifications) {
    const feuille = trouverFeuille(classeur, modification.feuille)
    const place = lireAdresse(modification.adresse)
    if (!place)
      throw new RefusModification(
        'adresse',
        `« ${modification.adresse} » n’est pas l’adresse d’une cellule, comme D7.`,
      )
    const nom = adresse(place.ligne, place.colonne)
    const formule = modification.formule?.replace(/^=/, '')
    // A file knows no negative zero.
    const valeur = modification.valeur === 0 ? 0 : modification.valeur
    const { etendue, format } = modification
    const cellule = { ...place, valeur, formule: formule === '' ? undefined : formule, etendue, format }
    refuserValeur(feuille, nom, cellule)
    let cellules = parFeuille.get(feuille)
    if (!cellules) parFeuille.set(feuille, (cellules = new Map<string, CelluleAEcrire>()))
    cellules.set(nom, cellule)
  }
  const utiles = new Map<Feuille, CelluleAEcrire[]>()
  for (const [feuille, cellules] of parFeuille) {
    const liste = [...cellules.values()].filter((c) => !identique(celluleEn(feuille, c.ligne, c.colonne), c))
    for (const { ligne, colonne } of liste) refuserEntete(feuille, ligne, colonne)
    if (liste.length > 0) utiles.set(feuille, liste)
  }
  return utiles
}

function trouverFeuille(classeur: Classeur, nom: string): Feuille {
  const minuscules = nom.normalize('NFC').toLowerCase()
  const feuille =
    classeur.feuilles.find((f) => f.nom === nom) ??
    classeur.feuilles.find((f) => f.nom.normalize('NFC').toLowerCase() === minuscules)
  if (!feuille) throw new RefusModification('feuille-inconnue', messageFeuille(nom))
  return feuille
}

const messageFeuille = (nom: string) =>
  `La feuille « ${nom} » n’est plus dans le classeur : rouvrez le classeur, puis recommencez.`

function refuserValeur(feuille: Feuille, nom: string, { valeur, formule }: CelluleAEcrire): void {
  const ou = `Cellule ${nom} de la feuille « ${feuille.nom} » : `
  if (typeof valeur === 'number' && !Number.isFinite(valeur))
    throw new RefusModification('nombre', `${ou}ce nombre ne peut pas être enregistré.`)
  if (typeof valeur === 'string' && valeur.length > TEXTE_MAX)
    throw new RefusModification(
      'texte-trop-long',
      `${ou}le texte dépasse les 32 767 caractères qu’Excel peut garder.`,
    )
  if (formule !== undefined && formule.length > 8192)
    throw new RefusModification(
      'texte-trop-long',
      `${ou}la formule dépasse les 8 192 caractères qu’Excel peut garder.`,
    )
}

/** Excel holds a table's headers twice; changed in the cell alone, it would find the file damaged. */
function refuserEntete(feuille: Feuille, ligne: number, colonne: number): void {
  const tableau = feuille.tableaux.find(
    ({ plage }) => ligne === plage.ligne && colonne >= plage.colonne && colonne <= plage.derniereColonne,
  )
  if (!tableau) return
  throw new RefusModification(
    'entete-de-tableau',
    `La cellule ${adresse(ligne, colonne)} de la feuille « ${feuille.nom} » est un en-tête du tableau « ${tableau.nom} » : changez-le dans Excel.`,
  )
}

function identique(avant: Cellule | undefined, apres: CelluleAEcrire): boolean {
  if (!avant) return apres.valeur === null && apres.formule === undefined
  if (avant.formule !== apres.formule || !memePlage(avant.etendue, apres.etendue)) return false
  if (apres.format !== undefined && apres.format !== (avant.format ?? 'General')) return false
  if (typeof avant.valeur === 'object' && typeof apres.valeur === 'object')
    return avant.valeur?.erreur === apres.valeur?.erreur
  return Object.is(avant.valeur, apres.valeur)
}

const memePlage = (a: Plage | undefined, b: Plage | undefined) =>
  (a && adresseDePlage(a)) === (b && adresseDePlage(b))

async function partieDesStyles(paquet: Paquet, principale: Entree): Promise<Entree | undefined> {
  const relation = (await paquet.relations(principale.nom)).find((r) => r.type === 'styles')
  return relation && paquet.trouver(relation.cible)
}

/** The part of each worksheet, by the sheet's name. */
async function partiesDesFeuilles(paquet: Paquet, principale: Entree): Promise<Map<string, Entree>> {
  const relations = new Map((await paquet.relations(principale.nom)).map((r) => [r.id, r]))
  const parties = new Map<string, Entree>()
  await paquet.lireXml(principale, {
    open(nom, a) {
      const relation = nom === 'sheet' ? relations.get(a.getPrefixe('id') ?? '') : undefined
      const entree = relation?.type === 'worksheet' ? paquet.trouver(relation.cible) : undefined
      if (entree) parties.set(decoderTexte(a.get('name') ?? ''), entree)
    },
  })
  return parties
}

/** Whether a formula has come to, or gone from, a cell: then the order of calculation no longer holds. */
function formulesDeplacees(parFeuille: ReadonlyMap<Feuille, CelluleAEcrire[]>): boolean {
  for (const [feuille, cellules] of parFeuille)
    for (const { ligne, colonne, formule } of cellules)
      if ((celluleEn(feuille, ligne, colonne)?.formule === undefined) !== (formule === undefined)) return true
  return false
}

function aDesFormules(classeur: Classeur, parFeuille: ReadonlyMap<Feuille, CelluleAEcrire[]>): boolean {
  for (const cellules of parFeuille.values()) if (cellules.some((c) => c.formule !== undefined)) return true
  for (const { lignes } of classeur.feuilles)
    for (const rangee of lignes.values())
      for (const cellule of rangee.values()) if (cellule.formule !== undefined) return true
  return false
}

/** Takes the order of calculation away, with what names it; Excel makes it anew. */
async function retirerChaine(
  paquet: Paquet,
  principale: Entree,
  changer: (entree: Entree, transformer: (xml: string) => string) => Promise<void>,
  changees: Map<string, Uint8Array | null>,
): Promise<void> {
  const relation = (await paquet.relations(principale.nom)).find((r) => r.type === 'calcChain')
  const chaine = relation && paquet.trouver(relation.cible)
  if (!chaine) return
  changees.set(chaine.nom, null)
  const i = principale.nom.lastIndexOf('/') + 1
  const liens = paquet.trouver(`${principale.nom.slice(0, i)}_rels/${principale.nom.slice(i)}.rels`)
  if (liens)
    await changer(liens, (xml) => sansElements(xml, 'Relationship', (a) => a.get('Id') === relation.id))
  const types = paquet.trouver('[Content_Types].xml')
  if (types)
    await changer(types, (xml) =>
      sansElements(xml, 'Override', (a) => paquet.trouver(resoudre('', a.get('PartName') ?? '')) === chaine),
    )
}

/** A part as text, and how to write it back (in UTF-8, whatever it was). */
async function lireTexte(
  paquet: Paquet,
  entree: Entree,
): Promise<{ texte: string; encoder(texte: string): Uint8Array }> {
  const octets = await paquet.lireOctets(entree)
  const nom = encodage(octets, entree.nom)
  const encodeur = new TextEncoder()
  if (nom === 'utf-8') {
    const texte = new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets)
    return { texte, encoder: (xml) => encodeur.encode(xml) }
  }
  const enUtf8 = (xml: string) => xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[\w.-]+/, '$1UTF-8')
  return { texte: new TextDecoder(nom).decode(octets), encoder: (xml) => encodeur.encode(enUtf8(xml)) }
}
