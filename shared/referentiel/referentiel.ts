/** The rules of a year as data: one immutable Referentiel per ministerial text. Nothing here is code. */

export type Enveloppe = 'FIR' | 'P304' | 'ONDAM'
export const ENVELOPPES: readonly Enveloppe[] = ['FIR', 'P304', 'ONDAM']

/** Where a value of the référentiel is written. */
export interface Reference {
  /** The text, as an officer would name it: « circulaire du 20 février 2020 ». */
  texte: string
  /** Annexe, article or section: « annexe 4, I ». */
  article: string
  /** The words of the text, where a value rests on them. */
  citation?: string
  /** The document of the project's sources that was read: S000 … S004. */
  source: string
  /** Civil date (ISO) of the last check of the value against that document. */
  verifieLe: string
}

export type Gravite = 'bloquant' | 'a-justifier' | 'information'
export type Engagement = '1' | '2' | '3' | '4' | 'transverse'
export type Caractere = 'fondamental' | 'obligatoire' | 'facultatif'

/** 'oui' by the text, 'non' excluded by it, 'sous-condition' (the motif says which), 'inconnu': the text in hand does not say. */
export type Statut = 'oui' | 'non' | 'sous-condition' | 'inconnu'

/** One decision: may this enveloppe pay for this objectif? Never a bare boolean. */
export interface Decision {
  statut: Statut
  /** 'texte': written in the text; 'presumee': carried over from an earlier text. */
  certitude: 'texte' | 'presumee'
  /** French sentence with the text and its annexe. */
  motif: string
  reference: Reference | null
  /** Id of the référentiel that decided, null where none covers the exercice. */
  referentiel: string | null
}

export interface Objectif {
  numero: number
  /** Official title, then the variants under which the texts and the departments print it. */
  titre: string
  variantes: string[]
  engagement: Engagement
  caractere: Caractere
  reference: Reference
}

/** Which enveloppe may pay for which objectifs. */
export interface Eligibilite {
  enveloppe: Enveloppe
  /** Objectifs that the text admits. */
  objectifs: number[]
  /** Objectifs admitted under a condition, with the condition as a French sentence. */
  conditions: { objectif: number; condition: string; reference: Reference }[]
  reference: Reference
}

/** An address that may receive a sending. The list is closed: no other address is ever written to. */
export interface Destinataire {
  courriel: string
  nom: string
  reference: Reference
}

/** How hard a rule bites in this référentiel, and where the text asks for it. */
export interface RegleDuPack {
  regle: string
  gravite: Gravite
  reference: Reference
}

export interface Referentiel {
  id: string
  titre: string
  /** Version of the data set itself, a civil date. */
  version: string
  /** Exercices (years) that it governs. */
  exercices: number[]
  objectifs: Objectif[]
  eligibilites: Eligibilite[]
  destinataires: Destinataire[]
  pack: RegleDuPack[]
}
