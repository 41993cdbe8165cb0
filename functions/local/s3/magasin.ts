import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'

import { createPrivateFolder, readIfPresent, writeDurably } from '../fichiers.ts'
import type { Checksums } from './corps.ts'
import { S3Error } from './erreur.ts'

export type BucketSettings = { versioning: boolean; objectLock: boolean; retentionDays: number }

export type StoredVersion = {
  id: string
  size: number
  etag: string
  contentType: string
  /** `x-amz-meta-*` headers, names in lower case. */
  metadata: Record<string, string>
  checksums: Checksums
  /** ISO instant of the write. */
  at: string
  /** COMPLIANCE lock: nobody deletes this version before that ISO instant. */
  lockedUntil?: string
}
export type DeleteMarker = { id: string; deleted: true; at: string }
type Entry = StoredVersion | DeleteMarker
export type ObjectIndex = { key: string; versions: Entry[] }

export type PutOptions = {
  contentType?: string
  metadata: Record<string, string>
  checksums: Checksums
  lockedUntil?: string
  /** If-None-Match: * — refuse when the object exists. */
  onlyIfAbsent: boolean
}

export const isMarker = (entry: Entry): entry is DeleteMarker => 'deleted' in entry

const DAY_MS = 24 * 3600 * 1000
const newId = (): string => randomUUID().replaceAll('-', '')

/**
 * Buckets in a folder: one folder per object, named by the hash of its key (so that a key never becomes a
 * path), holding one file per version and `index.json`, which is what makes a version exist. A version's
 * bytes are on disk before the index that names them, and each write is whole or absent.
 */
export class BucketStore {
  readonly #folder: string
  readonly #temporary: string
  readonly #now: () => number
  /** Tail of the queue of writes on each object: read-modify-write of an index is done one at a time. */
  readonly #queues = new Map<string, Promise<unknown>>()

  constructor(folder: string, now: () => number) {
    this.#folder = folder
    this.#temporary = path.join(folder, '.tmp')
    this.#now = now
  }

