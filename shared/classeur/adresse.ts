import type { Plage } from './classeur.ts'

/** A cell named with its sheet: « Plan d'action!D7 ». The name is written as it is, without quotes: A1 addresses hold no « ! », so the last one parts them. */
export type ReferenceCellule = string

export const DERNIERE_LIGNE = 1_048_575
export const DERNIERE_COLONNE = 16_383

/** Column letters of a 0-based column: 0 → 'A', 26 → 'AA'. */
export function lettresDeColonne(colonne: number): string {
  let lettres = ''
  for (let n = colonne + 1; n > 0; n = Math.floor((n - 1) / 26))
    lettres = String.fromCharCode(65 + ((n - 1) % 26)) + lettres
  return lettres
}

/** 0-based column of its letters, in either case: 'A' → 0, 'aa' → 26. */
export function colonneDeLettres(lettres: string): number {
  let n = 0
  for (const lettre of lettres.toUpperCase()) n = n * 26 + lettre.charCodeAt(0) - 64
  return n - 1
}

/** A1 address of a 0-based row and column: (6, 3) → 'D7'. */
export function adresse(ligne: number, colonne: number): string {
  return lettresDeColonne(colonne) + String(ligne + 1)
}

/** Reads 'D7' or '$D$7' to 0-based bounds, undefined when it is not an address of the grid. */
export function lireAdresse(texte: string): { ligne: number; colonne: number } | undefined {
  const m = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(texte)
  if (!m) return undefined
  const colonne = colonneDeLettres(m[1]!)
  const ligne = Number(m[2]) - 1
  return colonne <= DERNIERE_COLONNE && ligne <= DERNIERE_LIGNE ? { ligne, colonne } : undefined
}

/** Reads 'B2:D7' or 'B2' to a rectangle, whichever corners are named; undefined when it is not one. */
export function lirePlage(texte: string): Plage | undefined {
  const [debut, fin = debut, reste] = texte.split(':')
  const a = debut === undefined ? undefined : lireAdresse(debut)
  const b = fin === undefined ? undefined : lireAdresse(fin)
  if (!a || !b || reste !== undefined) return undefined
  return {
    ligne: Math.min(a.ligne, b.ligne),
    colonne: Math.min(a.colonne, b.colonne),
    derniereLigne: Math.max(a.ligne, b.ligne),
    derniereColonne: Math.max(a.colonne, b.colonne),
  }
}

/** 'B2:D7' of a rectangle. */
export function adresseDePlage(plage: Plage): string {
  return `${adresse(plage.ligne, plage.colonne)}:${adresse(plage.derniereLigne, plage.derniereColonne)}`
}

/** Whether a 0-based row and column are in a rectangle. */
export function dansPlage(plage: Plage, ligne: number, colonne: number): boolean {
  return (
    ligne >= plage.ligne &&
    ligne <= plage.derniereLigne &&
    colonne >= plage.colonne &&
    colonne <= plage.derniereColonne
  )
}

/** « Feuille!D7 » of a sheet name and a 0-based row and column. */
export function reference(feuille: string, ligne: number, colonne: number): ReferenceCellule {
  return `${feuille}!${adresse(ligne, colonne)}`
}

/** Parts « Feuille!D7 » into its sheet and its address, at the last « ! ». */
export function decouperReference(ref: ReferenceCellule): { feuille: string; adresse: string } {
  const i = ref.lastIndexOf('!')
  return { feuille: ref.slice(0, i), adresse: ref.slice(i + 1) }
}
