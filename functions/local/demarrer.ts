import { spawn } from 'node:child_process'

import { demarrerSocle, type Socle } from './socle.ts'
import { DejaLance } from './verrou.ts'

export { demarrerSocle, type OptionsSocle, type Socle } from './socle.ts'

/** Longest time that a stop may take; what is on disk is safe at any moment. */
const STOP_MS = 2000

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
    console.log('\nArrêt en cours…')
    setTimeout(() => process.exit(0), STOP_MS - 200).unref()
    socle.arreter().then(
      () => {
        console.log('CDPPE est arrêté. Vos données sont conservées.')
        process.exit(0)
      },
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** The command behind `npm start`. */
async function main(): Promise<void> {
  const { DOSSIER_DONNEES = '.donnees', DOSSIER_SITE, PORTS_LIBRES, CI } = process.env
  try {
    const socle = await demarrerSocle({
      dossier: DOSSIER_DONNEES,
      ...(DOSSIER_SITE === undefined ? {} : { site: DOSSIER_SITE }),
      ...(PORTS_LIBRES === 'oui' ? { ports: 'libres' as const } : {}),
    })
    stopOnSignals(socle)
    console.log(
      [
        '',
        'CDPPE est prêt.',
        `  La page :        ${socle.url}`,
        `  La boîte locale : ${socle.boite}`,
        `  Les données :     ${socle.dossier}`,
        'Rien ne quitte ce poste. Pour arrêter : Ctrl+C.',
        '',
      ].join('\n'),
    )
    if (process.stdout.isTTY && CI === undefined) openBrowser(socle.url)
  } catch (error) {
    if (error instanceof DejaLance) {
      console.error(`${error.message}\nPour l’arrêter : Ctrl+C dans la fenêtre où il a été lancé.`)
      process.exit(1)
    }
    const detail = error instanceof Error ? error.message : String(error)
    console.error(`CDPPE n’a pas pu démarrer : ${detail}`)
    process.exit(1)
  }
}

if (import.meta.main) await main()
