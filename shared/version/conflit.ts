import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Classeur } from '../classeur/classeur.ts'
import { comparerClasseurs, phraseDifference } from './comparer.ts'
import type { Comparaison } from './comparer.ts'

/** What parts two writers who both went on from the same version. */

/** Who changed a cell since the version that both knew: the one who saved first, the one who comes second, both. */
export type Auteurs = 'autre' | 'vous' | 'deux'

export interface CelluleEnConflit {
  cellule: ReferenceCellule
  /** null: the version that both knew is not there to tell. */
  par: Auteurs | null
  /** From what was saved to what was about to be: « Plan!F2 : passe de 82500 à 0. » */
  phrase: string
}

export interface Conflit {
  /** How many cells differ; `cellules` holds the first ones, those that both changed before the others. */
  nombre: number
  cellules: CelluleEnConflit[]
  /** Whole sheets that only one of the two has. */
  feuillesAjoutees: string[]
  feuillesSupprimees: string[]
}

const RANG: Record<Auteurs, number> = { deux: 0, autre: 1, vous: 2 }

const touchees = ({ differences }: Comparaison): Set<string> => new Set(differences.map((d) => d.cellule))

/**
 * The cells that differ from the version that was saved first (`tete`) to the workbook that comes second (`votre`),
 * and by whom, where the version that both went on from (`base`) is known. At most `limite` cells.
 */
export function comparerConflit(
  base: Classeur | null,
  tete: Classeur,
  votre: Classeur,
  limite: number,
): Conflit {
  const { differences, feuillesAjoutees, feuillesSupprimees } = comparerClasseurs(tete, votre)
  const autre = base && touchees(comparerClasseurs(base, tete))
  const vous = base && touchees(comparerClasseurs(base, votre))
  const par = (cellule: string): Auteurs | null => {
    if (!autre || !vous) return null
    if (autre.has(cellule)) return vous.has(cellule) ? 'deux' : 'autre'
    return 'vous'
  }
  const cellules = differences.map((d): CelluleEnConflit => ({
    cellule: d.cellule,
    par: par(d.cellule),
    phrase: phraseDifference(d),
  }))
  cellules.sort((a, b) => (a.par && b.par ? RANG[a.par] - RANG[b.par] : 0))
  return {
    nombre: cellules.length,
    cellules: cellules.slice(0, limite),
    feuillesAjoutees,
    feuillesSupprimees,
  }
}
