import { z } from 'zod'
import { lireIdTransmission } from '../depot/transmissions.ts'
import type { SuiteConstatee } from '../depot/transmissions.ts'
import type { Bureau } from './bureau.ts'
import { conclure } from './conclure.ts'
import { suivre } from './suivre.ts'

const instant = z.iso.datetime({ offset: true })
const adresse = z.string().min(3).max(320)
const Concernes = z
  .array(z.object({ emailAddress: adresse }))
  .min(1)
  .max(50)

const Courrier = z.object({
  timestamp: instant,
  messageId: z.string().min(1).max(255),
  tags: z.object({
    transmission: z.array(z.string()).length(1),
    tentative: z.array(z.string().regex(/^[1-9]\d{0,5}$/)).length(1),
  }),
})

/** The events of SES as EventBridge brings them; the rest of them is not read. */
const EvenementSes = z.object({
  source: z.literal('aws.ses'),
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Send'), mail: Courrier }),
    z.object({
      eventType: z.literal('Delivery'),
      mail: Courrier,
      delivery: z.object({ timestamp: instant, recipients: z.array(adresse).min(1).max(50) }),
    }),
    z.object({
      eventType: z.literal('DeliveryDelay'),
      mail: Courrier,
      deliveryDelay: z.object({
        timestamp: instant,
        delayType: z.string().max(64),
        delayedRecipients: Concernes,
      }),
    }),
    z.object({
      eventType: z.literal('Bounce'),
      mail: Courrier,
      bounce: z.object({
        timestamp: instant,
        bounceType: z.string().max(64),
        bounceSubType: z.string().max(64),
        bouncedRecipients: Concernes,
      }),
    }),
    z.object({
      eventType: z.literal('Complaint'),
      mail: Courrier,
      complaint: z.object({ timestamp: instant, complainedRecipients: Concernes }),
    }),
  ]),
})

type Detail = z.infer<typeof EvenementSes>['detail']
type Suite = Pick<SuiteConstatee, 'genre' | 'destinataire' | 'le' | 'motif'>

/** What an event says of each recipient that it names. */
function suitesDe(detail: Detail): Suite[] {
  const pour = (
    genre: Suite['genre'],
    le: string,
    motif: string,
    concernes: { emailAddress: string }[],
  ): Suite[] =>
    concernes.map(({ emailAddress }) => ({
      genre,
      destinataire: emailAddress,
      le: new Date(le).toISOString(),
      motif,
    }))
  switch (detail.eventType) {
    case 'Send':
      return []
    case 'Delivery':
      return pour(
        'remise',
        detail.delivery.timestamp,
        '',
        detail.delivery.recipients.map((emailAddress) => ({ emailAddress })),
      )
    case 'DeliveryDelay': {
      const { timestamp, delayType, delayedRecipients } = detail.deliveryDelay
      return pour('retard', timestamp, delayType, delayedRecipients)
    }
    case 'Bounce': {
      const { timestamp, bounceType, bounceSubType, bouncedRecipients } = detail.bounce
      return pour('rejet', timestamp, `${bounceType}/${bounceSubType}`, bouncedRecipients)
    }
    case 'Complaint':
      return pour('plainte', detail.complaint.timestamp, '', detail.complaint.complainedRecipients)
  }
}

/**
 * Takes an event of the mail service: records it once, closes a transmission that was waiting for it (whatever
 * follows a sending proves the sending too), and says what became of one that was sent. A worker that is at it
 * closes it itself. Events that are not ours are left aside; late ones, doubled ones and those that come before
 * the one that they follow change nothing to where it all ends.
 */
export async function recevoirEvenement(bureau: Bureau, evenement: unknown): Promise<void> {
  const { transmissions } = bureau.depot
  const detail = EvenementSes.safeParse(evenement).data?.detail
  const id = detail?.mail.tags.transmission[0]
  const cible = id === undefined ? null : lireIdTransmission(id)
  const t = cible && (await transmissions.lire(cible))
  const tentative = Number(detail?.mail.tags.tentative[0])
  // An attempt that was never made is not ours to believe.
  if (!detail || !t || tentative > t.tentative) {
    bureau.journal.info('evenement-ecarte', t ? { transmission: t.id } : {})
    return
  }
  const envoi = {
    transmission: t.id,
    tentative,
    messageId: detail.mail.messageId,
    le: new Date(detail.mail.timestamp).toISOString(),
  }
  await transmissions.noterEnvoi(envoi)
  for (const suite of suitesDe(detail))
    await transmissions.noterSuite({ transmission: t.id, tentative, ...suite })
  const actuelle = await transmissions.lire(t)
  if (!actuelle || actuelle.statut === 'en-cours') return
  await conclure(bureau, actuelle, { par: 'service', envoi })
  await suivre(bureau, actuelle)
}
