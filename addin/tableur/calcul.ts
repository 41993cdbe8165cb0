import { ICommandService } from '@univerjs/core'
import type { Injector, IRange } from '@univerjs/core'
import type { FUniver } from '@univerjs/core/facade'
import {
  FormulaCalculationSessionService,
  FormulaExecuteStageType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/preset-sheets-core'
import type {
  ISetFormulaCalculationNotificationMutation,
  ISetFormulaCalculationStartMutation,
} from '@univerjs/preset-sheets-core'
import type { Cellule, Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { identifiantDeFeuille } from './instantane.ts'

/** The grid waits this long after an edit before it calculates. */
const DEPART_MS = 100
const PAS_MS = 20
/** Nothing is waited for longer: what is there is then given as it is. */
const LIMITE_MS = 30_000

/**
 * Lets no calculation begin that nothing asks for: the grid would go through every formula of a workbook when it is
 * opened, to find that none has changed.
 */
export function epargnerCalculsVides(api: FUniver): void {
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.id === SetFormulaCalculationStartMutation.id && estVide(event.params)) event.cancel = true
  })
}

/** What a calculation may begin with; it does nothing where all of them are empty. */
const MOTIFS = [
  'dirtyRanges',
  'dirtyNameMap',
  'dirtyDefinedNameMap',
  'dirtySuperTableMap',
  'dirtyUnitFeatureMap',
  'dirtyUnitOtherFormulaMap',
  'clearDependencyTreeCache',
]

export function estVide(params: unknown): boolean {
  const p = (params ?? {}) as Record<string, object | undefined>
  return !p['forceCalculation'] && MOTIFS.every((motif) => Object.keys(p[motif] ?? {}).length === 0)
}

type Plages = NonNullable<ISetFormulaCalculationStartMutation['dirtyRanges']>

/**
 * Knows whether the grid is still calculating what follows from the last edit, and sees to it that it is calculated.
 * A calculation that begins takes from the one that goes on what it was to calculate and what it has found so far, and
 * the one that is stopped forgets what had been handed to it: each that begins is given what the others have not
 * brought to an end.
 */
export class SuiviDuCalcul {
  private readonly injector: Injector
  /** Runs until the grid has begun to calculate what follows from the last edit. */
  private depart: ReturnType<typeof setTimeout> | undefined
  /** What was asked of each calculation that has begun and not ended. */
  private readonly enCours: Plages[] = []
  /** What was to be calculated by those that were stopped. */
  private arretees: Plages = []
  /** The first of those that have not ended is about to. */
  private finit = false

  constructor(api: FUniver, injector: Injector) {
    this.injector = injector
    api.addEvent(api.Event.BeforeCommandExecute, ({ id, params }) => {
      if (id === SetFormulaCalculationStartMutation.id && !estVide(params))
        this.noterDepart(params as ISetFormulaCalculationStartMutation)
      else if (id === SetFormulaCalculationNotificationMutation.id)
        this.noterFin(params as ISetFormulaCalculationNotificationMutation)
    })
  }

  /** To be called when a workbook has been opened: the services of the grid exist from then on. */
  suivre(): void {
    this.attendreLeDepart()
    const dontOnCalcule = this.injector.get(IActiveDirtyManagerService)
    this.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (dontOnCalcule.get(id)) this.attendreLeDepart()
    })
  }

  /**
   * Of two timers, the one that was set first and is not the longer fires first, however busy the thread: this one,
   * set after the grid's. A clock would say that the time is over when the grid's timer has yet to fire.
   */
  private attendreLeDepart(): void {
    clearTimeout(this.depart)
    this.depart = setTimeout(() => (this.depart = undefined), DEPART_MS)
  }

  /** Resolves once every formula shows its result. */
  async repos(): Promise<void> {
    const limite = performance.now() + LIMITE_MS
    while (!this.auRepos() && performance.now() < limite)
      await new Promise((resolve) => setTimeout(resolve, PAS_MS))
  }

  private auRepos(): boolean {
    if (this.depart !== undefined || this.enCours.length > 0) return false
    const { started, resultApplied, stopped, completed, resultEmitted } = this.injector.get(
      FormulaCalculationSessionService,
    ).state
    return !started || (resultApplied && (stopped || completed || resultEmitted))
  }

  private noterDepart(params: ISetFormulaCalculationStartMutation): void {
    const demandees = params.dirtyRanges
    params.dirtyRanges = [...new Set([...this.arretees, ...this.enCours.flat(), ...demandees])]
    // What was stopped is now asked of this one.
    this.enCours.push([...this.arretees, ...demandees])
    this.arretees = []
  }

  /** The one that began first ends first. One that is stopped says so before it ends. */
  private noterFin({ stageInfo, functionsExecutedState }: ISetFormulaCalculationNotificationMutation): void {
    if (stageInfo?.stage === FormulaExecuteStageType.CALCULATION_COMPLETED) this.finit = true
    if (functionsExecutedState === undefined) return
    if (!this.finit) this.arretees.push(...(this.enCours[0] ?? []))
    else {
      this.finit = false
      this.enCours.shift()
    }
  }
}

/** Has the grid calculate the cells of a workbook that are to be, and what follows from them. */
export async function calculer(
  injector: Injector,
  unitId: string,
  classeur: Classeur,
  aCalculer: (cellule: Cellule) => boolean,
): Promise<void> {
  const dirtyRanges = classeur.feuilles.flatMap((feuille, rang) =>
    colonnesDe(feuille, aCalculer).map((range) => ({ unitId, sheetId: identifiantDeFeuille(rang), range })),
  )
  if (dirtyRanges.length === 0) return
  await injector
    .get(ICommandService)
    .executeCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { commands: [], dirtyRanges, forceCalculation: false },
      { onlyLocal: true },
    )
}

/** Cells as ranges of one column each: the grid compares all ranges that it is given with one another. */
function colonnesDe(feuille: Feuille, aCalculer: (cellule: Cellule) => boolean): IRange[] {
  const ranges: IRange[] = []
  const dernieres = new Map<number, IRange>()
  for (const [ligne, rangee] of feuille.lignes)
    for (const [colonne, cellule] of rangee) {
      if (!aCalculer(cellule)) continue
      const derniere = dernieres.get(colonne)
      if (derniere && derniere.endRow === ligne - 1) derniere.endRow = ligne
      else {
        const range = { startRow: ligne, startColumn: colonne, endRow: ligne, endColumn: colonne }
        dernieres.set(colonne, range)
        ranges.push(range)
      }
    }
  return ranges
}
