import { open } from 'node:fs/promises'

export type Journal = {
  /** Notes an unexpected failure, with its stack: for the person who looks into it, never for a screen. */
  failure: (error: unknown) => void
  /** Notes a line that somebody else wrote. */
  note: (line: string) => void
  close: () => Promise<void>
}

const MAX_BYTES = 5 * 1024 * 1024

/** Opens the file where failures are noted, emptied when it has grown past 5 MB. */
export async function openJournal(file: string): Promise<Journal> {
  const handle = await open(file, 'a', 0o600)
  if ((await handle.stat()).size > MAX_BYTES) await handle.truncate(0)
  let tail: Promise<unknown> = Promise.resolve()
  let closed = false
  const note = (text: string): void => {
    if (closed) return
    const line = `${new Date().toISOString()} ${text}\n`
    tail = tail.then(() => handle.appendFile(line)).catch(() => undefined)
  }
  return {
    note,
    failure: (error) => note(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    close: async () => {
      closed = true
      await tail
      await handle.close()
    },
  }
}
