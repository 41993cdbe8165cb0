import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import path from 'node:path'

import { p256 } from '@noble/curves/nist.js'

import { createPrivateFolder, readIfPresent, writeDurably } from './fichiers.ts'
import { createLoopbackServer, readBody } from './http.ts'
import { type AwsKeys, checkPayload, SignatureRefused, verifySignature } from './signature-aws.ts'

export type KmsOptions = {
  /** Folder of the private keys, one 0600 PEM file each; created when absent. */
  folder: string
  keys: AwsKeys
  region: string
}

/** A refusal in KMS's own terms. */
class KmsError extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

const MAX_REQUEST_BYTES = 64 * 1024
/** What KMS signs in one RAW call; longer statements must be hashed by the caller. */
const MAX_RAW_BYTES = 4096
const ACCOUNT = '000000000000'

type Spec = { generate: () => KeyObject; algorithms: readonly string[] }
const SPECS: Record<string, Spec> = {
  ECC_NIST_P256: {
    generate: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    algorithms: ['ECDSA_SHA_256'],
  },
  RSA_2048: {
    generate: () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
    algorithms: ['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_256'],
  },
}

const specOf = (key: KeyObject): string => (key.asymmetricKeyType === 'ec' ? 'ECC_NIST_P256' : 'RSA_2048')

type Input = Record<string, unknown>

function readString(input: Input, name: string, byDefault?: string): string {
  const value = input[name] ?? byDefault
  if (typeof value !== 'string') throw new KmsError('ValidationException', `${name} must be a string`)
  return value
}

/** The keys on disk. A key is announced once it is written and synchronised. */
class Keyring {
  readonly #folder: string
  readonly #region: string

  constructor(folder: string, region: string) {
    this.#folder = folder
    this.#region = region
  }

  arn(id: string): string {
    return `arn:aws:kms:${this.#region}:${ACCOUNT}:key/${id}`
  }

