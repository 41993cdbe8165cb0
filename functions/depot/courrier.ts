import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { SESv2Client } from '@aws-sdk/client-sesv2'

export interface PieceJointe {
  nom: string
  type: string
  octets: Uint8Array
}

/** A message ready to leave. Header names that the mail service sets itself (Message-ID, To, Reply-To …) are not for `entetes`. */
export interface Message {
  expediteur: string
  destinataire: string
  copies: string[]
  repondreA: string
  objet: string
  texte: string
  html: string
  pieces: PieceJointe[]
  /** Printable ASCII only. */
  entetes: Record<string, string>
  /** Come back with the mail service's events. */
  etiquettes: Record<string, string>
}

/** What is known after the mail service was asked. Only 'inconnu' leaves a doubt, and it is never a reason to ask again. */
export type IssueEnvoi =
  | { issue: 'accepte'; messageId: string }
  /** Refused before it was accepted, and it would be refused again. */
  | { issue: 'refuse'; code: string }
  /** Certainly not accepted; may be tried again. */
  | { issue: 'non-parti'; code: string }
  | { issue: 'inconnu'; code: string }

export interface Courrier {
  envoyer(message: Message): Promise<IssueEnvoi>
}

/** The call never reached the service: no connection, no name, no credentials to sign with. */
const JAMAIS_PARTI = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Answered without being processed: to be tried later. */
const PLUS_TARD = new Set([401, 403, 429])

/** Sorts a failure by what it lets one conclude of the message. */
export function classerEchec(erreur: unknown): IssueEnvoi {
  const e = erreur as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } }
  const code = e.code ?? e.name ?? 'inconnu'
  const statut = e.$metadata?.httpStatusCode
  if (statut === undefined)
    return JAMAIS_PARTI.has(code) || e.name === 'CredentialsProviderError'
      ? { issue: 'non-parti', code }
      : { issue: 'inconnu', code }
  if (PLUS_TARD.has(statut) || /Throttling|TooManyRequests|LimitExceeded/.test(e.name ?? ''))
    return { issue: 'non-parti', code: e.name ?? String(statut) }
  if (statut >= 400 && statut < 500 && statut !== 408)
    return { issue: 'refuse', code: e.name ?? String(statut) }
  return { issue: 'inconnu', code: e.name ?? String(statut) }
}

/** The mail over SES v2. The client must not retry (`maxAttempts: 1`). */
export function creerCourrier(ses: SESv2Client, jeuDeConfiguration: string | undefined): Courrier {
  return {
    async envoyer(message) {
      const commande = new SendEmailCommand({
        FromEmailAddress: message.expediteur,
        Destination: {
          ToAddresses: [message.destinataire],
          ...(message.copies.length ? { CcAddresses: message.copies } : {}),
        },
        ReplyToAddresses: [message.repondreA],
        ConfigurationSetName: jeuDeConfiguration,
        EmailTags: Object.entries(message.etiquettes).map(([Name, Value]) => ({ Name, Value })),
        Content: {
          Simple: {
            Subject: { Data: message.objet, Charset: 'UTF-8' },
            Body: {
              Text: { Data: message.texte, Charset: 'UTF-8' },
              Html: { Data: message.html, Charset: 'UTF-8' },
            },
            Headers: Object.entries(message.entetes).map(([Name, Value]) => ({ Name, Value })),
            Attachments: message.pieces.map((piece) => ({
              FileName: piece.nom,
              ContentType: piece.type,
              RawContent: piece.octets,
              ContentDisposition: 'ATTACHMENT' as const,
              ContentTransferEncoding: 'BASE64' as const,
            })),
          },
        },
      })
      try {
        const { MessageId } = await ses.send(commande)
        return MessageId
          ? { issue: 'accepte', messageId: MessageId }
          : { issue: 'inconnu', code: 'SansMessageId' }
      } catch (erreur) {
        return classerEchec(erreur)
      }
    },
  }
}
