import { erreurFrancaise } from './langue/erreurs.ts'
import type { Grille } from './grille.ts'

/** What the line under the grid says of the selected cell. */
export interface EtatDeSelection {
  /** The sentence that explains an error of the cell; empty when there is nothing to explain. */
  phrase: string
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
  const { api } = grille
  const dire = (): void => {
    rappel({ phrase: phraseDeSelection(grille) })
  }
  api.addEvent(api.Event.SelectionChanged, dire)
  api.addEvent(api.Event.ActiveSheetChanged, dire)
  api.getFormula().calculationEnd(() => setTimeout(dire, 50))
}

function phraseDeSelection({ api, messages }: Grille): string {
  const classeur = api.getActiveWorkbook()
  const cellule = classeur?.getActiveRange()
  if (!classeur || !cellule) return ''
  const feuille = classeur.getActiveSheet()
  const [ligne, colonne] = [cellule.getRow(), cellule.getColumn()]
  // Through the interceptors: what is spilled into the cell by a formula elsewhere is there too.
  const valeur = feuille.getSheet().getCell(ligne, colonne)?.v
  const code = typeof valeur === 'string' ? codeInvariant(valeur) : undefined
  if (code === undefined) return ''
  const phrase = messages.lire(feuille.getSheetId(), ligne, colonne, code)
  const adresse = cellule.getA1Notation()
  const nom = erreurFrancaise(code) ?? code
  return phrase ? `${adresse} — ${phrase}` : `${adresse} — ${nom} : ${PHRASES[code] ?? ''}`
}

function codeInvariant(valeur: string): string | undefined {
  return Object.keys(PHRASES).find((code) => code === valeur || erreurFrancaise(code) === valeur)
}
