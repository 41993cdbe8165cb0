import { CommandType } from '@univerjs/core'
import type { ICommandInfo, Injector, Workbook } from '@univerjs/core'
import { SetFormulaCalculationStartMutation, SetFormulaDataMutation } from '@univerjs/preset-sheets-core'
import type { Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { enCedant } from '../hote/ceder.ts'
import { debordements } from './debordements.ts'
import { ecouterCommandes } from './ecoute.ts'
import { identifiantDeFeuille } from './instantane.ts'
import { FormulesPartagees } from './partagees.ts'
import { relireFeuille } from './relecture.ts'
import type { FeuilleDeGrille } from './relecture.ts'

/**
 * A workbook of the grid, read back as plain data. Sheets that nothing has touched since they were last read are not
 * read again: in a workbook of twenty sheets, typing in one costs one.
 */
export class Releve {
  private readonly injector: Injector
  private readonly unitId: string
  private readonly origine: Classeur
  private readonly feuilles: Feuille[]
  /** How many changes each sheet has known, and how many it had known when it was last read. */
  private readonly changements: number[]
  private readonly lus: number[]

  /** To be made before the grid has the workbook: what it calculates on opening is a change too. */
  constructor(injector: Injector, unitId: string, origine: Classeur) {
    this.injector = injector
    this.unitId = unitId
    this.origine = origine
    this.feuilles = [...origine.feuilles]
    this.changements = origine.feuilles.map(() => 0)
    this.lus = [...this.changements]
    ecouterCommandes(injector, unitId, (commande) => {
      if (commande.type === CommandType.MUTATION) this.noter(commande)
    })
  }

  /** As it stands now. Sheets that have not changed are the very objects that were given before. */
  lire(classeur: Workbook): Classeur {
    const relecture = this.relire(classeur)
    while (!relecture.next().done);
    return this.classeur()
  }

  /** The same, the thread being given back meanwhile; what changes then is read too. */
  async lireEnCedant(classeur: Workbook): Promise<Classeur> {
    await enCedant(this.relire(classeur))
    return this.classeur()
  }

  private classeur(): Classeur {
    return { ...this.origine, feuilles: [...this.feuilles] }
  }

  private *relire(classeur: Workbook): Generator<undefined, void, undefined> {
    for (let rang = this.aRelire(); rang >= 0; rang = this.aRelire()) {
      const changements = this.changements[rang]!
      const feuille = yield* relireFeuille(this.origine.feuilles[rang]!, this.enGrille(classeur, rang))
      // Changed while it was read: half of it may be older than the other half.
      if (changements !== this.changements[rang]) continue
      this.feuilles[rang] = feuille
      this.lus[rang] = changements
    }
  }

  private aRelire(): number {
    return this.changements.findIndex((changements, rang) => changements !== this.lus[rang])
  }

  private enGrille(classeur: Workbook, rang: number): FeuilleDeGrille {
    const id = identifiantDeFeuille(rang)
    const styles = classeur.getStyles()
    const cellules = classeur.getSheetBySheetId(id)?.getCellMatrix()
    const formules = new FormulesPartagees(this.injector, this.unitId, id)
    return {
      lignes: () => Object.keys(cellules?.getMatrix() ?? {}).map(Number),
      rangee: (ligne) => cellules?.getRow(ligne) ?? undefined,
      formule: (ligne, colonne, cellule) => formules.lire(ligne, colonne, cellule),
      format: (cellule) => styles.getStyleByCell(cellule)?.n?.pattern,
      debordements: () => debordements(this.injector, this.unitId, id),
    }
  }

  private noter(commande: Readonly<ICommandInfo>): void {
    const touchees = feuillesTouchees(commande, this.unitId)
    this.feuilles.forEach((_, rang) => {
      if (touchees?.has(identifiantDeFeuille(rang)) ?? true) this.changements[rang]!++
    })
  }
}

/** What prepares a calculation names every sheet that has formulas; what it changes comes with its results. */
const PREPARATIFS = new Set<string>([SetFormulaDataMutation.id, SetFormulaCalculationStartMutation.id])

/** The sheets of a workbook that a change of the grid touches; undefined when it may be anywhere. */
export function feuillesTouchees(
  { id, params }: Readonly<ICommandInfo>,
  unitId: string,
): Set<string> | undefined {
  if (PREPARATIFS.has(id)) return new Set()
  const nommees = feuillesNommees(params, unitId)
  // A change of a sheet that does not say where may be anywhere.
  return nommees ?? (id.startsWith('sheet.mutation.') ? undefined : new Set())
}

/** The sheets of a workbook that the parameters of a change name; undefined when they name none at all. */
function feuillesNommees(params: unknown, unitId: string): Set<string> | undefined {
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
    if (typeof siennes !== 'object' || siennes === null) return []
    // Those where there is nothing to say are named with nothing.
    return Object.entries(siennes).flatMap(([id, dites]) => (estVide(dites) ? [] : [id]))
  })
  return parClasseur.length > 0 ? new Set(parClasseur) : undefined
}

function estVide(dites: unknown): boolean {
  return typeof dites !== 'object' || dites === null || Object.keys(dites).length === 0
}
