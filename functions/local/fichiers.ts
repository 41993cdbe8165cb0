import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Creates a directory that only its owner can read (0700), parents included. Does nothing when it exists. */
export async function createPrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Makes the entries of a folder durable: without it a rename may be undone by a power cut. */
async function syncFolder(folder: string): Promise<void> {
  // Windows refuses to open a folder; its file system journals renames by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file so that a reader, or a process started after a SIGKILL at any moment, sees either the whole
 * new content or the former one. When the promise resolves, the content is on disk. Mode 0600.
 *
 * @param temporary folder for the unfinished file, on the same file system; by default the file's own
 */
export async function writeDurably(
  file: string,
  content: Uint8Array | string,
  temporary: string = path.dirname(file),
): Promise<void> {
  const unfinished = path.join(temporary, `.${randomUUID()}.tmp`)
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(path.dirname(file))
}

/** Content of a text file, or undefined when there is none. Any other failure is thrown. */
export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/** The secret kept in `file`, made of `bytes` random bytes (base64url) the first time. */
export async function persistedSecret(file: string, bytes = 32): Promise<string> {
  const known = await readIfPresent(file)
  if (known !== undefined && known.length > 0) return known
  const secret = randomBytes(bytes).toString('base64url')
  await writeDurably(file, secret)
  return secret
}

/** Tells whether an unknown error is the system error of that code (`ENOENT`, `EADDRINUSE`…). */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
