import { diffuser } from './diffusion.ts'
import { eligibiliteDe, motifDe } from './eligibilite.ts'

/**
 * The CDPPE.* functions as Excel knows them. The docstrings are read by custom-functions-metadata and become what
 * the officer reads while typing: French, 128 characters at most a piece. Never rename an id; only append optional
 * parameters: formulas of saved workbooks hold both.
 */

/**
 * What Excel proposes for an enveloppe, each with what it is. The metadata tool wants double quotes here.
 * @customenum {string}
 */
// prettier-ignore
declare enum ENVELOPPE {
  /** Fonds d’intervention régional, versé par l’ARS */
  FIR = "FIR",
  /** Programme 304 du budget de l’État, versé par le préfet */
  P304 = "P304",
  /** ONDAM médico-social, versé par l’ARS aux établissements et services */
  ONDAM = "ONDAM",
}

/**
 * VRAI si l’enveloppe peut financer l’objectif, FAUX si le texte de l’exercice l’exclut.
 * @customfunction ELIGIBLE
 * @param objectif Numéro de l’objectif : 9, "9" ou "Objectif 9" (une cellule ou une plage)
 * @param enveloppe FIR, P304 (programme 304) ou ONDAM (une cellule ou une plage)
 * @param [exercice] Année du financement, par exemple 2021 (facultatif ; 2020 si elle manque)
 */
export function eligible(
  objectif: unknown[][],
  enveloppe: ENVELOPPE[][],
  exercice?: unknown[][],
): unknown[][] {
  return diffuser([objectif, enveloppe, exercice], eligibiliteDe)
}

/**
 * Dit pourquoi l’enveloppe peut ou ne peut pas financer l’objectif, avec le texte et son annexe.
 * @customfunction MOTIF
 * @param objectif Numéro de l’objectif : 9, "9" ou "Objectif 9" (une cellule ou une plage)
 * @param enveloppe FIR, P304 (programme 304) ou ONDAM (une cellule ou une plage)
 * @param [exercice] Année du financement, par exemple 2021 (facultatif ; 2020 si elle manque)
 */
export function motif(objectif: unknown[][], enveloppe: ENVELOPPE[][], exercice?: unknown[][]): unknown[][] {
  return diffuser([objectif, enveloppe, exercice], motifDe)
}
