import { CATALOGUE } from '../formules/catalogue.ts'
import type { Fonction } from '../formules/catalogue.ts'
import { employerReferentiels } from '../formules/referentiels.ts'
import { referentielsCharges, relireGardes, surCharges } from '../referentiels/charges.ts'
import { ErreurFormule } from '../formules/erreur.ts'

/** Ties every function of the catalogue to its name in the cells; does nothing outside Excel. */
export function associerFormules(): void {
  if (typeof CustomFunctions === 'undefined') return
  for (const fonction of CATALOGUE) CustomFunctions.associate(fonction.id, adapter(fonction))
}

/** Makes the cells answer by what is loaded on this computer, now and after each change. */
export async function suivreReferentiels(): Promise<void> {
  surCharges(() => employerReferentiels(referentielsCharges()))
  await relireGardes()
}

/** Excel adds its own last argument and wants its own error objects; the function knows neither. */
export function adapter({ parametres, calculer }: Fonction): (...args: unknown[]) => unknown[][] {
  return (...args) =>
    calculer(...parametres.map((_, i) => enMatrice(args[i]))).map((rangee) => rangee.map(pourCellule))
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
