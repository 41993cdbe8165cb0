import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const COMMAND = new URL('./demarrer.ts', import.meta.url).pathname

/** The command of `npm start`, running or ended, as the tests of this folder see it. */
export type Commande = {
  child: ChildProcess
  /** All that it has written so far. */
  said: () => string
  /** Address of the page, or '' when it did not start. */
  url: string
  /** Sends the signal and resolves once the process is gone, with its exit code. Again: does nothing. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts the command on `folder`; resolves once it says that it is ready, or once it has ended. */
export async function lancerCommande(folder: string): Promise<Commande> {
  const child = spawn(process.execPath, [COMMAND], {
    env: { ...process.env, DOSSIER_DONNEES: path.join(folder, '.donnees'), PORTS_LIBRES: 'oui' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const closed = once(child, 'close')
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('Ctrl+C.\n\n')) resolve()
      })
    }
  })
  await Promise.race([closed, ready])
  return {
    child,
    said: () => text,
    url: /La page : +(\S+)/.exec(text)?.[1] ?? '',
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await closed
      return child.exitCode
    },
  }
}
