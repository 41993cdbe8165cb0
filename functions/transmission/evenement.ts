import { z } from 'zod'
import { lireIdTransmission } from '../depot/transmissions.ts'
import type { Bureau } from './bureau.ts'
import { conclure } from './conclure.ts'

/** The Send event of SES as EventBridge brings it; the rest of it is not read. */
const EvenementSes = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.literal('Send'),
    mail: z.object({
      timestamp: z.iso.datetime({ offset: true }),
      messageId: z.string().min(1).max(255),
      tags: z.object({
        transmission: z.array(z.string()).length(1),
        tentative: z.array(z.string().regex(/^[1-9]\d{0,5}$/)).length(1),
      }),
    }),
  }),
})

/**
 * Takes a Send event: records it once, and closes a transmission that was waiting for it. A worker that is at
 * it closes it itself. Events that are not ours are left aside.
 */
export async function recevoirEvenement(bureau: Bureau, evenement: unknown): Promise<void> {
  const lecture = EvenementSes.safeParse(evenement)
  const mail = lecture.data?.detail.mail
  const id = mail?.tags.transmission[0]
  const cible = id === undefined ? null : lireIdTransmission(id)
  const t = cible && (await bureau.depot.transmissions.lire(cible.chaine, cible.numero))
  if (!mail || !t) {
    bureau.journal.info('evenement-ecarte')
    return
  }
  const envoi = {
    transmission: t.id,
    tentative: Number(mail.tags.tentative[0]),
    messageId: mail.messageId,
    le: new Date(mail.timestamp).toISOString(),
  }
  // An attempt that was never made is not ours to believe.
  if (envoi.tentative > t.tentative) {
    bureau.journal.info('evenement-ecarte', { transmission: t.id })
    return
  }
  await bureau.depot.transmissions.noterEnvoi(envoi)
  const actuelle = await bureau.depot.transmissions.lire(t, t.numero)
  if (actuelle && actuelle.statut !== 'en-cours') await conclure(bureau, actuelle, { par: 'service', envoi })
}
