/** Money is integer cents everywhere in the house; euros appear only at its doors (JSON, screen). */
export type Centimes = number

/**
 * What kind of answer a reading is: an amount, a blank, words that say that there is none, that it is not
 * communicated or still to come, a text without euros (« 8 ETP »), several amounts without a written sum, a
 * price per unit, or something that cannot be read for sure.
 */
export type NatureMontant =
  | 'montant'
  | 'vide'
  | 'aucun'
  | 'non-communique'
  | 'a-completer'
  | 'non-chiffre'
  | 'plusieurs'
  | 'unitaire'
  | 'illisible'

/** What a text or a cell says of an amount. Nothing is guessed: without a sure number, `centimes` is null and `raison` says why. */
export interface LectureMontant {
  /** The amount in cents, or null. */
  centimes: Centimes | null
  /** Every amount that the text holds, in order, in cents, with the words beside it. */
  composantes: { centimes: Centimes; libelle: string }[]
  /** Why there is no amount (French sentence), null when there is one. */
  raison: string | null
  /** What the reader of the amount must know (French sentence): two possible readings, several years … */
  reserve: string | null
  /** Kind of answer; always given by lireMontant and lireNombre. */
  nature?: NatureMontant
}
