import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Auteur } from '../../shared/version/declaration.ts'
import { estConflit } from './conflit.ts'
import { CLE_AGENTS, cleAgent } from './table.ts'

/** The roles that an administrateur gave to somebody, as the table keeps them. */
export interface RolesDonnes {
  /** `sub` at the identity provider, or e-mail address, in lower case. */
  qui: string
  /** 1, 2, 3 … of this person. */
  numero: number
  /** Empty: taken away. */
  roles: string[]
  /** Those that somebody who works for none of them may read. */
  departements: string[]
  auteur: Auteur
  /** ISO UTC. */
  le: string
  /** The Idempotency-Key of the request, and the digest of what it asked. */
  idempotence: string
  demande: string
}

/** Who may do what, by name: each change is appended, the last one of a person counts. No update, no delete. */
export interface Agents {
  /** What stands for this person, null when nobody ever said anything. */
  dernier(qui: string): Promise<RolesDonnes | null>
  /** Every change, the newest first. */
  historique(): Promise<RolesDonnes[]>
  /** Puts one under its number; false when another one has it. */
  ajouter(donnes: RolesDonnes): Promise<boolean>
}

/** The roles over the table. */
export function creerAgents(dynamo: DynamoDBDocumentClient, table: string): Agents {
  return {
    async dernier(qui) {
      const { pk, sk } = cleAgent(qui)
      const { Items } = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: 1,
        }),
      )
      return (Items?.[0]?.['roles'] as RolesDonnes | undefined) ?? null
    },
    async historique() {
      const tous: RolesDonnes[] = []
      let debut: Record<string, unknown> | undefined
      do {
        const page = await dynamo.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': CLE_AGENTS },
            ConsistentRead: true,
            ExclusiveStartKey: debut,
          }),
        )
        tous.push(...(page.Items ?? []).map((item) => item['roles'] as RolesDonnes))
        debut = page.LastEvaluatedKey
      } while (debut)
      return tous.sort((a, b) => (a.le < b.le ? 1 : -1))
    },
    async ajouter(donnes) {
      const Key = cleAgent(donnes.qui, donnes.numero)
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...Key, roles: donnes },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return true
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        // The SDK retries a put whose answer was lost: then the one that is there is ours.
        const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
        const la = Item?.['roles'] as RolesDonnes | undefined
        return la?.idempotence === donnes.idempotence && la.demande === donnes.demande
      }
    },
  }
}
