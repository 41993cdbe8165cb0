import { adresse } from '../classeur/adresse.ts'
import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Classeur } from '../classeur/classeur.ts'
import { ecrireArchive } from '../classeur/xlsx/ecrire-archive.ts'
import type { Inflater } from '../classeur/xlsx/inflate.ts'
import { lireClasseur } from '../classeur/xlsx/lire.ts'
import { modifierClasseur } from '../classeur/xlsx/modifier.ts'
import { sansElements } from '../classeur/xlsx/modifier-parties.ts'
import { ouvrirPaquet } from '../classeur/xlsx/paquet.ts'
import { reference } from '../classeur/adresse.ts'
import { aRelire } from './a-relire.ts'
import type { ARelire } from './a-relire.ts'
import { placerImages } from './images.ts'
import type { GenreMasque } from './motifs.ts'
import { estImage, IMAGE_VIDE, masquerPartie, porteEncore, SVG_VIDE } from './parties.ts'
import { reperer } from './reperer.ts'
import type { CelluleAMasquer } from './reperer.ts'

/** One thing that was left out: where, and what it was; never what it said. */
export interface Masque {
  genre: GenreMasque
  /** The cell, of a picture the one at its upper left; null for what stands in none (a note, a text box). */
  cellule: ReferenceCellule | null
}

export interface CopiePubliable {
  octets: Uint8Array
  masques: Masque[]
  /** What it still says and a person must judge. */
  aRelire: ARelire
}

/** A copy cannot be made for sure: the message is a French sentence for the user. */
export class RefusPublication extends Error {
  override readonly name = 'RefusPublication'
}

/**
 * A copy of a workbook to put on line: bank details, telephone numbers and signatures are masked in its cells and
 * wherever else the file keeps them (shared texts, notes, text boxes); pictures are blanked, for nothing tells a
 * signature from a logo, and a logo is put back while a signature is not taken back; Excel's own signature is taken away, since it no longer holds. `octets` is left as it is.
 * Rejects with RefusClasseur (unreadable), RefusModification (a cell that cannot be changed) or RefusPublication.
 */
export async function copiePubliable(octets: Uint8Array, inflater: Inflater): Promise<CopiePubliable> {
  const cellules = reperer(await lireClasseur(octets, '', inflater))
  const sansCellules = await modifierClasseur(
    octets,
    cellules.map(({ feuille, ligne, colonne, apres }) => ({
      feuille,
      adresse: adresse(ligne, colonne),
      valeur: apres,
    })),
    inflater,
  )
  const masques: Masque[] = cellules.flatMap((c) =>
    c.genres.map((genre) => ({ genre, cellule: reference(c.feuille, c.ligne, c.colonne) })),
  )
  const copie = await masquerParties(sansCellules, cellules, masques, inflater)
  const relue = await lireClasseur(copie, '', inflater)
  await exigerPropre(copie, relue, cellules, inflater)
  return { octets: copie, masques, aRelire: aRelire(relue) }
}

async function masquerParties(
  octets: Uint8Array,
  cellules: readonly CelluleAMasquer[],
  masques: Masque[],
  inflater: Inflater,
): Promise<Uint8Array> {
  const paquet = ouvrirPaquet(octets, inflater)
  const places = await placerImages(paquet)
  const changees = new Map<string, Uint8Array | null>()
  for (const entree of paquet.repertoire.entrees) {
    const { nom } = entree
    if (/^xl\/(?:embeddings|activeX)\//i.test(nom))
      throw new RefusPublication(
        'Le classeur contient des objets incorporés (documents, PDF…) que cet outil n’ouvre pas : retirez-les dans Excel, puis recommencez.',
      )
    if (/^_xmlsignatures\//i.test(nom)) changees.set(nom, null)
    else if (estImage(nom)) {
      changees.set(nom, /\.svg$/i.test(nom) ? SVG_VIDE : IMAGE_VIDE)
      for (const cellule of places.get(nom) ?? [null]) masques.push({ genre: 'image', cellule })
    } else if (/\.(?:xml|vml)$/i.test(nom)) {
      const avant = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await paquet.lireOctets(entree))
      const { xml, genres } = masquerPartie(nom, avant, cellules)
      if (xml === avant) continue
      changees.set(nom, new TextEncoder().encode(xml))
      masques.push(...genres.map((genre) => ({ genre, cellule: null })))
    }
  }
  if ([...changees].some(([nom, contenu]) => contenu === null && nom !== '')) {
    masques.push({ genre: 'signature', cellule: null })
    for (const [nom, element, attribut] of [
      ['_rels/.rels', 'Relationship', 'Target'],
      ['[Content_Types].xml', 'Override', 'PartName'],
    ] as const) {
      const entree = paquet.trouver(nom)
      if (!entree) continue
      const avant = new TextDecoder().decode(await paquet.lireOctets(entree))
      const apres = sansElements(avant, element, (a) => /_xmlsignatures\//i.test(a.get(attribut) ?? ''))
      changees.set(entree.nom, new TextEncoder().encode(apres))
    }
  }
  return changees.size === 0 ? octets : ecrireArchive(octets, paquet.repertoire, changees)
}

/** Looks through the copy as it reads again: nothing of what was masked may stand anywhere in it. */
async function exigerPropre(
  copie: Uint8Array,
  relue: Classeur,
  cellules: readonly CelluleAMasquer[],
  inflater: Inflater,
): Promise<void> {
  const [reste] = reperer(relue)
  const paquet = ouvrirPaquet(copie, inflater)
  let partie: string | undefined
  for (const entree of paquet.repertoire.entrees) {
    if (!/\.(?:xml|vml|rels)$/i.test(entree.nom)) continue
    const xml = new TextDecoder().decode(await paquet.lireOctets(entree))
    if (porteEncore(xml, cellules)) partie = entree.nom
  }
  if (reste || partie !== undefined)
    throw new RefusPublication(
      reste
        ? `La cellule ${reste.cellule} porte une donnée à ne pas publier que cet outil n’a pas pu masquer : videz-la dans Excel, puis recommencez.`
        : 'Une donnée à ne pas publier reste dans le fichier, hors des cellules (tableau croisé, nom, en-tête) : retirez-la dans Excel, puis recommencez.',
    )
}
