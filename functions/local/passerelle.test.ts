import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { closeHttp, createLoopbackServer, listen } from './http.ts'
import { AWS_LIMITS, createGateway, type GatewayEvent, type LambdaHandler } from './passerelle.ts'
import { createStaticSite } from './statique.ts'

const MEGABYTE = 1024 * 1024

describe('la passerelle locale', () => {
  let server: Server
  let url: string
  let handler: LambdaHandler
  let failures: unknown[]

  const serve = async (limits = AWS_LIMITS): Promise<void> => {
    const gateway = createGateway(
      (event, context) => handler(event, context),
      (error) => failures.push(error),
      limits,
    )
    server = createLoopbackServer((request, response) => void gateway(request, response))
    url = `http://127.0.0.1:${await listen(server, 0)}`
  }
  const echo: LambdaHandler = (event) => Promise.resolve({ statusCode: 200, body: JSON.stringify(event) })
  const send = async (where: string, init?: RequestInit): Promise<GatewayEvent> =>
    (await (await fetch(url + where, init)).json()) as GatewayEvent

  beforeEach(async () => {
    failures = []
    handler = echo
    await serve()
  })
  afterEach(() => closeHttp(server, 0))

  it('fait d’une requête l’événement 2.0 que la fonction recevra sur AWS', async () => {
    const event = await send('/api/v1/d%C3%A9p/62?a=1&a=2&b=%C3%A9%20%2B', {
      method: 'POST',
      headers: { cookie: 'x=1; y=2', 'content-type': 'application/json', 'X-Essai': 'Oui' },
      body: '{"é":1}',
    })
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/api/v1/dép/62',
      rawQueryString: 'a=1&a=2&b=%C3%A9%20%2B',
      queryStringParameters: { a: '1,2', b: 'é +' },
      cookies: ['x=1', 'y=2'],
      body: '{"é":1}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'POST', path: '/api/v1/dép/62', sourceIp: '127.0.0.1' } },
    })
    expect(event.headers).toMatchObject({ 'x-essai': 'Oui', 'x-forwarded-proto': 'http' })
    expect(event.headers).not.toHaveProperty('cookie')
  })

  it('porte les octets en base64 dans les deux sens', async () => {
    const bytes = Uint8Array.from([0, 255, 128, 10, 13])
    const event = await send('/api/x', {
      method: 'PUT',
      headers: { 'content-type': 'application/zip' },
      body: bytes,
    })
    expect([event.isBase64Encoded, event.body]).toEqual([true, Buffer.from(bytes).toString('base64')])
    handler = () => Promise.resolve({ statusCode: 201, body: event.body, isBase64Encoded: true })
    const answer = await fetch(`${url}/api/x`)
    expect(answer.status).toBe(201)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  })

  it('rend chaque témoin de la fonction dans son propre en-tête', async () => {
    handler = () =>
      Promise.resolve({ statusCode: 204, cookies: ['a=1; HttpOnly', 'b=2'], headers: { 'x-a': 'b' } })
    const answer = await fetch(`${url}/api/x`)
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2'])
    expect(answer.headers.get('x-a')).toBe('b')
  })

  it('refuse plus de 10 Mo, et plus de 6 Mo une fois en événement, sans appeler la fonction', async () => {
    let calls = 0
    handler = (event) => {
      calls++
      return Promise.resolve({ statusCode: 200, body: String(event.body?.length) })
    }
    const post = async (bytes: number, type: string): Promise<number | string> => {
      const init = { method: 'POST', body: 'x'.repeat(bytes), headers: { 'content-type': type } }
      return fetch(`${url}/api/x`, init).then(
        (answer) => answer.status,
        // The gateway cuts a body that it will not read.
        () => 'coupé',
      )
    }
    expect([413, 'coupé']).toContain(await post(11 * MEGABYTE, 'text/plain'))
    expect(await post(6 * MEGABYTE, 'text/plain')).toBe(413)
    expect(await post(5 * MEGABYTE, 'application/zip')).toBe(413)
    expect(calls).toBe(0)
    expect(await post(5 * MEGABYTE, 'text/plain')).toBe(200)
  })

  it('refuse une réponse de plus de 6 Mo', async () => {
    handler = () => Promise.resolve({ statusCode: 200, body: 'x'.repeat(6 * MEGABYTE) })
    expect((await fetch(`${url}/api/x`)).status).toBe(500)
    handler = () => Promise.resolve({ statusCode: 200, body: 'x'.repeat(5 * MEGABYTE) })
    expect((await fetch(`${url}/api/x`)).status).toBe(200)
  })

  it('répond 503 quand la fonction tarde, 500 quand elle échoue, sans rien dire de l’échec', async () => {
    await closeHttp(server, 0)
    await serve({ ...AWS_LIMITS, timeoutMs: 50 })
    handler = () => new Promise(() => undefined)
    expect((await fetch(`${url}/api/x`)).status).toBe(503)
    handler = () => Promise.reject(new Error('secret interne'))
    const answer = await fetch(`${url}/api/x`)
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }])
    expect(failures).toHaveLength(2)
  })

  it('refuse une adresse mal codée, et un nom de machine qui n’est pas la nôtre', async () => {
    expect((await fetch(`${url}/api/%E0%A4%A`)).status).toBe(400)
    const status = await new Promise((resolve, reject) => {
      const call = httpRequest(`${url}/api/x`, { headers: { host: 'piege.example' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      call.on('error', reject)
      call.end()
    })
    expect(status).toBe(403)
  })
})

describe('le site statique', () => {
  let folder: string
  let server: Server
  let port: number
  const root = (): string => path.join(folder, 'site')

  /** Sends a path as it is, which fetch would tidy up first. */
  const raw = (where: string, method = 'GET'): Promise<{ status: number; type: string; body: string }> =>
    new Promise((resolve, reject) => {
      const call = httpRequest({ host: '127.0.0.1', port, path: where, method }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const body = Buffer.concat(chunks).toString()
          resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body })
        })
      })
      call.on('error', reject)
      call.end()
    })

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-site-'))
    await mkdir(path.join(root(), 'assets'), { recursive: true })
    await writeFile(path.join(folder, 'secret.txt'), 'secret')
    await writeFile(path.join(root(), '.cache'), 'secret')
    await writeFile(path.join(root(), 'index.html'), '<!doctype html><title>CDPPE</title>')
    await writeFile(path.join(root(), 'assets', 'page-1a2b.js'), 'export {}')
    const site = createStaticSite(root(), () => 'http://127.0.0.1:8621')
    server = createLoopbackServer((request, response) => void site(request, response))
    port = await listen(server, 0)
  })
  afterEach(async () => {
    await closeHttp(server, 0)
    await rm(folder, { recursive: true, force: true })
  })

  it('sert la page et ses fichiers avec leur type, et protège la page', async () => {
    expect(await raw('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
    expect(await raw('/assets/page-1a2b.js?v=1')).toMatchObject({
      status: 200,
      type: 'text/javascript; charset=utf-8',
    })
    expect(await raw('/assets/page-1a2b.js', 'HEAD')).toMatchObject({ status: 200, body: '' })
    const { headers } = await fetch(`http://127.0.0.1:${port}/`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:8621;")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-cache')
    const asset = await fetch(`http://127.0.0.1:${port}/assets/page-1a2b.js`)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    const etag = headers.get('etag') ?? ''
    expect((await fetch(`http://127.0.0.1:${port}/`, { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    )
  })

  it('ne sert jamais la page à la place d’un fichier absent', async () => {
    const answer = await raw('/assets/absent.js')
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('Cette adresse ne mène à rien')
    expect((await raw('/assets')).status).toBe(404)
    expect((await raw('/', 'POST')).status).toBe(405)
  })

  it('ne sort pas de son dossier', async () => {
    for (const where of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/.cache',
      '/assets/../.cache',
      '//secret.txt',
      '/%00',
      '/%E0%A4%A',
    ]) {
      const answer = await raw(where)
      expect([where, answer.status]).toEqual([where, 404])
      expect(answer.body).not.toContain('secret')
    }
  })

  it('dit comment construire la page tant qu’elle ne l’est pas', async () => {
    await rm(root(), { recursive: true })
    const answer = await raw('/')
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('npm start')])
  })
})
