import { mkdtemp, rm } from 'node:fs/promises'
import net, { type AddressInfo, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { PortBook } from './ports.ts'

describe('le choix des ports', () => {
  let folder: string
  const servers: Server[] = []
  const server = (): Server => {
    const created = net.createServer()
    servers.push(created)
    return created
  }
  const close = (closed: Server): Promise<void> =>
    new Promise((resolve) => void closed.close(() => resolve()))
  const book = async (anyFree: boolean): Promise<PortBook> => {
    const opened = new PortBook(folder, anyFree)
    await opened.open()
    return opened
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-ports-'))
  })
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(close))
    await rm(folder, { recursive: true, force: true })
  })

  it('reprend au redémarrage les ports de la fois d’avant', async () => {
    const [first, s3] = [server(), server()]
    const before = await book(true)
    const ports = [await before.listen('front', first), await before.listen('s3', s3)]
    await before.remember()
    await close(first)
    await close(s3)
    const after = await book(true)
    expect([await after.listen('front', server()), await after.listen('s3', server())]).toEqual(ports)
  })

  it('en prend un autre quand le sien est occupé, et n’écoute que sur 127.0.0.1', async () => {
    const before = await book(true)
    const mine = server()
    const port = await before.listen('front', mine)
    await before.remember()
    for (const anyFree of [true, false]) {
      const other = server()
      const taken = await (await book(anyFree)).listen('front', other)
      expect(taken).not.toBe(port)
      expect((other.address() as AddressInfo).address).toBe('127.0.0.1')
    }
  })
})
