import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { ClePublique, Declaration } from '../../shared/version/declaration.ts'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import { cleChaine, cleVersion, PREFIXE_VERSION } from './table.ts'

/** A version as the table keeps it. The workbook and the report lie in the coffre, by their digests. */
export interface VersionGardee {
  declaration: Declaration
  empreinteDeclaration: string
  jws: string
  /** Public key that verifies `jws`, kept beside it so that no rotation can part them. */
  cle: ClePublique
  /** Detached CMS signature of the statement, base64; null without a certificate, absent before there were any. */
  cms?: string | null
  bloquants: number
  aJustifier: number
  informations: number
  /** The Idempotency-Key of the request that made it. */
  idempotence: string
}

/** One append-only chain per département and exercice. There is no update and no delete. */
export interface ChaineVersions {
  /** The last version, null while there is none. */
  tete(chaine: Chaine): Promise<VersionGardee | null>
  lire(chaine: Chaine, numero: number): Promise<VersionGardee | null>
  /** All of them, newest first. */
  lister(chaine: Chaine): Promise<VersionGardee[]>
  /** Puts a version under its number; false when another one has it. */
  ajouter(version: VersionGardee): Promise<boolean>
}

const lireItem = (item: Record<string, unknown> | undefined): VersionGardee | null =>
  item ? (item.version as VersionGardee) : null

/** The chain over the table: each append is one conditional put, no transaction. */
export function creerChaineVersions(dynamo: DynamoDBDocumentClient, table: string): ChaineVersions {
  const lire = async ({ departement, exercice }: Chaine, numero: number): Promise<VersionGardee | null> => {
    const { Item } = await dynamo.send(
      new GetCommand({
        TableName: table,
        Key: cleVersion(departement, exercice, numero),
        ConsistentRead: true,
      }),
    )
    return lireItem(Item)
  }

  async function* parcourir(
    { departement, exercice }: Chaine,
    limite?: number,
  ): AsyncGenerator<VersionGardee> {
    let debut: Record<string, unknown> | undefined
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :v)',
          ExpressionAttributeValues: { ':pk': cleChaine(departement, exercice), ':v': PREFIXE_VERSION },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limite,
          ExclusiveStartKey: debut,
        }),
      )
      for (const item of page.Items ?? []) yield lireItem(item)!
      debut = page.LastEvaluatedKey
    } while (debut)
  }

  return {
    lire,
    async tete(chaine) {
      for await (const version of parcourir(chaine, 1)) return version
      return null
    },
    async lister(chaine) {
      const versions: VersionGardee[] = []
      for await (const version of parcourir(chaine)) versions.push(version)
      return versions
    },
    async ajouter(version) {
      const { departement, exercice, numero } = version.declaration
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...cleVersion(departement, exercice, numero), version },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return true
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        // The SDK retries a put whose answer was lost: then the one that is there is ours.
        return (await lire({ departement, exercice }, numero))?.jws === version.jws
      }
    },
  }
}
