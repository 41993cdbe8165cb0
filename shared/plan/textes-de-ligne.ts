import { reference } from '../classeur/adresse.ts'
import { celluleVue, type Cellule, type Feuille } from '../classeur/classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from '../classeur/comprehension.ts'
import { formatDate } from '../classeur/format-date.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, enumerer } from '../classeur/texte.ts'
import { dateDeSerie } from '../referentiel/date-civile.ts'
import { lireObjectifOuTitre } from '../referentiel/titres.ts'
import { estCroix } from './croix.ts'
import type { TexteLu } from './plan.ts'

/** What the columns of a row say in words, each with its cell. */

/** A table and the sheet that holds it, seen between the table's own columns. */
export interface Source {
  feuille: Feuille
  table: TableReconnue
  date1904: boolean
}

/** What the column of a role says on a row; null where it says nothing. */
export function texteLu(source: Source, ligne: number, role: RoleColonne): TexteLu | null {
  const c = source.table.colonnes.find((x) => x.role === role)
  return c ? texteEn(source, ligne, c) : null
}

/** The same of one column, through the merge that covers the cell. */
export function texteEn(source: Source, ligne: number, c: ColonneReconnue): TexteLu | null {
  const vue = celluleVue(source.feuille, ligne, c.colonne)
  const texte =
    (c.role === 'exercice' && anneeDeDate(source, vue.cellule)) || aplatir(texteCellule(vue.cellule))
  return texte === '' ? null : { texte, cellule: reference(source.feuille.nom, vue.ligne, c.colonne) }
}

/** The year of a date: an exercice may be a first of January that shows its year alone. null for anything else. */
function anneeDeDate({ date1904 }: Source, cellule: Cellule | undefined): string | null {
  const { valeur, format } = cellule ?? {}
  if (typeof valeur !== 'number' || !formatDate(format)) return null
  return dateDeSerie(valeur, date1904)?.slice(0, 4) ?? null
}

/** The objectif of a row: what its column says, or the column that it ticks; all those that it ticks, which are not one. */
export function objectifLu(source: Source, ligne: number): TexteLu | null {
  const colonnes = source.table.colonnes.filter((c) => c.role === 'objectif')
  const lus = colonnes.flatMap((c) => {
    const lu = texteEn(source, ligne, c)
    return lu ? [{ ...lu, coche: estCroix(lu.texte) ? lireObjectifOuTitre(c.entete) : null, c }] : []
  })
  const [premier] = lus
  if (!premier) return null
  const { coche, c, cellule } = premier
  if (coche === null) return { texte: premier.texte, cellule }
  const numeros = lus.flatMap((l) => l.coche ?? [])
  return { texte: numeros.length > 1 ? `Objectifs ${enumerer(numeros)}` : c.entete, cellule }
}
