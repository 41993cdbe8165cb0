import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DejaLance, takeLock } from './verrou.ts'

describe('le verrou du dossier', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-verrou-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('n’est tenu que par un seul, et se rend', async () => {
    const verrou = await takeLock(folder)
    await verrou.announce('http://127.0.0.1:8620/')
    await expect(takeLock(folder)).rejects.toThrow(
      `CDPPE est déjà lancé dans ce dossier (processus ${process.pid}). La page est à l’adresse http://127.0.0.1:8620/`,
    )
    await verrou.release()
    const again = await takeLock(folder)
    await again.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('n’est pris que par un seul de vingt qui le demandent ensemble, même sur un verrou mort', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    for (const content of [JSON.stringify({ pid: child.pid }), 'illisible', '', undefined]) {
      const file = path.join(folder, 'verrou')
      if (content === undefined) await rm(file, { force: true })
      else await writeFile(file, content)
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(folder)))
      const won = results.filter((result) => result.status === 'fulfilled')
      expect(won).toHaveLength(1)
      for (const lost of results.filter((result) => result.status === 'rejected')) {
        expect(lost.reason).toBeInstanceOf(DejaLance)
      }
      await won[0]?.value.release()
    }
  })

  it('ne se laisse pas tromper par un autre processus qui a reçu le même numéro', async () => {
    // Known on Linux only, where the system tells when a process was started.
    const startedAt = process.platform === 'linux' ? '1' : undefined
    const pid = process.platform === 'linux' ? process.pid : 2 ** 22
    await writeFile(path.join(folder, 'verrou'), JSON.stringify({ pid, startedAt }))
    const verrou = await takeLock(folder)
    await verrou.release()
  })
})
