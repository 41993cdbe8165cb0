import type { Limites } from './limites.ts'
import { exiger, RefusClasseur } from './refus.ts'

/** One entry of the archive, as its central directory and its local header both state it. */
export interface Entree {
  nom: string
  /** 0 stored, 8 deflated. */
  methode: number
  crc: number
  tailleCompressee: number
  taille: number
  /** Where its local header, its data and what follows them (data descriptor) lie. */
  debut: number
  donnees: number
  fin: number
  /** Where its central record lies. */
  central: number
}

/** The checked central directory. */
export interface Repertoire {
  entrees: Entree[]
  /** Where the central directory starts: the end of the entries. */
  debut: number
  /** Where the archive's comment starts (the end of the file when there is none). */
  commentaire: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const FIN = 0x06054b50
const FIN64 = 0x06064b50
const LOCALISATEUR64 = 0x07064b50
const DESCRIPTEUR = 0x08074b50
const PLEIN16 = 0xffff
const PLEIN32 = 0xffffffff

/**
 * Reads the central directory of a zip archive and refuses, before anything is inflated, all that could
 * show two truths to two readers or exhaust the machine: entries that are duplicated, overlapping, hidden
 * between the others, or that their local header states otherwise; sizes, count and ratio over the limits;
 * encryption; names that leave the archive.
 */
export function lireRepertoire(octets: Uint8Array, limites: Limites): Repertoire {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const { nombre, debut, fin, commentaire } = chercherFin(octets, vue)
  exiger(nombre <= limites.parties, 'trop-de-parties', String(nombre))
  const entrees: Entree[] = []
  const vus = new Set<string>()
  let total = 0
  let p = debut
  for (let i = 0; i < nombre; i++) {
    exiger(p + 46 <= fin && vue.getUint32(p, true) === CENTRAL, 'abime', 'central record')
    const suite =
      p + 46 + vue.getUint16(p + 28, true) + vue.getUint16(p + 30, true) + vue.getUint16(p + 32, true)
    exiger(suite <= fin, 'abime', 'central record')
    const entree = lireEntree(octets, vue, p, debut)
    p = suite
    const cle = entree.nom.normalize('NFC').toLowerCase()
    exiger(!vus.has(cle), 'doublons', entree.nom)
    vus.add(cle)
    exiger(entree.taille <= limites.partie, 'contenu-trop-gros', entree.nom)
    total += entree.taille
    exiger(total <= limites.total, 'contenu-trop-gros', 'total')
    const demesuree =
      entree.taille > limites.seuilRatio && entree.taille > entree.tailleCompressee * limites.ratio
    exiger(!demesuree, 'bombe', entree.nom)
    entrees.push(entree)
  }
  exiger(p === fin, 'entrees-cachees', 'bytes after the last central record')
  refuserTrous(entrees, debut)
  return { entrees, debut, commentaire }
}

interface Fin {
  nombre: number
  debut: number
  fin: number
  commentaire: number
}

/** Finds the end record: the one whose comment reaches exactly the end of the file. */
function chercherFin(octets: Uint8Array, vue: DataView): Fin {
  const plancher = Math.max(0, octets.length - 22 - PLEIN16)
  for (let p = octets.length - 22; p >= plancher; p--) {
    if (vue.getUint32(p, true) !== FIN || p + 22 + vue.getUint16(p + 20, true) !== octets.length) continue
    const disques = vue.getUint16(p + 4, true) | vue.getUint16(p + 6, true)
    let nombre = vue.getUint16(p + 10, true)
    let taille = vue.getUint32(p + 12, true)
    let debut = vue.getUint32(p + 16, true)
    let fin = p
    if (p >= 20 && vue.getUint32(p - 20, true) === LOCALISATEUR64) {
      fin = lire64(vue, p - 20 + 8)
      exiger(fin + 56 <= p - 20 && vue.getUint32(fin, true) === FIN64, 'abime', 'zip64 end record')
      nombre = lire64(vue, fin + 32)
      taille = lire64(vue, fin + 40)
      debut = lire64(vue, fin + 48)
    } else exiger(disques === 0, 'coupe', 'archive in several volumes')
    // Anything before the first entry or between directory and end record is a second archive or a payload.
    exiger(debut + taille === fin, debut + taille > fin ? 'coupe' : 'entrees-cachees', 'directory bounds')
    return { nombre, debut, fin, commentaire: p + 22 }
  }
  throw new RefusClasseur('coupe', 'no end record')
}

function lire64(vue: DataView, p: number): number {
  const valeur = vue.getUint32(p, true) + vue.getUint32(p + 4, true) * 2 ** 32
  exiger(valeur <= vue.byteLength * 2 ** 20, 'abime', 'zip64 value')
  return valeur
}

/** One central record, compared with the local header it names. */
function lireEntree(octets: Uint8Array, vue: DataView, p: number, limite: number): Entree {
  const drapeaux = vue.getUint16(p + 8, true)
  const methode = vue.getUint16(p + 10, true)
  const longueurNom = vue.getUint16(p + 28, true)
  const octetsNom = octets.subarray(p + 46, p + 46 + longueurNom)
  // Some writers of the .NET world part the folders with backslashes.
  const nom = decoderNom(octetsNom).replaceAll('\\', '/')
  exiger((drapeaux & 0x2041) === 0, 'archive-chiffree', nom)
  exiger(methode === 0 || methode === 8, 'compression', `${nom} ${String(methode)}`)
  const lien = vue.getUint16(p + 4, true) >> 8 === 3 && vue.getUint32(p + 38, true) >>> 28 === 0xa
  exiger(!lien && nomPermis(nom), 'noms-interdits', nom)
  const taille64 = { taille: vue.getUint32(p + 24, true), tailleCompressee: vue.getUint32(p + 20, true) }
  let debut = vue.getUint32(p + 42, true)
  debut = lireExtra64(vue, p + 46 + longueurNom, vue.getUint16(p + 30, true), taille64, debut)
  const { taille, tailleCompressee } = taille64
  const crc = vue.getUint32(p + 16, true)

  exiger(debut + 30 <= limite && vue.getUint32(debut, true) === LOCAL, 'abime', `local header of ${nom}`)
  const longueurLocale = vue.getUint16(debut + 26, true)
  const donnees = debut + 30 + longueurLocale + vue.getUint16(debut + 28, true)
  exiger(donnees + tailleCompressee <= limite, 'coupe', nom)
  const drapeauxLocaux = vue.getUint16(debut + 6, true)
  const memeNom =
    longueurLocale === longueurNom && octetsNom.every((octet, i) => octets[debut + 30 + i] === octet)
  const memeSens = vue.getUint16(debut + 8, true) === methode && (drapeauxLocaux & 0x2041) === 0
  exiger(memeNom && memeSens, 'entrees-cachees', `local header of ${nom}`)
  let fin = donnees + tailleCompressee
  if (drapeauxLocaux & 8) {
    // Sizes come after the data. What the header states beforehand is zero or the truth.
    const local = vue.getUint32(debut + 14, true)
    exiger(local === 0 || local === crc, 'entrees-cachees', `local CRC of ${nom}`)
    fin = finDescripteur(vue, fin, crc, limite)
  } else {
    const locales = {
      taille: vue.getUint32(debut + 22, true),
      tailleCompressee: vue.getUint32(debut + 18, true),
    }
    lireExtra64(vue, debut + 30 + longueurLocale, vue.getUint16(debut + 28, true), locales, 0)
    exiger(
      locales.taille === taille &&
        locales.tailleCompressee === tailleCompressee &&
        vue.getUint32(debut + 14, true) === crc,
      'entrees-cachees',
      `local sizes of ${nom}`,
    )
  }
  if (methode === 0) exiger(taille === tailleCompressee, 'abime', nom)
  return { nom, methode, crc, tailleCompressee, taille, debut, donnees, fin, central: p }
}

/** Fills, from the zip64 extra field, the sizes that are said to be there; gives the offset likewise. */
function lireExtra64(
  vue: DataView,
  debutExtra: number,
  longueur: number,
  tailles: { taille: number; tailleCompressee: number },
  debut: number,
): number {
  const fin = Math.min(debutExtra + longueur, vue.byteLength)
  for (let p = debutExtra; p + 4 <= fin;) {
    const genre = vue.getUint16(p, true)
    const finChamp = p + 4 + vue.getUint16(p + 2, true)
    // A Unicode path field would give the entry a second name.
    exiger(genre !== 0x7075, 'entrees-cachees', 'second name')
    if (genre === 1) {
      let q = p + 4
      const suivant = () => {
        exiger(q + 8 <= finChamp && finChamp <= fin, 'abime', 'zip64 field')
        q += 8
        return lire64(vue, q - 8)
      }
      if (tailles.taille === PLEIN32) tailles.taille = suivant()
      if (tailles.tailleCompressee === PLEIN32) tailles.tailleCompressee = suivant()
      return debut === PLEIN32 ? suivant() : debut
    }
    p = finChamp
  }
  return debut
}

/** End of the data descriptor, whose signature and 64-bit sizes are optional. */
function finDescripteur(vue: DataView, p: number, crc: number, limite: number): number {
  const signe = p + 4 <= limite && vue.getUint32(p, true) === DESCRIPTEUR ? 4 : 0
  if (p + signe + 12 > limite || vue.getUint32(p + signe, true) !== crc) return p
  const apres = p + signe + 12
  const marque = (q: number) => q === limite || (q + 4 <= limite && vue.getUint32(q, true) === LOCAL)
  return !marque(apres) && marque(apres + 8) ? apres + 8 : apres
}

/** Every byte before the directory belongs to one entry, and to one only. */
function refuserTrous(entrees: Entree[], debutRepertoire: number): void {
  let fin = 0
  for (const entree of [...entrees].sort((a, b) => a.debut - b.debut)) {
    exiger(entree.debut >= fin, 'doublons', `overlap at ${entree.nom}`)
    exiger(entree.debut === fin, 'entrees-cachees', `gap before ${entree.nom}`)
    fin = entree.fin
  }
  exiger(fin === debutRepertoire, 'entrees-cachees', 'gap before the directory')
}

function decoderNom(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}

/** No absolute path, no drive, no « .. », no control character. */
function nomPermis(nom: string): boolean {
  if (nom === '' || nom.startsWith('/') || /^[a-z]:/i.test(nom)) return false
  for (let i = 0; i < nom.length; i++) if (nom.charCodeAt(i) < 32) return false
  return !nom.split('/').some((segment) => segment === '..' || segment === '.')
}
