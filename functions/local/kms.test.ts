import { createPublicKey, verify } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'

import {
  CreateKeyCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  type KMSClientConfig,
  SignCommand,
  type SigningAlgorithmSpec,
} from '@aws-sdk/client-kms'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { closeHttp, listen } from './http.ts'
import { createKmsServer } from './kms.ts'

const keys = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret-de-test' }

describe('le serveur KMS local', () => {
  let folder: string
  let server: Server
  let kms: KMSClient
  const client = (more: KMSClientConfig = {}): KMSClient =>
    new KMSClient({ region: 'eu-west-3', credentials: keys, maxAttempts: 1, endpoint, ...more })
  let endpoint: string

  const start = async (): Promise<void> => {
    server = await createKmsServer({ folder, keys, region: 'eu-west-3' })
    endpoint = `http://127.0.0.1:${await listen(server, 0)}`
    kms = client()
  }
  const create = async (KeySpec: 'ECC_NIST_P256' | 'RSA_2048'): Promise<string> => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage: 'SIGN_VERIFY' }))
    return KeyMetadata?.KeyId ?? ''
  }
  const publicKey = async (KeyId: string) => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }))
    return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
  }
  const sign = async (KeyId: string, Message: Uint8Array, SigningAlgorithm: SigningAlgorithmSpec) =>
    (await kms.send(new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm }))).Signature ??
    new Uint8Array()

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-kms-'))
    await start()
  })
  afterEach(async () => {
    await closeHttp(server, 0)
    await rm(folder, { recursive: true, force: true })
  })

  it('signe en ES256 (DER) et en RS256 ce que node:crypto vérifie, et rien d’autre', async () => {
    const message = Buffer.from('une déclaration')
    for (const [spec, algorithm] of [
      ['ECC_NIST_P256', 'ECDSA_SHA_256'],
      ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
    ] as const) {
      const id = await create(spec)
      const key = await publicKey(id)
      const signature = await sign(id, message, algorithm)
      expect(verify('sha256', message, key, signature)).toBe(true)
      expect(verify('sha256', Buffer.from('Une déclaration'), key, signature)).toBe(false)
      expect(verify('sha256', message, await publicKey(await create(spec)), signature)).toBe(false)
    }
  })

  it('signe jusqu’à 4 096 octets, pas un de plus, et pas avec l’algorithme d’une autre clé', async () => {
    const id = await create('ECC_NIST_P256')
    await expect(sign(id, new Uint8Array(4096), 'ECDSA_SHA_256')).resolves.toBeDefined()
    await expect(sign(id, new Uint8Array(4097), 'ECDSA_SHA_256')).rejects.toMatchObject({
      name: 'ValidationException',
    })
    await expect(sign(id, new Uint8Array(1), 'RSASSA_PKCS1_V1_5_SHA_256')).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    })
  })

  it('garde ses clés, lisibles du seul propriétaire, d’un démarrage à l’autre', async () => {
    const id = await create('ECC_NIST_P256')
    const message = Buffer.from('avant')
    const before = await publicKey(id)
    const signature = await sign(id, message, 'ECDSA_SHA_256')
    for (const name of await readdir(folder)) {
      expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600)
    }
    await closeHttp(server, 0)
    await start()
    expect((await publicKey(id)).equals(before)).toBe(true)
    expect(verify('sha256', message, await publicKey(id), signature)).toBe(true)
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }))
    await expect(sign(KeyMetadata?.Arn ?? '', message, 'ECDSA_SHA_256')).resolves.toBeDefined()
  })

  it('ne lit aucun fichier hors de son dossier et ne connaît que ses opérations', async () => {
    for (const id of ['../ailleurs', '00000000-0000-0000-0000-000000000000', '/etc/hosts']) {
      await expect(publicKey(id), id).rejects.toMatchObject({ name: 'NotFoundException' })
    }
    const encrypt = new EncryptCommand({ KeyId: await create('RSA_2048'), Plaintext: new Uint8Array(1) })
    await expect(kms.send(encrypt)).rejects.toMatchObject({ name: 'UnknownOperationException' })
  })

  it('ne répond qu’à qui tient la clé d’accès locale', async () => {
    const id = await create('ECC_NIST_P256')
    const stranger = client({ credentials: { ...keys, secretAccessKey: 'autre' } })
    await expect(stranger.send(new GetPublicKeyCommand({ KeyId: id }))).rejects.toThrow()
    const bare = await fetch(endpoint, { method: 'POST', body: JSON.stringify({ KeyId: id }) })
    expect(bare.status).toBe(400)
  })
})
