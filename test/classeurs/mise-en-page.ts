import type { CelluleDecrite, StyleDecrit, ValeurDecrite } from './fabrique.ts'

/** The looks and the money formats that the example workbooks share. */

const VERT = 'DCE9E2'
const GRIS = 'EFEFEF'

export const TITRE: StyleDecrit = { gras: true, taille: 14 }
export const SOUS_TITRE: StyleDecrit = { italique: true }
export const ENTETE: StyleDecrit = {
  gras: true,
  fond: VERT,
  retour: true,
  horizontal: 'center',
  bordure: true,
}
export const SECTION: StyleDecrit = { gras: true, fond: GRIS }
export const TEXTE: StyleDecrit = { retour: true, bordure: true }
export const NOMBRE: StyleDecrit = { retour: true, bordure: true, horizontal: 'right' }
export const TOTAL: StyleDecrit = { gras: true, fond: GRIS, retour: true, bordure: true }

/** « # ##0 € » of French Excel, as the file stores it; with cents where the printed figure has them. */
export const EUROS = '#,##0\\ "€"'
export const EUROS_ET_CENTIMES = '#,##0.00\\ "€"'

/** A cell with a value and a look. */
export const cellule = (valeur: CelluleDecrite['valeur'], style: StyleDecrit): CelluleDecrite => ({
  valeur: valeur ?? null,
  style,
})

/** A whole figure as French Excel would take it when typed: « 40 000 € », « 314 400,00 € », « 55 000€ », « 0 ». */
const FIGURE = /^(\d{1,3}(?: \d{3})*|\d+)(?:,(\d{2}))? ?€?$/

/** The number that a printed text is, or undefined where French Excel would keep it as a text. */
export function figure(texte: string): { valeur: number; centimes: boolean } | undefined {
  const lu = FIGURE.exec(texte)
  if (!lu) return undefined
  const [, entier = '', decimales] = lu
  const valeur = Number(`${entier.replaceAll(' ', '')}.${decimales ?? '0'}`)
  return { valeur, centimes: decimales !== undefined }
}

/** A printed amount: a real number where it is a plain figure, else the exact text; a list goes on several lines. */
export function montantImprime(imprime: string | string[] | undefined): CelluleDecrite {
  const texte = Array.isArray(imprime) ? imprime.join('\n') : (imprime ?? '')
  const lu = figure(texte)
  if (!lu) return cellule(texte === '' ? null : texte, texte === '' ? NOMBRE : TEXTE)
  return { valeur: lu.valeur, format: lu.centimes ? EUROS_ET_CENTIMES : EUROS, style: NOMBRE }
}

/** The numbers of a column between two 1-based rows, formulas apart, added up exactly as Excel shows them. */
export function sommeDesNombres(lignes: ValeurDecrite[][], colonne: number, de: number, a: number): number {
  let centimes = 0
  for (const ligne of lignes.slice(de - 1, a)) {
    const v = ligne[colonne]
    const valeur = typeof v === 'object' ? v?.valeur : v
    if (typeof valeur === 'number') centimes += Math.round(valeur * 100)
  }
  return centimes / 100
}

/**
 * A row of sub-totals or of the grand total over the 1-based rows `de` to `a`: SUBTOTAL leaves other sub-totals
 * aside, so that the grand total counts each figure once.
 */
export function ligneDeTotal(
  lignes: ValeurDecrite[][],
  libelle: string,
  largeur: number,
  colonnes: number[],
  de: number,
  a: number,
): ValeurDecrite[] {
  return Array.from({ length: largeur }, (_, j) => {
    if (!colonnes.includes(j)) return cellule(j === 1 ? libelle : null, TOTAL)
    const lettre = String.fromCharCode(65 + j)
    return {
      formule: `SUBTOTAL(9,${lettre}${String(de)}:${lettre}${String(a)})`,
      resultat: sommeDesNombres(lignes, j, de, a),
      format: EUROS,
      style: { ...TOTAL, horizontal: 'right' as const },
    }
  })
}
