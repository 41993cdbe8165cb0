import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { BodyTooLarge, readBody, splitUrl } from './http.ts'

/** What an HTTP API hands to a Lambda function (payload format 2.0), as far as it is used. */
export type GatewayEvent = {
  version: '2.0'
  routeKey: string
  rawPath: string
  rawQueryString: string
  cookies?: string[]
  headers: Record<string, string>
  queryStringParameters?: Record<string, string>
  body?: string
  isBase64Encoded: boolean
  requestContext: {
    accountId: string
    apiId: string
    domainName: string
    domainPrefix: string
    requestId: string
    routeKey: string
    stage: string
    time: string
    timeEpoch: number
    http: { method: string; path: string; protocol: string; sourceIp: string; userAgent: string }
  }
}

export type LambdaHandler = (event: GatewayEvent, context: LambdaContext) => Promise<unknown>

export type LambdaContext = {
  awsRequestId: string
  functionName: string
  callbackWaitsForEmptyEventLoop: boolean
  getRemainingTimeInMillis: () => number
}

export type GatewayLimits = {
  /** Largest request body, bytes. */
  requestBytes: number
  /** Largest event and largest answer of a function, bytes of JSON. */
  payloadBytes: number
  timeoutMs: number
}

const MEGABYTE = 1024 * 1024
/** Quotas of an HTTP API and of a synchronous Lambda call. */
export const AWS_LIMITS: GatewayLimits = {
  requestBytes: 10 * MEGABYTE,
  payloadBytes: 6 * MEGABYTE,
  timeoutMs: 30_000,
}

const TEXTUAL = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/

type LambdaAnswer = {
  statusCode: number
  headers: Record<string, string>
  cookies: string[]
  body: string
  isBase64Encoded: boolean
}

class Timeout extends Error {}

/** Values of a header given several times are joined by commas, as the gateway does. */
function joinHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (name !== 'cookie' && value !== undefined)
      headers[name] = Array.isArray(value) ? value.join(',') : value
  }
  const source = request.socket.remoteAddress ?? ''
  const former = headers['x-forwarded-for']
  headers['x-forwarded-for'] = former === undefined ? source : `${former}, ${source}`
  headers['x-forwarded-proto'] = 'http'
  return headers
}

function toEvent(request: IncomingMessage, body: Buffer): GatewayEvent {
  const { pathname, search } = splitUrl(request)
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    query[name] = name in query ? `${query[name]},${value}` : value
  }
  const textual = TEXTUAL.test(request.headers['content-type'] ?? 'text/plain')
  const headers = joinHeaders(request)
  const now = new Date()
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decodeURIComponent(pathname),
    rawQueryString: search,
    ...(request.headers.cookie === undefined ? {} : { cookies: request.headers.cookie.split(/; */) }),
    headers,
    ...(search !== '' ? { queryStringParameters: query } : {}),
    ...(body.length > 0 ? { body: body.toString(textual ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !textual,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      http: {
        method: request.method ?? 'GET',
        path: decodeURIComponent(pathname),
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
    },
  }
}

/** Reads a function's answer; without a `statusCode` the gateway takes the whole as a JSON body. */
function toAnswer(returned: unknown): LambdaAnswer {
  const plain = { headers: {}, cookies: [], isBase64Encoded: false }
  if (typeof returned !== 'object' || returned === null || !('statusCode' in returned)) {
    const body = typeof returned === 'string' ? returned : JSON.stringify(returned ?? null)
    return { ...plain, statusCode: 200, headers: { 'content-type': 'application/json' }, body }
  }
  const {
    statusCode,
    body = '',
    headers = {},
    cookies = [],
    isBase64Encoded = false,
  } = returned as LambdaAnswer
  return { statusCode, body, headers, cookies, isBase64Encoded }
}

async function call(
  handler: LambdaHandler,
  event: GatewayEvent,
  limits: GatewayLimits,
): Promise<LambdaAnswer> {
  const deadline = Date.now() + limits.timeoutMs
  const context: LambdaContext = {
    awsRequestId: event.requestContext.requestId,
    functionName: 'cdppe-api',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Timeout()), limits.timeoutMs)
  })
  try {
    return toAnswer(await Promise.race([handler(event, context), late]))
  } finally {
    clearTimeout(timer)
  }
}

function fail(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  if (!request.complete) response.setHeader('connection', 'close')
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}

/**
 * Stands for API Gateway: HTTP request → event → Lambda handler in this process → HTTP answer, with the
 * gateway's own limits and error answers.
 *
 * @param onFailure told of what a handler throws; the client only sees a 500
 */
export function createGateway(
  handler: LambdaHandler,
  onFailure: (error: unknown) => void,
  limits: GatewayLimits = AWS_LIMITS,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    try {
      const event = toEvent(request, await readBody(request, limits.requestBytes))
      const text = JSON.stringify(event)
      if (Buffer.byteLength(text) > limits.payloadBytes) {
        return fail(request, response, 413, 'Request Entity Too Large')
      }
      const answer = await call(handler, JSON.parse(text) as GatewayEvent, limits)
      if (Buffer.byteLength(JSON.stringify(answer)) > limits.payloadBytes) {
        onFailure(new Error('The answer of the function exceeds the limit of Lambda'))
        return fail(request, response, 500, 'Internal Server Error')
      }
      const cookies = answer.cookies.length > 0 ? { 'set-cookie': answer.cookies } : {}
      response.writeHead(answer.statusCode, { ...answer.headers, ...cookies })
      response.end(answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body)
    } catch (error) {
      if (response.headersSent) return void response.destroy()
      if (error instanceof BodyTooLarge) return fail(request, response, 413, 'Request Entity Too Large')
      if (error instanceof URIError) return fail(request, response, 400, 'Bad Request')
      onFailure(error)
      if (error instanceof Timeout) return fail(request, response, 503, 'Service Unavailable')
      fail(request, response, 500, 'Internal Server Error')
    }
  }
}
