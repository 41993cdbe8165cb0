import type { Feuille } from '../../shared/classeur/classeur.ts'

interface Connue {
  /** The used range that was read. */
  etendue: string
  feuille: Feuille
}

/**
 * The cells of the sheets as they were last read, as long as Excel has told of nothing in them: after a change, only
 * the sheets that it touched are asked for again. A sheet whose values may change without being typed in (formulas,
 * pivot tables, data types that refresh) is never kept: the reader does not give it.
 */
export class FeuillesConnues {
  readonly #lues = new Map<string, Connue>()
  /** When Excel last told of a sheet, in changes counted. */
  readonly #touchees = new Map<string, number>()
  #changements = 0
  #suivies = false

  /** Whether Excel tells of every change: only then is anything kept. */
  get suivies(): boolean {
    return this.#suivies
  }

  /** Excel tells of changes from now on, or no longer: nothing that was read before counts. */
  suivre(suivies: boolean): void {
    this.#suivies = suivies
    this.#lues.clear()
  }

  /** Everything is to be asked for again. */
  oublier(): void {
    this.#lues.clear()
  }

  /** Excel has told of a change in the sheet of this id. */
  noter(id: string): void {
    this.#touchees.set(id, ++this.#changements)
    this.#lues.delete(id)
  }

  /** To be taken before a reading and given to `garder` after it: what changes in between is not kept. */
  get repere(): number {
    return this.#changements
  }

  /** The sheet as it was read, undefined where its cells have to be asked for. */
  retrouver(id: string, etendue: string): Feuille | undefined {
    const connue = this.#lues.get(id)
    return connue?.etendue === etendue ? connue.feuille : undefined
  }

  garder(id: string, etendue: string, feuille: Feuille, repere: number): void {
    if (this.#suivies && (this.#touchees.get(id) ?? 0) <= repere) this.#lues.set(id, { etendue, feuille })
  }
}
