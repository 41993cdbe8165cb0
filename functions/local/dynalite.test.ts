import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { descriptionTable } from '../depot/table.ts'
import { createDynaliteServer } from './dynalite.ts'
import { closeHttp, listen } from './http.ts'

const keys = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret-de-test' }
const TableName = 'cdppe'

describe('la table locale', () => {
  let folder: string
  let server: Server
  let port: number
  let client: DynamoDBClient

  const start = async (): Promise<void> => {
    server = createDynaliteServer({ folder: path.join(folder, 'dynamodb'), keys })
    port = await listen(server, 0)
    client = connect(keys.secretAccessKey)
  }
  const connect = (secretAccessKey: string): DynamoDBClient =>
    new DynamoDBClient({
      region: 'eu-west-3',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { ...keys, secretAccessKey },
      maxAttempts: 1,
    })
  const key = { pk: { S: 'DEP#62#EX#2020' }, sk: { S: 'V#000001' } }
  const put = (auteur: string): Promise<unknown> =>
    client.send(
      new PutItemCommand({
        TableName,
        Item: { ...key, auteur: { S: auteur } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
  const read = async (): Promise<string | undefined> =>
    (await client.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }))).Item?.['auteur']?.S

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-ddb-'))
    await start()
    await client.send(new CreateTableCommand(descriptionTable(TableName)))
    // The answer comes while the table is still being created: nothing may be written in it until it is active.
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName })
  })
  afterEach(async () => {
    await closeHttp(server, 0)
    await rm(folder, { recursive: true, force: true })
  })

  it('n’écrit qu’une fois sous condition, à douze écritures simultanées', async () => {
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        put(`agent ${n}`).then(
          () => n,
          (error: unknown) => error,
        ),
      ),
    )
    const winners = results.filter((result) => typeof result === 'number')
    expect(winners).toHaveLength(1)
    expect(await read()).toBe(`agent ${winners[0]}`)
    for (const loser of results.filter((result) => typeof result !== 'number')) {
      expect(loser).toBeInstanceOf(ConditionalCheckFailedException)
    }
  })

  it('garde ses lignes d’un démarrage à l’autre', async () => {
    await put('Claire')
    await closeHttp(server, 0)
    await start()
    expect(await read()).toBe('Claire')
  })

  it('refuse qui ne tient pas le secret local', async () => {
    await put('Claire')
    const stranger = connect('autre').send(new GetItemCommand({ TableName, Key: key }))
    await expect(stranger).rejects.toMatchObject({ name: 'InvalidSignatureException' })
  })

  it('reste debout quand un client s’en va au milieu de sa requête', async () => {
    for (let n = 0; n < 5; n++) {
      const socket = net.connect(port, '127.0.0.1')
      await new Promise((resolve) => socket.once('connect', resolve))
      socket.write(`POST / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-length: 5000\r\n\r\n{"Table`)
      await new Promise((resolve) => setTimeout(resolve, 10))
      socket.destroy()
    }
    await put('Claire')
    expect(await read()).toBe('Claire')
  })
})
