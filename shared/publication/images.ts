import { DERNIERE_COLONNE, DERNIERE_LIGNE, reference } from '../classeur/adresse.ts'
import type { ReferenceCellule } from '../classeur/adresse.ts'
import { partiePrincipale } from '../classeur/xlsx/paquet.ts'
import type { Paquet } from '../classeur/xlsx/paquet.ts'
import { decoderTexte } from '../classeur/xlsx/texte.ts'

/**
 * Where each picture of a workbook stands, by the name of its part: the cell at its upper left, once for each place.
 * One that stands in no cell (a header, a background) is not in it.
 */
export async function placerImages(paquet: Paquet): Promise<Map<string, Set<ReferenceCellule>>> {
  const places = new Map<string, Set<ReferenceCellule>>()
  const { entree } = await partiePrincipale(paquet)
  const feuilles = new Map<string, string>()
  await paquet.lireXml(entree, {
    open(nom, a) {
      if (nom === 'sheet') feuilles.set(a.getPrefixe('id') ?? '', decoderTexte(a.get('name') ?? ''))
    },
  })
  for (const { id, cible } of await paquet.relations(entree.nom)) {
    const feuille = feuilles.get(id)
    if (feuille === undefined) continue
    for (const dessin of await paquet.relations(cible))
      if (dessin.type === 'drawing') await placerDessin(paquet, dessin.cible, feuille, places)
  }
  return places
}

/** The pictures of one drawing part. */
async function placerDessin(
  paquet: Paquet,
  partie: string,
  feuille: string,
  places: Map<string, Set<ReferenceCellule>>,
): Promise<void> {
  const entree = paquet.trouver(partie)
  if (!entree) return
  const cibles = new Map((await paquet.relations(partie)).map(({ id, cible }) => [id, cible]))
  let coin: { ligne: string; colonne: string } | null = null
  let dansCoin = false
  let champ: 'ligne' | 'colonne' | null = null
  await paquet.lireXml(entree, {
    open(nom, a) {
      if (nom.endsWith('Anchor')) coin = null
      else if (nom === 'from') {
        coin = { ligne: '', colonne: '' }
        dansCoin = true
      } else if (dansCoin) champ = nom === 'row' ? 'ligne' : nom === 'col' ? 'colonne' : null
      else if (nom === 'blip' || nom === 'svgBlip') {
        const cible = cibles.get(a.getPrefixe('embed') ?? '')
        const image = cible === undefined ? undefined : paquet.trouver(cible)
        const [ligne, colonne] = coin ? [Number(coin.ligne), Number(coin.colonne)] : [-1, -1]
        if (!image || !(ligne >= 0 && ligne <= DERNIERE_LIGNE && colonne >= 0 && colonne <= DERNIERE_COLONNE))
          return
        const siennes = places.get(image.nom) ?? new Set()
        places.set(image.nom, siennes.add(reference(feuille, ligne, colonne)))
      }
    },
    text(texte) {
      if (coin && champ) coin[champ] += texte
    },
    close(nom) {
      if (nom === 'from') dansCoin = false
      champ = null
    },
  })
}
