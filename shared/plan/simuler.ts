import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Centimes } from '../montant/montant.ts'
import type { Financement, PlanAction } from './plan.ts'

/** Another amount for one cell of the plan, tried without being written. */
export interface Changement {
  cellule: ReferenceCellule
  centimes: Centimes
}

/** The plan as it would be with these amounts; the one given is left as it is. */
export function simuler(plan: PlanAction, changements: readonly Changement[]): PlanAction {
  const nouveaux = new Map(changements.map((c) => [c.cellule, c.centimes]))
  const changer = (f: Financement): Financement => {
    const centimes = f.prevu === null ? undefined : nouveaux.get(f.prevu.cellule)
    if (f.prevu === null || centimes === undefined) return f
    const prevu = {
      texte: '',
      cellule: f.prevu.cellule,
      centimes,
      composantes: [],
      raison: null,
      reserve: null,
      nature: 'montant' as const,
    }
    return { ...f, prevu }
  }
  return { ...plan, actions: plan.actions.map((a) => ({ ...a, financements: a.financements.map(changer) })) }
}
