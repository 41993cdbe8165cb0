import type { Champ, CleDate } from '../contrat/contrat.ts'
import { jourDe, type JourLu } from '../contrat/acces.ts'
import type { Echeance } from '../referentiel/calendrier.ts'
import { dater } from './echeances.ts'
import type { Contexte } from './regle.ts'

/** What the rules of the yearly report share: the years whose report left a date, and its échéance. */

export const SANS_BILAN = { sansObjet: 'Le classeur ne date pas de bilan.' }

const CLES: readonly CleDate[] = [
  'bilan-projet-prefet',
  'bilan-projet-ars',
  'bilan-odpe',
  'bilan-arrete',
  'bilan-deliberation',
  'bilan-prefet',
  'bilan-ars',
]

export interface Bilan {
  annee: number
  dates: Map<CleDate, JourLu>
  /** Every label of that report, with or without its date. */
  champs: Champ[]
}

/** The reports that have at least one date, by year; without a year on the label, that of the check. */
export function bilansDe({ annexes, exercice }: Contexte): Bilan[] {
  const bilans = new Map<number, Bilan>()
  for (const champ of annexes.contrat?.champs ?? []) {
    const cle = CLES.find((c) => c === champ.cle)
    if (!cle) continue
    const annee = champ.annee ?? exercice
    const bilan = bilans.get(annee) ?? { annee, dates: new Map<CleDate, JourLu>(), champs: [] }
    bilan.champs.push(champ)
    const { date } = champ
    if (date !== null && date.jour !== null && !bilan.dates.has(cle))
      bilan.dates.set(cle, { ...date, jour: date.jour })
    bilans.set(annee, bilan)
  }
  return [...bilans.values()].filter((b) => b.dates.size > 0).sort((a, b) => a.annee - b.annee)
}

/** The échéance of the report of a year, with its last day where it is counted from the signature. */
export function echeanceDuBilan(contexte: Contexte, annee: number): Echeance | null {
  const echeance = contexte.referentiel.echeances.find(
    (e) => e.id === 'rapport-execution' && e.exercice === annee,
  )
  return echeance ? dater(echeance, jourDe(contexte.annexes.contrat, 'signature')?.jour ?? null) : null
}

/** Is the report of this exercice done: jointly arrêté, deliberated or sent? */
export function estRendu(bilan: Bilan): boolean {
  return (['bilan-arrete', 'bilan-deliberation', 'bilan-prefet', 'bilan-ars'] as const).some((c) =>
    bilan.dates.has(c),
  )
}
