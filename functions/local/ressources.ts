import path from 'node:path'

import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  type KeySpec,
  NotFoundException,
} from '@aws-sdk/client-kms'
import { CreateBucketCommand, HeadBucketCommand, NotFound, S3Client } from '@aws-sdk/client-s3'

import { descriptionTable } from '../depot/table.ts'
import { NOMS } from './configuration.ts'
import { readIfPresent, writeDurably } from './fichiers.ts'
import type { AwsKeys } from './signature-aws.ts'

export type AdressesAws = { dynamodb: string; s3: string; kms: string }

/** KMS identifiers of the keys: versions are signed by the first, our session tokens by the second. */
export type Cles = { signature: string; session: string }
/** With the public half (SPKI, DER) of the first, which its certificate names. */
export type ClesOuvertes = Cles & { cleSignature: Uint8Array }

const ATTENTE_TABLE_MS = 15_000

async function ensureTable(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(new DescribeTableCommand({ TableName: NOMS.table }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await client.send(new CreateTableCommand(descriptionTable(NOMS.table)))
  }
  // A created table is used once it says so. One whose creation was cut by a kill never does, and holds nothing.
  const limite = Date.now() + ATTENTE_TABLE_MS
  while (Date.now() < limite) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: NOMS.table }))
    if (Table?.TableStatus === 'ACTIVE') return
  }
  throw new Error('The table is still being created: its folder can be removed, nothing was written in it')
}

async function ensureBucket(client: S3Client): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: NOMS.seau }))
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    await client.send(new CreateBucketCommand({ Bucket: NOMS.seau, ObjectLockEnabledForBucket: true }))
  }
}

async function ensureKey(client: KMSClient, known: string | undefined, spec: KeySpec): Promise<string> {
  if (known !== undefined) {
    try {
      await client.send(new DescribeKeyCommand({ KeyId: known }))
      return known
    } catch (error) {
      if (!(error instanceof NotFoundException)) throw error
    }
  }
  const { KeyMetadata } = await client.send(new CreateKeyCommand({ KeySpec: spec, KeyUsage: 'SIGN_VERIFY' }))
  if (KeyMetadata?.KeyId === undefined) throw new Error('KMS gave no key identifier')
  return KeyMetadata.KeyId
}

/**
 * Creates what does not exist yet: the table, the bucket (versioned, with object lock), the two keys. Safe to
 * run again, also after having been killed in the middle.
 */
export async function ensureResources(
  adresses: AdressesAws,
  keys: AwsKeys,
  folder: string,
): Promise<ClesOuvertes> {
  const common = { region: NOMS.region, credentials: keys }
  const dynamodb = new DynamoDBClient({ ...common, endpoint: adresses.dynamodb })
  const s3 = new S3Client({ ...common, endpoint: adresses.s3, forcePathStyle: true })
  const kms = new KMSClient({ ...common, endpoint: adresses.kms })
  const file = path.join(folder, 'ressources.json')
  const known = JSON.parse((await readIfPresent(file)) ?? '{}') as Partial<Cles>
  try {
    const [signature, session] = await Promise.all([
      ensureKey(kms, known.signature, 'ECC_NIST_P256'),
      ensureKey(kms, known.session, 'RSA_2048'),
      ensureTable(dynamodb),
      ensureBucket(s3),
    ])
    const cles = { signature, session }
    if (cles.signature !== known.signature || cles.session !== known.session) {
      await writeDurably(file, JSON.stringify(cles))
    }
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: signature }))
    if (!PublicKey) throw new Error('KMS gave no public key')
    return { ...cles, cleSignature: PublicKey }
  } finally {
    dynamodb.destroy()
    s3.destroy()
    kms.destroy()
  }
}
