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

/**
 * A shared formula as it stands `dLigne` rows lower and `dColonne` columns further right than where it was
 * written: relative references move, going around the edge of the grid as Excel makes them.
 */
export function decalerFormule(formule: string, dLigne: number, dColonne: number): string {
  if (dLigne === 0 && dColonne === 0) return formule
  return horsCrochets(formule, (part) =>
    part.replace(JETONS, (jeton: string, ...reste: unknown[]) => {
      const g = reste[reste.length - 1] as Partial<Record<'c1' | 'c2' | 'l1' | 'l2' | 'col' | 'lig', string>>
      if (g.c1 !== undefined && g.c2 !== undefined)
        return `${decalerColonne(g.c1, dColonne)}:${decalerColonne(g.c2, dColonne)}`
      if (g.l1 !== undefined && g.l2 !== undefined)
        return `${decalerLigne(g.l1, dLigne)}:${decalerLigne(g.l2, dLigne)}`
      if (g.col !== undefined && g.lig !== undefined)
        return decalerColonne(g.col, dColonne) + decalerLigne(g.lig, dLigne)
      return jeton
    }),
  )
}

/** Applies a change outside of [brackets] (structured references, numbers of other workbooks). */
function horsCrochets(formule: string, changer: (part: string) => string): string {
  if (!formule.includes('[')) return changer(formule)
  let sortie = ''
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
      if (profondeur++ === 0) {
        sortie += changer(formule.slice(debut, i))
        debut = i
      }
    } else if (c === ']' && profondeur > 0 && --profondeur === 0) {
      sortie += formule.slice(debut, i + 1)
      debut = i + 1
    }
  }
  return sortie + (profondeur > 0 ? formule.slice(debut) : changer(formule.slice(debut)))
}

function decalerColonne(texte: string, d: number): string {
  if (texte.startsWith('$')) return texte
  const colonne = colonneDeLettres(texte)
  if (colonne > DERNIERE_COLONNE) return texte
  return lettresDeColonne(modulo(colonne + d, DERNIERE_COLONNE + 1))
}

function decalerLigne(texte: string, d: number): string {
  if (texte.startsWith('$')) return texte
  const ligne = Number(texte) - 1
  if (ligne > DERNIERE_LIGNE) return texte
  return String(modulo(ligne + d, DERNIERE_LIGNE + 1) + 1)
}

const modulo = (n: number, m: number) => ((n % m) + m) % m
