import type { Classeur } from '../classeur/classeur.ts'
import type { Annexes } from '../contrat/contrat.ts'
import type { LectureOndam } from '../controle/cofinancement.ts'
import type { Comprehension } from '../classeur/comprehension.ts'
import type { CofinancementObjectif, Constat } from '../controle/rapport.ts'
import type { Classement } from '../plan/classement.ts'
import type { PlanAction } from '../plan/plan.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'

/** What a rule may look at. */
export interface Contexte {
  plan: PlanAction
  classement: Classement
  referentiel: Referentiel
  comprehension: Comprehension
  classeur: Classeur
  /** The exercice that the check is about. */
  exercice: number
  /** What the workbook keeps beside the plan. */
  annexes: Annexes
  lectureOndam: LectureOndam
  /** The balance of each objectif under that reading. */
  cofinancement: readonly CofinancementObjectif[]
}

/**
 * A finding before the pack of the référentiel says how hard it bites and where the text asks for it. A finding may
 * bite less than its rule (the day on which the wordings of the text part), never more.
 */
export type ConstatBrut = Omit<Constat, 'regle' | 'gravite' | 'reference'> &
  Partial<Pick<Constat, 'reference' | 'gravite'>>

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
