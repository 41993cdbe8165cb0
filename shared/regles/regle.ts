import type { Comprehension } from '../classeur/comprehension.ts'
import type { Constat } from '../controle/rapport.ts'
import type { PlanAction } from '../plan/plan.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'

/** What a rule may look at. */
export interface Contexte {
  plan: PlanAction
  referentiel: Referentiel
  comprehension: Comprehension
}

/** A finding before the pack of the référentiel says how hard it bites and where the text asks for it. */
export type ConstatBrut = Omit<Constat, 'regle' | 'gravite' | 'reference'> &
  Partial<Pick<Constat, 'reference'>>

/** What a rule answers: its findings (none: all is well), or why it does not apply. */
export type Resultat = { constats: ConstatBrut[] } | { sansObjet: string }

/** One rule, one file, named by its id. A rule is pure: the same plan and référentiel give the same answer. */
export interface Regle {
  id: string
  /** One line in French, for the catalogue. */
  titre: string
  /** Other rules of the texts that this check answers. */
  couvre?: readonly string[]
  verifier(contexte: Contexte): Resultat
}
