import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Boite, MessageRecu } from './boite.ts'
import { splitUrl } from './http.ts'
import { escapeHtml, htmlPage, pageHeaders } from './page.ts'

const PREFIX = '/boite'

const dateFormat = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Paris',
})
const numberFormat = new Intl.NumberFormat('fr-FR')

const date = (iso: string): string =>
  `<time datetime="${escapeHtml(iso)}">${escapeHtml(dateFormat.format(new Date(iso)))}</time>`

const size = (bytes: number): string => `${numberFormat.format(bytes)} octets`

function listPage(messages: MessageRecu[]): string {
  const rows = messages.map(
    (message) =>
      `<tr><td>${date(message.recuLe)}</td><td>${escapeHtml(message.de)}</td>` +
      `<td>${escapeHtml(message.destinataireReel ?? message.a)}</td>` +
      `<td><a href="${PREFIX}/${message.id}">${escapeHtml(message.objet || '(sans objet)')}</a></td>` +
      `<td>${message.pieces.length > 0 ? message.pieces.length : ''}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? '<p>Aucun message pour le moment. Les envois à la DGCS faits depuis la page arriveront ici.</p>'
      : `<table><thead><tr><th scope="col">Date</th><th scope="col">De</th><th scope="col">À</th>` +
        `<th scope="col">Objet</th><th scope="col">Pièces jointes</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return htmlPage(
    'Boîte locale',
    `<h1>Boîte locale</h1>
    <p class="discret">Tous les messages envoyés par ce programme arrivent ici et ne quittent pas votre poste.</p>${table}
    <p><a href="/">Retour à la page CDPPE</a></p>`,
  )
}

function messagePage(message: MessageRecu, texts: { texte: string; html: string | null }): string {
  const lines: [string, string][] = [
    ['De', escapeHtml(message.de)],
    ['À', escapeHtml(message.a)],
    ...(message.destinataireReel === null
      ? []
      : ([['Destinataire réel', escapeHtml(message.destinataireReel)]] as [string, string][])),
    ['Reçu le', date(message.recuLe)],
    ['Identifiant', escapeHtml(message.messageId)],
  ]
  const pieces = message.pieces.map(
    (piece, rank) =>
      `<li><a href="${PREFIX}/${message.id}/pieces/${rank}" download>${escapeHtml(piece.nom)}</a> ` +
      `<span class="discret">(${size(piece.taille)})</span></li>`,
  )
  // The sender's HTML is shown in a frame where nothing may run, load or lead out.
  const html =
    texts.html === null
      ? ''
      : `<h2>Message mis en forme</h2><iframe sandbox title="Message mis en forme" srcdoc="${escapeHtml(texts.html)}"></iframe>`
  return htmlPage(
    message.objet,
    `<p><a href="${PREFIX}">Boîte locale</a></p><h1>${escapeHtml(message.objet || '(sans objet)')}</h1>
    <dl>${lines.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
    ${pieces.length > 0 ? `<h2>Pièces jointes</h2><ul>${pieces.join('')}</ul>` : ''}
    <h2>Message</h2><pre>${escapeHtml(texts.texte)}</pre>${html}
    <p><a href="${PREFIX}/${message.id}/source">Télécharger le message complet</a></p>`,
  )
}

/** `attachment` with the name in both forms of RFC 6266; the ASCII one never breaks out of its quotes. */
function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Always as a file, never as something that the browser would open in our origin. */
function download(response: ServerResponse, name: string, content: Buffer): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': content.length,
    'content-disposition': contentDisposition(name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(content)
}

function show(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, pageHeaders())
  response.end(html)
}

/**
 * The mailbox for people: `/boite` lists, `/boite/{id}` shows, `/boite/{id}/pieces/{n}` and `/boite/{id}/source`
 * download. `/boite.json` is the list for programs.
 */
export function createMailboxPage(
  boite: Boite,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { pathname } = splitUrl(request)
    if (pathname === `${PREFIX}.json`) {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      })
      response.end(JSON.stringify({ messages: boite.messages() }))
      return
    }
    if (pathname === PREFIX || pathname === `${PREFIX}/`)
      return show(response, 200, listPage(boite.messages()))
    const [, id = '', part, rank = ''] =
      /^\/boite\/([0-9a-f]{32})(?:\/(source|pieces)(?:\/(\d{1,4}))?)?$/.exec(pathname) ?? []
    const message = boite.message(id)
    if (message && part === undefined) {
      const texts = await boite.texts(id)
      if (texts) return show(response, 200, messagePage(message, texts))
    }
    if (message && part === 'source' && rank === '') {
      const raw = await boite.raw(id)
      if (raw) return download(response, `${id}.eml`, raw)
    }
    if (message && part === 'pieces' && rank !== '') {
      const piece = await boite.piece(id, Number(rank))
      if (piece) return download(response, piece.nom, piece.contenu)
    }
    const content = `<h1>Ce message n’existe pas</h1><p>Revenez à <a href="${PREFIX}">la boîte locale</a>.</p>`
    show(response, 404, htmlPage('Message introuvable', content))
  }
}

/** True for the addresses that `createMailboxPage` answers. */
export const isMailboxPath = (pathname: string): boolean =>
  pathname === PREFIX || pathname === `${PREFIX}.json` || pathname.startsWith(`${PREFIX}/`)
