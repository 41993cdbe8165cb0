import { deflateSync } from 'fflate'
import { crc32 } from './crc32.ts'
import type { Entree, Repertoire } from './repertoire.ts'

/** New bytes of a part (which may be a new one), or null for a part that goes. By entry name. */
export type PartiesChangees = ReadonlyMap<string, Uint8Array | null>

/**
 * The same archive with some parts replaced or taken away. All others keep their bytes as they are,
 * compressed data included, in the same order; the dates of the entries stay, so the result depends on
 * nothing but its input.
 */
export function ecrireArchive(
  octets: Uint8Array,
  repertoire: Repertoire,
  changees: PartiesChangees,
): Uint8Array {
  const morceaux: Uint8Array[] = []
  let position = 0
  const ajouter = (morceau: Uint8Array) => {
    morceaux.push(morceau)
    position += morceau.length
  }
  const places = new Map<Entree, { debut: number; neuve?: Neuve }>()
  for (const entree of [...repertoire.entrees].sort((a, b) => a.debut - b.debut)) {
    const contenu = changees.get(entree.nom)
    if (contenu === null) continue
    if (contenu === undefined) {
      places.set(entree, { debut: position })
      ajouter(octets.subarray(entree.debut, entree.fin))
    } else {
      const neuve = preparer(contenu)
      places.set(entree, { debut: position, neuve })
      ajouter(enteteLocal(octets, entree, neuve))
      ajouter(neuve.compresse)
    }
  }
  const connues = new Set(repertoire.entrees.map((e) => e.nom))
  const ajoutees: { nom: Uint8Array; neuve: Neuve; debut: number }[] = []
  for (const [chemin, contenu] of changees) {
    if (contenu === null || connues.has(chemin)) continue
    const neuve = preparer(contenu)
    const nom = new TextEncoder().encode(chemin)
    ajoutees.push({ nom, neuve, debut: position })
    ajouter(enteteLocalNeuf(nom, neuve))
    ajouter(neuve.compresse)
  }
  const debut = position
  let nombre = 0
  for (const entree of repertoire.entrees) {
    const place = places.get(entree)
    if (!place) continue
    nombre++
    ajouter(enteteCentral(octets, entree, place.debut, place.neuve))
  }
  for (const { nom, neuve, debut: place } of ajoutees) {
    nombre++
    ajouter(enteteCentralNeuf(nom, neuve, place))
  }
  ajouter(finRepertoire(nombre, debut, position - debut, octets.subarray(repertoire.commentaire)))
  const tout = new Uint8Array(position)
  let p = 0
  for (const morceau of morceaux) {
    tout.set(morceau, p)
    p += morceau.length
  }
  return tout
}

interface Neuve {
  compresse: Uint8Array
  taille: number
  crc: number
}

function preparer(contenu: Uint8Array): Neuve {
  return { compresse: deflateSync(contenu, { level: 6 }), taille: contenu.length, crc: crc32(contenu) }
}

/** Flags kept of the former header: the UTF-8 mark of the name. */
const NOM_UTF8 = 0x800

function enteteLocal(octets: Uint8Array, entree: Entree, neuve: Neuve): Uint8Array {
  const ancien = new DataView(octets.buffer, octets.byteOffset + entree.debut, 30)
  const longueurNom = ancien.getUint16(26, true)
  const entete = new Uint8Array(octets.subarray(entree.debut, entree.debut + 30 + longueurNom))
  const vue = new DataView(entete.buffer)
  vue.setUint16(4, 20, true)
  vue.setUint16(6, ancien.getUint16(6, true) & NOM_UTF8, true)
  ecrireTailles(vue, 8, neuve)
  vue.setUint16(28, 0, true)
  return entete
}

