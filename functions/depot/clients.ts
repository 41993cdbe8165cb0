import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export interface Clients {
  dynamo: DynamoDBDocumentClient
  s3: S3Client
  kms: KMSClient
  ses: SESv2Client
}

/** Bounds on every call, so that a service that hangs never holds a request for ever. Milliseconds. */
const DELAIS = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true }
const DELAIS_ENVOI = { connectionTimeout: 3_000, requestTimeout: 45_000, throwOnRequestTimeout: true }

/** The AWS clients; region, credentials and endpoints come from the SDK's own environment variables. */
export function creerClients(options: { s3ParChemin: boolean }): Clients {
  return {
    dynamo: DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: DELAIS }), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    s3: new S3Client({
      forcePathStyle: options.s3ParChemin,
      // Otherwise the SDK bakes the CRC32 of an empty body into every presigned PUT.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      requestHandler: DELAIS,
    }),
    kms: new KMSClient({ requestHandler: DELAIS }),
    // SendEmail has no idempotency token: a retry after a lost answer is a second e-mail.
    ses: new SESv2Client({ maxAttempts: 1, requestHandler: DELAIS_ENVOI }),
  }
}

/** Frees the sockets of the clients. */
export function fermerClients(clients: Clients): void {
  clients.dynamo.destroy()
  for (const client of [clients.s3, clients.kms, clients.ses]) client.destroy()
}
