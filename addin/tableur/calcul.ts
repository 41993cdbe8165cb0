import { ICommandService } from '@univerjs/core'
import type { Injector, IRange } from '@univerjs/core'
import type { FUniver } from '@univerjs/core/facade'
import {
  CalculateController,
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  SetTriggerFormulaCalculationStartMutation,
  TriggerCalculationController,
} from '@univerjs/preset-sheets-core'
import type {
  ISetFormulaCalculationNotificationMutation,
  ISetFormulaCalculationResultMutation,
  ISetFormulaCalculationStartMutation,
  ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core'
import type { Cellule, Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { CellulesSaisies } from './cellules-saisies.ts'
import { ajouterDemande, estVide } from './demande-de-calcul.ts'
import type { Demande } from './demande-de-calcul.ts'
import { identifiantDeFeuille } from './instantane.ts'

const PAS_MS = 20
/** Nothing is waited for longer: what is there is then given as it is. */
const LIMITE_MS = 30_000

/** The grid's own parts that say, and do not publish, where a calculation stands. */
interface Declencheur {
  /** The edits whose calculation has not been asked for yet: the grid lets others come first, for 100 ms. */
  _waitingCommandQueue: readonly unknown[]
}
interface Moteur {
  /** Settles once what was asked for has been calculated, stopped, or has failed (see univer-adapte.ts). */
  _calculate(demande: Demande): Promise<void>
}

/**
 * Has the grid calculate one thing at a time, and knows whether it has come to an end. By itself the grid begins a
 * calculation while another goes on, which then works on what the new one was given and throws away what it had found:
 * what followed from an edit kept its former result. Here, what is asked for meanwhile waits, as one, until the end.
 *
 * A calculation that nothing asks for does not begin: the grid would go through every formula of a workbook when it is
 * opened, to find that none has changed.
 */
export class SuiviDuCalcul {
  private readonly injector: Injector
  private enCours: Demande | undefined
  private enAttente: Demande | undefined
  /** The user has stopped the one that goes on. */
  private arrete = false
  /** What has been typed since it began. */
  private readonly saisies = new CellulesSaisies()

  constructor(api: FUniver, injector: Injector) {
    this.injector = injector
    api.addEvent(api.Event.BeforeCommandExecute, (event) => {
      if (event.id === SetFormulaCalculationStartMutation.id)
        event.cancel ||= !this.peutCommencer(event.params as ISetFormulaCalculationStartMutation)
      else if (event.id === SetFormulaCalculationNotificationMutation.id)
        this.noterArret(event.params as ISetFormulaCalculationNotificationMutation)
      else if (event.id === SetFormulaCalculationResultMutation.id)
        this.saisies.oterDe((event.params as ISetFormulaCalculationResultMutation).unitData)
    })
  }

  /** To be called when a workbook has been opened: the services of the grid exist from then on. */
  suivre(): void {
    const moteur = this.injector.get(CalculateController) as unknown as Moteur
    const calculerSeul = moteur._calculate.bind(moteur)
    moteur._calculate = async (demande) => {
      try {
        await calculerSeul(demande)
      } finally {
        // Its results are in the grid once what is already to be done has been.
        setTimeout(() => {
          this.finir()
        })
      }
    }
    this.injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
      if (this.enCours && id === SetRangeValuesMutation.id && options?.['fromFormula'] !== true)
        this.saisies.noter(params as ISetRangeValuesMutationParams)
    })
  }

  /** Resolves once every formula shows its result. */
  async repos(): Promise<void> {
    const limite = performance.now() + LIMITE_MS
    this.reprendre()
    while (!this.auRepos() && performance.now() < limite)
      await new Promise((resolve) => setTimeout(resolve, PAS_MS))
  }

  private auRepos(): boolean {
    const declencheur = this.injector.get(TriggerCalculationController) as unknown as Declencheur
    return declencheur._waitingCommandQueue.length === 0 && !this.enCours
  }

  private peutCommencer(demande: Demande): boolean {
    if (estVide(demande)) return false
    if (this.enCours) {
      this.enAttente = ajouterDemande(this.enAttente, demande)
      return false
    }
    Object.assign(demande, ajouterDemande(this.enAttente, demande))
    this.enAttente = undefined
    this.enCours = demande
    return true
  }

  private noterArret({ functionsExecutedState }: ISetFormulaCalculationNotificationMutation): void {
    if (functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION) this.arrete = true
  }

  private finir(): void {
    const { enCours, arrete } = this
    this.enCours = undefined
    this.arrete = false
    this.saisies.vider()
    if (!arrete || !enCours) this.reprendre()
    // Stopped by the user: it waits until something is typed, or the whole is to be read.
    else this.enAttente = this.enAttente ? ajouterDemande(enCours, this.enAttente) : enCours
  }

  private reprendre(): void {
    const demande = this.enAttente
    if (!demande || this.enCours) return
    this.enAttente = undefined
    void this.injector
      .get(ICommandService)
      .executeCommand(SetFormulaCalculationStartMutation.id, demande, { onlyLocal: true })
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
