import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Auteur } from '../../shared/version/declaration.ts'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import { cleSaisie } from './table.ts'

/** That somebody has typed a fiche of a version into the form. */
export interface Saisie {
  fiche: string
  agent: Auteur
  /** ISO UTC. */
  le: string
}

/** Who typed what, and when: written once a fiche, never changed. */
export interface Saisies {
  /** Records one, or gives the one that is there already. */
  noter(chaine: Chaine, numero: number, saisie: Saisie): Promise<Saisie>
  lister(chaine: Chaine, numero: number): Promise<Saisie[]>
}

/** The records over the table. */
export function creerSaisies(dynamo: DynamoDBDocumentClient, table: string): Saisies {
  return {
    async noter({ departement, exercice }, numero, saisie) {
      const Key = cleSaisie(departement, exercice, numero, saisie.fiche)
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...Key, saisie },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return saisie
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
        // A conflict says that it is there.
        return Item!['saisie'] as Saisie
      }
    },
    async lister({ departement, exercice }, numero) {
      const { pk, sk } = cleSaisie(departement, exercice, numero, '')
      const saisies: Saisie[] = []
      let debut: Record<string, unknown> | undefined
      do {
        const page = await dynamo.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
            ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
            ConsistentRead: true,
            ExclusiveStartKey: debut,
          }),
        )
        saisies.push(...(page.Items ?? []).map((item) => item['saisie'] as Saisie))
        debut = page.LastEvaluatedKey
      } while (debut)
      return saisies
    },
  }
}
