import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, LaunchOptions, Page } from 'playwright-core'

const RACINE = fileURLToPath(new URL('../../', import.meta.url))
const DOSSIER_TEMPORAIRE = join(RACINE, '.donnees', 'navigateur')

/** Where browsers put themselves on the three systems; CDPPE_NAVIGATEUR names another. */
const INSTALLES = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Our own flags: those of the package are made for Lambda, run everything in one process, which dies with its
 * first closed session, and turn web security off, so that a page would pass here that browsers refuse.
 */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']

/**
 * The fonts that the package brought, and the system's where there are any. The package's own list names another
 * folder than the one it unpacks into here, and Chromium dies on its first text field when it finds no font.
 */
const POLICES = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(DOSSIER_TEMPORAIRE, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(DOSSIER_TEMPORAIRE, 'cache-polices')}</cachedir>
</fontconfig>
`

/** The browser of the machine, else the one that npm brought; unpacked where it was not yet. */
async function executable(): Promise<Pick<LaunchOptions, 'executablePath' | 'args'>> {
  const choisi = process.env['CDPPE_NAVIGATEUR']
  const installe = choisi ? [choisi].find(existsSync) : INSTALLES.find(existsSync)
  if (installe) return { executablePath: installe, args: ARGS }
  mkdirSync(join(DOSSIER_TEMPORAIRE, 'polices'), { recursive: true })
  writeFileSync(join(DOSSIER_TEMPORAIRE, 'polices', 'fonts.conf'), POLICES)
  process.env['FONTCONFIG_PATH'] = join(DOSSIER_TEMPORAIRE, 'polices')
  // Without the system's NSS libraries and fonts, the package brings its own when it believes itself in Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  process.env['TMPDIR'] = DOSSIER_TEMPORAIRE
  const { default: npmChromium } = await import('@sparticuz/chromium')
  return { executablePath: await npmChromium.executablePath(), args: ARGS }
}

/** Unpacks the browser once, before the workers: one would start what another is still writing. */
export async function setup(): Promise<void> {
  await executable()
}

/**
 * Starts a browser for the tests: French, Paris time, headless. To be closed by whoever started it.
 */
export async function lancerNavigateur(): Promise<Browser> {
  const { executablePath, args } = await executable()
  // Without a locale of its own a fresh machine's Chromium loses the accents of the names of downloaded files.
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  return chromium.launch({ executablePath, args, env, headless: true })
}

/** Addresses that a page has asked for outside this machine; a test may hold that there were none. */
export type Dehors = readonly string[]

/**
 * A fresh session (no cookie, no storage) that reaches nothing but this machine.
 * @returns the context, a first page, and what the page asked for elsewhere (all refused)
 */
export async function ouvrirSession(
  navigateur: Browser,
): Promise<{ contexte: BrowserContext; page: Page; dehors: Dehors }> {
  const contexte = await navigateur.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  const dehors: string[] = []
  await contexte.route('**', (route) => {
    const { protocol, hostname } = new URL(route.request().url())
    if (hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:') return route.continue()
    dehors.push(route.request().url())
    return route.abort()
  })
  return { contexte, page: await contexte.newPage(), dehors }
}
