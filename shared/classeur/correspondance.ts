import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import { aplatir, normaliser } from './texte.ts'

/**
 * What the officer said of her own tables, kept inside the workbook (never in a visible cell) as JSON: for each
 * table its headers and what she said of a column, for each sheet whether it is read. Columns are named by their
 * header, so that next year's copy, with a column more or in another order, is read the same.
 */

/** Key of Classeur.donnees. */
export const CLE_CORRESPONDANCE = 'correspondance'

/** What she said of one column. */
export interface ColonneChoisie {
  /** The header as it was printed; '' for a column without one. */
  entete: string
  /** Among the columns of that same header, from 0. */
  rang: number
  /** null: not used. */
  role: RoleColonne | null
  /** null: the header or the row says it. */
  exercice: number | null
  /** 1, 1000 or 1 000 000 euros. */
  unite: number
}

export interface TableChoisie {
  feuille: string
  /** Every header of the table when it was last confirmed, in order: what tells that the layout changed. */
  entetes: string[]
  colonnes: ColonneChoisie[]
}

export interface FeuilleChoisie {
  feuille: string
  lecture: 'lire' | 'ignorer'
}

export interface Correspondance {
  version: 1
  tables: TableChoisie[]
  feuilles: FeuilleChoisie[]
}

export const CORRESPONDANCE_VIDE: Correspondance = { version: 1, tables: [], feuilles: [] }

const ROLES: Readonly<Record<RoleColonne, true>> = {
  numero: true,
  intitule: true,
  engagement: true,
  objectif: true,
  exercice: true,
  enveloppe: true,
  financeur: true,
  etat: true,
  departement: true,
  autres: true,
  FIR: true,
  P304: true,
  ONDAM: true,
  fleche: true,
  engage: true,
  execute: true,
  montant: true,
}
/** Every role, in the order in which they are offered. */
export const ROLES_COLONNE = Object.keys(ROLES) as RoleColonne[]
const UNITES = [1, 1000, 1_000_000]
/** Longer texts and lists are nobody's table. */
const LISTE_MAX = 1000
const TEXTE_MAX = 1000

/**
 * Reads what was kept. Closed: a value that is not one of those above makes the whole unreadable, and that is said
 * rather than half-followed. null where nothing was kept; 'illisible' where it was damaged.
 */
export function lireCorrespondance(texte: string | undefined): Correspondance | 'illisible' | null {
  if (texte === undefined || texte === '') return null
  let lu: unknown
  try {
    lu = JSON.parse(texte)
  } catch {
    return 'illisible'
  }
  if (!estObjet(lu, ['version', 'tables', 'feuilles']) || lu.version !== 1) return 'illisible'
  const valide = estListe(lu.tables, estTable) && estListe(lu.feuilles, estFeuille)
  return valide ? (lu as unknown as Correspondance) : 'illisible'
}

export function ecrireCorrespondance(c: Correspondance): string {
  return JSON.stringify(c)
}

function estObjet(v: unknown, cles: readonly string[]): v is Record<string, unknown> {
  if (typeof v !== 'object' || v === null || Array.isArray(v)) return false
  const presentes = Object.keys(v)
  return presentes.length === cles.length && presentes.every((c) => cles.includes(c))
}

const estListe = (v: unknown, element: (e: unknown) => boolean) =>
  Array.isArray(v) && v.length <= LISTE_MAX && v.every(element)
const estTexte = (v: unknown) => typeof v === 'string' && v.length <= TEXTE_MAX

function estTable(v: unknown): boolean {
  return (
    estObjet(v, ['feuille', 'entetes', 'colonnes']) &&
    estTexte(v.feuille) &&
    estListe(v.entetes, estTexte) &&
    estListe(v.colonnes, estColonne)
  )
}

function estColonne(v: unknown): boolean {
  if (!estObjet(v, ['entete', 'rang', 'role', 'exercice', 'unite'])) return false
  const { rang, role, exercice, unite } = v
  return (
    estTexte(v.entete) &&
    Number.isSafeInteger(rang) &&
    (rang as number) >= 0 &&
    (role === null || (typeof role === 'string' && Object.hasOwn(ROLES, role))) &&
    (exercice === null ||
      (Number.isInteger(exercice) && (exercice as number) >= 2000 && (exercice as number) < 2100)) &&
    UNITES.includes(unite as number)
  )
}

function estFeuille(v: unknown): boolean {
  return (
    estObjet(v, ['feuille', 'lecture']) &&
    estTexte(v.feuille) &&
    (v.lecture === 'lire' || v.lecture === 'ignorer')
  )
}