  /** Prepares the folder; throws away what a killed process left unfinished. */
  async open(): Promise<void> {
    await rm(this.#temporary, { recursive: true, force: true })
    await createPrivateFolder(this.#temporary)
  }

  async createBucket(bucket: string, objectLock: boolean): Promise<void> {
    if (await this.#readSettings(bucket)) throw new S3Error(409, 'BucketAlreadyOwnedByYou')
    await mkdir(path.join(this.#bucketFolder(bucket), 'objets'), { recursive: true, mode: 0o700 })
    await this.#writeSettings(bucket, { versioning: objectLock, objectLock, retentionDays: 0 })
  }

  async settings(bucket: string): Promise<BucketSettings> {
    const settings = await this.#readSettings(bucket)
    if (!settings) throw new S3Error(404, 'NoSuchBucket')
    return settings
  }

  async updateSettings(bucket: string, change: Partial<BucketSettings>): Promise<void> {
    await this.#writeSettings(bucket, { ...(await this.settings(bucket)), ...change })
  }

  /** Indexes of every object whose key begins with `prefix`, in key order. */
  async list(bucket: string, prefix: string): Promise<ObjectIndex[]> {
    await this.settings(bucket)
    const folder = path.join(this.#bucketFolder(bucket), 'objets')
    const indexes = await Promise.all(
      (await readdir(folder)).map((name) => this.#readIndexFile(path.join(folder, name))),
    )
    return indexes
      .filter((index) => index !== undefined)
      .filter((index) => index.versions.length > 0 && index.key.startsWith(prefix))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  }

  /** One version (the newest without `versionId`) and the file that holds its bytes. */
  async find(
    bucket: string,
    key: string,
    versionId: string | null,
  ): Promise<{ version: StoredVersion; file: string }> {
    await this.settings(bucket)
    const folder = this.#objectFolder(bucket, key)
    const versions = (await this.#readIndexFile(folder))?.versions ?? []
    const version =
      versionId === null ? versions.at(-1) : versions.find((candidate) => candidate.id === versionId)
    if (!version && versionId !== null) throw new S3Error(404, 'NoSuchVersion')
    if (!version || isMarker(version)) throw new S3Error(404, 'NoSuchKey')
    return { version, file: path.join(folder, version.id) }
  }

  /** Stores a new version. When it resolves, the bytes and the index are on disk. */
  async put(bucket: string, key: string, body: Buffer, options: PutOptions): Promise<StoredVersion> {
    const settings = await this.settings(bucket)
    if (options.lockedUntil !== undefined && !settings.objectLock) {
      throw new S3Error(400, 'InvalidRequest', 'Bucket is missing ObjectLockConfiguration')
    }
    const folder = this.#objectFolder(bucket, key)
    return this.#exclusively(folder, async () => {
      const former = (await this.#readIndexFile(folder))?.versions ?? []
      const last = former.at(-1)
      if (options.onlyIfAbsent && last && !isMarker(last)) throw new S3Error(412, 'PreconditionFailed')
      const byDefault =
        settings.retentionDays > 0
          ? new Date(this.#now() + settings.retentionDays * DAY_MS).toISOString()
          : undefined
      const lockedUntil = options.lockedUntil ?? byDefault
      const version: StoredVersion = {
        id: newId(),
        size: body.length,
        etag: createHash('md5').update(body).digest('hex'),
        contentType: options.contentType ?? 'binary/octet-stream',
        metadata: options.metadata,
        checksums: options.checksums,
        at: new Date(this.#now()).toISOString(),
        ...(lockedUntil === undefined ? {} : { lockedUntil }),
      }
      await createPrivateFolder(folder)
      await writeDurably(path.join(folder, version.id), body, this.#temporary)
      const versions = settings.versioning ? [...former, version] : [version]
      await this.#writeIndex(folder, { key, versions })
      if (!settings.versioning) await this.#removeBytes(folder, former)
      return version
    })
  }

  /** Deletes a version, or, on a versioned bucket and without `versionId`, hides the object by a marker. */
  async delete(bucket: string, key: string, versionId: string | null): Promise<void> {
    const settings = await this.settings(bucket)
    const folder = this.#objectFolder(bucket, key)
    await this.#exclusively(folder, async () => {
      const former = (await this.#readIndexFile(folder))?.versions ?? []
      if (versionId === null && settings.versioning) {
        const marker: DeleteMarker = { id: newId(), deleted: true, at: new Date(this.#now()).toISOString() }
        await createPrivateFolder(folder)
        return this.#writeIndex(folder, { key, versions: [...former, marker] })
      }
      const gone = versionId === null ? former : former.filter((version) => version.id === versionId)
      if (gone.some((version) => this.#isLocked(version))) {
        throw new S3Error(403, 'AccessDenied', 'Access Denied because object protected by object lock.')
      }
      if (gone.length === 0) return
      await this.#writeIndex(folder, { key, versions: former.filter((version) => !gone.includes(version)) })
      await this.#removeBytes(folder, gone)
    })
  }

  #isLocked(version: Entry): boolean {
    return (
      !isMarker(version) && version.lockedUntil !== undefined && Date.parse(version.lockedUntil) > this.#now()
    )
  }

  async #removeBytes(folder: string, versions: Entry[]): Promise<void> {
    await Promise.all(versions.map((version) => rm(path.join(folder, version.id), { force: true })))
  }

  async #exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(folder) ?? Promise.resolve()).then(work, work)
    this.#queues.set(folder, turn)
    try {
      return await turn
    } finally {
      if (this.#queues.get(folder) === turn) this.#queues.delete(folder)
    }
  }

  #bucketFolder(bucket: string): string {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) {
      throw new S3Error(400, 'InvalidBucketName')
    }
    return path.join(this.#folder, bucket)
  }

  #objectFolder(bucket: string, key: string): string {
    return path.join(this.#bucketFolder(bucket), 'objets', createHash('sha256').update(key).digest('hex'))
  }

  async #readSettings(bucket: string): Promise<BucketSettings | undefined> {
    const text = await readIfPresent(path.join(this.#bucketFolder(bucket), 'reglages.json'))
    return text === undefined ? undefined : (JSON.parse(text) as BucketSettings)
  }

  async #writeSettings(bucket: string, settings: BucketSettings): Promise<void> {
    const file = path.join(this.#bucketFolder(bucket), 'reglages.json')
    await writeDurably(file, JSON.stringify(settings), this.#temporary)
  }

  async #readIndexFile(folder: string): Promise<ObjectIndex | undefined> {
    const text = await readIfPresent(path.join(folder, 'index.json'))
    return text === undefined ? undefined : (JSON.parse(text) as ObjectIndex)
  }

  async #writeIndex(folder: string, index: ObjectIndex): Promise<void> {
    await writeDurably(path.join(folder, 'index.json'), JSON.stringify(index), this.#temporary)
  }
}