  async create(spec: string): Promise<string> {
    const known = SPECS[spec]
    if (!known) throw new KmsError('ValidationException', `KeySpec ${spec} is not supported`)
    const id = randomUUID()
    await writeDurably(this.#file(id), known.generate().export({ type: 'pkcs8', format: 'pem' }))
    return id
  }

  /** The key of an identifier or ARN. */
  async load(reference: string): Promise<{ id: string; key: KeyObject }> {
    const id = reference.replace(/^arn:aws:kms:[^:]+:\d+:key\//, '')
    const pem = /^[0-9a-f-]{36}$/.test(id) ? await readIfPresent(this.#file(id)) : undefined
    if (pem === undefined) throw new KmsError('NotFoundException', `Key '${reference}' does not exist`)
    return { id, key: createPrivateKey(pem) }
  }

  #file(id: string): string {
    return path.join(this.#folder, `${id}.pem`)
  }
}

function metadata(keyring: Keyring, id: string, spec: string): Input {
  return {
    KeyMetadata: {
      AWSAccountId: ACCOUNT,
      KeyId: id,
      Arn: keyring.arn(id),
      KeySpec: spec,
      KeyUsage: 'SIGN_VERIFY',
      KeyState: 'Enabled',
      Enabled: true,
      SigningAlgorithms: SPECS[spec]?.algorithms ?? [],
    },
  }
}

const OPERATIONS: Record<string, (keyring: Keyring, input: Input) => Promise<Input>> = {
  CreateKey: async (keyring, input) => {
    const spec = readString(input, 'KeySpec', 'SYMMETRIC_DEFAULT')
    if (readString(input, 'KeyUsage', 'ENCRYPT_DECRYPT') !== 'SIGN_VERIFY') {
      throw new KmsError('ValidationException', 'Only KeyUsage SIGN_VERIFY is supported')
    }
    return metadata(keyring, await keyring.create(spec), spec)
  },

  DescribeKey: async (keyring, input) => {
    const { id, key } = await keyring.load(readString(input, 'KeyId'))
    return metadata(keyring, id, specOf(key))
  },

  GetPublicKey: async (keyring, input) => {
    const { id, key } = await keyring.load(readString(input, 'KeyId'))
    const spec = specOf(key)
    const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
    return {
      KeyId: keyring.arn(id),
      KeySpec: spec,
      KeyUsage: 'SIGN_VERIFY',
      SigningAlgorithms: SPECS[spec]?.algorithms ?? [],
      PublicKey: der.toString('base64'),
    }
  },

  Sign: async (keyring, input) => {
    const { id, key } = await keyring.load(readString(input, 'KeyId'))
    const algorithm = readString(input, 'SigningAlgorithm')
    const message = Buffer.from(readString(input, 'Message'), 'base64')
    if (!SPECS[specOf(key)]?.algorithms.includes(algorithm)) {
      throw new KmsError('InvalidKeyUsageException', `${algorithm} does not fit this key`)
    }
    const type = readString(input, 'MessageType', 'RAW')
    if (type === 'DIGEST' && key.asymmetricKeyType === 'ec') {
      if (message.length !== 32) throw new KmsError('ValidationException', 'Digest must be 32 bytes')
      return { KeyId: keyring.arn(id), SigningAlgorithm: algorithm, Signature: signDigest(key, message) }
    }
    if (type !== 'RAW') throw new KmsError('UnsupportedOperationException', 'Only RAW, or DIGEST with ECDSA')
    if (message.length < 1 || message.length > MAX_RAW_BYTES) {
      throw new KmsError('ValidationException', `Message must be 1 to ${MAX_RAW_BYTES} bytes`)
    }
    return {
      KeyId: keyring.arn(id),
      SigningAlgorithm: algorithm,
      Signature: signWith(key, algorithm, message).toString('base64'),
    }
  },
}

/** ECDSA over a digest that the caller made, which node:crypto cannot do: what KMS takes for long messages. */
function signDigest(key: KeyObject, digest: Buffer): string {
  const { d = '' } = key.export({ format: 'jwk' })
  const options = { prehash: false, lowS: false, format: 'der' } as const
  return Buffer.from(p256.sign(digest, Buffer.from(d, 'base64url'), options)).toString('base64')
}

/** ECDSA answers DER, as KMS does; PSS uses a salt as long as the digest. */
function signWith(key: KeyObject, algorithm: string, message: Buffer): Buffer {
  if (algorithm.startsWith('ECDSA')) return sign('sha256', message, key)
  if (algorithm.startsWith('RSASSA_PSS')) {
    const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
    return sign('sha256', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })
  }
  return sign('sha256', message, { key, padding: constants.RSA_PKCS1_PADDING })
}

/** The wire protocol of KMS (AWS JSON 1.1) for signing keys that live in a local folder. */
export async function createKmsServer(options: KmsOptions): Promise<Server> {
  await createPrivateFolder(options.folder)
  const keyring = new Keyring(options.folder, options.region)

  const answer = async (request: IncomingMessage): Promise<Input> => {
    const body = await readBody(request, MAX_REQUEST_BYTES)
    const { method = '', url = '/', headers } = request
    checkPayload(verifySignature({ method, url, headers }, options.keys, Date.now(), body), body)
    const operation = OPERATIONS[String(headers['x-amz-target'] ?? '').replace(/^TrentService\./, '')]
    if (!operation) throw new KmsError('UnknownOperationException', 'Unknown operation')
    return operation(keyring, JSON.parse(body.toString()) as Input)
  }

  const send = (response: ServerResponse, status: number, content: Input): void => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(content))
  }

  return createLoopbackServer((request, response) => {
    answer(request).then(
      (content) => send(response, 200, content),
      (error: unknown) => {
        if (error instanceof KmsError) {
          return send(response, 400, { __type: error.type, message: error.message })
        }
        if (error instanceof SignatureRefused) {
          return send(response, 400, { __type: 'IncompleteSignatureException', message: error.message })
        }
        send(response, 500, { __type: 'KMSInternalException', message: 'Internal failure' })
      },
    )
  })
}
