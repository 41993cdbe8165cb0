import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { splitUrl } from './http.ts'
import { htmlPage, pageHeaders } from './page.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
}

/** Where Office.js must be loaded from, by its licence. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com'

/**
 * Security headers of the site. Styles are written by the components as they appear, hence 'unsafe-inline' for
 * them and for nothing else.
 *
 * @param uploadOrigin origin of the bucket, to which the page sends workbooks
 */
export function siteHeaders(uploadOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${OFFICE_JS}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${uploadOrigin}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  }
}

/** The file that an address names inside `root`, or undefined for whatever leads elsewhere. */
function locate(root: string, encoded: string): string | undefined {
  let pathname: string
  try {
    pathname = decodeURIComponent(encoded)
  } catch {
    return undefined
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return undefined
  const file = path.join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  const inside = path.relative(root, file)
  const hidden = inside.split(path.sep).some((part) => part.startsWith('.'))
  return hidden || path.isAbsolute(inside) ? undefined : file
}

function notFound(response: ServerResponse, built: boolean): void {
  response.writeHead(404, pageHeaders())
  response.end(
    built
      ? htmlPage(
          'Page introuvable',
          '<h1>Cette adresse ne mène à rien</h1><p>Revenez à <a href="/">la page CDPPE</a>.</p>',
        )
      : htmlPage(
          'Page à construire',
          '<h1>La page n’est pas encore construite</h1><p>Arrêtez ce programme par Ctrl+C, puis lancez <code>npm start</code>, qui la construit.</p>',
        ),
  )
}

async function fileInfo(file: string | undefined): Promise<{ size: number; mtimeMs: number } | undefined> {
  if (file === undefined) return undefined
  try {
    const info = await stat(file)
    return info.isFile() ? info : undefined
  } catch {
    return undefined
  }
}

/**
 * Serves the built site as CloudFront would: what exists, with its right type; a French 404 page for what does
 * not (never index.html in place of a missing script).
 */
export function createStaticSite(
  root: string,
  uploadOrigin: () => string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' })
      response.end()
      return
    }
    const file = locate(root, splitUrl(request).pathname)
    const info = await fileInfo(file)
    if (file === undefined || info === undefined) {
      return notFound(response, (await fileInfo(path.join(root, 'index.html'))) !== undefined)
    }
    const etag = `W/"${info.size.toString(16)}-${Math.trunc(info.mtimeMs).toString(16)}"`
    // Names under assets/ carry a digest of their content: they never change.
    const lasting = path.relative(root, file).startsWith(`assets${path.sep}`)
    const headers = {
      ...siteHeaders(uploadOrigin()),
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag,
    }
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers)
      response.end()
      return
    }
    response.writeHead(200, {
      ...headers,
      'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': info.size,
    })
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    await pipeline(createReadStream(file), response)
  }
}
