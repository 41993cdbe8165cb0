import { reference } from '../classeur/adresse.ts'
import { celluleEn, type Feuille } from '../classeur/classeur.ts'
import type { ColonneReconnue } from '../classeur/comprehension.ts'
import { formatDate } from '../classeur/format-date.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir } from '../classeur/texte.ts'
import { lireMontant, lireNombre } from '../montant/lire-montant.ts'
import type { MontantLu } from './plan.ts'

/** Reads the amount of a cell, null where the cell is blank or says that there is nothing (« - », « / », « néant »). */
export function lireMontantCellule(
  feuille: Feuille,
  ligne: number,
  colonne: Pick<ColonneReconnue, 'colonne' | 'unite'>,
): MontantLu | null {
  const cellule = celluleEn(feuille, ligne, colonne.colonne)
  if (!cellule) return null
  const ou = {
    texte: aplatir(texteCellule(cellule)),
    cellule: reference(feuille.nom, ligne, colonne.colonne),
  }
  const sans = (raison: string): MontantLu => ({
    ...ou,
    centimes: null,
    composantes: [],
    raison,
    reserve: null,
    nature: 'illisible',
  })
  const v = cellule.valeur
  if (v === null)
    return cellule.formule === undefined
      ? null
      : sans('La formule n’a pas de résultat enregistré : recalculez le classeur.')
  if (typeof v === 'number' && formatDate(cellule.format))
    return sans('La cellule contient une date, non un montant.')
  if (typeof v === 'number') return { ...lireNombre(v, colonne.unite), ...ou }
  if (typeof v === 'object') return sans(`La formule rend l’erreur ${v.erreur}.`)
  if (typeof v === 'boolean') return sans(`La cellule contient ${v ? 'VRAI' : 'FAUX'}, non un montant.`)
  const lu = lireMontant(v, colonne.unite)
  if (lu.nature === 'vide' || lu.nature === 'aucun') return null
  const tape = cellule.formule === undefined && colonne.unite === 1
  return { ...lu, ...ou, ...(tape ? { saisi: 'texte' as const } : {}) }
}
