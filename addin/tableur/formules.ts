import type { Injector } from '@univerjs/core'
import {
  CustomFunction,
  FunctionType,
  IDescriptionService,
  IFunctionService,
} from '@univerjs/preset-sheets-core'
import type { Fonction } from '../formules/catalogue.ts'
import { CATALOGUE, ESPACE } from '../formules/catalogue.ts'
import { ErreurFormule } from '../formules/erreur.ts'
import type { MessagesDeCellules } from './messages.ts'

/** Excel's errors, as the grid's engine hands them over inside arguments. */
const ERREUR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|CYCLE!)$/

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

  override calculateCustom(
    ...args: unknown[]
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
