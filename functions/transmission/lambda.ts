import { lireConfigurationCommune } from '../api/configuration.ts'
import { assemblerBureau } from './assembler.ts'
import type { Bureau } from './bureau.ts'
import { recevoirEvenement } from './evenement.ts'
import { travailler } from './travailler.ts'

/** No new transmission is begun when less time than this is left, ms: the longest send, and its record. */
const RESERVE_MS = 55_000

let bureau: Bureau | undefined

/** Assembled at the first call, so that a missing variable is said by the call and not by the loading. */
function leBureau(): Bureau {
  bureau ??= assemblerBureau(lireConfigurationCommune())
  return bureau
}

/** On a schedule: works the outbox. */
export async function handler(
  _evenement?: unknown,
  contexte?: { getRemainingTimeInMillis?: () => number },
): Promise<void> {
  const reste = (): number => contexte?.getRemainingTimeInMillis?.() ?? Infinity
  await travailler(leBureau(), () => reste() > RESERVE_MS)
}

/** On each Send event of the mail service: records it. A failure is thrown, so that the event comes again. */
export async function evenementEnvoi(evenement: unknown): Promise<void> {
  await recevoirEvenement(leBureau(), evenement)
}
