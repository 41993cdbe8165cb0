import { randomUUID } from 'node:crypto'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import { cleEvenement, cleJournal } from './table.ts'

/** What can happen to a chain of versions; the closed list of its journal. */
export const EVENEMENTS = [
  /** Somebody opened the list or a version. */
  'vue',
  'telechargee',
  /** Every version of the département was taken out at once. */
  'exportee',
  /** The server checked a workbook and kept its report. */
  'controlee',
  /** A justification is in the signed version. */
  'justifiee',
  'signee',
  /** A sending was asked for. */
  'demandee',
  'envoyee',
  /** A person said what became of an uncertain sending. */
  'tranchee',
  'recue',
  /** The recipient's server sent the message back; the recipient complained of it. */
  'rejetee',
  'plainte',
  /** Somebody typed a part of the plan into the EUSurvey form. */
  'saisie',
] as const
export type TypeEvenement = (typeof EVENEMENTS)[number]

/** Who did it, as our own token states it. */
export interface AuteurEvenement {
  sub: string
  prenom: string
  nom: string
  siret: string
  role?: string
}

/** Small facts of an event (a version's number, a transmission's id): never contents nor addresses. */
export type DetailsEvenement = Record<string, string | number | boolean | null>

export interface Evenement {
  evenement: TypeEvenement
  /** ISO instant, UTC. */
  le: string
  /** null: the service itself. */
  agent: AuteurEvenement | null
  details: DetailsEvenement
}

/**
 * Identity of an event that may be told twice (a retry, two workers): the second telling changes nothing. Both
 * parts must come from what happened, never from the clock of the telling.
 */
export interface IdentiteEvenement {
  le: string
  id: string
  /** When it happened, where `le` is only the hour within which it is told once. */
  instant?: string
}

/** The append-only journal of a chain: one conditional put an event; there is no update and no delete. */
export interface Evenements {
  noter(
    chaine: Chaine,
    evenement: TypeEvenement,
    agent: AuteurEvenement | null,
    details?: DetailsEvenement,
    identite?: IdentiteEvenement,
  ): Promise<void>
  /** The newest first, at most `limite`. */
  lister(chaine: Chaine, limite: number): Promise<Evenement[]>
}

/** The journal over the table. */
export function creerEvenements(
  dynamo: DynamoDBDocumentClient,
  table: string,
  horloge: () => Date = () => new Date(),
): Evenements {
  return {
    async noter({ departement, exercice }, evenement, agent, details = {}, identite) {
      const le = identite?.le ?? horloge().toISOString()
      const id = `${evenement}#${identite?.id ?? randomUUID()}`
      const ecrit: Evenement = {
        evenement,
        le: identite?.instant ?? le,
        agent: agent && {
          sub: agent.sub,
          prenom: agent.prenom,
          nom: agent.nom,
          siret: agent.siret,
          ...(agent.role === undefined ? {} : { role: agent.role }),
        },
        details,
      }
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...cleEvenement(departement, exercice, le, id), evenement: ecrit },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
      } catch (erreur) {
        // It is there already: told before, or our own write whose answer was lost.
        if (!estConflit(erreur)) throw erreur
      }
    },
    async lister({ departement, exercice }, limite) {
      const evenements: Evenement[] = []
      let debut: Record<string, unknown> | undefined
      do {
        const page = await dynamo.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': cleJournal(departement, exercice) },
            ScanIndexForward: false,
            ConsistentRead: true,
            Limit: limite - evenements.length,
            ExclusiveStartKey: debut,
          }),
        )
        for (const item of page.Items ?? []) evenements.push(item.evenement as Evenement)
        debut = page.LastEvaluatedKey
      } while (debut && evenements.length < limite)
      return evenements
    },
  }
}
