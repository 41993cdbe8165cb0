import type { Server } from 'node:net'
import path from 'node:path'

import { PORTS, type Ports, PREMIER_PORT_DE_REPLI, type Service } from './configuration.ts'
import { readIfPresent, writeDurably } from './fichiers.ts'
import { isPortTaken, listen } from './http.ts'

const LAST_PORT = 65_535

/**
 * Gives each server its port: the one of the former run, else the default one, else the next free one. What
 * was taken is remembered, so that addresses (and the sessions bound to them) survive a restart.
 */
export class PortBook {
  readonly #file: string
  readonly #anyFree: boolean
  #remembered: Partial<Ports> = {}
  readonly #taken: Partial<Ports> = {}

  /** @param anyFree take what the system gives rather than the default ports (for tests) */
  constructor(folder: string, anyFree: boolean) {
    this.#file = path.join(folder, 'ports.json')
    this.#anyFree = anyFree
  }

  async open(): Promise<void> {
    const text = await readIfPresent(this.#file)
    if (text !== undefined) this.#remembered = JSON.parse(text) as Partial<Ports>
  }

  async listen(service: Service, server: Server): Promise<number> {
    const port = await this.#firstFree(
      this.#remembered[service] ?? (this.#anyFree ? 0 : PORTS[service]),
      server,
    )
    this.#taken[service] = port
    return port
  }

  async remember(): Promise<void> {
    await writeDurably(this.#file, JSON.stringify(this.#taken))
  }

  async #firstFree(wanted: number, server: Server): Promise<number> {
    try {
      return await listen(server, wanted)
    } catch (error) {
      if (!isPortTaken(error)) throw error
    }
    if (this.#anyFree) return listen(server, 0)
    const others = new Set([...Object.values(this.#remembered), ...Object.values(PORTS)])
    for (let port = PREMIER_PORT_DE_REPLI; port <= LAST_PORT; port++) {
      if (others.has(port)) continue
      try {
        return await listen(server, port)
      } catch (error) {
        if (!isPortTaken(error)) throw error
      }
    }
    throw new Error('No free port')
  }
}
