import type { Enveloppe, Reference } from './referentiel.ts'

/** How enveloppes and places are named in a sentence. */

export const NOMS_ENVELOPPES: Record<Enveloppe, string> = {
  FIR: 'FIR',
  P304: 'programme 304',
  ONDAM: 'ONDAM médico-social',
}

/** « du FIR », « du programme 304 », « de l’ONDAM médico-social ». */
export const DE_ENVELOPPE: Record<Enveloppe, string> = {
  FIR: 'du FIR',
  P304: 'du programme 304',
  ONDAM: 'de l’ONDAM médico-social',
}

/** « le FIR », « le programme 304 », « l’ONDAM médico-social ». */
export const LE_ENVELOPPE: Record<Enveloppe, string> = {
  FIR: 'le FIR',
  P304: 'le programme 304',
  ONDAM: 'l’ONDAM médico-social',
}

/** The text and its place, as it ends a sentence: « circulaire du 20 février 2020, annexe 4, I ». */
export function citer(reference: Reference): string {
  return `${reference.texte}, ${reference.article}`
}

/** What follows a sentence whose value is carried over from an earlier text; empty where the text says it. */
export function direPresomption(reference: Reference): string {
  return reference.presomption === undefined ? '' : ` Présumé : ${reference.presomption}.`
}
