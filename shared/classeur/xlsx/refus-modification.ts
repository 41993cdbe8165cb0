/** Why a workbook is not patched. A closed list. */
export type CodeRefusModification =
  | 'feuille-inconnue'
  | 'adresse'
  | 'nombre'
  | 'texte-trop-long'
  | 'matricielle'
  | 'entete-de-tableau'
  | 'structure'

/**
 * The refusal of a change, with a French sentence for the user; `detail` is for tests and logs. Nothing has
 * been changed.
 */
export class RefusModification extends Error {
  override readonly name = 'RefusModification'
  readonly code: CodeRefusModification
  readonly detail: string

  constructor(code: CodeRefusModification, message: string, detail = '') {
    super(message)
    this.code = code
    this.detail = detail
  }
}
