import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'

import MailComposer from 'nodemailer/lib/mail-composer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createMailboxPage } from './boite-page.ts'
import { Boite } from './boite.ts'
import { closeHttp, createLoopbackServer, listen } from './http.ts'

const ATTACK = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7) % 256))

describe('la page de la boîte', () => {
  let folder: string
  let boite: Boite
  let server: Server
  let url: string
  const get = async (where: string): Promise<{ status: number; headers: Headers; html: string }> => {
    const answer = await fetch(url + where)
    return { status: answer.status, headers: answer.headers, html: await answer.text() }
  }
  const deliver = async (name = 'pièce.xlsx') => {
    const raw = await new MailComposer({
      from: { name: ATTACK, address: 'agent@pas-de-calais.example' },
      to: 'boite-locale@cdppe.example',
      subject: `Contrat ${ATTACK}`,
      text: `Bonjour ${ATTACK}`,
      html: `<p>Bonjour</p><script>parent.alert(1)</script>`,
      headers: { 'X-Destinataire-Reel': 'dgcs@social.example' },
      attachments: [{ filename: name, content: bytes }],
    })
      .compile()
      .build()
    return boite.deliver(raw, { de: 'agent@pas-de-calais.example', a: ['boite-locale@cdppe.example'] })
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-boite-'))
    boite = new Boite(folder)
    await boite.open()
    const page = createMailboxPage(boite)
    server = createLoopbackServer((request, response) => void page(request, response))
    url = `http://127.0.0.1:${await listen(server, 0)}`
  })
  afterEach(async () => {
    await closeHttp(server, 0)
    await rm(folder, { recursive: true, force: true })
  })

  it('dit en français qu’elle est vide', async () => {
    expect((await get('/boite')).html).toContain('Aucun message pour le moment')
  })

  it('liste les messages et en montre un, sans que rien de leur texte ne s’exécute', async () => {
    const { id } = await deliver()
    for (const where of ['/boite', `/boite/${id}`]) {
      const { html, headers } = await get(where)
      expect(html).not.toMatch(/<script|<img/i)
      expect(html).toContain('alert(1)')
      expect(html).toContain('dgcs@social.example')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    const { html } = await get(`/boite/${id}`)
    expect(html).toMatch(/<iframe sandbox title="[^"]*" srcdoc="[^"<>]*"><\/iframe>/)
    expect(html).toContain('pièce.xlsx')
  })

  it('donne la pièce jointe à l’octet près, comme fichier à enregistrer', async () => {
    const { id } = await deliver()
    const answer = await fetch(`${url}/boite/${id}/pieces/0`)
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="pi_ce.xlsx"; filename*=UTF-8''pi%C3%A8ce.xlsx`,
    )
    expect((await fetch(`${url}/boite/${id}/source`)).headers.get('content-disposition')).toContain('.eml')
  })

  it('ne laisse pas un nom de fichier sortir de son en-tête', async () => {
    const { id } = await deliver(`a"; filename="b.html\r\nX-Intrus: 1`)
    const { headers, status } = await get(`/boite/${id}/pieces/0`)
    expect(status).toBe(200)
    expect(headers.get('x-intrus')).toBeNull()
    expect(headers.get('content-disposition')?.match(/filename="/g)).toHaveLength(1)
  })

  it('répond par une page à ce qui n’existe pas', async () => {
    const { id } = await deliver()
    for (const where of [
      '/boite/..%2f..',
      `/boite/${'0'.repeat(32)}`,
      `/boite/${id}/pieces/9`,
      `/boite/${id}/autre`,
    ]) {
      const { status, html } = await get(where)
      expect([where, status]).toEqual([where, 404])
      expect(html).toContain('Ce message n’existe pas')
    }
  })
})
