import { ICommandService } from '@univerjs/core'
import type { Injector } from '@univerjs/core'
import {
  FormulaCalculationSessionService,
  SetRangeValuesMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/preset-sheets-core'

/** The grid waits this long after an edit before it calculates; a little more, to be sure that it has begun. */
const DEPART_MS = 160
const PAS_MS = 20
/** Nothing is waited for longer: what is there is then given as it is. */
const LIMITE_MS = 30_000

/** Knows whether the grid is still calculating what follows from the last edit. */
export class SuiviDuCalcul {
  private readonly injector: Injector
  private derniereSaisie = 0

  constructor(injector: Injector) {
    this.injector = injector
  }

  /** To be called when a workbook has been opened: the services of the grid exist from then on. */
  suivre(): void {
    this.derniereSaisie = performance.now()
    this.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (id === SetRangeValuesMutation.id || id === SetTriggerFormulaCalculationStartMutation.id)
        this.derniereSaisie = performance.now()
    })
  }

  /** Resolves once every formula shows its result. */
  async repos(): Promise<void> {
    const limite = performance.now() + LIMITE_MS
    while (!this.auRepos() && performance.now() < limite)
      await new Promise((resolve) => setTimeout(resolve, PAS_MS))
  }

  private auRepos(): boolean {
    if (performance.now() - this.derniereSaisie < DEPART_MS) return false
    const { started, resultApplied, stopped, completed, resultEmitted } = this.injector.get(
      FormulaCalculationSessionService,
    ).state
    return !started || (resultApplied && (stopped || completed || resultEmitted))
  }
}
