import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const COMMAND = new URL('./demarrer.ts', import.meta.url).pathname

describe('la commande de démarrage', () => {
  let folder: string
  let running: ChildProcess[]

  /** Starts the command; resolves with what it has said once it is ready, or once it has ended. */
  const launch = async (): Promise<{ child: ChildProcess; said: () => string; url: string }> => {
    const child = spawn(process.execPath, [COMMAND], {
      env: { ...process.env, DOSSIER_DONNEES: path.join(folder, '.donnees'), PORTS_LIBRES: 'oui' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(child)
    let text = ''
    const ended = once(child, 'close')
    await Promise.race([
      ended,
      new Promise<void>((resolve) => {
        for (const stream of [child.stdout, child.stderr]) {
          stream?.on('data', (chunk: Buffer) => {
            text += chunk.toString()
            if (text.includes('Ctrl+C.\n\n')) resolve()
          })
        }
      }),
    ])
    return { child, said: () => text, url: /La page : +(\S+)/.exec(text)?.[1] ?? '' }
  }
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
    return child.exitCode
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-commande-'))
    running = []
  })
  afterEach(async () => {
    for (const child of running)
      if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it('dit en français où aller et comment arrêter, et s’arrête proprement', async () => {
    const { child, said, url } = await launch()
    expect(said()).toMatch(/CDPPE est prêt\.\n {2}La page : {9}http:\/\/127\.0\.0\.1:\d+\/\n/)
    expect(said()).toContain(`La boîte locale : ${url}boite`)
    expect((await fetch(`${url}boite`)).status).toBe(200)
    expect((await fetch(`${url}api/sante`)).status).toBe(200)
    expect(await end(child, 'SIGINT')).toBe(0)
    expect(said()).toContain('CDPPE est arrêté. Vos données sont conservées.')
    // Nothing of the functions' own log, nor of a library, comes under people's eyes.
    expect(said()).not.toMatch(/[{}]|warning/i)
    await expect(fetch(url)).rejects.toThrow()
  })

  it('ne se lance pas deux fois dans le même dossier', async () => {
    const first = await launch()
    const second = await launch()
    expect(second.child.exitCode).toBe(1)
    expect(second.said()).toBe(
      `CDPPE est déjà lancé dans ce dossier (processus ${first.child.pid}). La page est à l’adresse ${first.url}\n` +
        'Pour l’arrêter : Ctrl+C dans la fenêtre où il a été lancé.\n',
    )
    expect((await fetch(`${first.url}api/sante`)).status).toBe(200)
  })

  it('repart aux mêmes adresses et avec les mêmes clés après avoir été tuée', async () => {
    const first = await launch()
    const cles = await (await fetch(`${first.url}api/cles`)).json()
    await end(first.child, 'SIGKILL')
    const second = await launch()
    expect(second.url).toBe(first.url)
    expect(await (await fetch(`${second.url}api/cles`)).json()).toEqual(cles)
    expect(await end(second.child, 'SIGTERM')).toBe(0)
  })
})
