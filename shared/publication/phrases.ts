import { accorder, enumerer } from '../classeur/texte.ts'
import type { CopiePubliable, Masque } from './copie-publiable.ts'
import { NOMS_MASQUES } from './motifs.ts'

/** Cells that one sentence names; the others are counted. */
const CELLULES_DITES = 5

/** One French sentence for each thing that was left out, by its cell; those that stand in none last. */
export function direMasques(masques: readonly Masque[]): string[] {
  if (masques.length === 0) return ['Rien à masquer n’a été trouvé.']
  const dites = masques.flatMap(({ genre, cellule }) =>
    cellule === null ? [] : [`${cellule} : ${genre === 'image' ? 'image blanchie' : NOMS_MASQUES[genre]}.`],
  )
  const ailleurs = new Map<string, number>()
  for (const { genre, cellule } of masques)
    if (cellule === null) ailleurs.set(NOMS_MASQUES[genre], (ailleurs.get(NOMS_MASQUES[genre]) ?? 0) + 1)
  for (const [nom, nombre] of ailleurs)
    dites.push(
      nom === NOMS_MASQUES.image
        ? `Hors des cellules (en-tête, fond…) : ${accorder(nombre, 'image blanchie', 'images blanchies')}.`
        : `Hors des cellules (note, zone de texte, signature d’Excel…) : ${nom}.`,
    )
  // Two pictures may stand in one cell.
  return [...new Set(dites)]
}

/** What a machine cannot judge, and what to do of it: French sentences for whoever publishes. */
export function direARelire({ masques, aRelire }: Pick<CopiePubliable, 'masques' | 'aRelire'>): string[] {
  const { courriels, signataires } = aRelire
  return [
    ...(masques.some(({ genre }) => genre === 'image')
      ? [
          'Toutes les images sont blanchies, logos compris : rien ne distingue à coup sûr une signature d’un logo. Remettez dans la copie les logos que vous voulez publier.',
        ]
      : []),
    ...(signataires.length > 0
      ? [
          `Les noms des signataires restent lisibles (${situer(signataires)}) : le contrat publié dit qui l’a signé. Effacez-les si vous en avez convenu autrement.`,
        ]
      : []),
    ...(courriels.length > 0
      ? [
          `Des adresses de courriel restent lisibles (${situer(courriels)}) : effacez celles qui ne sont pas à publier.`,
        ]
      : []),
    'Relisez la copie avant de la publier : un nom, une adresse ou une phrase libre restent à votre appréciation.',
  ]
}

function situer(cellules: readonly string[]): string {
  if (cellules.length <= CELLULES_DITES) return enumerer(cellules)
  const dites = cellules.slice(0, CELLULES_DITES)
  return enumerer([...dites, accorder(cellules.length - CELLULES_DITES, 'autre cellule', 'autres cellules')])
}
