import { ErreurSaisie, decider, lireObjectif, objectifDe } from '../../shared/referentiel/decider.ts'
import { NOYAUX } from '../../shared/referentiel/noyaux.ts'
import type { Decision } from '../../shared/referentiel/referentiel.ts'
import { estVide, lireExercice } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'

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
  if (estVide(exercice)) return decider(objectif, enveloppe)
  const annee = lireExercice(exercice)
  if (annee === null)
    throw new ErreurSaisie(
      'L’exercice n’est pas une année : écrivez-la sur quatre chiffres, par exemple 2022, ou laissez l’argument vide.',
    )
  return decider(objectif, enveloppe, annee)
}

/** An objectif that its référentiel does not have is a wrong argument; a silence of the text is not. */
function objectifInconnu(objectif: unknown, decision: Decision): boolean {
  const numero = lireObjectif(objectif)
  const referentiel = NOYAUX.find((r) => r.id === decision.referentiel)
  return numero !== null && referentiel !== undefined && objectifDe(referentiel, numero) === undefined
}
