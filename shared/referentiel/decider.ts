import { choisir, direNonCharge, EXERCICE_PAR_DEFAUT } from './choisir.ts'
import { lireEnveloppe, lireObjectif } from './lire.ts'
import { NOYAUX } from './noyaux.ts'
import { citer, NOMS_ENVELOPPES } from './phrases.ts'
import type { Decision, Enveloppe, Noyau, Objectif } from './referentiel.ts'
import { inconnuDe, tableDe } from './table.ts'

export { citer, lireEnveloppe, lireObjectif, NOMS_ENVELOPPES }

/** Raised where a value given by a person is no objectif or no enveloppe; the message is for them. */
export class ErreurSaisie extends Error {
  override readonly name = 'ErreurSaisie'
}

export function objectifDe(referentiel: Noyau, numero: number): Objectif | undefined {
  return tableDe(referentiel).objectifs.get(numero)
}

/** The enveloppes that the text admits for an objectif, conditions included, in the order FIR, P304, ONDAM. */
export function enveloppesAdmises(referentiel: Noyau, objectif: number): readonly Enveloppe[] {
  return tableDe(referentiel).admises.get(objectif) ?? AUCUNE
}

const AUCUNE: readonly Enveloppe[] = []

/** May this enveloppe pay for this objectif, by this référentiel? */
export function deciderSelon(referentiel: Noyau, objectif: number, enveloppe: Enveloppe): Decision {
  return tableDe(referentiel).decisions[enveloppe][objectif] ?? inconnuDe(referentiel, objectif)
}

/**
 * May this enveloppe pay for this objectif in this exercice? Both are read as people write them.
 * @throws ErreurSaisie when the objectif or the enveloppe cannot be read, or when the exercice is no year
 */
export function decider(
  objectif: unknown,
  enveloppe: unknown,
  exercice: number = EXERCICE_PAR_DEFAUT,
  referentiels: readonly Noyau[] = NOYAUX,
): Decision {
  const numero = lireObjectif(objectif)
  if (numero === null)
    throw new ErreurSaisie(
      `« ${montrer(objectif)} » n’est pas un objectif : écrivez son numéro, par exemple 9 ou « Objectif 9 ».`,
    )
  const env = lireEnveloppe(enveloppe)
  if (env === null)
    throw new ErreurSaisie(
      `« ${montrer(enveloppe)} » n’est pas une enveloppe connue : écrivez FIR, P304 (programme 304) ou ONDAM.`,
    )
  if (!Number.isInteger(exercice) || exercice < 1900 || exercice > 9999)
    throw new ErreurSaisie(
      `« ${montrer(exercice)} » n’est pas un exercice : écrivez une année, par exemple 2022.`,
    )
  const referentiel = choisir(exercice, referentiels)
  if (referentiel) return deciderSelon(referentiel, numero, env)
  return {
    statut: 'inconnu',
    certitude: 'texte',
    motif: direNonCharge(exercice, referentiels),
    reference: null,
    referentiel: null,
  }
}

/** A value as it is quoted in a message: short, on one line. */
function montrer(valeur: unknown): string {
  const texte = typeof valeur === 'object' && valeur !== null ? 'valeur' : String(valeur ?? '')
  const plat = texte.replace(/\s+/g, ' ').trim()
  return plat.length > 60 ? `${plat.slice(0, 57)}…` : plat
}
