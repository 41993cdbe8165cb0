import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { SendEmailCommand, type SendEmailCommandInput, SESv2Client } from '@aws-sdk/client-sesv2'
import nodemailer from 'nodemailer'
import type { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Boite } from './boite.ts'
import { closeHttp, listen } from './http.ts'
import { createSes, type LocalSes, type SesSendEvent } from './ses.ts'
import { createSmtpServer } from './smtp.ts'

const keys = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret-de-test' }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('le service SES local et sa boîte', { timeout: 20_000 }, () => {
  let folder: string
  let boite: Boite
  let smtp: SMTPServer
  let smtpPort: number
  let ses: LocalSes
  let client: SESv2Client
  let events: SesSendEvent[]
  let deliveries: SesSendEvent[]
  let onEvent: (event: SesSendEvent) => Promise<void>

  const startMailbox = async (port = 0): Promise<void> => {
    boite = new Boite(path.join(folder, 'boite'))
    await boite.open()
    smtp = createSmtpServer(boite)
    smtpPort = await listen(smtp.server, port)
  }
  const startSes = async (): Promise<void> => {
    ses = await createSes({
      folder: path.join(folder, 'ses'),
      keys,
      region: 'eu-west-3',
      smtpPort: () => smtpPort,
      onEvent: (event) => onEvent(event),
    })
    const endpoint = `http://127.0.0.1:${await listen(ses.server, 0)}`
    client = new SESv2Client({ region: 'eu-west-3', endpoint, credentials: keys, maxAttempts: 1 })
  }
  const stopSes = async (): Promise<void> => {
    await closeHttp(ses.server, 0)
    await ses.stop()
  }
  const stopMailbox = (): Promise<void> => new Promise((resolve) => smtp.close(resolve))
  const message = (attachment: Uint8Array, more: Partial<SendEmailCommandInput> = {}): SendEmailCommand =>
    new SendEmailCommand({
      FromEmailAddress: 'CDPPE <ne-pas-repondre@cdppe.example>',
      Destination: { ToAddresses: ['boite-locale@cdppe.example'] },
      EmailTags: [{ Name: 'transmission', Value: '62-2020-7' }],
      Content: {
        Simple: {
          Subject: { Data: 'Contrat du Pas-de-Calais — exercice 2020' },
          Body: { Text: { Data: 'Veuillez trouver le classeur ci-joint.' } },
          Headers: [
            { Name: 'X-Destinataire-Reel', Value: 'dgcs@social.example' },
            { Name: 'Message-ID', Value: '<choisi@ailleurs.example>' },
          ],
          Attachments: [{ FileName: 'CDPPE été « 62 ».xlsx', ContentType: XLSX, RawContent: attachment }],
        },
      },
      ...more,
    })
  const received = (count: number): Promise<unknown> =>
    vi.waitFor(() => expect(boite.messages()).toHaveLength(count), { timeout: 30_000, interval: 20 })
  const announced = (count: number): Promise<unknown> =>
    vi.waitFor(() => expect(events).toHaveLength(count), { timeout: 30_000, interval: 20 })

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-ses-'))
    events = []
    deliveries = []
    onEvent = (event) => {
      if (event.detail.eventType === 'Send') events.push(event)
      else deliveries.push(event)
      return Promise.resolve()
    }
    await startMailbox()
    await startSes()
  })
  afterEach(async () => {
    await stopSes()
    await stopMailbox()
    await rm(folder, { recursive: true, force: true })
  })

  it('remet par SMTP une pièce de 20 Mo, à l’octet près', { timeout: 60_000 }, async () => {
    const workbook = randomBytes(20_000_000)
    const { MessageId } = await client.send(message(workbook))
    await received(1)
    const [summary] = boite.messages()
    expect(summary).toMatchObject({
      objet: 'Contrat du Pas-de-Calais — exercice 2020',
      a: 'boite-locale@cdppe.example',
      destinataireReel: 'dgcs@social.example',
      messageId: `${MessageId}@eu-west-3.amazonses.example`,
      pieces: [{ nom: 'CDPPE été « 62 ».xlsx', type: XLSX, taille: workbook.length }],
    })
    expect((await boite.piece(summary?.id ?? '', 0))?.contenu.equals(workbook)).toBe(true)
    expect(await boite.piece(summary?.id ?? '', 1)).toBeUndefined()
  })

  it('donne l’événement d’envoi avec les étiquettes du message, et le redonne s’il n’a pas été reçu', async () => {
    let refusals = 2
    onEvent = (event) => {
      if (event.detail.eventType === 'Send') events.push(event)
      else deliveries.push(event)
      return refusals-- > 0 ? Promise.reject(new Error('indisponible')) : Promise.resolve()
    }
    const { MessageId } = await client.send(message(Buffer.from('x')))
    await announced(3)
    for (const { source, detail } of events) {
      expect(source).toBe('aws.ses')
      expect(detail).toMatchObject({
        eventType: 'Send',
        mail: { messageId: MessageId, tags: { transmission: ['62-2020-7'] } },
      })
    }
    // Then, once the mailbox has it, that it was delivered, and to whom.
    await vi.waitFor(() => expect(deliveries).toHaveLength(1))
    expect(deliveries[0]).toMatchObject({
      'detail-type': 'Email Delivered',
      detail: {
        eventType: 'Delivery',
        mail: { messageId: MessageId },
        delivery: { recipients: ['boite-locale@cdppe.example'] },
      },
    })
    expect(boite.messages()).toHaveLength(1)
  })

  it('refuse plus de 40 Mo une fois encodé, et n’en envoie rien', { timeout: 60_000 }, async () => {
    await expect(client.send(message(new Uint8Array(31_500_000)))).rejects.toMatchObject({
      name: 'MessageRejected',
    })
    await client.send(message(new Uint8Array(29_000_000)))
    await received(1)
    expect(boite.messages()[0]?.pieces[0]?.taille).toBe(29_000_000)
  })

  it('refuse ce que SES refuse : étiquette accentuée, aucun destinataire, autre secret', async () => {
    const bad = { name: 'BadRequestException' }
    const tag = { EmailTags: [{ Name: 'transmission', Value: 'été' }] }
    await expect(client.send(message(Buffer.from('x'), tag))).rejects.toMatchObject(bad)
    const nobody = { Destination: { ToAddresses: [] } }
    await expect(client.send(message(Buffer.from('x'), nobody))).rejects.toMatchObject(bad)
    const { endpoint } = client.config
    const stranger = new SESv2Client({
      region: 'eu-west-3',
      ...(endpoint ? { endpoint } : {}),
      credentials: { ...keys, secretAccessKey: 'autre' },
      maxAttempts: 1,
    })
    await expect(stranger.send(message(Buffer.from('x')))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    })
    expect(boite.messages()).toEqual([])
  })

  it('ne laisse pas un objet ajouter des en-têtes ni des destinataires', async () => {
    const Content = {
      Simple: {
        Subject: { Data: 'Objet\r\nBcc: intrus@ailleurs.example\r\n\r\nCorps' },
        Body: { Text: { Data: 'texte' } },
      },
    }
    await client.send(message(Buffer.from('x'), { Content }))
    await received(1)
    const raw = (await boite.raw(boite.messages()[0]?.id ?? ''))?.toString() ?? ''
    expect(raw).not.toMatch(/^bcc:/im)
    expect(boite.messages()[0]?.enveloppe.a).toEqual(['boite-locale@cdppe.example'])
  })

  it('reprend après un arrêt ce qu’il avait accepté sans pouvoir le remettre', async () => {
    await stopMailbox()
    await client.send(message(Buffer.from('accepté')))
    await stopSes()
    expect(await readdir(path.join(folder, 'ses', 'en-file'))).toHaveLength(1)
    expect(events).toEqual([])

    await startMailbox(smtpPort)
    await startSes()
    await ses.resume()
    await announced(1)
    expect(boite.messages()).toHaveLength(1)
    expect(await readdir(path.join(folder, 'ses', 'en-file'))).toEqual([])
  })

  it('ne garde qu’une fois un message remis deux fois, et deux fois deux messages semblables', async () => {
    await client.send(message(Buffer.from('x')))
    await received(1)
    const [first] = boite.messages()
    const raw = await boite.raw(first?.id ?? '')
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })
    const envelope = { from: 'a@b.example', to: ['boite-locale@cdppe.example'] }
    await transport.sendMail({ envelope, raw: raw ?? Buffer.alloc(0) })
    transport.close()
    expect(boite.messages()).toHaveLength(1)
    await client.send(message(Buffer.from('x')))
    await received(2)
  })

  it('garde ses messages d’un démarrage à l’autre', async () => {
    await client.send(message(Buffer.from('à garder')))
    await received(1)
    const [before] = boite.messages()
    const again = new Boite(path.join(folder, 'boite'))
    await again.open()
    expect(again.messages()).toEqual([before])
    expect((await again.piece(before?.id ?? '', 0))?.contenu.toString()).toBe('à garder')
  })
})