/** Central record: as it was but for the offset, sizes in 32 bits and no zip64 field. */
function enteteCentral(
  octets: Uint8Array,
  entree: Entree,
  debut: number,
  neuve: Neuve | undefined,
): Uint8Array {
  const ancien = new DataView(octets.buffer, octets.byteOffset + entree.central, 46)
  const longueurNom = ancien.getUint16(28, true)
  const debutExtra = entree.central + 46 + longueurNom
  const finExtra = debutExtra + ancien.getUint16(30, true)
  const commentaire = octets.subarray(finExtra, finExtra + ancien.getUint16(32, true))
  const extra = sansZip64(octets.subarray(debutExtra, finExtra))
  const entete = new Uint8Array(46 + longueurNom + extra.length + commentaire.length)
  entete.set(octets.subarray(entree.central, debutExtra))
  entete.set(extra, 46 + longueurNom)
  entete.set(commentaire, 46 + longueurNom + extra.length)
  const vue = new DataView(entete.buffer)
  vue.setUint16(30, extra.length, true)
  vue.setUint32(42, debut, true)
  if (neuve) {
    vue.setUint16(6, 20, true)
    vue.setUint16(8, ancien.getUint16(8, true) & NOM_UTF8, true)
    ecrireTailles(vue, 10, neuve)
  } else {
    vue.setUint32(20, entree.tailleCompressee, true)
    vue.setUint32(24, entree.taille, true)
  }
  return entete
}

/** 1 January 1980, the first date that an archive knows: the result depends on nothing but its input. */
const DATE_NEUTRE = 0x21

/** Headers of a part that was not there; its name is plain ASCII. */
function enteteLocalNeuf(nom: Uint8Array, neuve: Neuve): Uint8Array {
  const entete = new Uint8Array(30 + nom.length)
  const vue = new DataView(entete.buffer)
  vue.setUint32(0, 0x04034b50, true)
  vue.setUint16(4, 20, true)
  vue.setUint16(12, DATE_NEUTRE, true)
  ecrireTailles(vue, 8, neuve)
  vue.setUint16(26, nom.length, true)
  entete.set(nom, 30)
  return entete
}

function enteteCentralNeuf(nom: Uint8Array, neuve: Neuve, debut: number): Uint8Array {
  const entete = new Uint8Array(46 + nom.length)
  const vue = new DataView(entete.buffer)
  vue.setUint32(0, 0x02014b50, true)
  vue.setUint16(4, 20, true)
  vue.setUint16(6, 20, true)
  vue.setUint16(14, DATE_NEUTRE, true)
  ecrireTailles(vue, 10, neuve)
  vue.setUint16(28, nom.length, true)
  vue.setUint32(42, debut, true)
  entete.set(nom, 46)
  return entete
}

/** Method, then CRC and sizes, which stand at the same distances in both headers. */
function ecrireTailles(vue: DataView, p: number, neuve: Neuve): void {
  vue.setUint16(p, 8, true)
  vue.setUint32(p + 6, neuve.crc, true)
  vue.setUint32(p + 10, neuve.compresse.length, true)
  vue.setUint32(p + 14, neuve.taille, true)
}

function sansZip64(extra: Uint8Array): Uint8Array {
  const vue = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  const gardes: number[] = []
  for (let p = 0; p + 4 <= extra.length;) {
    const fin = p + 4 + vue.getUint16(p + 2, true)
    if (vue.getUint16(p, true) !== 1) gardes.push(...extra.subarray(p, fin))
    p = fin
  }
  return Uint8Array.from(gardes)
}

function finRepertoire(nombre: number, debut: number, taille: number, commentaire: Uint8Array): Uint8Array {
  const fin = new Uint8Array(22 + commentaire.length)
  const vue = new DataView(fin.buffer)
  vue.setUint32(0, 0x06054b50, true)
  vue.setUint16(8, nombre, true)
  vue.setUint16(10, nombre, true)
  vue.setUint32(12, taille, true)
  vue.setUint32(16, debut, true)
  vue.setUint16(20, commentaire.length, true)
  fin.set(commentaire, 22)
  return fin
}
