import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { ClePublique } from '../../shared/version/declaration.ts'
import type { DeclarationReferentiel } from '../../shared/version/declaration-referentiel.ts'
import { estConflit } from './conflit.ts'
import { CLE_REFERENTIELS, cleReferentiel } from './table.ts'

/** A published référentiel as the table keeps it. Its document lies in the coffre, by its digest. */
export interface ReferentielGarde {
  declaration: DeclarationReferentiel
  empreinteDeclaration: string
  jws: string
  cle: ClePublique
  /** The Idempotency-Key of the request that published it. */
  idempotence: string
}

/** The référentiels that were published, in one append-only list. There is no update and no delete. */
export interface ReferentielsPublies {
  /** All of them, in the order of their publication. */
  lister(): Promise<ReferentielGarde[]>
  lire(numero: number): Promise<ReferentielGarde | null>
  /** Puts one under its number; false when another one has it. */
  ajouter(referentiel: ReferentielGarde): Promise<boolean>
}

export function creerReferentielsPublies(dynamo: DynamoDBDocumentClient, table: string): ReferentielsPublies {
  const lire = async (numero: number): Promise<ReferentielGarde | null> => {
    const { Item } = await dynamo.send(
      new GetCommand({ TableName: table, Key: cleReferentiel(numero), ConsistentRead: true }),
    )
    return Item ? (Item['referentiel'] as ReferentielGarde) : null
  }
  return {
    lire,
    async lister() {
      const tous: ReferentielGarde[] = []
      let debut: Record<string, unknown> | undefined
      do {
        const page = await dynamo.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': CLE_REFERENTIELS },
            ConsistentRead: true,
            ExclusiveStartKey: debut,
          }),
        )
        for (const item of page.Items ?? []) tous.push(item['referentiel'] as ReferentielGarde)
        debut = page.LastEvaluatedKey
      } while (debut)
      return tous
    },
    async ajouter(referentiel) {
      const { numero } = referentiel.declaration
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...cleReferentiel(numero), referentiel },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return true
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        // The SDK retries a put whose answer was lost: then the one that is there is ours.
        return (await lire(numero))?.jws === referentiel.jws
      }
    },
  }
}
