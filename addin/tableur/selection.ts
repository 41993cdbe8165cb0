import { ICommandService } from '@univerjs/core'
import {
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core'
import { adresse } from '../../shared/classeur/adresse.ts'
import { erreurFrancaise } from './langue/erreurs.ts'
import type { Grille } from './grille.ts'

/** What the line under the grid says of the selected cell. */
export interface EtatDeSelection {
  /** The sentence that explains an error of the cell; empty when there is nothing to explain. */
  phrase: string
  /** The cell and what it shows, for whoever listens: the grid is a picture to a screen reader. */
  cellule: string
}

const PHRASES: Readonly<Record<string, string>> = {
  '#DIV/0!': 'la formule divise par zéro ou par une cellule vide.',
  '#NAME?': 'le nom d’une fonction ou d’une plage n’est pas reconnu.',
  '#REF!': 'la formule fait référence à une cellule qui n’existe plus.',
  '#N/A': 'la valeur cherchée n’a pas été trouvée.',
  '#VALUE!': 'un argument n’est pas du type attendu (un texte à la place d’un nombre, par exemple).',
  '#NUM!': 'le nombre obtenu ne peut pas être calculé ou affiché.',
  '#SPILL!': 'le résultat occupe plusieurs cellules et l’une d’elles n’est pas vide.',
  '#NULL!': 'les plages citées n’ont aucune cellule commune.',
  '#CALC!': 'le résultat de la formule est un tableau vide ou trop complexe.',
}

/** Tells, each time the selection or the cells change, what explains the selected cell. */
export function suivreSelection(grille: Grille, rappel: (etat: EtatDeSelection) => void): void {
  const { api, injector } = grille
  let prevu = false
  // Once for all that a gesture changes, and not while the grid is changing it.
  const dire = (): void => {
    if (prevu) return
    prevu = true
    setTimeout(() => {
      prevu = false
      rappel(etatDeSelection(grille))
    }, 50)
  }
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetSelectionsOperation.id || id === SetRangeValuesMutation.id) dire()
  })
  api.addEvent(api.Event.ActiveSheetChanged, dire)
  api.getFormula().calculationEnd(dire)
}

function etatDeSelection({ api, injector, messages }: Grille): EtatDeSelection {
  const classeur = api.getActiveWorkbook()
  const active = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary
  if (!classeur || !active) return { phrase: '', cellule: '' }
  const feuille = classeur.getActiveSheet()
  const { actualRow: ligne, actualColumn: colonne } = active
  // Through the interceptors: what is spilled into the cell by a formula elsewhere is there too.
  const montree = feuille.getSheet().getCell(ligne, colonne)
  const valeur = montree?.v
  const texte =
    montree?.p?.body?.dataStream.trim() ?? (valeur === null || valeur === undefined ? '' : String(valeur))
  const ou = adresse(ligne, colonne)
  const dite = `${ou}, ${texte === '' ? 'vide' : texte}`
  const code = typeof valeur === 'string' ? codeInvariant(valeur) : undefined
  if (code === undefined) return { phrase: '', cellule: dite }
  const phrase = messages.lire(feuille.getSheetId(), ligne, colonne, code)
  const nom = erreurFrancaise(code) ?? code
  return {
    phrase: phrase ? `${ou} — ${phrase}` : `${ou} — ${nom} : ${PHRASES[code] ?? ''}`,
    // The sentence is said by itself.
    cellule: '',
  }
}

function codeInvariant(valeur: string): string | undefined {
  return Object.keys(PHRASES).find((code) => code === valeur || erreurFrancaise(code) === valeur)
}
