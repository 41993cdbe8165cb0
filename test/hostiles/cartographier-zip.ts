/** Where each kind of byte of a zip archive lies, so that a campaign can change one of each. */
export interface PlageZip {
  /** « local.crc », « central.decalage », « donnees », « bourrage », « fin.commentaire »… */
  genre: string
  debut: number
  fin: number
}

type Champ = readonly [nom: string, taille: number]

const LOCAL: readonly Champ[] = [
  ['signature', 4],
  ['version', 2],
  ['drapeaux', 2],
  ['methode', 2],
  ['heure', 2],
  ['date', 2],
  ['crc', 4],
  ['compresse', 4],
  ['taille', 4],
  ['longueur-nom', 2],
  ['longueur-extra', 2],
]
const CENTRAL: readonly Champ[] = [
  ['signature', 4],
  ['version-auteur', 2],
  ['version', 2],
  ['drapeaux', 2],
  ['methode', 2],
  ['heure', 2],
  ['date', 2],
  ['crc', 4],
  ['compresse', 4],
  ['taille', 4],
  ['longueur-nom', 2],
  ['longueur-extra', 2],
  ['longueur-commentaire', 2],
  ['disque', 2],
  ['attributs-internes', 2],
  ['attributs', 4],
  ['decalage', 4],
]
const FIN: readonly Champ[] = [
  ['signature', 4],
  ['disque', 2],
  ['disque-repertoire', 2],
  ['entrees-disque', 2],
  ['entrees', 2],
  ['taille-repertoire', 4],
  ['decalage-repertoire', 4],
  ['longueur-commentaire', 2],
]

/** Every byte of a zip archive that is not zip64, each in one range, in the order of the file. */
export function cartographierZip(octets: Uint8Array): PlageZip[] {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const plages: PlageZip[] = []
  const noter = (genre: string, debut: number, longueur: number): number => {
    if (longueur > 0) plages.push({ genre, debut, fin: debut + longueur })
    return debut + longueur
  }
  const champs = (prefixe: string, debut: number, liste: readonly Champ[]): number =>
    liste.reduce((ou, [nom, taille]) => noter(`${prefixe}.${nom}`, ou, taille), debut)

  let fin = octets.length - 22
  while (vue.getUint32(fin, true) !== 0x06054b50) fin--
  const repertoire = vue.getUint32(fin + 16, true)
  let central = repertoire
  const locaux: { ou: number; compresse: number; descripteur: boolean }[] = []
  while (central < fin) {
    const [nom, extra, commentaire] = [28, 30, 32].map((d) => vue.getUint16(central + d, true))
    const descripteur = (vue.getUint16(central + 8, true) & 8) !== 0
    const ou = vue.getUint32(central + 42, true)
    locaux.push({ ou, compresse: vue.getUint32(central + 20, true), descripteur })
    let suite = champs('central', central, CENTRAL)
    suite = noter('central.nom', suite, nom!)
    suite = noter('central.extra', suite, extra!)
    central = noter('central.commentaire', suite, commentaire!)
  }
  for (const { ou, compresse, descripteur } of locaux) {
    const [nom, extra] = [26, 28].map((d) => vue.getUint16(ou + d, true))
    let suite = champs('local', ou, LOCAL)
    suite = noter('local.nom', suite, nom!)
    suite = noter('local.extra', suite, extra!)
    suite = noter('donnees', suite, compresse)
    if (descripteur) noter('descripteur', suite, 16)
  }
  noter('fin.commentaire', champs('fin', fin, FIN), vue.getUint16(fin + 20, true))
  plages.sort((a, b) => a.debut - b.debut)
  return combler(plages, octets.length)
}

/** What lies between two ranges is padding. */
function combler(plages: readonly PlageZip[], longueur: number): PlageZip[] {
  let jusqua = 0
  const tout: PlageZip[] = []
  for (const plage of plages) {
    if (plage.debut > jusqua) tout.push({ genre: 'bourrage', debut: jusqua, fin: plage.debut })
    tout.push(plage)
    jusqua = plage.fin
  }
  if (jusqua < longueur) tout.push({ genre: 'bourrage', debut: jusqua, fin: longueur })
  return tout
}
