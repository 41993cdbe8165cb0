import { ErreurSaisie, decider, lireObjectif, objectifDe } from '../../shared/referentiel/decider.ts'
import type { Decision } from '../../shared/referentiel/referentiel.ts'
import { estVide } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'
import { anneeDe, referentielsEmployes } from './referentiels.ts'

/** The functions that ask whether an enveloppe may pay for an objectif: one cell at a time. */

/** VRAI, FAUX, "" beside a blank, or the error that says what is not known. */
export function eligibiliteDe(objectif: unknown, enveloppe: unknown, exercice: unknown): unknown {
  if (estVide(objectif) || estVide(enveloppe)) return ''
  try {
    const decision = deciderPour(objectif, enveloppe, exercice)
    if (decision.statut !== 'inconnu') return decision.statut !== 'non'
    return new ErreurFormule(objectifInconnu(objectif, decision) ? '#VALUE!' : '#N/A', decision.motif)
  } catch (erreur) {
    if (erreur instanceof ErreurSaisie) return new ErreurFormule('#VALUE!', erreur.message)
    throw erreur
  }
}

/**
 * Why: the sentence of the decision, with its text and annexe. Where ELIGIBLE gives an error, the sentence says
 * what is missing: it is read here because not every Excel shows the text of an error.
 */
export function motifDe(objectif: unknown, enveloppe: unknown, exercice: unknown): unknown {
  if (estVide(objectif) || estVide(enveloppe)) return ''
  try {
    return deciderPour(objectif, enveloppe, exercice).motif
  } catch (erreur) {
    if (erreur instanceof ErreurSaisie) return erreur.message
    throw erreur
  }
}

/** @throws ErreurSaisie where one of the three cannot be read */
function deciderPour(objectif: unknown, enveloppe: unknown, exercice: unknown): Decision {
  return decider(objectif, enveloppe, anneeDe(exercice), referentielsEmployes())
}

/** An objectif that its référentiel does not have is a wrong argument; a silence of the text is not. */
function objectifInconnu(objectif: unknown, decision: Decision): boolean {
  const numero = lireObjectif(objectif)
  const referentiel = referentielsEmployes().find((r) => r.id === decision.referentiel)
  return numero !== null && referentiel !== undefined && objectifDe(referentiel, numero) === undefined
}
