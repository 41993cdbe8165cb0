import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { estConflit } from './conflit.ts'
import { cleReglage } from './table.ts'

/** What an administrateur has decided, as the table keeps it. */
export interface Reglage {
  /** « formulaire-2024 », « agents ». */
  nom: string
  /** 1, 2, 3 … of this name. */
  numero: number
  valeur: unknown
  auteur: { sub: string; prenom: string; nom: string; siret: string }
  /** ISO UTC. */
  le: string
  /** The Idempotency-Key of the request, and the digest of what it asked. */
  idempotence: string
  demande: string
}

/** Settings that change: each change is appended, the last one counts. There is no update and no delete. */
export interface Reglages {
  /** The one in force, null while nothing was ever decided. */
  dernier(nom: string): Promise<Reglage | null>
  /** The newest first, at most `limite`. */
  lister(nom: string, limite: number): Promise<Reglage[]>
  /** Puts one under its number; false when another one has it. */
  ajouter(reglage: Reglage): Promise<boolean>
}

/** The settings over the table. */
export function creerReglages(dynamo: DynamoDBDocumentClient, table: string): Reglages {
  const lister = async (nom: string, limite: number): Promise<Reglage[]> => {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': cleReglage(nom, 1).pk },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limite,
      }),
    )
    return (Items ?? []).map((item) => item['reglage'] as Reglage)
  }
  return {
    lister,
    dernier: async (nom) => (await lister(nom, 1))[0] ?? null,
    async ajouter(reglage) {
      const Key = cleReglage(reglage.nom, reglage.numero)
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...Key, reglage },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return true
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        // The SDK retries a put whose answer was lost: then the one that is there is ours.
        const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
        const la = Item?.['reglage'] as Reglage | undefined
        return la?.idempotence === reglage.idempotence && la.demande === reglage.demande
      }
    },
  }
}
