import type { Classeur } from '../classeur/classeur.ts'
import type { RoleColonne, TableReconnue } from '../classeur/comprehension.ts'
import { normaliser } from '../classeur/texte.ts'
import { lirePlan } from './lire-plan.ts'

/**
 * Tables that say the same plan again: a former version, a copy, a recapitulation by action. Their amounts would be
 * counted twice; one of them is kept.
 */

export interface Redite {
  table: TableReconnue
  /** 'recapitulation': the sums of the other tables; 'repetition': the same actions, exercices and funders. */
  genre: 'repetition' | 'recapitulation'
  auProfitDe: TableReconnue
}

/** Of a table's financements, at least this share must stand in the others for it to repeat them. */
const PART_REPRISE = 0.8
/** A copy that was worked on keeps at least this share of its amounts. */
const PART_EGALE = 0.3
/** Sums that agree by chance are few. */
const SOMMES_MIN = 2

const SYNTHESE =
  /\b(synthese|recap(itulatif|itulation)?s?|consolid|bilan global|tableau general|ensemble|cumul)/
const ANCIENNE =
  /\b(old|ancien(ne)?s?|archives?|copie|sauvegarde|obsolete|initial(e)?|prec[eé]dent(e)?|provisoire|brouillon|projet|ne pas utiliser|av(an)?t\b)/

interface Lecture {
  table: TableReconnue
  /** Cents by action, exercice, funder and enveloppe. */
  montants: Map<string, number>
  /** Cents by action and funder, all exercices. */
  sommes: Map<string, number>
  /** None of its amounts names an exercice: they cover the whole contract. */
  sansExercice: boolean
}

/**
 * The tables to leave aside, each with the one that is read in its place. A table whose sheet the officer wants read
 * (`voulues`) is never left aside. The order of preference: a detailed table before a synthesis, a current version
 * before a former one, the higher number before the lower, the first sheet before the next.
 */
export function trouverRedites(
  classeur: Classeur,
  tables: readonly TableReconnue[],
  voulues: ReadonlySet<string>,
): Redite[] {
  if (tables.length < 2) return []
  const numerotees = tables.every((t) => t.colonnes.some((c) => c.role === 'numero'))
  const lectures = tables.map((table) => lire(classeur, table, numerotees))
  const restantes = new Set(lectures)
  const redites: Redite[] = []
  for (const lecture of parPreference(lectures).reverse()) {
    if (voulues.has(lecture.table.feuille)) continue
    const autres = [...restantes].filter((l) => l !== lecture)
    const genre = autres.length === 0 ? null : genreDe(lecture, autres)
    if (!genre) continue
    restantes.delete(lecture)
    redites.push({ table: lecture.table, genre, auProfitDe: laPlusProche(lecture, autres).table })
  }
  return redites
}

function lire(classeur: Classeur, table: TableReconnue, numerotees: boolean): Lecture {
  const montants = new Map<string, number>()
  const sommes = new Map<string, number>()
  const ajouter = (m: Map<string, number>, cle: string, n: number) => m.set(cle, (m.get(cle) ?? 0) + n)
  for (const action of lirePlan(classeur, [table]).actions) {
    const nom = (numerotees ? action.numero : normaliser(action.intitule || action.numero)).replaceAll(
      '|',
      ' ',
    )
    for (const f of action.financements) {
      const centimes = f.prevu?.centimes
      if (f.financeur === null || centimes === undefined || centimes === null || centimes === 0) continue
      ajouter(montants, `${nom}|${f.exercice ?? ''}|${f.financeur}|${f.enveloppe ?? ''}`, centimes)
      ajouter(sommes, `${nom}|${f.financeur}`, centimes)
    }
  }
  const sansExercice = [...montants.keys()].every((cle) => cle.split('|')[1] === '')
  return { table, montants, sommes, sansExercice }
}

/** A sheet of what was carried out, beside that of what was foreseen. */
const REALISE =
  /\b(?:realisee?s?|realisations?|executee?s?|executions?|bilans?|consommee?s?|comptes? administratifs?|ca)\b/
/** Where what was carried out has columns of its own, the others are still what was foreseen. */
const SUIVI: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>(['fleche', 'engage', 'execute'])
const estRealise = ({ table }: Lecture): boolean =>
  REALISE.test(normaliser(table.feuille)) && !table.colonnes.some((c) => SUIVI.has(c.role))

