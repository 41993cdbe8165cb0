import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { persistedSecret, writeDurably } from './fichiers.ts'

describe('l’écriture durable', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-fichiers-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('laisse toujours un contenu entier, où que le processus soit tué', async () => {
    const file = path.join(folder, 'objet')
    const program = `
      import { writeDurably } from ${JSON.stringify(new URL('./fichiers.ts', import.meta.url).href)}
      for (let n = 0; ; n++) {
        await writeDurably(process.argv[1], Buffer.alloc(3_000_000, n % 250))
        if (n === 0) console.log('écrit')
      }`
    for (let round = 0; round < 5; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60))
      child.kill('SIGKILL')
      await once(child, 'exit')
      const content = await readFile(file)
      expect(content).toHaveLength(3_000_000)
      expect(content.equals(Buffer.alloc(3_000_000, content[0]))).toBe(true)
    }
  })

  it('n’est lisible que du propriétaire et ne laisse rien derrière un échec', async () => {
    await writeDurably(path.join(folder, 'a'), 'x')
    expect((await stat(path.join(folder, 'a'))).mode & 0o777).toBe(0o600)
    // A folder stands where the file should be: the rename fails.
    await expect(writeDurably(folder, 'x', folder)).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['a'])
  })

  it('ne fait un secret qu’une fois', async () => {
    const file = path.join(folder, 'secret')
    const secret = await persistedSecret(file)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await persistedSecret(file)).toBe(secret)
    expect(await persistedSecret(path.join(folder, 'autre'))).not.toBe(secret)
  })
})
