import { ErreurFormule } from './erreur.ts'
import { lireCellule } from './cellule.ts'

/**
 * Applies a calculation cell by cell over several ranges, as Excel does with its own functions: same shapes side
 * by side, a single cell against all, a column × a row gives a rectangle. Where ranges of different lengths end,
 * the cell says so (#N/A) and the others live.
 *
 * An error that stands in an argument's cell is the result of that cell only.
 * @param plages arguments as rows of cells; an omitted one (undefined, null, []) counts as one blank cell
 */
export function diffuser(
  plages: readonly unknown[],
  calcul: (...cellules: unknown[]) => unknown,
): unknown[][] {
  const matrices = plages.map(enMatrice)
  const hauteur = Math.max(1, ...matrices.map((m) => m.length))
  const largeur = Math.max(1, ...matrices.map((m) => m[0]!.length))
  // Plain loops over one array of arguments: this runs for every cell of a filled-down column.
  const cellules = matrices.map((): unknown => undefined)
  const resultat: unknown[][] = []
  for (let ligne = 0; ligne < hauteur; ligne++) {
    const rangee: unknown[] = []
    for (let colonne = 0; colonne < largeur; colonne++) {
      const refus = reunir(matrices, ligne, colonne, cellules)
      rangee.push(refus ?? calcul(...cellules))
    }
    resultat.push(rangee)
  }
  return resultat
}

/** Sets the arguments of one cell; where they cannot be had, the error that stands in its place. */
function reunir(
  matrices: readonly Matrice[],
  ligne: number,
  colonne: number,
  cellules: unknown[],
): ErreurFormule | null {
  for (let i = 0; i < matrices.length; i++) {
    const matrice = matrices[i]!
    const rangee = matrice.length === 1 ? matrice[0]! : matrice[ligne]
    const rang = matrice[0]!.length === 1 ? 0 : colonne
    if (rangee === undefined || rang >= rangee.length) return HORS_PLAGE
    const brut = rangee[rang]
    const valeur = typeof brut === 'object' ? lireCellule(brut) : brut
    if (valeur instanceof ErreurFormule) return valeur
    cellules[i] = valeur
  }
  return null
}

const HORS_PLAGE = new ErreurFormule(
  '#N/A',
  'Les plages données n’ont pas la même taille : cette cellule n’a pas de vis-à-vis. Donnez des plages de même hauteur et de même largeur.',
)

type Matrice = readonly (readonly unknown[])[]

function enMatrice(plage: unknown): Matrice {
  if (!Array.isArray(plage)) return [[plage]]
  const lignes = plage.map((ligne: unknown) => (Array.isArray(ligne) ? (ligne as unknown[]) : [ligne]))
  return lignes.length === 0 || lignes[0]!.length === 0 ? [[undefined]] : lignes
}
