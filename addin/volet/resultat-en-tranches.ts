import type { Constat } from '../../shared/controle/rapport.ts'
import type { Action } from '../../shared/plan/plan.ts'
import type { ResultatControle } from './controle-pur.ts'
import { plagesDe, retenirPlages } from './plages-cellules.ts'
import type { PlagesDeFeuille } from './plages-cellules.ts'

/** A report by slices: that of a long plan would keep the pane for a fifth of a second if it came in one message. */
export interface TrancheResultat {
  constats: Constat[]
  /** The ranges of their cells, of those that have many: they take long to gather. */
  plages: Map<Constat, PlagesDeFeuille[]>
  actions: Action[]
}

/** What one slice holds, in values that were read: some milliseconds to copy. */
const POIDS = 1200
const CELLULES_NOMBREUSES = 40

export function* trancherResultat({ rapport }: ResultatControle): Generator<TrancheResultat> {
  let tranche = vide()
  let poids = 0
  for (const constat of rapport.constats) {
    tranche.constats.push(constat)
    if (constat.cellules.length > CELLULES_NOMBREUSES) tranche.plages.set(constat, plagesDe(constat.cellules))
    poids += 4 + constat.cellules.length / 8
    if (poids < POIDS) continue
    yield tranche
    ;[tranche, poids] = [vide(), 0]
  }
  for (const action of rapport.plan.actions) {
    tranche.actions.push(action)
    poids += 2 + action.textes.length + action.objectifsLus.length + 5 * action.financements.length
    if (poids < POIDS) continue
    yield tranche
    ;[tranche, poids] = [vide(), 0]
  }
  if (tranche.constats.length > 0 || tranche.actions.length > 0) yield tranche
}

/** All of a result but what comes by slices. */
export function teteDe(resultat: ResultatControle): ResultatControle {
  const { rapport } = resultat
  return { ...resultat, rapport: { ...rapport, constats: [], plan: { ...rapport.plan, actions: [] } } }
}

/** Puts back what a slice holds; slices are to come in their order. */
export function joindreResultat(
  { rapport }: ResultatControle,
  { constats, plages, actions }: TrancheResultat,
): void {
  for (const constat of constats) rapport.constats.push(constat)
  for (const [constat, siennes] of plages) retenirPlages(constat.cellules, siennes)
  for (const action of actions) rapport.plan.actions.push(action)
}

const vide = (): TrancheResultat => ({ constats: [], plages: new Map(), actions: [] })
