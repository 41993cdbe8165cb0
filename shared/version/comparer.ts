import { reference } from '../classeur/adresse.ts'
import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Cellule, Classeur, Feuille, ValeurCellule } from '../classeur/classeur.ts'
import { estVide } from './contenu.ts'

export type NatureDifference =
  | 'ajoutee'
  | 'supprimee'
  /** A typed value that changed. */
  | 'valeur'
  /** The same formula gives another result. */
  | 'resultat'
  | 'formule'
  /** A formula gave way to a typed value: the sheet no longer calculates there. */
  | 'formule-remplacee'
  | 'valeur-remplacee'

/** One cell that differs, with what it held on either side (null: blank). */
export interface Difference {
  cellule: ReferenceCellule
  nature: NatureDifference
  avant: Cellule | null
  apres: Cellule | null
}

export interface Comparaison {
  identique: boolean
  /** Names of whole sheets; their cells are not listed one by one. */
  feuillesAjoutees: string[]
  feuillesSupprimees: string[]
  /** By sheet in the order of `avant`, then row, then column. */
  differences: Difference[]
}

function memeValeur(a: ValeurCellule, b: ValeurCellule): boolean {
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) return a.erreur === b.erreur
  // A blank text and no value are the same to whoever reads the sheet.
  return (a === '' ? null : a) === (b === '' ? null : b)
}

function natureDe(avant: Cellule, apres: Cellule): NatureDifference | null {
  if (avant.formule !== undefined && apres.formule === undefined) return 'formule-remplacee'
  if (avant.formule === undefined && apres.formule !== undefined) return 'valeur-remplacee'
  if (avant.formule !== apres.formule) return 'formule'
  if (memeValeur(avant.valeur, apres.valeur)) return null
  return avant.formule === undefined ? 'valeur' : 'resultat'
}

function* positions(a: Feuille, b: Feuille): Generator<[number, number]> {
  const lignes = [...new Set([...a.lignes.keys(), ...b.lignes.keys()])].sort((x, y) => x - y)
  for (const ligne of lignes) {
    const deA = a.lignes.get(ligne)
    const deB = b.lignes.get(ligne)
    const colonnes = [...new Set([...(deA?.keys() ?? []), ...(deB?.keys() ?? [])])].sort((x, y) => x - y)
    for (const colonne of colonnes) yield [ligne, colonne]
  }
}

function comparerFeuilles(avant: Feuille, apres: Feuille): Difference[] {
  const differences: Difference[] = []
  for (const [ligne, colonne] of positions(avant, apres)) {
    const a = avant.lignes.get(ligne)?.get(colonne)
    const b = apres.lignes.get(ligne)?.get(colonne)
    const cellule = reference(avant.nom, ligne, colonne)
    const avantLue = a && !estVide(a) ? a : null
    const apresLue = b && !estVide(b) ? b : null
    if (!avantLue && !apresLue) continue
    if (!avantLue) differences.push({ cellule, nature: 'ajoutee', avant: null, apres: apresLue })
    else if (!apresLue) differences.push({ cellule, nature: 'supprimee', avant: avantLue, apres: null })
    else {
      const nature = natureDe(avantLue, apresLue)
      if (nature) differences.push({ cellule, nature, avant: avantLue, apres: apresLue })
    }
  }
  return differences
}

/**
 * The cells that differ between two workbooks, by value and formula: looks, widths and order of sheets do
 * not count. Sheets are matched by their exact name.
 */
export function comparerClasseurs(avant: Classeur, apres: Classeur): Comparaison {
  const nouvelles = new Map(apres.feuilles.map((f) => [f.nom, f]))
  const anciennes = new Set(avant.feuilles.map((f) => f.nom))
  const feuillesAjoutees = apres.feuilles.filter((f) => !anciennes.has(f.nom)).map((f) => f.nom)
  const feuillesSupprimees: string[] = []
  const differences: Difference[] = []
  for (const feuille of avant.feuilles) {
    const autre = nouvelles.get(feuille.nom)
    if (autre) for (const difference of comparerFeuilles(feuille, autre)) differences.push(difference)
    else feuillesSupprimees.push(feuille.nom)
  }
  const identique = !differences.length && !feuillesAjoutees.length && !feuillesSupprimees.length
  return { identique, feuillesAjoutees, feuillesSupprimees, differences }
}

function direValeur(cellule: Cellule | null): string {
  const valeur = cellule?.valeur ?? null
  if (valeur === null) return 'vide'
  if (typeof valeur === 'object') return valeur.erreur
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX'
  if (typeof valeur === 'number') return String(valeur).replace('.', ',')
  return `« ${valeur} »`
}

/** One difference as a French sentence. Formulas are written in the file's own grammar (English names, « , »). */
export function phraseDifference(d: Difference): string {
  const avant = direValeur(d.avant)
  const apres = direValeur(d.apres)
  const formuleAvant = `=${d.avant?.formule ?? ''}`
  const formuleApres = `=${d.apres?.formule ?? ''}`
  switch (d.nature) {
    case 'ajoutee':
      return `${d.cellule} : ajoutée, ${d.apres?.formule === undefined ? apres : `formule ${formuleApres} (${apres})`}.`
    case 'supprimee':
      return `${d.cellule} : vidée, contenait ${d.avant?.formule === undefined ? avant : `la formule ${formuleAvant} (${avant})`}.`
    case 'valeur':
      return `${d.cellule} : passe de ${avant} à ${apres}.`
    case 'resultat':
      return `${d.cellule} : même formule ${formuleApres}, le résultat passe de ${avant} à ${apres}.`
    case 'formule':
      return `${d.cellule} : la formule ${formuleAvant} devient ${formuleApres} (${avant}, puis ${apres}).`
    case 'formule-remplacee':
      return `${d.cellule} : la formule ${formuleAvant} (${avant}) est remplacée par la valeur ${apres}.`
    case 'valeur-remplacee':
      return `${d.cellule} : la valeur ${avant} est remplacée par la formule ${formuleApres} (${apres}).`
  }
}
