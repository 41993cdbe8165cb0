import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import { ATTRIBUT_EXPIRATION, cleIdempotence } from './table.ts'

const DUREE_S = 30 * 24 * 3600

/**
 * Binds an Idempotency-Key to the digest of the request that first bore it. The answer itself is not kept
 * here: it is found again from the chain and from the transmissions, which cannot disagree with themselves.
 */
export interface ClesIdempotence {
  /** false when the key was already used for another request. */
  retenir(chaine: Chaine, cle: string, empreinteDemande: string, maintenant: Date): Promise<boolean>
}

export function creerClesIdempotence(dynamo: DynamoDBDocumentClient, table: string): ClesIdempotence {
  return {
    async retenir({ departement, exercice }, cle, empreinteDemande, maintenant) {
      const Key = cleIdempotence(departement, exercice, cle)
      const expire = Math.floor(maintenant.getTime() / 1000) + DUREE_S
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...Key, demande: empreinteDemande, [ATTRIBUT_EXPIRATION]: expire },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return true
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
        return Item?.demande === empreinteDemande
      }
    },
  }
}
