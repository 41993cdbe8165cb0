import { randomBytes } from 'node:crypto'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { deBase64, enBase64 } from '../../shared/version/der.ts'
import { demandeHorodatage, verifierHorodatage } from '../../shared/version/horodatage.ts'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import { cleHorodatage } from './table.ts'

/** A version never waits longer than this for its time stamp, ms: it can be stamped later. */
const DELAI_MS = 5_000

/** The time stamps of the versions: asked for once it stands, kept for good, asked for again where it is missing. */
export interface Horodateur {
  /**
   * The RFC 3161 answer (base64) over this CMS signature (base64), null where there is no authority or where it
   * does not answer: the version stands without it.
   */
  horodater(chaine: Chaine, numero: number, cms: string): Promise<string | null>
}

/** Time stamps of the authority at this address (RFC 3161, 3.4), kept in the table by conditional put. */
export function creerHorodateur(
  dynamo: DynamoDBDocumentClient,
  table: string,
  adresse: string | undefined,
): Horodateur {
  return {
    async horodater({ departement, exercice }, numero, cms) {
      const Key = cleHorodatage(departement, exercice, numero)
      const lire = async (): Promise<string | null> => {
        const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
        return typeof Item?.horodatage === 'string' ? Item.horodatage : null
      }
      const connu = await lire()
      if (connu !== null || adresse === undefined) return connu
      const neuf = await demander(adresse, deBase64(cms))
      if (neuf === null) return null
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...Key, horodatage: neuf },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return neuf
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        return lire()
      }
    },
  }
}

/** Asks the authority; an answer that is not a stamp of these bytes counts for none. */
async function demander(adresse: string, octets: Uint8Array): Promise<string | null> {
  try {
    const reponse = await fetch(adresse, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: (await demandeHorodatage(octets, randomBytes(16))).slice(),
      signal: AbortSignal.timeout(DELAI_MS),
    })
    if (!reponse.ok) return null
    const tsr = new Uint8Array(await reponse.arrayBuffer())
    await verifierHorodatage(tsr, octets)
    return enBase64(tsr)
  } catch {
    return null
  }
}
