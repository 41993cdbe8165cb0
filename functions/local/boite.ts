import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'

import { createPrivateFolder, isErrno, readIfPresent, writeDurably } from './fichiers.ts'

export type PieceRecue = { nom: string; type: string; taille: number }

/** What the list of the mailbox shows of a message. */
export type MessageRecu = {
  id: string
  /** ISO instant of reception. */
  recuLe: string
  /** Addresses of the SMTP envelope. */
  enveloppe: { de: string; a: string[] }
  de: string
  a: string
  objet: string
  /** Message-ID header, without its angle brackets. */
  messageId: string
  /** Address that the message would have reached outside the local stack, when it says so. */
  destinataireReel: string | null
  pieces: PieceRecue[]
}

export type Enveloppe = MessageRecu['enveloppe']

const ID = /^[0-9a-f]{32}$/

const addressText = (address: AddressObject | AddressObject[] | undefined): string =>
  (Array.isArray(address) ? address : address ? [address] : []).map(({ text }) => text).join(', ')

const pieceOf = ({ filename, contentType, content }: ParsedMail['attachments'][number]): PieceRecue => ({
  nom: filename ?? 'pièce sans nom',
  type: contentType,
  taille: content.length,
})

/**
 * The mailbox of the local stack: each message as it was received (`.eml`) beside its summary (`.json`). The
 * summary is what makes the message exist; it is written last.
 */
export class Boite {
  readonly #folder: string
  #summaries: Map<string, MessageRecu> = new Map()

  constructor(folder: string) {
    this.#folder = folder
  }

  async open(): Promise<void> {
    await createPrivateFolder(this.#folder)
    const names = (await readdir(this.#folder)).filter((name) => ID.test(name.replace(/\.json$/, '')))
    const texts = await Promise.all(names.map((name) => readIfPresent(path.join(this.#folder, name))))
    const summaries = texts
      .filter((text) => text !== undefined)
      .map((text) => JSON.parse(text) as MessageRecu)
    this.#summaries = new Map(summaries.map((summary) => [summary.id, summary]))
  }

  /**
   * Keeps a message for good. The very same bytes given again (a relay that was killed before it could note
   * our acknowledgement) are the same message and are not kept twice.
   */
  async deliver(raw: Buffer, enveloppe: Enveloppe): Promise<MessageRecu> {
    const id = createHash('sha256').update(raw).digest('hex').slice(0, 32)
    const known = this.#summaries.get(id)
    if (known) return known
    const mail = await simpleParser(raw)
    const real = mail.headers.get('x-destinataire-reel')
    const summary: MessageRecu = {
      id,
      recuLe: new Date().toISOString(),
      enveloppe,
      de: mail.from?.text ?? enveloppe.de,
      a: addressText(mail.to) || enveloppe.a.join(', '),
      objet: mail.subject ?? '',
      messageId: (mail.messageId ?? '').replace(/^<|>$/g, ''),
      destinataireReel: typeof real === 'string' ? real : null,
      pieces: mail.attachments.map(pieceOf),
    }
    await writeDurably(path.join(this.#folder, `${id}.eml`), raw)
    await writeDurably(path.join(this.#folder, `${id}.json`), JSON.stringify(summary))
    this.#summaries.set(id, summary)
    return summary
  }

  /** Every message, newest first. */
  messages(): MessageRecu[] {
    return [...this.#summaries.values()].sort((a, b) =>
      a.recuLe < b.recuLe ? 1 : a.recuLe > b.recuLe ? -1 : 0,
    )
  }

  message(id: string): MessageRecu | undefined {
    return this.#summaries.get(id)
  }

  /** The message as it was received, or undefined. */
  async raw(id: string): Promise<Buffer | undefined> {
    if (!this.#summaries.has(id)) return undefined
    try {
      return await readFile(path.join(this.#folder, `${id}.eml`))
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return undefined
      throw error
    }
  }

  /** Texts of the message; `html` is what its sender wrote and must never run in our page. */
  async texts(id: string): Promise<{ texte: string; html: string | null } | undefined> {
    const raw = await this.raw(id)
    if (!raw) return undefined
    const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true })
    return { texte: mail.text ?? '', html: typeof mail.html === 'string' ? mail.html : null }
  }

  /** The exact bytes of an attachment, counted from 0. */
  async piece(id: string, rank: number): Promise<(PieceRecue & { contenu: Buffer }) | undefined> {
    const raw = await this.raw(id)
    if (!raw) return undefined
    const attachment = (await simpleParser(raw)).attachments[rank]
    return attachment && { ...pieceOf(attachment), contenu: attachment.content }
  }
}
