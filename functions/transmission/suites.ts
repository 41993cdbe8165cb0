import type { StatutTransmission, SuiteConstatee, TransmissionGardee } from '../depot/transmissions.ts'

/** What the events that follow a sending make of it, in whatever order and however often they came. */
export interface EtatApresEnvoi {
  statut: Extract<StatutTransmission, 'envoyee' | 'differee' | 'remise' | 'rejetee'>
  remiseLe: string | null
  motif: string | null
  copiesRejetees: string[]
  plainte: boolean
}

const premiere = (suites: readonly SuiteConstatee[]): SuiteConstatee | undefined =>
  [...suites].sort((a, b) => (a.le < b.le ? -1 : 1))[0]

/**
 * Folds the events of the attempt that was sent. A rejection counts above a delivery, for servers take a message
 * and send it back later; a delivery above a delay. Only the recipient decides; the copies are told beside it.
 */
export function apresEnvoi(
  t: Pick<TransmissionGardee, 'tentativeEnvoyee' | 'remisA' | 'destinataire'>,
  suites: readonly SuiteConstatee[],
): EtatApresEnvoi {
  const principal = (t.remisA ?? t.destinataire).toLowerCase()
  const siennes = suites.filter((s) => s.tentative === t.tentativeEnvoyee)
  const duDestinataire = siennes.filter((s) => s.destinataire.toLowerCase() === principal)
  const de = (genre: SuiteConstatee['genre']) => premiere(duDestinataire.filter((s) => s.genre === genre))
  const rejet = de('rejet')
  const remise = de('remise')
  const retard = de('retard')
  return {
    statut: rejet ? 'rejetee' : remise ? 'remise' : retard ? 'differee' : 'envoyee',
    remiseLe: remise?.le ?? null,
    motif: rejet?.motif ?? (remise ? null : (retard?.motif ?? null)),
    copiesRejetees: [
      ...new Set(
        siennes
          .filter((s) => s.genre === 'rejet' && s.destinataire.toLowerCase() !== principal)
          .map((s) => s.destinataire),
      ),
    ].sort(),
    plainte: siennes.some((s) => s.genre === 'plainte'),
  }
}
