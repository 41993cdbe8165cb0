import { MASQUE, masquerTexte } from './motifs.ts'
import type { GenreMasque } from './motifs.ts'
import type { CelluleAMasquer } from './reperer.ts'

/** What a workbook file keeps outside of its cells: shared texts, notes, text boxes, pictures. */

export const estImage = (nom: string): boolean =>
  /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|ico|webp)$/i.test(nom)

/** One transparent pixel (PNG). */
export const IMAGE_VIDE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
)
export const SVG_VIDE = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')

/** A shorter value is looked for as a whole text only: as a part of anything it would be found by chance. */
const LONGUEUR_SURE = 8

const lire = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hexa: string, code: string) =>
      String.fromCodePoint(parseInt(code, hexa ? 16 : 10) || 0xfffd),
    )
    .replace(/&amp;/g, '&')
const ecrire = (texte: string): string =>
  texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Elements whose texts are read as one, though they are cut into runs of different looks. */
const BLOCS = /<((?:\w+:)?(?:si|comment|text|threadedComment|txBody|p))(\s[^>]*)?>([\s\S]*?)<\/\1>/g
const TEXTE = /(<((?:\w+:)?(?:t|text))(?:\s[^>]*)?>)([^<]*)(<\/\2>)/g

/** What a masked cell said, whole, and by what it was replaced. */
const originaux = (cellules: readonly CelluleAMasquer[]): Map<string, string> =>
  new Map(cellules.map(({ avant, apres }) => [avant, apres]))

/** The part with what is not to be published replaced, and what was found beyond the cells. */
export function masquerPartie(
  nom: string,
  xml: string,
  cellules: readonly CelluleAMasquer[],
): { xml: string; genres: GenreMasque[] } {
  const connus = originaux(cellules)
  const genres: GenreMasque[] = []
  const masquer = (texte: string, compter: boolean): string => {
    const entier = connus.get(texte.trim())
    if (entier !== undefined) return entier
    const lu = masquerTexte(texte)
    if (compter) genres.push(...lu.genres)
    return lu.texte
  }
  // Cells were masked one by one: of a sheet's part only its headers and footers are left.
  if (/^xl\/worksheets\/[^/]+$/i.test(nom)) {
    const entetes = /(<((?:\w+:)?(?:odd|even|first)(?:Header|Footer))>)([^<]*)(<\/\2>)/g
    const apres = xml.replace(entetes, (_, debut: string, _nom, texte: string, fin: string) =>
      [debut, ecrire(masquer(lire(texte), true)), fin].join(''),
    )
    return { xml: apres, genres }
  }
  const partagees = /sharedStrings/i.test(nom)
  let apres = xml.replace(BLOCS, (bloc: string) => {
    const textes = [...bloc.matchAll(TEXTE)].map(([, , , texte]) => lire(texte!))
    const ensemble = textes.join('')
    const masque = masquer(ensemble, !partagees)
    if (masque === ensemble) return bloc
    // The first run says it all; looks go with the runs that follow.
    let premier = true
    return bloc.replace(TEXTE, (_, debut: string, _nom, _texte, fin: string) => {
      const contenu = premier ? ecrire(masque) : ''
      premier = false
      return `${debut}${contenu}${fin}`
    })
  })
  // What we and others keep beside the sheets has no runs: each text by itself.
  if (/^(?:customXml|docProps)\//i.test(nom))
    apres = apres.replace(/>([^<]+)</g, (_, texte: string) => `>${ecrire(masquer(lire(texte), true))}<`)
  // Copies of the values elsewhere: caches of pivot tables, lists of choices, kept texts.
  for (const [avant, par] of connus)
    if (avant.length >= LONGUEUR_SURE && par === MASQUE) apres = apres.split(ecrire(avant)).join(MASQUE)
  return { xml: apres, genres }
}

/** Whether a part still says, whole, what a masked cell said. */
export function porteEncore(xml: string, cellules: readonly CelluleAMasquer[]): boolean {
  const valeurs = cellules
    .filter(({ avant, apres }) => avant.length >= LONGUEUR_SURE && apres === MASQUE)
    .map(({ avant }) => avant)
  if (valeurs.length === 0) return false
  const bruts = xml.replace(/<[^>]*>/g, '')
  return valeurs.some((valeur) => xml.includes(ecrire(valeur)) || lire(bruts).includes(valeur))
}
