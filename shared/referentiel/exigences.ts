import type { Engagement, Reference } from './reference.ts'

/** What a text asks of the objectifs: how many, with which indicators and targets. */

/** 'si-retenu': required once the department retains the objectif. 'non-ecrite': the documents do not say. */
export type ExigenceCible = 'requise' | 'si-retenu' | 'facultative' | 'non-ecrite'
export const EXIGENCES_CIBLE: readonly ExigenceCible[] = ['requise', 'si-retenu', 'facultative', 'non-ecrite']

/** Does the text require a target in figures for these objectifs? */
export interface Cible {
  objectifs: number[]
  exigence: ExigenceCible
  /** French clause that bounds the requirement, null where there is none. */
  condition: string | null
  reference: Reference
}

/** A harmonised indicator, the same for every department. */
export interface Indicateur {
  /** null: the indicator follows a whole engagement. */
  objectif: number | null
  engagement: Engagement
  libelle: string
  /** Other wordings of the same indicator in the texts. */
  variantes: string[]
  cible: ExigenceCible
  /** Target set for the whole country, indicative; null where there is none. */
  cibleNationale: string | null
  /** Values to give side by side (SNDS, DREES or internal follow-up); empty where one value is enough. */
  sources: string[]
  reference: Reference
}

/** Indicators of these objectifs are reported more often than once a year. */
export interface Remontee {
  objectifs: number[]
  frequence: 'semestrielle'
  reference: Reference
}

/** How many objectifs a contract serves. null: the documents do not say. */
export interface NombreObjectifs {
  obligatoires: { nombre: number; reference: Reference }
  facultatifs: {
    minimum: number | null
    maximum: number | null
    /** How many the text offers to choose from. */
    parmi: number | null
    reference: Reference
  }
}

export interface Exigences {
  nombreObjectifs: NombreObjectifs
  cibles: Cible[]
  indicateurs: Indicateur[]
  remontees: Remontee[]
}

/** The target rule of an objectif, undefined where the référentiel has none for it. */
export function cibleDe(exigences: Pick<Exigences, 'cibles'>, objectif: number): Cible | undefined {
  return exigences.cibles.find((c) => c.objectifs.includes(objectif))
}
