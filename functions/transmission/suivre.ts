import { TYPE_RECU, TYP_JWS_RECU } from '../../shared/version/declaration.ts'
import type { Recu } from '../../shared/version/declaration.ts'
import type { StatutTransmission, TransmissionGardee } from '../depot/transmissions.ts'
import type { Bureau } from './bureau.ts'
import { apresEnvoi } from './suites.ts'
import type { EtatApresEnvoi } from './suites.ts'

/** States in which the mail service has the message, and may still say what became of it. */
const ENVOYES: readonly StatutTransmission[] = ['envoyee', 'differee', 'remise', 'rejetee']

export const estEnvoyee = (statut: StatutTransmission): boolean => ENVOYES.includes(statut)

function pareils(t: TransmissionGardee, etat: EtatApresEnvoi): boolean {
  return (
    t.statut === etat.statut &&
    t.remiseLe === etat.remiseLe &&
    t.motif === etat.motif &&
    t.plainte === etat.plainte &&
    t.copiesRejetees.join() === etat.copiesRejetees.join()
  )
}

/** Takes into account whatever was recorded since the sending; does nothing while it is not sent, or twice. */
export async function suivre(bureau: Bureau, t: TransmissionGardee): Promise<void> {
  const { transmissions, signataire } = bureau.depot
  const actuelle = await transmissions.lire(t)
  if (!actuelle || !estEnvoyee(actuelle.statut)) return
  const etat = apresEnvoi(actuelle, await transmissions.suitesConstatees(t.id))
  if (pareils(actuelle, etat)) return
  // The receipt says when the recipient's server took the message: it is signed again for that, once.
  const ancien = actuelle.recu?.declaration
  const recu: Recu | null =
    ancien && etat.remiseLe && ancien.remiseLe !== etat.remiseLe
      ? { ...ancien, type: TYPE_RECU, remiseLe: etat.remiseLe }
      : null
  const signe = recu && (await signataire.signer(recu, TYP_JWS_RECU))
  const ecrite = await transmissions.modifier(t, (vue) =>
    estEnvoyee(vue.statut) && vue.tentativeEnvoyee === actuelle.tentativeEnvoyee && !pareils(vue, etat)
      ? {
          ...etat,
          ...(signe && recu ? { recu: { declaration: recu, jws: signe.jws }, cleRecu: signe.cle } : {}),
        }
      : null,
  )
  if (ecrite) bureau.journal.info('transmission-suite', { transmission: t.id, statut: ecrite.statut })
  // Events that came between our reading and our writing are read by whoever wrote last.
  const relue = ecrite && apresEnvoi(ecrite, await transmissions.suitesConstatees(t.id))
  if (ecrite && relue && !pareils(ecrite, relue)) await suivre(bureau, ecrite)
}
