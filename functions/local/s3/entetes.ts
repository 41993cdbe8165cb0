import type { IncomingHttpHeaders } from 'node:http'

import { S3Error } from './erreur.ts'

/** A header's value, in one string. */
export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(',') : value
}

/** `x-amz-meta-*` of a request, wherever the signer put them. */
export function readMetadata(headers: IncomingHttpHeaders, query: URLSearchParams): Record<string, string> {
  const all = [...[...query].map(([name, value]) => [name.toLowerCase(), value]), ...Object.entries(headers)]
  return Object.fromEntries(all.filter(([name]) => name?.startsWith('x-amz-meta-')))
}

/**
 * ISO instant until which an object is to be locked, or undefined. As S3, wants a digest with it.
 */
export function readLock(headers: IncomingHttpHeaders, hasDigest: boolean): string | undefined {
  const mode = header(headers, 'x-amz-object-lock-mode')
  const until = header(headers, 'x-amz-object-lock-retain-until-date')
  if (mode === undefined && until === undefined) return undefined
  if (mode !== 'COMPLIANCE') throw new S3Error(501, 'NotImplemented', 'Only COMPLIANCE is supported')
  if (until === undefined || Number.isNaN(Date.parse(until))) throw new S3Error(400, 'InvalidArgument')
  if (!hasDigest) {
    const message = 'Content-MD5 or x-amz-checksum- is required with Object Lock parameters'
    throw new S3Error(400, 'InvalidRequest', message)
  }
  return new Date(until).toISOString()
}

/** The inclusive byte range that is asked for, or undefined for the whole. */
export function readRange(
  asked: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [, first = '', last = ''] = match
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end) throw new S3Error(416, 'InvalidRange')
  return { start, end }
}
