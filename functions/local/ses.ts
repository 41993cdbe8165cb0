import { randomUUID } from 'node:crypto'
import { readdir, readFile, rename } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import nodemailer from 'nodemailer'

import { createPrivateFolder, readIfPresent, writeDurably } from './fichiers.ts'
import { BodyTooLarge, createLoopbackServer, LOOPBACK, readBody } from './http.ts'
import { composeMessage, readSendRequest, type SendRequest, SesError } from './ses/message.ts'
import { type AwsKeys, checkPayload, SignatureRefused, verifySignature } from './signature-aws.ts'

/** Events that SES gives to EventBridge: once it has accepted a message, then once the recipient's server has. */
export type SesSendEvent = {
  version: '0'
  id: string
  'detail-type': 'Email Sent' | 'Email Delivered'
  source: 'aws.ses'
  account: string
  time: string
  region: string
  resources: string[]
  detail: {
    eventType: 'Send' | 'Delivery'
    mail: {
      timestamp: string
      source: string
      messageId: string
      destination: string[]
      /** Tags given with the message: name → values. */
      tags: Record<string, string[]>
    }
    send?: Record<string, never>
    delivery?: { timestamp: string; recipients: string[] }
  }
}

export type SesOptions = {
  /** Folder of the accepted messages; created when absent. */
  folder: string
  keys: AwsKeys
  region: string
  smtpPort: () => number
  /** Called at least once per accepted message, again when it throws, also after a restart. */
  onEvent: (event: SesSendEvent) => Promise<void>
}

export type LocalSes = {
  server: Server
  /** Takes up the messages that a former process accepted and did not finish with. */
  resume: () => Promise<void>
  /** Resolves when the messages under way have come to rest; no new attempt is made. */
  stop: () => Promise<void>
}

/** A message that was accepted: it will be relayed, and its event given, whatever happens to the process. */
type Accepted = Pick<SendRequest, 'from' | 'recipients' | 'tags'> & {
  id: string
  acceptedAt: string
  /** When the SMTP server took it, null until then. */
  relayed: string | null
}

/** SES refuses more once the message is encoded: 40 MB. */
export const SES_MAX_BYTES = 40 * 1024 * 1024
/** The JSON that carries such a message, base64 included. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024
const RETRY_MS = [250, 500, 1000, 2000, 5000]

/**
 * The wire protocol of SES v2 SendEmail. As with the real service, accepting and delivering are two moments:
 * the answer is given when the message is kept on disk, then it goes to the SMTP server and its Send event to
 * `onEvent`. A process killed in between resumes at its next start; the mailbox knows a message it already has.
 */
export async function createSes(options: SesOptions): Promise<LocalSes> {
  const messages = path.join(options.folder, 'messages')
  const queue = path.join(options.folder, 'en-file')
  await createPrivateFolder(messages)
  await createPrivateFolder(queue)
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  const eml = (id: string): string => path.join(messages, `${id}.eml`)
  const state = (id: string): string => path.join(queue, `${id}.json`)

  const relay = async (accepted: Accepted): Promise<void> => {
    const port = options.smtpPort()
    const transport = nodemailer.createTransport({ host: LOOPBACK, port, secure: false, ignoreTLS: true })
    const envelope = { from: accepted.from, to: accepted.recipients }
    await transport.sendMail({ envelope, raw: await readFile(eml(accepted.id)) })
    transport.close()
  }

  const finish = async (accepted: Accepted): Promise<void> => {
    if (!accepted.relayed) {
      await relay(accepted)
      accepted.relayed = new Date().toISOString()
      await writeDurably(state(accepted.id), JSON.stringify(accepted))
    }
    await options.onEvent(sendEvent(accepted, options.region))
    await options.onEvent(deliveryEvent(accepted, accepted.relayed, options.region))
    await rename(state(accepted.id), path.join(messages, `${accepted.id}.json`))
  }

  const follow = (accepted: Accepted): void => {
    const work = (async () => {
      for (let attempt = 0; !stopping.signal.aborted; attempt++) {
        try {
          return await finish(accepted)
        } catch {
          const pause = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]
          await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
        }
      }
    })()
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  const sendEmail = async (request: IncomingMessage): Promise<{ MessageId: string }> => {
    const body = await readBody(request, MAX_REQUEST_BYTES)
    const { method = '', url = '/', headers } = request
    checkPayload(verifySignature({ method, url, headers }, options.keys, Date.now(), body), body)
    if (method !== 'POST' || url !== '/v2/email/outbound-emails') {
      throw new SesError(404, 'NotFoundException', 'Unknown operation')
    }
    const asked = readSendRequest(body)
    const id = `0100${randomUUID()}-000000`
    const raw = await composeMessage(asked, `${id}@${options.region}.amazonses.example`)
    if (raw.length > SES_MAX_BYTES) {
      const message = `Message length is more than ${SES_MAX_BYTES} bytes long`
      throw new SesError(400, 'MessageRejected', message)
    }
    const { from, recipients, tags } = asked
    const accepted: Accepted = {
      id,
      from,
      recipients,
      tags,
      acceptedAt: new Date().toISOString(),
      relayed: null,
    }
    await writeDurably(eml(id), raw)
    await writeDurably(state(id), JSON.stringify(accepted))
    follow(accepted)
    return { MessageId: id }
  }

  const server = createLoopbackServer((request, response) => {
    sendEmail(request).then(
      (content) => send(response, 200, content),
      (error: unknown) => refuse(request, response, error),
    )
  })

  return {
    server,
    resume: async () => {
      const names = (await readdir(queue)).filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      for (const name of names) {
        const text = await readIfPresent(path.join(queue, name))
        if (text !== undefined) follow(JSON.parse(text) as Accepted)
      }
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}

function sendEvent(accepted: Accepted, region: string): SesSendEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Email Sent',
    source: 'aws.ses',
    account: '000000000000',
    time: accepted.acceptedAt,
    region,
    resources: [],
    detail: {
      eventType: 'Send',
      mail: {
        timestamp: accepted.acceptedAt,
        source: accepted.from,
        messageId: accepted.id,
        destination: accepted.recipients,
        tags: Object.fromEntries(accepted.tags.map(({ name, value }) => [name, [value]])),
      },
      send: {},
    },
  }
}

function deliveryEvent(accepted: Accepted, timestamp: string, region: string): SesSendEvent {
  const { detail, ...event } = sendEvent(accepted, region)
  return {
    ...event,
    'detail-type': 'Email Delivered',
    time: timestamp,
    detail: {
      eventType: 'Delivery',
      mail: detail.mail,
      delivery: { timestamp, recipients: accepted.recipients },
    },
  }
}

function send(response: ServerResponse, status: number, content: unknown, type?: string): void {
  const named = type === undefined ? {} : { 'x-amzn-errortype': type }
  response.writeHead(status, { 'content-type': 'application/json', ...named })
  response.end(JSON.stringify(content))
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (!request.complete) response.setHeader('connection', 'close')
  if (error instanceof SesError) return send(response, error.status, { message: error.message }, error.type)
  if (error instanceof SignatureRefused) {
    return send(response, 403, { message: error.message }, 'InvalidSignatureException')
  }
  if (error instanceof BodyTooLarge) {
    return send(response, 413, { message: 'Request too large' }, 'BadRequestException')
  }
  send(response, 500, { message: 'Internal failure' }, 'InternalServiceErrorException')
}
