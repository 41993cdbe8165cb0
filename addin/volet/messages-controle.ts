import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { ReponseControle } from './controle-pur.ts'
import type { MorceauClasseur } from './remise.ts'
import type { TrancheResultat } from './resultat-en-tranches.ts'

/** What the pane says to the worker that checks: a workbook piece by piece, then what to judge it by. */
export type MessageAuControle = { morceau: MorceauClasseur } | QuestionControle

export interface QuestionControle {
  id: number
  exercice: number | null
  referentiels?: readonly Referentiel[] | undefined
}

/** What the worker answers: how far it is, 0 to 1; then a refusal, or a result that slices complete until the end. */
export type MessageDuControle =
  | { id: number; avance: number }
  | ReponseControle
  | { id: number; tranche: TrancheResultat }
  | { id: number; fin: true }
