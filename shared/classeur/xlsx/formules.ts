import { colonneDeLettres, DERNIERE_COLONNE, DERNIERE_LIGNE, lettresDeColonne } from '../adresse.ts'

/** Excel saves the functions of an add-in under this name. */
const PREFIXE_FICHIER = /_xldudf_CDPPE_([A-Za-z0-9._]+)(?=\s*\()/gi
const PREFIXE_CELLULE = /\bCDPPE\.([A-Za-z0-9._]+)(?=\s*\()/gi

/** As people see it: `_xldudf_CDPPE_ELIGIBLE(` becomes `CDPPE.ELIGIBLE(`; a leading '=' goes. */
export function formuleLue(formule: string): string {
  const sans = formule.startsWith('=') ? formule.slice(1) : formule
  return /_xldudf_CDPPE_/i.test(sans)
    ? horsTextes(sans, (part) => part.replace(PREFIXE_FICHIER, 'CDPPE.$1'))
    : sans
}

/** As the file keeps it: `CDPPE.ELIGIBLE(` becomes `_xldudf_CDPPE_ELIGIBLE(`; a leading '=' goes. */
export function formuleEcrite(formule: string): string {
  const sans = formule.startsWith('=') ? formule.slice(1) : formule
  return /CDPPE\./i.test(sans)
    ? horsTextes(sans, (part) => part.replace(PREFIXE_CELLULE, '_xldudf_CDPPE_$1'))
    : sans
}

/** Applies a change to what stands outside of quoted texts and sheet names. */
function horsTextes(formule: string, changer: (part: string) => string): string {
  return formule.replace(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[^"']+/g, (part) =>
    part.startsWith('"') || part.startsWith("'") ? part : changer(part),
  )
}

/**
 * What is to be told apart in a formula: quoted texts and names, bracketed parts, numbers and words are
 * stepped over whole, so that what is left to match as a reference is one.
 */
const JETONS = new RegExp(
  [
    '"(?:[^"]|"")*"?',
    "'(?:[^']|'')*'?",
    // references: whole columns, whole rows, cells; never followed by what would make them a name
    '(?<c1>\\$?[A-Za-z]{1,3}):(?<c2>\\$?[A-Za-z]{1,3})(?![\\w.$\\\\?(!])',
    '(?<l1>\\$?\\d{1,7}):(?<l2>\\$?\\d{1,7})(?![\\w.$\\\\?(!])',
    '(?<col>\\$?[A-Za-z]{1,3})(?<lig>\\$?[1-9]\\d{0,6})(?![\\w.\\\\?(!])',
    // words and numbers
    '[\\p{L}\\p{N}_\\\\.$?]+',
  ].join('|'),
  'gu',
)

/** A relative row or column within a formula, and what stands before it. */
interface Reference {
  avant: string
  genre: 'ligne' | 'colonne'
  position: number
}

/** A formula cut at its relative references, ready to be moved many times. */
export interface FormuleMobile {
  references: readonly Reference[]
  fin: string
}

/** Cuts a formula at its relative references. */
export function decouperFormule(formule: string): FormuleMobile {
  const references: Reference[] = []
  let avant = ''
  const fixe = (texte: string) => {
    avant += texte
  }
  const mobile = (genre: 'ligne' | 'colonne', texte: string) => {
    const position = genre === 'ligne' ? Number(texte) - 1 : colonneDeLettres(texte)
    if (texte.startsWith('$') || position > (genre === 'ligne' ? DERNIERE_LIGNE : DERNIERE_COLONNE))
      return fixe(texte)
    references.push({ avant, genre, position })
    avant = ''
  }
  for (const part of horsCrochets(formule)) {
    if (part.startsWith('[')) {
      fixe(part)
      continue
    }
    let position = 0
    for (const m of part.matchAll(JETONS)) {
      fixe(part.slice(position, m.index))
      position = m.index + m[0].length
      const { c1, c2, l1, l2, col, lig } = m.groups ?? {}
      if (c1 !== undefined && c2 !== undefined) {
        mobile('colonne', c1)
        fixe(':')
        mobile('colonne', c2)
      } else if (l1 !== undefined && l2 !== undefined) {
        mobile('ligne', l1)
        fixe(':')
        mobile('ligne', l2)
      } else if (col !== undefined && lig !== undefined) {
        mobile('colonne', col)
        mobile('ligne', lig)
      } else fixe(m[0])
    }
    fixe(part.slice(position))
  }
  return { references, fin: avant }
}

/**
 * A shared formula as it stands `dLigne` rows lower and `dColonne` columns further right than where it was
 * written: relative references move, going around the edge of the grid as Excel makes them.
 */
export function deplacerFormule(
  { references, fin }: FormuleMobile,
  dLigne: number,
  dColonne: number,
): string {
  // Joined at once: added piece by piece, the text would keep every piece alive.
  const parts: string[] = []
  for (const { avant, genre, position } of references)
    parts.push(
      avant,
      genre === 'ligne'
        ? String(modulo(position + dLigne, DERNIERE_LIGNE + 1) + 1)
        : lettresDeColonne(modulo(position + dColonne, DERNIERE_COLONNE + 1)),
    )
  parts.push(fin)
  return parts.join('')
}

/** The formula moved once. */
export function decalerFormule(formule: string, dLigne: number, dColonne: number): string {
  return deplacerFormule(decouperFormule(formule), dLigne, dColonne)
}

/** Parts a formula at its outermost [brackets] (structured references, numbers of other workbooks), kept whole. */
function horsCrochets(formule: string): string[] {
  if (!formule.includes('[')) return [formule]
  const parts: string[] = []
  let debut = 0
  let profondeur = 0
  let guillemet = ''
  for (let i = 0; i < formule.length; i++) {
    const c = formule[i]!
    if (guillemet !== '') {
      if (c === guillemet) guillemet = ''
    } else if (profondeur === 0 && (c === '"' || c === "'")) guillemet = c
    // In brackets an apostrophe protects the next character.
    else if (profondeur > 0 && c === "'") i++
    else if (c === '[') {
      if (profondeur++ > 0) continue
      parts.push(formule.slice(debut, i))
      debut = i
    } else if (c === ']' && profondeur > 0 && --profondeur === 0) {
      parts.push(formule.slice(debut, i + 1))
      debut = i + 1
    }
  }
  parts.push(formule.slice(debut))
  return parts
}

const modulo = (n: number, m: number) => ((n % m) + m) % m
