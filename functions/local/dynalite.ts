import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

import dynalite from 'dynalite'

import { BodyTooLarge, isAddressedToLoopback, readBody } from './http.ts'
import { type AwsKeys, checkPayload, SignatureRefused, verifySignature } from './signature-aws.ts'

export type DynaliteOptions = {
  /** Folder of the LevelDB store. */
  folder: string
  keys: AwsKeys
}

/** What dynalite itself accepts. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/**
 * dynalite on disk, behind our own reading of the request. Left to itself it checks no signature, and throws
 * out of any handler (which ends the process) when a client goes away in the middle of a body; it is given a
 * request which has wholly arrived and whose signature is right.
 *
 * It knows neither TransactWriteItems nor Streams, gives no item back with a failed condition, and after a
 * kill a secondary index can keep an entry that the table no longer has: an index is a hint, to be read again
 * in the table.
 */
export function createDynaliteServer(options: DynaliteOptions): Server {
  const server = dynalite({ path: options.folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  const [answer] = server.listeners('request') as Listener[]
  if (!answer) throw new Error('dynalite has no request listener')
  server.removeAllListeners('request')

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isAddressedToLoopback(request)) throw new SignatureRefused('AccessDenied', 'Loopback only')
    const body = await readBody(request, MAX_REQUEST_BYTES)
    const { method = '', url = '/', headers } = request
    checkPayload(verifySignature({ method, url, headers }, options.keys, Date.now(), body), body)
    const whole = Object.assign(Readable.from(body.length > 0 ? [body] : []), { method, url, headers })
    answer(whole as unknown as IncomingMessage, response)
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    receive(request, response).catch((error: unknown) => {
      const [status, type] =
        error instanceof SignatureRefused
          ? ([400, 'com.amazon.coral.service#InvalidSignatureException'] as const)
          : error instanceof BodyTooLarge
            ? ([413, 'com.amazon.coral.service#SerializationException'] as const)
            : ([500, 'com.amazonaws.dynamodb.v20120810#InternalServerError'] as const)
      if (!request.complete) response.setHeader('connection', 'close')
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(JSON.stringify({ __type: type, message: 'The request was refused' }))
    })
  })
  return server
}
