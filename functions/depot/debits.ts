import { randomUUID } from 'node:crypto'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { ATTRIBUT_EXPIRATION, cleDebit } from './table.ts'

/** How many requests one asker may make in a window. */
export interface Plafond {
  demandes: number
  fenetreMs: number
}

/**
 * Requests counted over every instance. One item a request, for nothing in the table is ever updated: a request that
 * passes costs one query and one put. Requests of the same instant may pass together, beyond the last one: it bounds
 * what is asked in a minute, not to the unit. The items go away by themselves.
 */
export interface Debits {
  /** `qui`: a name that says nothing of whom it counts. Seconds to wait, 0 when the request may pass: it is then counted. */
  compter(quoi: string, qui: string, plafond: Plafond, maintenant: Date): Promise<number>
}

/** The counts over the table. */
export function creerDebits(dynamo: DynamoDBDocumentClient, table: string): Debits {
  return {
    async compter(quoi, qui, { demandes, fenetreMs }, maintenant) {
      const debut = Math.floor(maintenant.getTime() / fenetreMs) * fenetreMs
      const fin = debut + fenetreMs
      const cle = cleDebit(quoi, qui, debut, randomUUID())
      const { Count = 0 } = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': cle.pk },
          Select: 'COUNT',
          Limit: demandes,
        }),
      )
      if (Count >= demandes) return Math.max(1, Math.ceil((fin - maintenant.getTime()) / 1000))
      const expire = Math.ceil(fin / 1000) + 3600
      await dynamo.send(new PutCommand({ TableName: table, Item: { ...cle, [ATTRIBUT_EXPIRATION]: expire } }))
      return 0
    },
  }
}
