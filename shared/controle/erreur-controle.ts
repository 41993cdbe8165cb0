import type { Comprehension } from '../classeur/comprehension.ts'

/** Raised where a workbook cannot be checked at all; the message is for the officer. */
export class ErreurControle extends Error {
  override readonly name = 'ErreurControle'
  readonly code: 'SANS_PLAN' | 'SANS_REFERENTIEL'
  /** What was understood of the workbook all the same: what the officer can correct. */
  readonly comprehension: Comprehension
  constructor(code: 'SANS_PLAN' | 'SANS_REFERENTIEL', message: string, comprehension: Comprehension) {
    super(message)
    this.code = code
    this.comprehension = comprehension
  }
}
