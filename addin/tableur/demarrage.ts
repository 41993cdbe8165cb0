import { creerGrille } from './grille.ts'
import { HoteTableur } from './hote-tableur.ts'
import { suivreSelection } from './selection.ts'
import type { EtatDeSelection } from './selection.ts'

/** What the page needs of the grid, in one lazy piece: the grid is by far the heaviest part. */
export interface Demarrage {
  ouvrir: (octets: Uint8Array, nom: string) => Promise<HoteTableur>
  annuler: () => void
  retablir: () => void
}

export function demarrer(
  conteneur: HTMLElement,
  auRefus: (phrase: string) => void,
  aLaSelection: (etat: EtatDeSelection) => void,
): Demarrage {
  const grille = creerGrille(conteneur, auRefus)
  suivreSelection(grille, aLaSelection)
  return {
    ouvrir: (octets, nom) => HoteTableur.ouvrir(grille, octets, nom),
    annuler: () => void grille.api.undo(),
    retablir: () => void grille.api.redo(),
  }
}
