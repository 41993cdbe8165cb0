import { gunzipSync, gzipSync } from 'node:zlib'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { empreinteReferentiel } from '../../shared/referentiel/empreinte.ts'
import { geler } from '../../shared/referentiel/geler.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { ajouterReferentiel, REFERENTIELS } from '../../shared/referentiel/registre.ts'
import type { ClePublique } from '../../shared/version/declaration.ts'
import type { DeclarationReferentiel } from '../../shared/version/declaration-referentiel.ts'
import { estConflit } from './conflit.ts'
import { CLE_REFERENTIELS, cleReferentiel } from './table.ts'

/** A référentiel as it was published, with its signed statement. */
export interface ReferentielPublie {
  declaration: DeclarationReferentiel
  jws: string
  /** Public key that verifies `jws`, kept beside it so that no rotation can part them. */
  cle: ClePublique
  referentiel: Referentiel
}

/** One append-only chain of publications for the whole service. There is no update and no delete. */
export interface Referentiels {
  /** All of them, in the order of their publication. */
  lister(): Promise<ReferentielPublie[]>
  /** Puts a publication under its number; false when another one has it. */
  ajouter(publie: ReferentielPublie): Promise<boolean>
  /** Those by which a workbook is judged now: the ones that ship and the last version of each that was published. */
  charges(): Promise<readonly Referentiel[]>
  /** The one that judged a version: by its digest where the statement holds one, by its id otherwise. */
  trouver(id: string, empreinte?: string): Promise<Referentiel | undefined>
}

/** Bytes of a compressed référentiel that one item of the table holds with room to spare; a long one takes 20,000. */
export const TAILLE_MAX_COMPRESSEE = 350_000

/** A référentiel as the table keeps it. */
export function compresser(referentiel: Referentiel): Uint8Array {
  return gzipSync(JSON.stringify(referentiel))
}

/** The publications over the table: each append is one conditional put. */
export function creerReferentiels(dynamo: DynamoDBDocumentClient, table: string): Referentiels {
  /** What was read once and found whole: a publication never changes. */
  const connus = new Map<number, ReferentielPublie>()

  async function lireItem(item: Record<string, unknown>): Promise<ReferentielPublie> {
    const { contenu, ...reste } = item as unknown as Omit<ReferentielPublie, 'referentiel'> & {
      contenu: Uint8Array
    }
    const { declaration, jws, cle } = reste
    const connu = connus.get(declaration.numero)
    if (connu?.jws === jws) return connu
    const referentiel = geler(JSON.parse(gunzipSync(contenu).toString('utf8')) as Referentiel)
    if ((await empreinteReferentiel(referentiel)) !== declaration.empreinteReferentiel)
      throw new Error('A published référentiel is not the one that was signed')
    const publie = { declaration, jws, cle, referentiel }
    connus.set(declaration.numero, publie)
    return publie
  }

  async function lister(): Promise<ReferentielPublie[]> {
    const publies: ReferentielPublie[] = []
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
      for (const item of page.Items ?? []) publies.push(await lireItem(item))
      debut = page.LastEvaluatedKey
    } while (debut)
    return publies
  }

  return {
    lister,
    async ajouter({ declaration, jws, cle, referentiel }) {
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...cleReferentiel(declaration.numero),
              declaration,
              jws,
              cle,
              contenu: compresser(referentiel),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        return true
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
        // The SDK retries a put whose answer was lost: then the one that is there is ours.
        return (await lister()).some((p) => p.jws === jws)
      }
    },
    async charges() {
      return (await lister()).reduce((charges, p) => ajouterReferentiel(charges, p.referentiel), REFERENTIELS)
    },
    async trouver(id, empreinte) {
      const livre = REFERENTIELS.find((r) => r.id === id)
      if (livre) return livre
      const siens = (await lister()).filter((p) => p.declaration.referentiel === id)
      return siens.findLast(
        (p) => empreinte === undefined || p.declaration.empreinteReferentiel === empreinte,
      )?.referentiel
    },
  }
}
