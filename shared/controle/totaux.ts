import { financementsComptes } from '../plan/comptes.ts'
import type { Financement, PlanAction } from '../plan/plan.ts'
import type { Totaux } from './rapport.ts'

/** Sums of a plan by enveloppe, each multi-year amount once. */

function aucun(): Totaux {
  return { FIR: 0, P304: 0, ONDAM: 0, etatNonVentile: 0, departement: 0, autres: 0 }
}

function ajouter(t: Totaux, f: Financement): void {
  const c = f.prevu?.centimes ?? 0
  if (f.financeur === 'Etat') t[f.enveloppe ?? 'etatNonVentile'] += c
  else if (f.financeur === 'Departement') t.departement += c
  else if (f.financeur === 'Autre') t.autres += c
}

/** Planned amounts by enveloppe over all the exercices of the workbook, in cents. */
export function totauxDe(plan: PlanAction): Totaux {
  const t = aucun()
  for (const action of plan.actions) for (const f of financementsComptes(action)) ajouter(t, f)
  return t
}

/** The same by exercice, ascending; null, the last, holds what is written for the whole contract. */
export function totauxParExercice(plan: PlanAction): { exercice: number | null; totaux: Totaux }[] {
  const parExercice = new Map<number | null, Totaux>()
  for (const action of plan.actions)
    for (const f of financementsComptes(action)) {
      if (f.prevu === null || f.financeur === null) continue
      let t = parExercice.get(f.exercice)
      if (!t) parExercice.set(f.exercice, (t = aucun()))
      ajouter(t, f)
    }
  return [...parExercice]
    .map(([exercice, totaux]) => ({ exercice, totaux }))
    .sort((a, b) => (a.exercice ?? Infinity) - (b.exercice ?? Infinity))
}
