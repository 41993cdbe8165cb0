import { RemovalPolicy } from 'aws-cdk-lib'
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** The index of the transmissions that wait for a worker; functions/depot/table.ts says what lies in it. */
export const INDEX_ATTENTE = 'attente'

/** The one table: chains of versions, transmissions, idempotency keys. Nothing in the deployment may delete from it. */
export class Table extends Construct {
  readonly table: dynamodb.TableV2

  constructor(scope: Construct, id: string, cle: IKey) {
    super(scope, id)
    const texte = (name: string) => ({ name, type: dynamodb.AttributeType.STRING })
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: texte('pk'),
      sortKey: texte('sk'),
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(cle),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // Idempotency keys and counted requests only: nothing else bears this attribute.
      timeToLiveAttribute: 'expire',
      globalSecondaryIndexes: [
        {
          indexName: INDEX_ATTENTE,
          partitionKey: texte('attente'),
          sortKey: texte('attenteDepuis'),
          projectionType: dynamodb.ProjectionType.KEYS_ONLY,
        },
      ],
    })
  }
}
