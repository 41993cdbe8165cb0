import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'

import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { closeHttp, listen } from './http.ts'
import { decodeChunks } from './s3/corps.ts'
import { createS3Server } from './s3.ts'

const ORIGIN = 'http://127.0.0.1:8620'
const keys = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret-de-test' }
const Bucket = 'versions'
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')
const text = 'le classeur'

describe('le serveur S3 local', () => {
  let folder: string
  let server: Server
  let endpoint: string
  let nowMs = Date.now()
  const client = (more: S3ClientConfig = {}): S3Client =>
    new S3Client({
      region: 'eu-west-3',
      endpoint,
      credentials: keys,
      forcePathStyle: true,
      maxAttempts: 1,
      ...more,
    })
  let s3: S3Client
  const read = async (Key: string, VersionId?: string): Promise<Buffer> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }))
    return Buffer.from((await Body?.transformToByteArray()) ?? [])
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-s3-'))
    server = await createS3Server({ folder, keys, corsOrigins: () => [ORIGIN], now: () => nowMs })
    endpoint = `http://127.0.0.1:${await listen(server, 0)}`
    s3 = client()
    await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }))
  })
  afterAll(async () => {
    await closeHttp(server, 0)
    await rm(folder, { recursive: true, force: true })
  })

  it('rend à l’octet près ce que les clients du SDK déposent, en tampon et en flux', async () => {
    const big = randomBytes(20_000_000)
    await s3.send(new PutObjectCommand({ Bucket, Key: 'grand', Body: big }))
    expect((await read('grand')).equals(big)).toBe(true)
    const part = big.subarray(0, 300_001)
    const stream = Readable.from([part.subarray(0, 7), part.subarray(7)])
    await s3.send(new PutObjectCommand({ Bucket, Key: 'flux', Body: stream, ContentLength: part.length }))
    expect((await read('flux')).equals(part)).toBe(true)
    await s3.send(new PutObjectCommand({ Bucket, Key: 'vide', Body: '' }))
    expect(await read('vide')).toHaveLength(0)
  })

  it('garde nom, type, métadonnées et empreinte', async () => {
    const Key = 'dép. 62/été + hiver/a&b?.xlsx'
    const put = { Body: text, ContentType: 'application/x', Metadata: { auteur: 'c-dumont' } }
    await s3.send(new PutObjectCommand({ Bucket, Key, ...put, ChecksumAlgorithm: 'SHA256' }))
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }))
    expect(head).toMatchObject({
      ContentType: 'application/x',
      Metadata: { auteur: 'c-dumont' },
      ContentLength: 11,
    })
    expect(head.ChecksumSHA256).toBe(sha256(Buffer.from(text)))
    const copied = {
      Bucket,
      Key: 'copie',
      CopySource: encodeURI(`${Bucket}/${Key}`).replace('?', '%3F').replace('+', '%2B'),
    }
    await s3.send(new CopyObjectCommand(copied))
    expect((await read('copie')).toString()).toBe(text)
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'copie' }))).Metadata).toEqual({
      auteur: 'c-dumont',
    })
  })

  it('sert une partie d’objet et refuse celle qui n’existe pas', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'partie', Body: '0123456789' }))
    const range = async (Range: string): Promise<string | undefined> =>
      (await s3.send(new GetObjectCommand({ Bucket, Key: 'partie', Range }))).Body?.transformToString()
    expect(await range('bytes=2-4')).toBe('234')
    expect(await range('bytes=7-')).toBe('789')
    expect(await range('bytes=-2')).toBe('89')
    expect(await range('bytes=8-99')).toBe('89')
    await expect(range('bytes=10-12')).rejects.toMatchObject({ name: 'InvalidRange' })
  })

  it('n’écrase pas un objet existant sous If-None-Match, même à dix écritures simultanées', async () => {
    const attempts = Array.from({ length: 10 }, (_, n) =>
      s3.send(new PutObjectCommand({ Bucket, Key: 'unique', Body: `essai ${n}`, IfNoneMatch: '*' })).then(
        () => n,
        (error: Error) => error.name,
      ),
    )
    const results = await Promise.all(attempts)
    const winners = results.filter((result) => typeof result === 'number')
    expect(winners).toHaveLength(1)
    expect(results.filter((result) => result === 'PreconditionFailed')).toHaveLength(9)
    expect((await read('unique')).toString()).toBe(`essai ${winners[0]}`)
  })

  it('garde chaque version ; effacer masque sans détruire', async () => {
    const put = (Body: string) => s3.send(new PutObjectCommand({ Bucket, Key: 'suite', Body }))
    const [one, two] = [await put('un'), await put('deux')]
    expect((await read('suite', one.VersionId)).toString()).toBe('un')
    expect((await read('suite')).toString()).toBe('deux')
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'suite' }))
    await expect(read('suite')).rejects.toMatchObject({ name: 'NoSuchKey' })
    expect((await read('suite', two.VersionId)).toString()).toBe('deux')
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'suite' }))
    expect(listed.Versions?.map(({ VersionId }) => VersionId)).toEqual([two.VersionId, one.VersionId])
    expect(listed.DeleteMarkers).toMatchObject([{ IsLatest: true }])
  })

  it('ne laisse personne effacer une version verrouillée avant son terme', async () => {
    const until = new Date(nowMs + 60_000)
    const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until } as const
    const put = { Bucket, Key: 'verrou', Body: text, ...lock, ChecksumAlgorithm: 'SHA256' } as const
    const { VersionId } = await s3.send(new PutObjectCommand(put))
    const remove = () => s3.send(new DeleteObjectCommand({ Bucket, Key: 'verrou', VersionId }))
    await expect(remove()).rejects.toMatchObject({ name: 'AccessDenied' })
    expect(
      (await s3.send(new HeadObjectCommand({ Bucket, Key: 'verrou' }))).ObjectLockRetainUntilDate,
    ).toEqual(until)
    nowMs += 61_000
    await remove()
    await expect(read('verrou', VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' })
  })

  it('liste par pages, dans l’ordre, sans les objets effacés', async () => {
    for (const n of [3, 1, 2, 4])
      await s3.send(new PutObjectCommand({ Bucket, Key: `liste/${n}`, Body: 'x' }))
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'liste/3' }))
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'liste/', MaxKeys: 2 }))
    const next = { Bucket, Prefix: 'liste/', ContinuationToken: first.NextContinuationToken }
    const second = await s3.send(new ListObjectsV2Command(next))
    const found = [...(first.Contents ?? []), ...(second.Contents ?? [])].map(({ Key }) => Key)
    expect(found).toEqual(['liste/1', 'liste/2', 'liste/4'])
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false])
  })

  it('refuse ce qu’il ne sait pas faire plutôt que de l’ignorer', async () => {
    await expect(s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'x' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    })
    await expect(s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    })
    await expect(
      s3.send(new PutObjectCommand({ Bucket: 'absent', Key: 'x', Body: '' })),
    ).rejects.toMatchObject({
      name: 'NoSuchBucket',
    })
  })

  it('refuse une autre clé, un autre secret, une requête nue et une horloge décalée', async () => {
    const get = new GetObjectCommand({ Bucket, Key: 'grand' })
    const as = (credentials: S3ClientConfig['credentials']) => client({ credentials }).send(get)
    await expect(as({ ...keys, secretAccessKey: 'autre' })).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    })
    await expect(as({ ...keys, accessKeyId: 'AUTRE' })).rejects.toMatchObject({ name: 'InvalidAccessKeyId' })
    expect((await fetch(`${endpoint}/${Bucket}/grand`)).status).toBe(403)
    const late = client({ systemClockOffset: -20 * 60_000 }).send(get)
    await expect(late).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' })
  })

  describe('par adresse présignée', () => {
    const bytes = Buffer.from('les octets du classeur')
    const others = Buffer.from('LES OCTETS DU CLASSEUR')
    const bound = { 'x-amz-checksum-sha256': sha256(bytes), 'if-none-match': '*' }
    const presign = (Key: string, expiresIn = 300): Promise<string> =>
      getSignedUrl(
        client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
        new PutObjectCommand({
          Bucket,
          Key,
          ContentLength: bytes.length,
          ChecksumSHA256: sha256(bytes),
          IfNoneMatch: '*',
        }),
        {
          expiresIn,
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
          signableHeaders: new Set(['host', 'if-none-match', 'content-length', 'x-amz-checksum-sha256']),
        },
      )
    const send = async (
      url: string,
      body: Buffer,
      headers: Record<string, string> = bound,
    ): Promise<string> => {
      const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers })
      const content = await answer.text()
      return answer.ok ? 'OK' : (/<Code>(.*?)</.exec(content)?.[1] ?? String(answer.status))
    }

    it('accepte les octets annoncés, une seule fois', async () => {
      const url = await presign('depot/1')
      expect(await send(url, bytes)).toBe('OK')
      expect(await send(url, bytes)).toBe('PreconditionFailed')
      expect((await read('depot/1')).equals(bytes)).toBe(true)
    })

    it('refuse d’autres octets, une autre empreinte, une autre longueur, un autre nom', async () => {
      const url = await presign('depot/2')
      expect(await send(url, others)).toBe('BadDigest')
      expect(await send(url, others, { ...bound, 'x-amz-checksum-sha256': sha256(others) })).toBe(
        'SignatureDoesNotMatch',
      )
      expect(await send(url, Buffer.concat([bytes, bytes]))).toBe('SignatureDoesNotMatch')
      expect(await send(url, bytes, { 'x-amz-checksum-sha256': sha256(bytes) })).toBe('SignatureDoesNotMatch')
      expect(await send(url.replace('depot/2', 'depot/3'), bytes)).toBe('SignatureDoesNotMatch')
      expect(await send(url, bytes, { ...bound, 'x-amz-object-lock-mode': 'COMPLIANCE' })).toBe(
        'AccessDenied',
      )
      for (const Key of ['depot/2', 'depot/3'])
        await expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' })
    })

    it('refuse une adresse périmée ou dont la durée a été rallongée', async () => {
      const url = await presign('depot/4', 60)
      expect(await send(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'), bytes)).toBe(
        'SignatureDoesNotMatch',
      )
      nowMs += 62_000
      expect(await send(url, bytes)).toBe('AccessDenied')
      nowMs = Date.now()
      expect(await send(url, bytes)).toBe('OK')
    })

    it('ne s’ouvre qu’à la page du site', async () => {
      const ask = (origin: string) =>
        fetch(`${endpoint}/${Bucket}/x`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'PUT',
            'access-control-request-headers': 'if-none-match,x-amz-checksum-sha256',
          },
        })
      const ours = await ask(ORIGIN)
      expect(ours.status).toBe(200)
      expect(ours.headers.get('access-control-allow-origin')).toBe(ORIGIN)
      const theirs = await ask('http://ailleurs.example')
      expect([theirs.status, theirs.headers.get('access-control-allow-origin')]).toEqual([403, null])
    })

    it('sert un fichier à télécharger sous le nom demandé', async () => {
      await s3.send(new PutObjectCommand({ Bucket, Key: 'tel', Body: bytes }))
      const ResponseContentDisposition = "attachment; filename*=UTF-8''%C3%A9t%C3%A9.xlsx"
      const get = new GetObjectCommand({ Bucket, Key: 'tel', ResponseContentDisposition })
      const answer = await fetch(await getSignedUrl(s3, get, { expiresIn: 60 }), {
        headers: { origin: ORIGIN },
      })
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
      expect(answer.headers.get('content-disposition')).toBe(ResponseContentDisposition)
      expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    })
  })

  it('retire l’habillage aws-chunked de n’importe quel découpage', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 })), (parts) => {
        const frames = parts.flatMap((part) => [`${part.length.toString(16)}\r\n`, part, '\r\n'])
        const framed = Buffer.concat(
          [...frames, '0\r\nx-amz-checksum-crc32:abc=\r\n\r\n'].map((p) => Buffer.from(p as string)),
        )
        const { body, trailers } = decodeChunks(framed)
        expect(body.equals(Buffer.concat(parts))).toBe(true)
        expect(trailers.get('x-amz-checksum-crc32')).toBe('abc=')
      }),
    )
    for (const cut of ['5\r\nab', '5\r\nabcdefg\r\n0\r\n\r\n', 'zz\r\n', '', '-1\r\n\r\n']) {
      expect(() => decodeChunks(Buffer.from(cut))).toThrow('IncompleteBody')
    }
  })
})

