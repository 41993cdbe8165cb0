import { read, type CellObject, type WorkSheet } from '@e965/xlsx'
import { lireClasseur } from '../../functions/depot/lire-classeur.ts'
import { adresse } from '../../shared/classeur/adresse.ts'
import type { Cellule, Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { RefusClasseur } from '../../shared/classeur/xlsx/refus.ts'

/** One difference between our reading and SheetJS's: what kind, where, and both sides. */
export interface Difference {
  genre: string
  ou: string
  nous: string
  eux: string
}

/** What became of one file. */
export interface Bilan {
  /** 'lu', a refusal's code, or 'inattendu' (an error that is not a refusal). */
  issue: string
  detail: string
  duree: number
  feuilles: number
  cellules: number
  formules: number
  /** How many cells differ in some way. */
  differentes: number
  differences: Difference[]
  /** How many of each kind. */
  genres: Record<string, number>
}

/** Differences of each kind kept of one file; they are all counted. */
const EXEMPLES = 3

/** Reads one file both ways and compares cell by cell. */
export async function comparer(octets: Uint8Array, nom: string): Promise<Bilan> {
  const bilan: Bilan = {
    issue: 'lu',
    detail: '',
    duree: 0,
    feuilles: 0,
    cellules: 0,
    formules: 0,
    differentes: 0,
    differences: [],
    genres: {},
  }
  const debut = performance.now()
  let nous: Classeur
  try {
    nous = await lireClasseur(octets, nom)
  } catch (erreur) {
    const refus = erreur instanceof RefusClasseur
    return {
      ...bilan,
      issue: refus ? erreur.code : 'inattendu',
      detail: refus ? erreur.detail : String(erreur),
    }
  } finally {
    bilan.duree = performance.now() - debut
  }
  bilan.feuilles = nous.feuilles.length
  let eux
  try {
    eux = read(octets, { type: 'array', cellNF: true, cellText: false, cellHTML: false, xlfn: true })
  } catch (erreur) {
    compter(bilan, { genre: 'SheetJS ne lit pas le fichier', ou: '', nous: 'lu', eux: String(erreur) })
    return bilan
  }
  for (const feuille of nous.feuilles) {
    const autre = eux.Sheets[feuille.nom]
    if (autre) comparerFeuille(bilan, feuille, autre)
    else compter(bilan, { genre: FEUILLE_PERDUE, ou: feuille.nom, nous: 'lue', eux: '' })
  }
  if (bilan.genres[FEUILLE_PERDUE] !== undefined) confondre(bilan)
  return bilan
}

const FEUILLE_PERDUE = 'feuille absente chez SheetJS'

/** Where SheetJS loses a sheet it gives the others under wrong names (exceljs names them as we do): that is one kind of difference. */
function confondre(bilan: Bilan): void {
  const genre = 'SheetJS perd une feuille et prend les autres l’une pour l’autre'
  bilan.genres = { [genre]: Object.values(bilan.genres).reduce((n, m) => n + m, 0) }
  for (const difference of bilan.differences) difference.genre = genre
}

function comparerFeuille(bilan: Bilan, feuille: Feuille, autre: WorkSheet): void {
  const restantes = new Set(
    Object.keys(autre).filter((cle) => !cle.startsWith('!') && !vide(autre[cle] as CellObject)),
  )
  for (const [ligne, rangee] of feuille.lignes)
    for (const [colonne, cellule] of rangee) {
      const nom = adresse(ligne, colonne)
      bilan.cellules++
      if (cellule.formule !== undefined) bilan.formules++
      restantes.delete(nom)
      const difference = comparerCellule(cellule, autre[nom] as CellObject | undefined)
      if (difference) compter(bilan, { ...difference, ou: `${feuille.nom}!${nom}` })
    }
  for (const nom of restantes)
    compter(bilan, {
      genre: 'cellule chez SheetJS seul',
      ou: `${feuille.nom}!${nom}`,
      nous: '',
      eux: JSON.stringify(autre[nom]),
    })
}

const vide = (cellule: CellObject) =>
  cellule.t === 'z' || (cellule.f === undefined && (cellule.v === undefined || cellule.v === ''))

function comparerCellule(nous: Cellule, eux: CellObject | undefined): Omit<Difference, 'ou'> | undefined {
  const dire = (genre: string) => ({ genre, nous: JSON.stringify(nous), eux: JSON.stringify(eux) ?? '' })
  const absente = !eux || vide(eux)
  if (absente && nous.valeur === '' && nous.formule === undefined) return undefined
  if (absente && nous.valeur === null) return dire('formule sans résultat, que SheetJS laisse de côté')
  if (absente) return dire('cellule chez nous seuls')
  if (!memeValeur(nous, eux)) return dire(genreDeValeur(nous, eux))
  const [a, b] = [nous.formule ?? '', eux.f ?? '']
  if (a !== b) return dire(genreDeFormule(a, b))
  const format = String(eux.z ?? 'General').replace(/^general$/i, 'General')
  if ((nous.format ?? 'General') !== format) return dire(genreDeFormat(nous.format, format))
  return undefined
}

function genreDeValeur(nous: Cellule, eux: CellObject): string {
  const [a, b] = [nous.valeur, eux.v]
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) < 1e-9 ? 'nombre : dernier chiffre d’une heure ISO' : 'nombre'
  if (typeof a !== 'string' || typeof b !== 'string')
    return `valeur : ${typeDe(nous)} chez nous, ${eux.t} chez SheetJS`
  if (finsDeLigne(a) === finsDeLigne(b)) return 'texte : fins de ligne'
  if (a.trim() === b.trim()) return 'texte : blancs autour'
  return b === '' || a.startsWith(b) || a.endsWith(b) ? 'texte : SheetJS n’en donne qu’une part' : 'texte'
}

function genreDeFormule(a: string, b: string): string {
  if (finsDeLigne(a) === finsDeLigne(b)) return 'formule : fins de ligne'
  return /\b(\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)\b/.test(a)
    ? 'formule partagée : SheetJS ne déplace pas les colonnes et lignes entières'
    : 'formule'
}

/** Built-in formats whose code depends on the country: SheetJS gives its own. */
const INTEGRES = /^(m\/d\/yyyy( h:mm)?|#,##0(\.00)?_\);(\[Red\])?\\\(#,##0(\.00)?\\\))$/

function genreDeFormat(nous: string | undefined, eux: string): string {
  if (nous !== undefined && INTEGRES.test(nous)) return 'format intégré : autre écriture'
  return eux === 'General' ? 'format que SheetJS n’applique pas' : 'format de nombre'
}

const finsDeLigne = (texte: string) => texte.replace(/\r\n?/g, '\n')

function typeDe({ valeur }: Cellule): string {
  return valeur === null ? 'vide' : typeof valeur === 'object' ? 'erreur' : typeof valeur
}

const ERREURS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

function memeValeur({ valeur }: Cellule, eux: CellObject): boolean {
  if (eux.t === 'e')
    return typeof valeur === 'object' && valeur?.erreur === (ERREURS[eux.v as number] ?? eux.w)
  if (valeur === null) return eux.v === undefined || eux.v === ''
  return Object.is(valeur, eux.v)
}

function compter(bilan: Bilan, difference: Difference): void {
  bilan.differentes++
  const dejaVus = bilan.differences.filter((d) => d.genre === difference.genre).length
  if (dejaVus < EXEMPLES) bilan.differences.push(difference)
  bilan.genres[difference.genre] = (bilan.genres[difference.genre] ?? 0) + 1
}
