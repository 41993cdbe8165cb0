import type { Injector } from '@univerjs/core'
import type { BaseValueObject, ErrorValueObject } from '@univerjs/preset-sheets-core'
import {
  ArrayValueObject,
  CustomFunction,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  ValueObjectFactory,
} from '@univerjs/preset-sheets-core'
import type { Fonction } from '../formules/catalogue.ts'
import { CATALOGUE, ESPACE } from '../formules/catalogue.ts'
import { ErreurFormule } from '../formules/erreur.ts'
import type { MessagesDeCellules } from './messages.ts'

/** Excel's errors, as the grid's engine hands them over inside arguments. */
const ERREUR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|CYCLE!)$/

/** What an argument holds, blanks as null. */
function valeursDe(argument: BaseValueObject): unknown {
  if (!argument.isArray()) return valeurDe(argument)
  const plage = argument as ArrayValueObject
  return Array.from({ length: plage.getRowCount() }, (_, i) =>
    Array.from({ length: plage.getColumnCount() }, (__, j) => valeurDe(plage.get(i, j))),
  )
}

function valeurDe(valeur: BaseValueObject | null | void): unknown {
  if (!valeur || valeur.isNull()) return null
  return valeur.isError() ? (valeur as ErrorValueObject).getErrorType() : valeur.getValue()
}

/** An argument as the catalogue takes it: a matrix of cells, an error as an object with its code. */
function enMatrice(argument: unknown): unknown[][] {
  const lignes: unknown[][] = Array.isArray(argument)
    ? argument.map((ligne: unknown) => (Array.isArray(ligne) ? (ligne as unknown[]) : [ligne]))
    : [[argument]]
  return lignes.map((ligne) =>
    ligne.map((valeur) => (typeof valeur === 'string' && ERREUR.test(valeur) ? { code: valeur } : valeur)),
  )
}

/** A function of the catalogue as the grid's engine calls it; the sentences of its errors go to the cell's messages. */
class FonctionCdppe extends CustomFunction {
  private readonly fonction: Fonction
  private readonly messages: MessagesDeCellules

  constructor(fonction: Fonction, messages: MessagesDeCellules) {
    super(`${ESPACE}.${fonction.id}`)
    this.fonction = fonction
    this.messages = messages
  }

  /**
   * The arguments as the engine's own functions see them. Its door for custom functions turns a blank cell and an
   * omitted argument into 0 before we see them; here they still say that they are blank.
   */
  override isCustom(): boolean {
    return false
  }

  override calculate(...args: BaseValueObject[]): BaseValueObject {
    const resultat = this.calculerCellules(args.map(valeursDe))
    if (!Array.isArray(resultat)) return ValueObjectFactory.create(resultat)
    return ArrayValueObject.create({
      calculateValueList: resultat.map((ligne) =>
        ligne.map((v) => (v === null ? null : ValueObjectFactory.create(v))),
      ),
      rowCount: resultat.length,
      columnCount: resultat[0]?.length ?? 0,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    })
  }

  private calculerCellules(
    args: unknown[],
  ): string | number | boolean | (string | number | boolean | null)[][] {
    const resultat = this.fonction.calculer(...args.map(enMatrice))
    const cellules = resultat.map((ligne, i) => ligne.map((valeur, j) => this.valeurDeCellule(valeur, i, j)))
    const seule = cellules.length === 1 && cellules[0]!.length === 1 ? cellules[0]![0] : undefined
    return seule ?? cellules
  }

  private valeurDeCellule(valeur: unknown, ligne: number, colonne: number): string | number | boolean | null {
    if (valeur instanceof ErreurFormule) {
      this.messages.noter(
        this.subUnitId ?? '',
        this.row + ligne,
        this.column + colonne,
        valeur.code,
        valeur.message,
      )
      return valeur.code
    }
    return typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean'
      ? valeur
      : null
  }
}

/** Makes the functions of the catalogue live in the grid, with their help while typing. */
export function enregistrerFonctions(injector: Injector, messages: MessagesDeCellules): void {
  injector
    .get(IFunctionService)
    .registerExecutors(...CATALOGUE.map((fonction) => new FonctionCdppe(fonction, messages)))
  injector.get(IDescriptionService).registerDescriptions(
    CATALOGUE.map((fonction) => ({
      functionName: `${ESPACE}.${fonction.id}`,
      functionType: FunctionType.User,
      description: fonction.description,
      abstract: fonction.description,
      functionParameter: fonction.parametres.map((parametre) => ({
        name: parametre.nom,
        detail: parametre.description,
        example: '',
        require: parametre.optionnel ? 0 : 1,
        repeat: 0,
      })),
    })),
  )
}
