import { CommandType, ICommandService } from '@univerjs/core'
import type { ICommandInfo, IDisposable, Injector, Workbook } from '@univerjs/core'
import type { Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { debordements } from './debordements.ts'
import { identifiantDeFeuille } from './instantane.ts'
import { FormulesPartagees } from './partagees.ts'
import { relireFeuille } from './relecture.ts'

/**
 * A workbook of the grid, read back as plain data. Sheets that nothing has touched since they were last read are not
 * read again: in a workbook of twenty sheets, typing in one costs one.
 */
export class Releve {
  private readonly injector: Injector
  private readonly unitId: string
  private readonly origine: Classeur
  private readonly feuilles: Feuille[]
  private readonly aRelire = new Set<number>()
  private readonly ecoute: IDisposable

  /** To be made before the grid has the workbook: what it calculates on opening is a change too. */
  constructor(injector: Injector, unitId: string, origine: Classeur) {
    this.injector = injector
    this.unitId = unitId
    this.origine = origine
    this.feuilles = [...origine.feuilles]
    this.ecoute = injector.get(ICommandService).onCommandExecuted((commande) => {
      if (commande.type === CommandType.MUTATION) this.noter(commande)
    })
  }

  /** As it stands now. Sheets that have not changed are the very objects that were given before. */
  lire(classeur: Workbook): Classeur {
    const styles = classeur.getStyles()
    const formules = new FormulesPartagees(this.injector, this.unitId)
    for (const rang of this.aRelire) {
      const id = identifiantDeFeuille(rang)
      this.feuilles[rang] = relireFeuille(this.origine.feuilles[rang]!, {
        parcourir: (rappel) => {
          classeur
            .getSheetBySheetId(id)
            ?.getCellMatrix()
            .forValue((ligne, colonne, cellule) => {
              if (cellule) rappel(ligne, colonne, cellule)
            })
        },
        formule: (ligne, colonne, cellule) => formules.lire(id, ligne, colonne, cellule),
        format: (cellule) => styles.getStyleByCell(cellule)?.n?.pattern,
        debordements: () => debordements(this.injector, this.unitId, id),
      })
    }
    this.aRelire.clear()
    return { ...this.origine, feuilles: [...this.feuilles] }
  }

  fermer(): void {
    this.ecoute.dispose()
  }

  private noter({ id, params }: Readonly<ICommandInfo>): void {
    const touchees = feuillesTouchees(params, this.unitId)
    this.feuilles.forEach((_, rang) => {
      const touchee = touchees
        ? touchees.has(identifiantDeFeuille(rang))
        : // A change that does not say where may be anywhere.
          id.startsWith('sheet.mutation.')
      if (touchee) this.aRelire.add(rang)
    })
  }
}

/** The sheets of a workbook that a change of the grid names; undefined when it names none at all. */
export function feuillesTouchees(params: unknown, unitId: string): Set<string> | undefined {
  if (typeof params !== 'object' || params === null) return undefined
  const p = params as Record<string, unknown>
  if (typeof p['unitId'] === 'string' && p['unitId'] !== unitId) return new Set()
  const nommees = [p, p['from'], p['to']].flatMap((lieu) => {
    const feuille = (lieu as Record<string, unknown> | undefined)?.['subUnitId']
    return typeof feuille === 'string' ? [feuille] : []
  })
  if (nommees.length > 0) return new Set(nommees)
  // Results of formulas come by workbook, then by sheet.
  const parClasseur = Object.values(p).flatMap((valeur) => {
    const siennes = typeof valeur === 'object' && valeur !== null ? Reflect.get(valeur, unitId) : undefined
    return typeof siennes === 'object' && siennes !== null ? Object.keys(siennes) : []
  })
  return parClasseur.length > 0 ? new Set(parClasseur) : undefined
}
