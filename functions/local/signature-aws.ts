import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a signed request is refused, with the code that AWS gives for it. */
export class SignatureRefused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export type AwsKeys = { accessKeyId: string; secretAccessKey: string }

export type SignedRequest = {
  method: string
  /** Path and query exactly as received: the path is signed in its encoded form. */
  url: string
  headers: IncomingHttpHeaders
}

export type VerifiedSignature = {
  presigned: boolean
  /** Value of x-amz-content-sha256 that was signed, or UNSIGNED-PAYLOAD for a presigned address. */
  payload: string
}

const SKEW_MS = 15 * 60 * 1000
const LONGEST_PRESIGNED_S = 7 * 24 * 3600

const sha256Hex = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** RFC 3986 encoding, as SigV4 wants it in the canonical query. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

type Claims = {
  credential: string
  signedHeaders: string[]
  signature: string
  date: string
  payload: string
  presigned: boolean
}

function readHeaderClaims(headers: IncomingHttpHeaders, body: Uint8Array | undefined): Claims {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  if (!match) throw new SignatureRefused('AccessDenied', 'The request is not signed')
  const [, credential = '', signedHeaders = '', signature = ''] = match
  const declared = headers['x-amz-content-sha256']
  return {
    credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    date: String(headers['x-amz-date'] ?? ''),
    payload: declared === undefined ? sha256Hex(body ?? '') : String(declared),
    presigned: false,
  }
}

function readQueryClaims(query: URLSearchParams): Claims {
  const read = (name: string): string => query.get(name) ?? ''
  if (read('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw new SignatureRefused('AuthorizationQueryParametersError', 'Unsupported algorithm')
  }
  if (!/^[0-9a-f]{64}$/.test(read('X-Amz-Signature'))) {
    throw new SignatureRefused('AuthorizationQueryParametersError', 'Malformed signature')
  }
  return {
    credential: read('X-Amz-Credential'),
    signedHeaders: read('X-Amz-SignedHeaders').split(';'),
    signature: read('X-Amz-Signature'),
    date: read('X-Amz-Date'),
    payload: 'UNSIGNED-PAYLOAD',
    presigned: true,
  }
}

/** Milliseconds since the epoch of `20261122T101500Z`; NaN when it is not such a date. */
function parseAmzDate(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

function checkTime(claims: Claims, query: URLSearchParams, nowMs: number): void {
  const signedAt = parseAmzDate(claims.date)
  if (Number.isNaN(signedAt)) throw new SignatureRefused('AccessDenied', 'The request carries no valid date')
  if (!claims.presigned) {
    if (Math.abs(nowMs - signedAt) > SKEW_MS) {
      throw new SignatureRefused('RequestTimeTooSkewed', 'The clocks differ by more than 15 minutes')
    }
    return
  }
  const lifetime = Number(query.get('X-Amz-Expires'))
  if (!Number.isInteger(lifetime) || lifetime < 1 || lifetime > LONGEST_PRESIGNED_S) {
    throw new SignatureRefused('AuthorizationQueryParametersError', 'X-Amz-Expires must be 1 to 604800')
  }
  if (nowMs > signedAt + lifetime * 1000) throw new SignatureRefused('AccessDenied', 'Request has expired')
  if (nowMs < signedAt - SKEW_MS) throw new SignatureRefused('AccessDenied', 'Request is not yet valid')
}

/** AWS refuses x-amz-* headers that the signature does not cover: they would change what it authorises. */
function checkCoveredHeaders(claims: Claims, headers: IncomingHttpHeaders): void {
  const covered = new Set(claims.signedHeaders)
  const loose = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256' && !covered.has(name),
  )
  if (!covered.has('host') || loose.length > 0) {
    throw new SignatureRefused(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${loose.join(', ') || 'host'}`,
    )
  }
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([n1, v1], [n2, v2]) => (n1 < n2 ? -1 : n1 > n2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0))
    .map((pair) => pair.join('='))
    .join('&')
}

/**
 * Verifies AWS Signature Version 4 as S3 does, in the Authorization header or in a presigned address.
 * Throws SignatureRefused with the AWS error code. Whether the body matches the signed payload hash is for
 * the caller to check (see `checkPayload`), since only it knows how the body is framed.
 *
 * @param body needed only for services whose clients send no x-amz-content-sha256
 */
export function verifySignature(
  request: SignedRequest,
  keys: AwsKeys,
  nowMs: number,
  body?: Uint8Array,
): VerifiedSignature {
  const [rawPath = '/', rawQuery = ''] = request.url.split(/\?(.*)/s)
  const query = new URLSearchParams(rawQuery)
  const claims = query.has('X-Amz-Signature')
    ? readQueryClaims(query)
    : readHeaderClaims(request.headers, body)
  const [accessKeyId, day, region, service, terminator] = claims.credential.split('/')
  if (accessKeyId !== keys.accessKeyId) {
    throw new SignatureRefused('InvalidAccessKeyId', 'The access key does not exist in our records')
  }
  if (terminator !== 'aws4_request' || day !== claims.date.slice(0, 8)) {
    throw new SignatureRefused('AuthorizationHeaderMalformed', 'The credential scope is malformed')
  }
  checkTime(claims, query, nowMs)
  checkCoveredHeaders(claims, request.headers)

  const canonicalHeaders = claims.signedHeaders.map(
    (name) =>
      `${name}:${String(request.headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}`,
  )
  const canonical = [
    request.method,
    rawPath,
    canonicalQuery(query),
    ...canonicalHeaders,
    '',
    claims.signedHeaders.join(';'),
    claims.payload,
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', claims.date, scope, sha256Hex(canonical)].join('\n')
  const key = [region, service, 'aws4_request'].reduce(
    (former, part) => hmac(former, part ?? ''),
    hmac(`AWS4${keys.secretAccessKey}`, day),
  )
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(claims.signature, 'hex'))) {
    throw new SignatureRefused('SignatureDoesNotMatch', 'The request signature does not match')
  }
  return { presigned: claims.presigned, payload: claims.payload }
}

/** Throws unless `body` is what the signed x-amz-content-sha256 announced. */
export function checkPayload(signature: VerifiedSignature, body: Uint8Array): void {
  if (!/^[0-9a-f]{64}$/.test(signature.payload)) return
  if (sha256Hex(body) !== signature.payload) {
    throw new SignatureRefused('XAmzContentSHA256Mismatch', 'The body is not the one that was signed')
  }
}
