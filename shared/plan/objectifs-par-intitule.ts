import { objectifDuTitre } from '../referentiel/titres.ts'
import type { Action, PlanAction } from './plan.ts'

/** Gives each action that names no objectif the one whose official title is its own: « Renforcer l’ODPE » serves no other. */
export function avecObjectifsDesIntitules(plan: PlanAction): PlanAction {
  const completer = (action: Action): Action => {
    const objectif = action.objectifsLus.length === 0 ? objectifDuTitre(action.intitule) : null
    // The number comes first, where there is one.
    const cellule = action.cellules[1] ?? action.cellules[0]
    if (objectif === null || cellule === undefined) return action
    return {
      ...action,
      objectif,
      objectifsLus: [{ texte: action.intitule, cellule }],
      financements: action.financements.map((f) => ({ ...f, celluleObjectif: cellule })),
    }
  }
  return { ...plan, actions: plan.actions.map(completer) }
}
