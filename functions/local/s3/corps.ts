import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { crc32 } from 'node:zlib'

import { S3Error } from './erreur.ts'

/** Checksums that came with an object and were found right: algorithm → base64. */
export type Checksums = Record<string, string>

const COMPUTE: Record<string, (body: Buffer) => string> = {
  sha256: (body) => createHash('sha256').update(body).digest('base64'),
  sha1: (body) => createHash('sha1').update(body).digest('base64'),
  crc32: (body) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(crc32(body))
    return bytes.toString('base64')
  },
}

const CHECKSUM_PREFIX = 'x-amz-checksum-'
/** Headers of that prefix which announce something else than a sum. */
const NOT_A_SUM = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-mode', 'x-amz-checksum-type'])

/**
 * Takes the frames off an aws-chunked body (`<hex length>[;ext]\r\n<bytes>\r\n … 0\r\n<trailers>`).
 * Frames signed one by one are not understood and refused before coming here.
 */
export function decodeChunks(framed: Buffer): { body: Buffer; trailers: Map<string, string> } {
  const parts: Buffer[] = []
  let offset = 0
  for (;;) {
    const end = framed.indexOf('\r\n', offset)
    if (end < 0) throw new S3Error(400, 'IncompleteBody')
    const size = framed.toString('latin1', offset, end).split(';')[0]?.trim() ?? ''
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw new S3Error(400, 'IncompleteBody')
    const length = parseInt(size, 16)
    offset = end + 2
    if (length === 0) break
    const stop = offset + length
    if (framed.toString('latin1', stop, stop + 2) !== '\r\n') throw new S3Error(400, 'IncompleteBody')
    parts.push(framed.subarray(offset, stop))
    offset = stop + 2
  }
  const trailers = new Map<string, string>()
  for (const line of framed.toString('latin1', offset).split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { body: Buffer.concat(parts), trailers }
}

/** Values of the named kind, from the headers and, for a presigned address, from its query. */
function announced(
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
  trailers: Map<string, string>,
): Map<string, string> {
  const found = new Map<string, string>()
  const keep = (name: string, value: string): void => {
    if (name.startsWith(CHECKSUM_PREFIX) && !NOT_A_SUM.has(name)) found.set(name, value)
  }
  for (const [name, value] of query) keep(name.toLowerCase(), value)
  for (const [name, value] of Object.entries(headers)) keep(name, String(value))
  for (const [name, value] of trailers) keep(name, value)
  return found
}

/**
 * The object's own bytes out of a request body, with every checksum that it announces verified: a body that
 * differs by one bit is refused (400) and nothing is stored.
 */
export function decodeBody(
  received: Buffer,
  payload: string,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): { body: Buffer; checksums: Checksums } {
  let body = received
  let trailers = new Map<string, string>()
  if (payload === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    ;({ body, trailers } = decodeChunks(received))
    if (body.length !== Number(headers['x-amz-decoded-content-length'])) {
      throw new S3Error(400, 'IncompleteBody')
    }
  } else if (payload.startsWith('STREAMING-')) {
    throw new S3Error(501, 'NotImplemented', 'Chunks signed one by one are not supported')
  }

  const md5 = headers['content-md5']
  if (md5 !== undefined && createHash('md5').update(body).digest('base64') !== md5) {
    throw new S3Error(400, 'BadDigest')
  }
  const checksums: Checksums = {}
  for (const [name, value] of announced(headers, query, trailers)) {
    const algorithm = name.slice(CHECKSUM_PREFIX.length)
    const compute = COMPUTE[algorithm]
    if (!compute) throw new S3Error(501, 'NotImplemented', `Checksum ${algorithm} is not supported`)
    if (compute(body) !== value) throw new S3Error(400, 'BadDigest', `The ${algorithm} does not match`)
    checksums[algorithm] = value
  }
  return { body, checksums }
}
