import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { BodyTooLarge, createLoopbackServer, readBody, splitUrl } from './http.ts'
import { decodeBody } from './s3/corps.ts'
import { header, readLock, readMetadata, readRange } from './s3/entetes.ts'
import { S3Error } from './s3/erreur.ts'
import { escapeXml, objectListing, versionListing } from './s3/listes.ts'
import { BucketStore, type StoredVersion } from './s3/magasin.ts'
import { type AwsKeys, checkPayload, SignatureRefused, verifySignature } from './signature-aws.ts'

export type S3Options = {
  /** Folder that holds the buckets; created when absent. */
  folder: string
  keys: AwsKeys
  /** Origins whose pages may use presigned addresses, asked at each request. */
  corsOrigins: () => readonly string[]
  maxBytes?: number
  /** Milliseconds since the epoch. */
  now?: () => number
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024

type Call = {
  request: IncomingMessage
  response: ServerResponse
  bucket: string
  key: string
  query: URLSearchParams
  readObject: () => Promise<{ body: Buffer; checksums: Record<string, string> }>
}

/** Sub-resources and headers that change the meaning of a call: refused rather than ignored. */
const KNOWN_QUERY =
  /^(x-amz-.*|x-id|versioning|object-lock|versions|versionid|list-type|prefix|max-keys|continuation-token|start-after|encoding-type|response-.*)$/i

/**
 * A small S3 wire server for the local stack: what the AWS SDK says to S3 for buckets, objects, versions,
 * presigned addresses, checksums, conditional writes and COMPLIANCE object lock. Every request is verified
 * (SigV4). A write is answered once its bytes are on disk. What is not supported is refused (501).
 */
export async function createS3Server(options: S3Options): Promise<Server> {
  const now = options.now ?? Date.now
  const store = new BucketStore(options.folder, now)
  await store.open()

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/'
    const { pathname, search } = splitUrl(request)
    const query = new URLSearchParams(search)
    allowOrigin(request, response, options.corsOrigins())
    if (request.method === 'OPTIONS') return preflight(request, response)

    const signature = verifySignature(
      { method: request.method ?? '', url, headers: request.headers },
      options.keys,
      now(),
    )
    const unknown = [...query.keys()].find((name) => !KNOWN_QUERY.test(name))
    if (unknown !== undefined) throw new S3Error(501, 'NotImplemented', `${unknown} is not supported`)
    const [, bucket = '', ...rest] = pathname.split('/')
    const call: Call = {
      request,
      response,
      bucket,
      key: decodeURIComponent(rest.join('/')),
      query,
      readObject: async () => {
        const received = await readBody(request, options.maxBytes ?? DEFAULT_MAX_BYTES)
        checkPayload(signature, received)
        return decodeBody(received, signature.payload, request.headers, query)
      },
    }
    await (call.key === '' ? onBucket(store, call) : onObject(store, call))
  }

  return createLoopbackServer((request, response) => {
    handle(request, response).catch((error: unknown) => refuse(request, response, error))
  })
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  response.setHeader('vary', 'Origin')
  const origin = request.headers.origin
  if (origin === undefined || !origins.includes(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', 'etag,x-amz-version-id,content-disposition')
}

function preflight(request: IncomingMessage, response: ServerResponse): void {
  if (!response.hasHeader('access-control-allow-origin')) {
    response.writeHead(403)
    response.end()
    return
  }
  response.writeHead(200, {
    'access-control-allow-methods': 'GET,PUT,HEAD',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '300',
  })
  response.end()
}

async function onBucket(store: BucketStore, call: Call): Promise<void> {
  const { bucket, query, request, response } = call
  switch (request.method) {
    case 'PUT':
      return putBucket(store, call)
    case 'HEAD':
      await store.settings(bucket)
      return empty(response, 200)
    case 'GET': {
      const objects = await store.list(bucket, query.get('prefix') ?? '')
      return xml(response, query.has('versions') ? versionListing(objects) : objectListing(objects, query))
    }
    default:
      throw new S3Error(501, 'NotImplemented')
  }
}

async function putBucket(store: BucketStore, call: Call): Promise<void> {
  const { bucket, query, request, response } = call
  const { body } = await call.readObject()
  if (query.has('versioning')) {
    const settings = await store.settings(bucket)
    const versioning = /<Status>Enabled<\/Status>/.test(body.toString())
    if (settings.objectLock && !versioning) throw new S3Error(409, 'InvalidBucketState')
    await store.updateSettings(bucket, { versioning })
  } else if (query.has('object-lock')) {
    const days = /<Mode>COMPLIANCE<\/Mode>[\s\S]*<Days>(\d+)<\/Days>/.exec(body.toString())?.[1]
    if (days === undefined) throw new S3Error(501, 'NotImplemented', 'Only COMPLIANCE in days is supported')
    await store.updateSettings(bucket, { versioning: true, objectLock: true, retentionDays: Number(days) })
  } else {
    await store.createBucket(bucket, header(request.headers, 'x-amz-bucket-object-lock-enabled') === 'true')
  }
  empty(response, 200)
}

async function onObject(store: BucketStore, call: Call): Promise<void> {
  switch (call.request.method) {
    case 'PUT':
      return putObject(store, call)
    case 'GET':
    case 'HEAD':
      return getObject(store, call)
    case 'DELETE':
      await store.delete(call.bucket, call.key, call.query.get('versionId'))
      return empty(call.response, 204)
    default:
      throw new S3Error(501, 'NotImplemented')
  }
}

async function putObject(store: BucketStore, call: Call): Promise<void> {
  const { bucket, key, query, request, response } = call
  const condition = header(request.headers, 'if-none-match') ?? query.get('if-none-match') ?? undefined
  if (condition !== undefined && condition !== '*') throw new S3Error(501, 'NotImplemented')
  const { body, checksums } = await call.readObject()
  const source = header(request.headers, 'x-amz-copy-source')
  const hasDigest = Object.keys(checksums).length > 0 || request.headers['content-md5'] !== undefined
  const common = {
    onlyIfAbsent: condition === '*',
    lockedUntil: readLock(request.headers, hasDigest || source !== undefined),
  }
  const own = {
    contentType: header(request.headers, 'content-type'),
    metadata: readMetadata(request.headers, query),
  }
  if (source === undefined) {
    const version = await store.put(bucket, key, body, { ...common, ...own, checksums })
    response.writeHead(200, await versionHeaders(store, bucket, version))
    response.end()
    return
  }
  const [location = '', sourceQuery = ''] = source.split('?')
  const [from = '', ...path] = decodeURIComponent(location).replace(/^\//, '').split('/')
  const sourceVersion = new URLSearchParams(sourceQuery).get('versionId')
  const original = await store.find(from, path.join('/'), sourceVersion)
  const kept = header(request.headers, 'x-amz-metadata-directive') === 'REPLACE' ? own : original.version
  const version = await store.put(bucket, key, await readFile(original.file), {
    ...common,
    contentType: kept.contentType,
    metadata: kept.metadata,
    checksums: original.version.checksums,
  })
  const content = `<ETag>&quot;${version.etag}&quot;</ETag><LastModified>${version.at}</LastModified>`
  xml(
    response,
    `<CopyObjectResult>${content}</CopyObjectResult>`,
    200,
    await versionHeaders(store, bucket, version),
  )
}

async function versionHeaders(
  store: BucketStore,
  bucket: string,
  version: StoredVersion,
): Promise<Record<string, string>> {
  const { versioning } = await store.settings(bucket)
  const sums = Object.entries(version.checksums).map(([name, value]) => [`x-amz-checksum-${name}`, value])
  return {
    etag: `"${version.etag}"`,
    ...(versioning ? { 'x-amz-version-id': version.id } : {}),
    ...Object.fromEntries(sums),
  }
}

async function getObject(store: BucketStore, call: Call): Promise<void> {
  const { bucket, key, query, request, response } = call
  const { version, file } = await store.find(bucket, key, query.get('versionId'))
  const range = readRange(request.headers.range, version.size)
  const headers: Record<string, string | number> = {
    ...version.metadata,
    ...(await versionHeaders(store, bucket, version)),
    'content-type': version.contentType,
    'content-length': range ? range.end - range.start + 1 : version.size,
    'last-modified': new Date(version.at).toUTCString(),
    'accept-ranges': 'bytes',
  }
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${version.size}`
  if (range || header(request.headers, 'x-amz-checksum-mode') !== 'ENABLED') {
    for (const name of Object.keys(version.checksums)) delete headers[`x-amz-checksum-${name}`]
  }
  if (version.lockedUntil !== undefined) {
    headers['x-amz-object-lock-mode'] = 'COMPLIANCE'
    headers['x-amz-object-lock-retain-until-date'] = version.lockedUntil
  }
  for (const [name, value] of query) {
    if (name.startsWith('response-')) headers[name.slice('response-'.length)] = value
  }
  response.writeHead(range ? 206 : 200, headers)
  if (request.method === 'HEAD' || version.size === 0) {
    response.end()
    return
  }
  await pipeline(createReadStream(file, range), response)
}

function empty(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}

function xml(
  response: ServerResponse,
  content: string,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?>${content}`)
}

function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  if (error instanceof BodyTooLarge) return new S3Error(400, 'EntityTooLarge')
  if (error instanceof URIError) return new S3Error(400, 'InvalidURI')
  if (error instanceof SignatureRefused) {
    return new S3Error(error.code === 'XAmzContentSHA256Mismatch' ? 400 : 403, error.code, error.message)
  }
  return new S3Error(500, 'InternalError')
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { status, code, message } = asS3Error(error)
  // The rest of a refused body is not read: the connection cannot serve again.
  if (!request.complete) response.setHeader('connection', 'close')
  if (request.method === 'HEAD') return empty(response, status)
  xml(response, `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`, status)
}
