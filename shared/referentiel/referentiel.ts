import type { Calendrier } from './calendrier.ts'
import type { Exigences } from './exigences.ts'
import type { Finances } from './finances.ts'
import type { Engagement, Enveloppe, Reference } from './reference.ts'

export { ENVELOPPES } from './reference.ts'
export type { Engagement, Enveloppe, Reference } from './reference.ts'

/** The rules of a year as data: one immutable Referentiel per ministerial text. Nothing here is code. */

export type Gravite = 'bloquant' | 'a-justifier' | 'information'
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

/**
 * Which enveloppe may pay for which objectifs. Several may stand for one enveloppe, where a text writes some of
 * its objectifs and an earlier text the others; together they are the whole list of that enveloppe.
 */
export interface Eligibilite {
  enveloppe: Enveloppe
  /** Objectifs that the text admits. */
  objectifs: number[]
  /** Objectifs admitted under a condition, with the condition as a French sentence. */
  conditions: { objectif: number; condition: string; reference: Reference }[]
  reference: Reference
}

/** Objectifs whose enveloppe the documents do not say. Silence is `inconnu`, never `non`. */
export interface EnveloppeNonDite {
  objectifs: number[]
  /** French clause: what the documents do say. */
  motif: string
  reference: Reference
}

/** An address that may receive a sending. The list is closed: no other address is ever written to. */
export interface Destinataire {
  courriel: string
  nom: string
  /** Spellings that a text prints by mistake, to refuse by name. */
  graphiesRefusees: { graphie: string; raison: string; reference: Reference }[]
  reference: Reference
}

/** How hard a rule bites in this référentiel, and where the text asks for it. */
export interface RegleDuPack {
  regle: string
  gravite: Gravite
  reference: Reference
}

/** What a cell needs to decide: the part of a référentiel that the bundle of the functions carries. */
export interface Noyau {
  id: string
  titre: string
  /** Version of the data set itself, a civil date. */
  version: string
  /** Exercices (years) that it governs. */
  exercices: number[]
  /** The text itself. */
  reference: Reference
  objectifs: Objectif[]
  eligibilites: Eligibilite[]
  enveloppesNonDites: EnveloppeNonDite[]
}

export interface Referentiel extends Noyau, Exigences, Calendrier, Finances {
  destinataires: Destinataire[]
  pack: RegleDuPack[]
  /** What the documents in hand do not say, as French sentences, so that nobody takes a silence for a rule. */
  lacunes: { sujet: string; phrase: string; reference: Reference }[]
}
