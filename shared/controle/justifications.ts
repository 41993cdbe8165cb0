import type { ReferenceCellule } from '../classeur/adresse.ts'

/**
 * The written answer of a named person to a constat « à justifier »: kept inside the workbook, shown in the report,
 * signed with the version. A bloquant takes none.
 */
export interface Justification {
  regle: string
  cellules: ReferenceCellule[]
  /** What was found when it was written: another finding on the same cells is not answered by it. */
  constate: string
  texte: string
  auteur: string
  /** ISO 8601, UTC. */
  le: string
}

/** Key of Classeur.donnees under which the justifications are kept, as a JSON array. */
export const CLE_JUSTIFICATIONS = 'justifications'
/** Key under which a text that could not be read is put aside before another one takes its place. */
export const CLE_ILLISIBLES = 'justifications-illisibles'

/** Signs of a text: « ok » answers nothing; two sentences are enough. */
export const TEXTE_MIN = 20
export const TEXTE_MAX = 2000
/** Signs of a name. */
export const AUTEUR_MIN = 3
export const AUTEUR_MAX = 120
/** More than a workbook can ask for: what holds more is not ours. */
const NOMBRE_MAX = 5000

export interface LectureJustifications {
  justifications: Justification[]
  /** The text was there and is not a list of justifications: none was taken. */
  illisibles: boolean
}

const CHAMPS = ['auteur', 'cellules', 'constate', 'le', 'regle', 'texte'].join()

/** Reads the text kept in a workbook. The schema is closed: one entry that is not one, and none is taken. */
export function lireJustifications(texte: string | null | undefined): LectureJustifications {
  if (texte === null || texte === undefined || texte.trim() === '')
    return { justifications: [], illisibles: false }
  try {
    const lu: unknown = JSON.parse(texte)
    if (Array.isArray(lu) && lu.length <= NOMBRE_MAX && lu.every(estJustification))
      return { justifications: lu, illisibles: false }
  } catch {
    // Not JSON: said as what it is, below.
  }
  return { justifications: [], illisibles: true }
}

/** The text to keep, the same for the same justifications whatever the order of their fields. */
export function ecrireJustifications(justifications: readonly Justification[]): string {
  return JSON.stringify(
    justifications.map(({ regle, cellules, constate, texte, auteur, le }) => ({
      regle,
      cellules,
      constate,
      texte,
      auteur,
      le,
    })),
  )
}

function estJustification(valeur: unknown): valeur is Justification {
  if (typeof valeur !== 'object' || valeur === null) return false
  if (Object.keys(valeur).sort().join() !== CHAMPS) return false
  const { regle, cellules, constate, texte, auteur, le } = valeur as Record<string, unknown>
  return (
    estTexte(regle, 1, 20) &&
    Array.isArray(cellules) &&
    cellules.every((c) => estTexte(c, 1, 300)) &&
    estTexte(constate, 0, 10_000) &&
    estTexte(texte, TEXTE_MIN, TEXTE_MAX) &&
    estTexte(auteur, AUTEUR_MIN, AUTEUR_MAX) &&
    estTexte(le, 20, 30) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(le) &&
    !Number.isNaN(Date.parse(le))
  )
}

function estTexte(valeur: unknown, min: number, max: number): valeur is string {
  return typeof valeur === 'string' && valeur.trim().length >= min && valeur.length <= max
}

/** Why a justification cannot be kept as it is typed, as a French sentence each; null where it can. */
export function refusSaisie(
  texte: string,
  auteur: string,
): { texte: string | null; auteur: string | null } | null {
  const refus = {
    texte:
      texte.trim().length < TEXTE_MIN
        ? `Écrivez au moins ${TEXTE_MIN} signes : ce qui explique ce point, pour qui lira le contrat.`
        : texte.trim().length > TEXTE_MAX
          ? `Le texte dépasse ${TEXTE_MAX} signes : résumez-le.`
          : null,
    auteur:
      auteur.trim().length < AUTEUR_MIN
        ? 'Indiquez le nom de la personne qui justifie.'
        : auteur.trim().length > AUTEUR_MAX
          ? `Le nom dépasse ${AUTEUR_MAX} signes.`
          : null,
  }
  return refus.texte === null && refus.auteur === null ? null : refus
}
