import { CALCULS } from '../formules/calculs.ts'
import type { Calculer } from '../formules/calculs.ts'
import { chargerControle, controlePret } from '../formules/controle-differe.ts'
import { ErreurFormule } from '../formules/erreur.ts'

/**
 * Ties every function to its name in the cells; does nothing outside Excel. The metadata are Excel's own copy: of
 * them only the names and the number of arguments are wanted here, and the functions bear both.
 */
export function associerFormules(): void {
  if (typeof CustomFunctions === 'undefined') return
  for (const [id, calcul] of Object.entries(CALCULS)) {
    const fonction = adapter(calcul)
    CustomFunctions.associate(id, id === 'CONTROLE' ? desQuIlEstPret(fonction) : fonction)
  }
  void chargerControle().catch(() => undefined)
}

/** A cell that asks for the check before its code is there shows #BUSY! until it is; then the answer is immediate. */
function desQuIlEstPret(fonction: (...args: unknown[]) => unknown[][]): (...args: unknown[]) => unknown {
  return (...args) =>
    controlePret()
      ? fonction(...args)
      : chargerControle().then(
          () => fonction(...args),
          () => fonction(...args),
        )
}

/** Excel adds its own last argument and wants its own error objects; the function knows neither. */
export function adapter(calculer: Calculer): (...args: unknown[]) => unknown[][] {
  return (...args) =>
    calculer(...Array.from({ length: calculer.length }, (_, i) => enMatrice(args[i]))).map((rangee) =>
      rangee.map(pourCellule),
    )
}

/** An omitted argument comes as undefined or null: the functions know it as an empty range. */
function enMatrice(argument: unknown): unknown[][] {
  if (argument === undefined || argument === null) return []
  return Array.isArray(argument) ? (argument as unknown[][]) : [[argument]]
}

function pourCellule(valeur: unknown): unknown {
  if (!(valeur instanceof ErreurFormule)) return valeur
  const code =
    valeur.code === '#N/A' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue
  return new CustomFunctions.Error(code, valeur.message)
}
