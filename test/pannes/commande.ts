import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDE = fileURLToPath(new URL('../../functions/local/demarrer.ts', import.meta.url))

/** The command behind `npm start`, in a process of its own that a test may kill. */
export class Commande {
  readonly dossier: string
  #processus: ChildProcess | undefined

  constructor(dossier: string) {
    this.dossier = dossier
  }

  /** Starts it on the data of the folder; resolves with the page's origin once it answers. */
  async demarrer(): Promise<string> {
    const processus = spawn(process.execPath, [COMMANDE], {
      env: {
        ...process.env,
        DOSSIER_DONNEES: join(this.dossier, '.donnees'),
        PORTS_LIBRES: 'oui',
        CI: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#processus = processus
    let dit = ''
    return new Promise((resolve, reject) => {
      const lire = (morceau: Buffer) => {
        dit += morceau.toString()
        const url = /La page : +(http:\/\/[^/\s]+)\/[\s\S]*Ctrl\+C/.exec(dit)?.[1]
        if (url) resolve(url)
      }
      processus.stdout!.on('data', lire)
      processus.stderr!.on('data', lire)
      processus.once('exit', () => reject(new Error(`La commande s’est arrêtée : ${dit}`)))
    })
  }

  /** SIGKILL: nothing of it runs any more when this resolves. */
  async tuer(): Promise<void> {
    const processus = this.#processus
    if (!processus || processus.exitCode !== null || processus.signalCode !== null) return
    const fini = once(processus, 'exit')
    processus.kill('SIGKILL')
    await fini
  }
}
