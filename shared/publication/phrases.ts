import { accorder } from '../classeur/texte.ts'
import type { Masque } from './copie-publiable.ts'
import { NOMS_MASQUES } from './motifs.ts'

/** What a machine cannot judge. */
export const CONSEIL =
  'Relisez-la avant de la publier : un nom, une adresse ou une phrase libre restent à votre appréciation.'

/** One French sentence for each thing that was left out, by its cell; those that stand in none last. */
export function direMasques(masques: readonly Masque[]): string[] {
  if (masques.length === 0) return ['Rien à masquer n’a été trouvé.']
  const dites = masques.flatMap(({ genre, cellule }) =>
    cellule === null ? [] : [`${cellule} : ${NOMS_MASQUES[genre]}.`],
  )
  const ailleurs = new Map<string, number>()
  for (const { genre, cellule } of masques)
    if (cellule === null) ailleurs.set(NOMS_MASQUES[genre], (ailleurs.get(NOMS_MASQUES[genre]) ?? 0) + 1)
  for (const [nom, nombre] of ailleurs)
    dites.push(
      nom === NOMS_MASQUES.image
        ? `Hors des cellules : ${accorder(nombre, 'image blanchie', 'images blanchies')} (une signature ne s’y distingue pas d’un logo).`
        : `Hors des cellules (note, zone de texte, signature d’Excel…) : ${nom}.`,
    )
  return dites
}