/** A header or a sheet's name as it is matched. */
export const cleEntete = (entete: string) => normaliser(entete)
/** The same without its years: « Part État 2023 » is next year's « Part État 2022 ». */
export const cleSansAnnee = (entete: string) => normaliser(entete).replace(/\b20\d{2}\b/g, '#')

/** The rank of each column among those of the same key. */
export function rangs<T>(elements: readonly T[], cle: (e: T) => string): Map<T, number> {
  const vus = new Map<string, number>()
  const rang = new Map<T, number>()
  for (const e of elements) {
    const n = vus.get(cle(e)) ?? 0
    rang.set(e, n)
    vus.set(cle(e), n + 1)
  }
  return rang
}

/** What the officer may say of a column. */
export type Choix = Pick<ColonneChoisie, 'role' | 'exercice' | 'unite'>

/** Of the headers that were kept, at least this share must be there for the table to be the same. */
const PART_COMMUNE = 0.5

/** What was kept of this table: that of its own sheet first, else that of the most like headers (the sheet was renamed). */
export function choisieDe({ tables }: Correspondance, table: TableReconnue): TableChoisie | null {
  const cles = new Set(table.colonnes.map((c) => cleSansAnnee(c.entete)))
  let meilleure: { note: number; choisie: TableChoisie } | null = null
  for (const choisie of tables) {
    const communs = choisie.entetes.filter((e) => cles.has(cleSansAnnee(e))).length
    const part = communs / Math.max(1, choisie.entetes.length)
    if (part < PART_COMMUNE) continue
    const note = part + (cleEntete(choisie.feuille) === cleEntete(table.feuille) ? 1 : 0)
    if (meilleure === null || note > meilleure.note) meilleure = { note, choisie }
  }
  return meilleure?.choisie ?? null
}

const memeNom = (a: string, b: string) => cleEntete(a) === cleEntete(b)
/** Is this what was kept of that table? By its sheet and headers as they are now. */
function estDe(choisie: TableChoisie, table: TableReconnue): boolean {
  const entetes = new Set(table.colonnes.map((c) => cleEntete(c.entete)))
  return (
    memeNom(choisie.feuille, table.feuille) &&
    choisie.entetes.filter((e) => entetes.has(cleEntete(e))).length * 2 >= choisie.entetes.length
  )
}

/**
 * The correspondance with what the officer says of some columns of a table, by their 0-based column; what was said
 * of its others stays, the headers become those of today.
 */
export function choisirColonnes(
  c: Correspondance,
  table: TableReconnue,
  choix: ReadonlyMap<number, Choix>,
): Correspondance {
  const rang = rangs(table.colonnes, (x) => cleEntete(x.entete))
  const colonnes = table.colonnes.flatMap((x): ColonneChoisie[] => {
    const dit = choix.get(x.colonne) ?? (x.surete === 'choisie' ? x : undefined)
    if (!dit) return []
    const { role, exercice, unite } = dit
    return [{ entete: aplatir(x.entete).slice(0, TEXTE_MAX), rang: rang.get(x)!, role, exercice, unite }]
  })
  const entetes = table.colonnes.map((x) => aplatir(x.entete).slice(0, TEXTE_MAX))
  const autres = c.tables.filter((t) => !estDe(t, table))
  return { ...c, tables: [...autres, { feuille: table.feuille, entetes, colonnes }] }
}

/** The correspondance with this table's columns left to the guess again. */
export function oublierTable(c: Correspondance, table: TableReconnue): Correspondance {
  const choisie = choisieDe(c, table)
  return { ...c, tables: c.tables.filter((t) => t !== choisie) }
}

/** The correspondance with a sheet to read, to leave aside, or left to the guess again (null). */
export function choisirFeuille(
  c: Correspondance,
  feuille: string,
  lecture: FeuilleChoisie['lecture'] | null,
): Correspondance {
  const autres = c.feuilles.filter((f) => !memeNom(f.feuille, feuille))
  return { ...c, feuilles: lecture === null ? autres : [...autres, { feuille, lecture }] }
}

/** What was said of a sheet: by its name, else by its name of another year. */
export function lectureDeFeuille(c: Correspondance | null, nom: string): FeuilleChoisie['lecture'] | null {
  const dite =
    c?.feuilles.find((f) => memeNom(f.feuille, nom)) ??
    c?.feuilles.find((f) => cleSansAnnee(f.feuille) === cleSansAnnee(nom))
  return dite?.lecture ?? null
}

/** A column as the officer's choice makes it. */
export function avecChoix(colonne: ColonneReconnue, { role, exercice, unite }: Choix): ColonneReconnue {
  return { ...colonne, role, exercice, unite, surete: 'choisie', doute: null }
}
