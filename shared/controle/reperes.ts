import { jourDe, montantsDe } from '../contrat/acces.ts'
import type { Annexes, CleDate } from '../contrat/contrat.ts'
import { ENVELOPPES } from '../referentiel/reference.ts'
import type { Enveloppe } from '../referentiel/reference.ts'
import type { DateDuContrat, MontantNotifie, Reperes } from './rapport.ts'

const CLES = { FIR: ['fir'], P304: ['p304-notifie', 'p304'], ONDAM: ['ondam'] } as const

/**
 * The amounts and dates of the contract sheet that the pane shows beside the plan.
 * @param exercice the year of an amount whose label states none
 */
export function reperesDe(annexes: Annexes, exercice: number): Reperes {
  return {
    notifies: ENVELOPPES.flatMap((enveloppe) => notifiesDe(annexes, enveloppe, exercice)),
    signature: dateDe(annexes, 'signature'),
    effet: dateDe(annexes, 'effet'),
  }
}

/** By year; the amount that is said to be notified wins over the one that the contract writes. */
function notifiesDe(annexes: Annexes, enveloppe: Enveloppe, exercice: number): MontantNotifie[] {
  const parAnnee = new Map<number, MontantNotifie>()
  for (const cle of CLES[enveloppe])
    for (const [annee, { centimes, cellule }] of montantsDe(annexes.contrat, cle, exercice))
      if (!parAnnee.has(annee)) parAnnee.set(annee, { enveloppe, annee, centimes, cellule })
  return [...parAnnee.values()].sort((a, b) => a.annee - b.annee)
}

function dateDe(annexes: Annexes, cle: CleDate): DateDuContrat | null {
  const lue = jourDe(annexes.contrat, cle)
  return lue === null ? null : { jour: lue.jour, cellule: lue.cellule }
}
