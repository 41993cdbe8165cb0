import { spawn } from 'node:child_process'
import path from 'node:path'
import { format } from 'node:util'

import { demarrerSocle, type Socle } from './socle.ts'
import { DejaLance } from './verrou.ts'

export { demarrerSocle, type OptionsSocle, type Socle } from './socle.ts'

/** Longest time that a stop may take; what is on disk is safe at any moment. */
const STOP_MS = 2000

const complain = (...lines: string[]): void => void process.stderr.write(`${lines.join('\n')}\n`)
const say = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

/**
 * The functions write one line of JSON per event, for CloudWatch. Here such lines go to the journal and not
 * under people's eyes. Returns what gives them their destination; until then they wait.
 */
function divertConsole(): (note: (line: string) => void) => void {
  const waiting: string[] = []
  let write = (line: string): void => void waiting.push(line)
  const divert = (...parts: unknown[]): void => write(format(...parts))
  Object.assign(console, { log: divert, info: divert, warn: divert, error: divert, debug: divert })
  return (note) => {
    write = note
    waiting.splice(0).forEach(note)
  }
}

/** Opens the page in the person's browser; nothing happens where there is none. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  if (command === undefined) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

function stopOnSignals(socle: Socle): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    say('', 'Arrêt en cours…')
    const leave = (): void => {
      say('CDPPE est arrêté. Vos données sont conservées.')
      process.exit(0)
    }
    setTimeout(leave, STOP_MS - 300)
    socle.arreter().then(leave, leave)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** The command behind `npm start`. */
async function main(): Promise<void> {
  const { DOSSIER_DONNEES = '.donnees', DOSSIER_SITE, PORTS_LIBRES, CI } = process.env
  const attach = divertConsole()
  try {
    const socle = await demarrerSocle({
      dossier: DOSSIER_DONNEES,
      ...(DOSSIER_SITE === undefined ? {} : { site: DOSSIER_SITE }),
      ...(PORTS_LIBRES === 'oui' ? { ports: 'libres' as const } : {}),
    })
    attach(socle.noter)
    stopOnSignals(socle)
    say(
      '',
      'CDPPE est prêt.',
      `  La page :         ${socle.url}`,
      `  La boîte locale : ${socle.boite}`,
      `  Les données :     ${socle.dossier}`,
      'Rien ne quitte ce poste. Pour arrêter : Ctrl+C.',
      '',
    )
    if (process.stdout.isTTY && CI === undefined) openBrowser(socle.url)
  } catch (error) {
    if (error instanceof DejaLance) {
      complain(error.message, 'Pour l’arrêter : Ctrl+C dans la fenêtre où il a été lancé.')
    } else {
      complain(
        'CDPPE n’a pas pu démarrer.',
        `Le détail est dans ${path.join(DOSSIER_DONNEES, 'journal.log')}. Si le dossier ${DOSSIER_DONNEES} a été abîmé, déplacez-le et recommencez.`,
      )
    }
    process.exit(1)
  }
}

if (import.meta.main) await main()
