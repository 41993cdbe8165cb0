import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Server as NetServer } from 'node:net'

import { isErrno } from './fichiers.ts'

export const LOOPBACK = '127.0.0.1'

/** Origin of a server of ours. */
export const originOf = (port: number): string => `http://${LOOPBACK}:${port}`

/** A body larger than what the server accepts. */
export class BodyTooLarge extends Error {}

/** Reads a request's whole body, at most `limit` bytes, else throws BodyTooLarge. */
export async function readBody(request: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > limit) throw new BodyTooLarge()
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/**
 * True when the request was addressed to the loopback by its own name. A web page elsewhere can have its
 * own domain resolve to 127.0.0.1; its requests then carry that domain as Host and are refused.
 */
export function isAddressedToLoopback(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  return host === LOOPBACK || host === 'localhost'
}

/**
 * Path and query of a request as received: `//x` is a path here, where `new URL` would take x for a host. The
 * path is not decoded, and its dots stay.
 */
export function splitUrl(request: IncomingMessage): { pathname: string; search: string } {
  const [pathname = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s)
  return { pathname, search }
}

/** An HTTP server which answers 403 to whatever is not addressed to the loopback, then `listener`. */
export function createLoopbackServer(listener: RequestListener): Server {
  // Longer than any pause of a client: a kept connection that is closed as it is taken up again looks like a fault.
  return createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    // A client that goes away in the middle of a request concerns nobody else.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    if (!isAddressedToLoopback(request)) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('Cette adresse ne répond qu’à la machine locale.')
      return
    }
    listener(request, response)
  })
}

/** Listens on 127.0.0.1, at `port` (0: any free one). Resolves with the port that was taken. */
export function listen(server: NetServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => reject(error)
    server.once('error', failed)
    server.listen(port, LOOPBACK, () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** True for the errors which say that a port belongs to somebody else. */
export function isPortTaken(error: unknown): boolean {
  return isErrno(error, 'EADDRINUSE') || isErrno(error, 'EACCES')
}

/** Stops accepting, lets running requests end for `graceMs`, then cuts what remains. */
export function closeHttp(server: Server, graceMs = 500): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
