/** The words that every part of a référentiel is written in. */

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
  /** The document that was read: S000 … S004 for the référentiels that ship, its name for an imported one. */
  source: string
  /** Civil date (ISO) of the last check of the value against that document. */
  verifieLe: string
  /**
   * Present where the value is not written in the référentiel's own text but carried over from the text named
   * above: a French clause that says why it still holds (« repris de la circulaire du 20 février 2020 : … »).
   */
  presomption?: string
}

export type Engagement = '1' | '2' | '3' | '4' | 'transverse'