/** From the one to keep first to the one to leave first. */
function parPreference(lectures: readonly Lecture[]): Lecture[] {
  const rang = new Map(lectures.map((l, i) => [l, i]))
  const note = (lecture: Lecture) => {
    const nom = normaliser(lecture.table.feuille)
    return SYNTHESE.test(nom) ? 2 : ANCIENNE.test(nom) || estRealise(lecture) ? 1 : 0
  }
  return [...lectures].sort(
    (a, b) =>
      note(a) - note(b) || version(b.table.feuille) - version(a.table.feuille) || rang.get(a)! - rang.get(b)!,
  )
}

/** « Plan v2 », « PA_version 3 », « V1.2 » → 2, 3, 1.2; 0 where the name says none. */
function version(feuille: string): number {
  const m = /(?:^|[^a-z])v(?:ersion)?[ ._-]*(\d+(?:[.,]\d+)?)/.exec(normaliser(feuille))
  return m ? Number(m[1]!.replace(',', '.')) : 0
}

function genreDe(lecture: Lecture, autres: readonly Lecture[]): Redite['genre'] | null {
  const voisines = autres.filter((a) => comparables(lecture, a))
  const dit = (a: readonly Lecture[]) =>
    repete(
      lecture.montants,
      union(a.map((l) => l.montants)),
      estRealise(lecture) && !a.some(estRealise) ? 0 : PART_EGALE,
    )
  if (seulesOuEnsemble(voisines).some(dit)) return 'repetition'
  // Two exercices may hold the same amounts: only a table of whole amounts sums up dated ones.
  if (!lecture.sansExercice) return null
  const resume = (a: readonly Lecture[]) => recapitule(lecture.sommes, union(a.map((l) => l.sommes)))
  return seulesOuEnsemble(autres.filter((a) => !a.sansExercice)).some(resume) ? 'recapitulation' : null
}

/** Each by itself (several versions of one plan), then all together (one sheet a year). */
function seulesOuEnsemble(lectures: readonly Lecture[]): Lecture[][] {
  const seules = lectures.map((l) => [l])
  return lectures.length < 2 ? seules : [...seules, [...lectures]]
}

/** Two tables of one sheet, or of sheets that name two enveloppes or two exercices, stand beside one another. */
function comparables(a: Lecture, b: Lecture): boolean {
  const nomme = (l: Lecture) =>
    (normaliser(l.table.feuille).match(/\bfir\b|\b(?:p ?)?304\b|\bondam\b|\b20\d{2}\b/g) ?? []).join('|')
  return a.table.feuille !== b.table.feuille && (nomme(a) === nomme(b) || nomme(a) === '' || nomme(b) === '')
}

function union(maps: readonly Map<string, number>[]): Map<string, number> {
  const tout = new Map<string, number>()
  for (const m of maps) for (const [cle, n] of m) tout.set(cle, (tout.get(cle) ?? 0) + n)
  return tout
}

/** @param partEgale the share of common amounts that are the same: what was carried out need have none of those foreseen */
function repete(
  lui: ReadonlyMap<string, number>,
  autres: ReadonlyMap<string, number>,
  partEgale: number,
): boolean {
  if (lui.size < SOMMES_MIN) return false
  const communs = [...lui].filter(([cle]) => autres.has(cle))
  const egaux = communs.filter(([cle, n]) => autres.get(cle) === n)
  return communs.length >= lui.size * PART_REPRISE && egaux.length >= communs.length * partEgale
}

function recapitule(lui: ReadonlyMap<string, number>, autres: ReadonlyMap<string, number>): boolean {
  const egaux = [...lui].filter(([cle, n]) => autres.get(cle) === n)
  return egaux.length >= SOMMES_MIN && egaux.length >= lui.size * PART_REPRISE
}

function laPlusProche(lecture: Lecture, autres: readonly Lecture[]): Lecture {
  const communs = (a: Lecture) => [...lecture.sommes.keys()].filter((cle) => a.sommes.has(cle)).length
  return autres.reduce((meilleure, a) => (communs(a) > communs(meilleure) ? a : meilleure))
}
