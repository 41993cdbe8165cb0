import { ICommandService, IUniverInstanceService } from '@univerjs/core'
import type { ICommandInfo, Injector } from '@univerjs/core'

/**
 * Tells of each command of the grid once it has been carried out, until a workbook is closed. Not in one of these
 * calls: the grid would pass over whoever it was to tell next.
 */
export function ecouterCommandes(
  injector: Injector,
  unitId: string,
  rappel: (commande: Readonly<ICommandInfo>) => void,
): void {
  const ecoute = injector.get(ICommandService).onCommandExecuted(rappel)
  const fermeture = injector.get(IUniverInstanceService).unitDisposed$.subscribe((unite) => {
    if (unite.getUnitId() !== unitId) return
    ecoute.dispose()
    fermeture.unsubscribe()
  })
}
