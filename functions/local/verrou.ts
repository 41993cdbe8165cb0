import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { isErrno, readIfPresent } from './fichiers.ts'

/** Somebody else uses the folder. `message` is the French sentence for the person who started us. */
export class DejaLance extends Error {
  readonly pid: number

  constructor(pid: number, url: string | undefined) {
    const where = url === undefined ? '' : ` La page est à l’adresse ${url}`
    super(`CDPPE est déjà lancé dans ce dossier (processus ${pid}).${where}`)
    this.pid = pid
  }
}

type Holder = {
  pid: number
  /** When the system started that process, where it can be known: a pid is given again after a restart. */
  startedAt?: string
  url?: string
}

export type Verrou = {
  /** Notes the address of the page, for whoever starts a second time. */
  announce: (url: string) => Promise<void>
  release: () => Promise<void>
}

/** Pause between two looks at another who removes a dead lock. */
const TURN_MS = 15
/** After that, whoever was removing a dead lock was killed too. */
const LONGEST_TURN_MS = 10_000

/** Start instant of a process as Linux tells it; undefined elsewhere or when it is gone. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8')
    // Field 22; the name of the command, in brackets, may hold anything.
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

async function isAlive({ pid, startedAt }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!isErrno(error, 'EPERM')) return false
  }
  const current = await startOf(pid)
  return startedAt === undefined || current === undefined || startedAt === current
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder>
    return Number.isInteger(holder.pid) ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes the folder for this process; throws DejaLance when a living process has it. What a killed process left
 * is taken over.
 */
export async function takeLock(folder: string): Promise<Verrou> {
  const file = path.join(folder, 'verrou')
  const own = path.join(folder, `.verrou-${randomUUID()}`)
  const startedAt = await startOf(process.pid)
  const holder: Holder = { pid: process.pid, ...(startedAt === undefined ? {} : { startedAt }) }
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 })
  try {
    for (;;) {
      try {
        // A link appears with its whole content, and only if nothing stands there.
        await link(own, file)
        break
      } catch (error) {
        if (!isErrno(error, 'EEXIST')) throw error
      }
      const text = await readIfPresent(file)
      if (text === undefined) continue
      const other = parseHolder(text)
      if (other && (await isAlive(other))) throw new DejaLance(other.pid, other.url)
      await removeStale(file, text, own)
    }
  } finally {
    await rm(own, { force: true })
  }
  const write = async (content: Holder): Promise<void> => {
    await writeFile(own, JSON.stringify(content), { mode: 0o600 })
    await rename(own, file)
  }
  return {
    announce: (url) => write({ ...holder, url }),
    release: () => rm(file, { force: true }),
  }
}

/**
 * Removes a dead process's lock. Only one at a time does so, and only if it still is the one that was read:
 * otherwise the second would remove what the first has just taken.
 *
 * @param own a file of ours, whose link marks that we are at it
 */
async function removeStale(file: string, text: string, own: string): Promise<void> {
  const turn = `${file}.reprise`
  try {
    await link(own, turn)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
    await sleep(TURN_MS)
    const since = await stat(turn).catch(() => undefined)
    if (since && Date.now() - since.mtimeMs > LONGEST_TURN_MS) await rm(turn, { force: true })
    return
  }
  try {
    if ((await readIfPresent(file)) === text) await rm(file, { force: true })
  } finally {
    await rm(turn, { force: true })
  }
}
