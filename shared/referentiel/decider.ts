import { lireEnveloppe, lireObjectif } from './lire.ts'
import { REFERENTIELS, exerciceParDefaut, phraseNonCharge, referentielDe } from './registre.ts'
import type { Decision, Enveloppe, Objectif, Reference, Referentiel } from './referentiel.ts'
import { enumerer } from '../classeur/texte.ts'

export { lireEnveloppe, lireObjectif }

/** How an enveloppe is named in a sentence. */
export const NOMS_ENVELOPPES: Record<Enveloppe, string> = {
  FIR: 'FIR',
  P304: 'programme 304',
  ONDAM: 'ONDAM médico-social',
}

/** With its article: « du FIR », « du programme 304 », « de l’ONDAM médico-social ». */
const DE_ENVELOPPE: Record<Enveloppe, string> = {
  FIR: 'du FIR',
  P304: 'du programme 304',
  ONDAM: 'de l’ONDAM médico-social',
}

/** Raised where a value given by a person is no objectif or no enveloppe; the message is for them. */
export class ErreurSaisie extends Error {
  override readonly name = 'ErreurSaisie'
}

/** The text and its place, as it ends a sentence: « circulaire du 20 février 2020, annexe 4, I ». */
export function citer(reference: Reference): string {
  return `${reference.texte}, ${reference.article}`
}

export function objectifDe(referentiel: Referentiel, numero: number): Objectif | undefined {
  return referentiel.objectifs.find((o) => o.numero === numero)
}

/** The enveloppes that the text admits for an objectif, conditions included, in the order FIR, P304, ONDAM. */
export function enveloppesAdmises(referentiel: Referentiel, objectif: number): Enveloppe[] {
  return referentiel.eligibilites.filter((e) => e.objectifs.includes(objectif)).map((e) => e.enveloppe)
}

/** May this enveloppe pay for this objectif, by this référentiel? */
export function deciderSelon(referentiel: Referentiel, objectif: number, enveloppe: Enveloppe): Decision {
  const base = { certitude: 'texte', referentiel: referentiel.id } as const
  const connu = objectifDe(referentiel, objectif)
  if (!connu)
    return {
      ...base,
      statut: 'inconnu',
      motif: `L’objectif ${objectif} est inconnu du référentiel ${referentiel.id} : le texte ne dit pas quelle enveloppe le finance.`,
      reference: null,
    }
  const regle = referentiel.eligibilites.find((e) => e.enveloppe === enveloppe)
  if (!regle)
    return {
      ...base,
      statut: 'inconnu',
      motif: `Le référentiel ${referentiel.id} ne dit rien ${DE_ENVELOPPE[enveloppe]}.`,
      reference: null,
    }
  const condition = regle.conditions.find((c) => c.objectif === objectif)
  if (condition)
    return {
      ...base,
      statut: 'sous-condition',
      motif: `L’objectif ${objectif} peut être financé par ${aLa(enveloppe)} sous condition : ${condition.condition} (${citer(condition.reference)}).`,
      reference: condition.reference,
    }
  if (regle.objectifs.includes(objectif))
    return {
      ...base,
      statut: 'oui',
      motif: `L’objectif ${objectif} relève ${DE_ENVELOPPE[enveloppe]} (${citer(regle.reference)}).`,
      reference: regle.reference,
    }
  const admises = enveloppesAdmises(referentiel, objectif)
  const source = referentiel.eligibilites.find((e) => e.objectifs.includes(objectif)) ?? regle
  const relais =
    admises.length > 0
      ? `relève ${enumerer(
          admises.map((e) => DE_ENVELOPPE[e]),
          'ou',
        )}, non ${DE_ENVELOPPE[enveloppe]}`
      : `ne relève pas ${DE_ENVELOPPE[enveloppe]}`
  return {
    ...base,
    statut: 'non',
    motif: `L’objectif ${objectif} ${relais} (${citer(source.reference)}).`,
    reference: source.reference,
  }
}

function aLa(enveloppe: Enveloppe): string {
  return enveloppe === 'ONDAM' ? 'l’ONDAM médico-social' : `le ${NOMS_ENVELOPPES[enveloppe]}`
}

/**
 * May this enveloppe pay for this objectif in this exercice? Both are read as people write them.
 * @throws ErreurSaisie when the objectif or the enveloppe cannot be read, or when the exercice is no year
 */
export function decider(
  objectif: unknown,
  enveloppe: unknown,
  exercice: number = exerciceParDefaut(),
  referentiels: readonly Referentiel[] = REFERENTIELS,
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
  const referentiel = referentielDe(exercice, referentiels)
  if (!referentiel)
    return {
      statut: 'inconnu',
      certitude: 'texte',
      motif: phraseNonCharge(exercice, referentiels),
      reference: null,
      referentiel: null,
    }
  return deciderSelon(referentiel, numero, env)
}

/** A value as it is quoted in a message: short, on one line. */
function montrer(valeur: unknown): string {
  const texte = typeof valeur === 'object' && valeur !== null ? 'valeur' : String(valeur ?? '')
  const plat = texte.replace(/\s+/g, ' ').trim()
  return plat.length > 60 ? `${plat.slice(0, 57)}…` : plat
}
