import type { Enveloppe } from '../referentiel/referentiel.ts'
import type { Action, Financement, MontantLu, PlanAction } from './plan.ts'

/**
 * The actions of a plan by what they hold, each list in the order of the plan. Most rules look for something that few
 * actions have: a long plan is read once here, not once more by each of them.
 */
export interface Classement {
  /** With a financement on that enveloppe. */
  parEnveloppe: Readonly<Record<Enveloppe, readonly Action[]>>
  /** With an amount, planned or spent, that cannot be read for sure. */
  sansMontantSur: readonly Action[]
  /** With a planned amount that was read with a reserve. */
  avecReserve: readonly Action[]
  /** With an amount typed as a text. */
  saisiesEnTexte: readonly Action[]
  /** With a planned amount whose words name a year. */
  nommantUneAnnee: readonly Action[]
  /** With an expense earmarked, committed or spent. */
  suivies: readonly Action[]
}

/** Reads a plan once and puts each of its actions in the lists that it belongs to. */
export function classer(plan: PlanAction): Classement {
  const classement = {
    parEnveloppe: { FIR: [] as Action[], P304: [] as Action[], ONDAM: [] as Action[] },
    sansMontantSur: [] as Action[],
    avecReserve: [] as Action[],
    saisiesEnTexte: [] as Action[],
    nommantUneAnnee: [] as Action[],
    suivies: [] as Action[],
  }
  for (const action of plan.actions) {
    const vu = regarder(action.financements)
    for (const enveloppe of vu.enveloppes) classement.parEnveloppe[enveloppe].push(action)
    if (vu.sansMontantSur) classement.sansMontantSur.push(action)
    if (vu.avecReserve) classement.avecReserve.push(action)
    if (vu.saisiesEnTexte) classement.saisiesEnTexte.push(action)
    if (vu.nommantUneAnnee) classement.nommantUneAnnee.push(action)
    if (vu.suivies) classement.suivies.push(action)
  }
  return classement
}

/** Does an amount come with the words of its year (« 1 615 070 € pour 2022 », « 5 en2021 » at the shortest)? */
function nommeUneAnnee({ texte }: MontantLu): boolean {
  return texte.length >= 8 && /20\d\d/.test(texte)
}

/** What the financements of an action hold, seen in one pass. */
function regarder(financements: readonly Financement[]) {
  const vu = {
    enveloppes: [] as Enveloppe[],
    sansMontantSur: false,
    avecReserve: false,
    saisiesEnTexte: false,
    nommantUneAnnee: false,
    suivies: false,
  }
  const regarderMontant = (m: MontantLu): void => {
    if (m.centimes === null) vu.sansMontantSur = true
    if (m.saisi === 'texte') vu.saisiesEnTexte = true
  }
  for (const f of financements) {
    if (f.enveloppe !== null && !vu.enveloppes.includes(f.enveloppe)) vu.enveloppes.push(f.enveloppe)
    if (f.prevu !== null) {
      regarderMontant(f.prevu)
      if (f.prevu.reserve !== null) vu.avecReserve = true
      if (!vu.nommantUneAnnee && nommeUneAnnee(f.prevu)) vu.nommantUneAnnee = true
    }
    for (const m of [f.fleche, f.engage, f.execute])
      if (m !== null) {
        vu.suivies = true
        regarderMontant(m)
      }
  }
  return vu
}
