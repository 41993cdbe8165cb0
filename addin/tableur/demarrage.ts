import { ILayoutService } from '@univerjs/preset-sheets-core'
import { fondSombre, suivreSysteme } from '../volet/apparence-systeme.ts'
import { creerGrille } from './grille.ts'
import { HoteTableur } from './hote-tableur.ts'
import { suivreSelection } from './selection.ts'
import type { EtatDeSelection } from './selection.ts'

/** What the page needs of the grid, in one lazy piece: the grid is by far the heaviest part. */
export interface Demarrage {
  ouvrir: (octets: Uint8Array, nom: string) => Promise<HoteTableur>
  annuler: () => void
  retablir: () => void
  /** Gives the keyboard to the grid. */
  entrer: () => void
  /** Takes what is being typed in a cell as it is, before the keyboard goes elsewhere. */
  quitter: () => Promise<void>
}

/** Starts the grid in an element; it is dark when the system is, its cells with it. */
export function demarrer(
  conteneur: HTMLElement,
  auRefus: (phrase: string) => void,
  aLaSelection: (etat: EtatDeSelection) => void,
): Demarrage {
  const grille = creerGrille(conteneur, fondSombre(), auRefus)
  suivreSysteme(() => {
    grille.api.toggleDarkMode(fondSombre())
  })
  suivreSelection(grille, aLaSelection)
  return {
    ouvrir: (octets, nom) => HoteTableur.ouvrir(grille, octets, nom),
    annuler: () => void grille.api.undo(),
    retablir: () => void grille.api.redo(),
    entrer: () => {
      grille.injector.get(ILayoutService).focus()
    },
    quitter: async () => {
      await grille.api.getActiveWorkbook()?.endEditingAsync(true)
    },
  }
}
