import type { Cellule, Classeur } from '../classeur/classeur.ts'
import { adresse } from '../classeur/adresse.ts'
import { bienForme, empreinte, formeCanonique } from './canonique.ts'
import type { Hachage } from './canonique.ts'

/** A cell that says nothing: some writers keep it, others drop it, so it counts for neither. */
export function estVide(cellule: Cellule | undefined): boolean {
  return !cellule || (cellule.formule === undefined && (cellule.valeur === null || cellule.valeur === ''))
}

function* lignesDeTexte(classeur: Classeur): Generator<string> {
  yield formeCanonique({ type: 'cdppe-contenu/1', date1904: classeur.date1904 })
  const feuilles = [...classeur.feuilles].sort((a, b) => (a.nom < b.nom ? -1 : a.nom > b.nom ? 1 : 0))
  for (const feuille of feuilles) {
    yield formeCanonique({ feuille: bienForme(feuille.nom) })
    for (const [ligne, rangee] of [...feuille.lignes].sort(([a], [b]) => a - b))
      for (const [colonne, cellule] of [...rangee].sort(([a], [b]) => a - b))
        if (!estVide(cellule)) yield formeCanonique(celluleCanonique(ligne, colonne, cellule))
  }
}

function celluleCanonique(ligne: number, colonne: number, cellule: Cellule): unknown[] {
  const ou = adresse(ligne, colonne)
  const valeur = bienForme(cellule.valeur)
  return cellule.formule === undefined ? [ou, valeur] : [ou, valeur, bienForme(cellule.formule)]
}

/**
 * The values and formulas of a workbook as one text, a canonical JSON value a line: sheets by name, cells
 * by row then column. Looks, widths, order of sheets and of parts in the file do not enter, so a workbook
 * that was saved again without a change keeps its text.
 */
export function texteContenu(classeur: Classeur): string {
  return [...lignesDeTexte(classeur)].join('\n')
}

/** SHA-256 of the content's text, in hexadecimal. */
export function empreinteContenu(classeur: Classeur, hachage: Hachage): Promise<string> {
  return empreinte(texteContenu(classeur), hachage)
}
