import { cofinancer, enEuros, estConforme } from './cofinancement.ts'
import { controleDiffere } from './controle-differe.ts'
import { echeanceDe, retroplanningDe } from './dates.ts'
import { deployer, surChaque } from './deploiement.ts'
import { diffuser } from './diffusion.ts'
import { dotationDe } from './dotation.ts'
import { eligibiliteDe, motifDe } from './eligibilite.ts'
import { montantDe } from './montants.ts'
import { descriptionDe, enveloppesDe } from './objectifs.ts'
import { plafond304De } from './plafond.ts'
import { tauxDe } from './taux.ts'
import { direVersion } from './version.ts'

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
 * What Excel proposes for a pièce: the ids of the référentiels that ship. Any other id that a loaded référentiel
 * holds, or a name, can be written as well.
 * @customenum {string}
 */
// prettier-ignore
declare enum PIECE {
  /** Projet de contrat avec des montants stabilisés */
  projet_contrat = "projet-contrat",
  /** Plan d’action */
  plan_action = "plan-action",
  /** Tableau de bord des indicateurs */
  tableau_de_bord = "tableau-de-bord",
  /** Fiches actions */
  fiches_actions = "fiches-actions",
  /** Contrat signé et ses annexes */
  contrat_signe = "contrat-signe",
  /** Rapport annuel d’exécution */
  rapport_execution = "rapport-execution",
  /** Délibération départementale sur le rapport */
  deliberation = "deliberation",
  /** Première version des documents (2020) */
  premiere_version = "premiere-version",
  /** Coordonnées des contacts de chaque institution (2020) */
  contacts = "contacts",
  /** Signature du contrat (2020) */
  signature = "signature",
  /** Acte de candidature et documents finalisés (2024) */
  candidature = "candidature",
  /** Demande de crédits du programme 304 (2024) */
  demande_p304 = "demande-p304",
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

/**
 * Les enveloppes qui peuvent financer l’objectif, une par cellule.
 * @customfunction ENVELOPPES
 * @param objectif Numéro de l’objectif : une cellule, une colonne ou une ligne
 * @param [exercice] Année du financement, par exemple 2021 (facultatif ; 2020 si elle manque)
 */
export function enveloppes(objectif: unknown[][], exercice?: unknown[][]): unknown[][] {
  return deployer([objectif, exercice], enveloppesDe)
}

/**
 * Titre, engagement et caractère de l’objectif, en trois cellules.
 * @customfunction OBJECTIF
 * @param numero Numéro de l’objectif : une cellule, une colonne ou une ligne
 * @param [exercice] Année du contrat, par exemple 2024 (facultatif ; 2020 si elle manque)
 */
export function objectif(numero: unknown[][], exercice?: unknown[][]): unknown[][] {
  return deployer([numero, exercice], (n, e) => surChaque(descriptionDe(n, e), 3))
}

/**
 * VRAI si la part du Département est au moins égale à celle que l’État lui verse, ligne par ligne ou par objectif.
 * @customfunction COFINANCEMENT
 * @param etat Part de l’État versée au Département, sans l’ONDAM (une cellule ou une plage)
 * @param departement Part du Département (une cellule ou une plage de même taille)
 * @param [objectifs] Objectif de chaque ligne : les parts sont additionnées par objectif (facultatif, plage de même taille)
 */
export function cofinancement(
  etat: unknown[][],
  departement: unknown[][],
  objectifs?: unknown[][],
): unknown[][] {
  return cofinancer(etat, departement, objectifs, estConforme)
}

/**
 * Ce qui manque à la part du Département pour égaler celle de l’État, en euros ; 0 quand elle suffit.
 * @customfunction ECART
 * @param etat Part de l’État versée au Département, sans l’ONDAM (une cellule ou une plage)
 * @param departement Part du Département (une cellule ou une plage de même taille)
 * @param [objectifs] Objectif de chaque ligne : les parts sont additionnées par objectif (facultatif, plage de même taille)
 */
export function ecart(etat: unknown[][], departement: unknown[][], objectifs?: unknown[][]): unknown[][] {
  return cofinancer(etat, departement, objectifs, enEuros)
}

/**
 * Plafond de la demande 2024 sur le programme 304 : le montant délégué en 2023 ou, à défaut, en 2022.
 * @customfunction PLAFOND304
 * @param delegue2023 Montant du programme 304 délégué en 2023 (vide ou 0 : non financé)
 * @param delegue2022 Montant du programme 304 délégué en 2022 (vide ou 0 : non financé)
 * @param [exercice] Année de la demande (facultatif ; 2024 si elle manque, seule année où la règle est écrite)
 */
export function plafond304(
  delegue2023: unknown[][],
  delegue2022: unknown[][],
  exercice?: unknown[][],
): unknown[][] {
  return diffuser([delegue2023, delegue2022, exercice], plafond304De)
}

/**
 * Répartit un montant selon des critères pondérés, entre un plancher et un plafond, au centime près.
 * @customfunction DOTATION
 * @param montant Montant à répartir en entier
 * @param criteres Une ligne par département, une colonne par critère
 * @param poids Le poids de chaque critère, dans le même ordre : leur somme fait 100 %
 * @param [plancher] Dotation minimale par département (facultatif ; 0 si elle manque)
 * @param [plafond] Dotation maximale par département (facultatif ; sans limite si elle manque)
 */
export function dotation(
  montant: unknown[][],
  criteres: unknown[][],
  poids: unknown[][],
  plancher?: unknown[][],
  plafond?: unknown[][],
): unknown[][] {
  return dotationDe(montant, criteres, poids, plancher, plafond)
}

/**
 * Date que le texte écrit pour l’envoi d’une pièce ; donnez à la cellule un format de date.
 * @customfunction ECHEANCE
 * @param piece La pièce : "projet-contrat", "plan d’action", "rapport d’exécution"… (une cellule ou une plage)
 * @param exercice Année du contrat ou du rapport, par exemple 2024 (une cellule ou une plage)
 */
export function echeance(piece: PIECE[][], exercice: unknown[][]): unknown[][] {
  return diffuser([piece, exercice], echeanceDe)
}

/**
 * Les dix étapes de l’annexe 3.2 et leurs dates, calculées depuis le jour J ; donnez à la 2e colonne un format de date.
 * @customfunction RETROPLANNING
 * @param jourj Jour J : la date de prise d’effet du contrat
 */
export function retroplanning(jourj: unknown[][]): unknown[][] {
  return retroplanningDe(jourj)
}

/**
 * Le nombre d’un montant écrit en texte, comme « 58 273,59 € » ou « 120 k€ ».
 * @customfunction MONTANT
 * @param texte Le montant tel qu’il est écrit (une cellule ou une plage)
 */
export function montant(texte: unknown[][]): unknown[][] {
  return diffuser([texte], montantDe)
}

/**
 * Taux d’informations préoccupantes évaluées en moins de trois mois ; donnez à la cellule un format de pourcentage.
 * @customfunction TAUX
 * @param moinsdetroismois Nombre d’informations préoccupantes évaluées en moins de trois mois
 * @param evaluees Nombre d’informations préoccupantes évaluées dans la même année
 */
export function taux(moinsdetroismois: unknown[][], evaluees: unknown[][]): unknown[][] {
  return diffuser([moinsdetroismois, evaluees], tauxDe)
}

/**
 * Les constats d’un plan d’action, un par ligne : règle, gravité, place dans la plage, message.
 * @customfunction CONTROLE
 * @param plage Le plan d’action avec sa ligne d’en-têtes
 * @param [exercice] Année du référentiel à appliquer (facultatif ; sans elle, le premier exercice du tableau)
 */
export function controle(plage: unknown[][], exercice?: unknown[][]): unknown[][] {
  return controleDiffere(plage, exercice)
}

/**
 * Les référentiels par lesquels les fonctions répondent, la date de leurs données, et la version du complément.
 * @customfunction VERSION
 */
export function version(): unknown[][] {
  return [[direVersion()]]
}