describe('le serveur S3 tué en pleine écriture', () => {
  const program = `
    import { createS3Server } from ${JSON.stringify(new URL('./s3.ts', import.meta.url).href)}
    import { listen } from ${JSON.stringify(new URL('./http.ts', import.meta.url).href)}
    const keys = ${JSON.stringify(keys)}
    const server = await createS3Server({ folder: process.argv[1], keys, corsOrigins: () => [] })
    console.log(await listen(server, 0))`

  let child: ChildProcess
  let folder: string

  const start = async (): Promise<S3Client> => {
    child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
    const endpoint = `http://127.0.0.1:${line.toString().trim()}`
    const common = { region: 'eu-west-3', credentials: keys, maxAttempts: 1 }
    return new S3Client({ ...common, endpoint, forcePathStyle: true })
  }
  const kill = async (): Promise<void> => {
    if (child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  afterEach(async () => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  })

  it('ne perd ni ne déchire aucun objet dont il a accusé réception', { timeout: 60_000 }, async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-s3-tue-'))
    const acknowledged = new Map<string, string>()
    const attempted = new Map<string, string[]>()
    let s3 = await start()
    await s3.send(new CreateBucketCommand({ Bucket }))
    let count = 0
    for (let round = 0; round < 4; round++) {
      let killed = false
      let written = 0
      const enough = Promise.withResolvers<void>()
      const writers = Array.from({ length: 6 }, async (_, writer) => {
        while (!killed) {
          const Body = randomBytes(1 + Math.floor(Math.random() * 400_000))
          // Some keys are written again: the former content must stand, whole, until the new one does.
          const Key = `objet/${writer}-${count++ % 7}`
          attempted.set(Key, [...(attempted.get(Key) ?? []), sha256(Body)])
          try {
            await s3.send(new PutObjectCommand({ Bucket, Key, Body }))
            acknowledged.set(Key, sha256(Body))
            if (++written === 8) enough.resolve()
          } catch (error) {
            if (!killed) throw error
          }
        }
      })
      // In the middle of writes, however slow the disk: some are acknowledged, others are on their way.
      await Promise.race([enough.promise, ...writers])
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 250))
      killed = true
      await Promise.all([...writers, kill()])
      s3 = await start()
      for (const [Key] of acknowledged) {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
        const found = sha256((await Body?.transformToByteArray()) ?? new Uint8Array())
        // What was acknowledged, or a later write of the same key whose answer the kill swallowed.
        const sent = attempted.get(Key) ?? []
        expect(sent.slice(sent.indexOf(acknowledged.get(Key) ?? '')), Key).toContain(found)
        acknowledged.set(Key, found)
      }
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(8)
    expect(await readdir(path.join(folder, '.tmp'))).toEqual([])
  })
})
