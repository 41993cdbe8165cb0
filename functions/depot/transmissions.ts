import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Auteur, ClePublique, RecuSigne } from '../../shared/version/declaration.ts'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import {
  cleChaine,
  cleEnvoi,
  cleTransmission,
  EN_ATTENTE,
  INDEX_ATTENTE,
  PREFIXE_TRANSMISSION,
} from './table.ts'

export type StatutTransmission = 'preparee' | 'en-cours' | 'envoyee' | 'incertaine' | 'echouee'

export interface Demandeur extends Auteur {
  courriel: string
}

/** A transmission as the table keeps it. Dates are ISO UTC, `bail` and `pasAvant` epoch ms. */
export interface TransmissionGardee extends Chaine {
  /** « 62-2020-7 »: also the tag of the e-mail. */
  id: string
  numero: number
  statut: StatutTransmission
  destinataire: string
  objet: string
  demandeur: Demandeur
  /** The Idempotency-Key that last put it in the queue. */
  idempotence: string
  creeeLe: string
  /** How many times a worker has taken it. */
  tentative: number
  /** Who holds it, and until when. */
  preneur: string | null
  bail: number
  /** The worker has said that it was about to send: from here on nobody may send again blindly. */
  engage: boolean
  pasAvant: number
  envoyeeLe: string | null
  messageId: string | null
  /** French reason, for a refusal or a delay. */
  motif: string | null
  /** The address that was really written to: not the recipient's outside production. */
  remisA: string | null
  recu: RecuSigne | null
  /** Public key that verifies the receipt. */
  cleRecu: ClePublique | null
  /** Grows with every write; each write names the one that it saw. */
  revision: number
}

/** What the mail service said it had sent. */
export interface EnvoiConstate {
  transmission: string
  tentative: number
  messageId: string
  /** ISO UTC. */
  le: string
}

export interface Transmissions {
  /** Puts a new one, or gives the one that this version has already. */
  creer(transmission: TransmissionGardee): Promise<TransmissionGardee>
  lire(chaine: Chaine, numero: number): Promise<TransmissionGardee | null>
  lister(chaine: Chaine): Promise<TransmissionGardee[]>
  /** Those that a worker may have to look at, oldest first. A hint: read each again before acting. */
  enAttente(limite: number): Promise<{ chaine: Chaine; numero: number }[]>
  /**
   * Reads, decides, writes on condition that nobody wrote in between, and decides again otherwise. Gives
   * what now stands, or null when `decider` had nothing to change or there is no such transmission.
   */
  modifier(
    chaine: Chaine,
    numero: number,
    decider: (t: TransmissionGardee) => Partial<TransmissionGardee> | null,
  ): Promise<TransmissionGardee | null>
  /** Records a sending once; the same event may come twice. */
  noterEnvoi(envoi: EnvoiConstate): Promise<void>
  /** The sendings that were recorded for a transmission, by attempt. */
  envoisConstates(transmission: string): Promise<EnvoiConstate[]>
}

export function idTransmission({ departement, exercice }: Chaine, numero: number): string {
  return `${departement}-${exercice}-${numero}`
}

/** Reads « 62-2020-7 » back, null when it is not one. */
export function lireIdTransmission(id: string): { chaine: Chaine; numero: number } | null {
  const m = /^(\d{2,3}|2[AB])-(\d{4})-([1-9]\d{0,5})$/.exec(id)
  return m ? { chaine: { departement: m[1]!, exercice: Number(m[2]) }, numero: Number(m[3]) } : null
}

/** A change that keeps losing its race is a fault of ours, not something to try for ever. */
const ESSAIS_MAX = 20

function enItem(t: TransmissionGardee): Record<string, unknown> {
  const attend = t.statut === 'preparee' || t.statut === 'en-cours'
  return {
    ...cleTransmission(t.departement, t.exercice, t.numero),
    transmission: t,
    revision: t.revision,
    ...(attend ? { attente: EN_ATTENTE, attenteDepuis: `${t.creeeLe}#${t.id}` } : {}),
  }
}

/** The transmissions over the table. */
export function creerTransmissions(dynamo: DynamoDBDocumentClient, table: string): Transmissions {
  const lire = async (
    { departement, exercice }: Chaine,
    numero: number,
  ): Promise<TransmissionGardee | null> => {
    const { Item } = await dynamo.send(
      new GetCommand({
        TableName: table,
        Key: cleTransmission(departement, exercice, numero),
        ConsistentRead: true,
      }),
    )
    return (Item?.transmission as TransmissionGardee | undefined) ?? null
  }

  async function ecrire(t: TransmissionGardee, revisionVue: number | null): Promise<boolean> {
    try {
      await dynamo.send(
        new PutCommand({
          TableName: table,
          Item: enItem(t),
          ...(revisionVue === null
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : { ConditionExpression: 'revision = :vue', ExpressionAttributeValues: { ':vue': revisionVue } }),
        }),
      )
      return true
    } catch (erreur) {
      if (estConflit(erreur)) return false
      throw erreur
    }
  }

  async function interroger(pk: string, prefixe: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = []
    let debut: Record<string, unknown> | undefined
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :p)',
          ExpressionAttributeValues: { ':pk': pk, ':p': prefixe },
          ConsistentRead: true,
          ExclusiveStartKey: debut,
        }),
      )
      items.push(...(page.Items ?? []))
      debut = page.LastEvaluatedKey
    } while (debut)
    return items
  }

  return {
    lire,
    async creer(transmission) {
      if (await ecrire(transmission, null)) return transmission
      const existante = await lire(transmission, transmission.numero)
      if (!existante) throw new Error('A transmission that exists cannot be read')
      return existante
    },
    async lister({ departement, exercice }) {
      const items = await interroger(cleChaine(departement, exercice), PREFIXE_TRANSMISSION)
      return items.map((item) => item.transmission as TransmissionGardee)
    },
    async enAttente(limite) {
      const { Items } = await dynamo.send(
        new QueryCommand({
          TableName: table,
          IndexName: INDEX_ATTENTE,
          KeyConditionExpression: 'attente = :o',
          ExpressionAttributeValues: { ':o': EN_ATTENTE },
          Limit: limite,
        }),
      )
      return (Items ?? []).flatMap((item) => {
        const m = /^DEP#(.+)#EX#(\d{4})$/.exec(String(item.pk))
        const numero = Number(String(item.sk).slice(PREFIXE_TRANSMISSION.length))
        return m ? [{ chaine: { departement: m[1]!, exercice: Number(m[2]) }, numero }] : []
      })
    },
    async modifier(chaine, numero, decider) {
      for (let essai = 0; essai < ESSAIS_MAX; essai++) {
        const avant = await lire(chaine, numero)
        const changement = avant && decider(avant)
        if (!avant || !changement) return null
        const apres = { ...avant, ...changement, revision: avant.revision + 1 }
        if (await ecrire(apres, avant.revision)) return apres
      }
      throw new Error('A transmission kept changing')
    },
    async noterEnvoi(envoi) {
      try {
        await dynamo.send(
          new PutCommand({
            TableName: table,
            Item: { ...cleEnvoi(envoi.transmission, envoi.tentative), envoi },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
      } catch (erreur) {
        if (!estConflit(erreur)) throw erreur
      }
    },
    async envoisConstates(transmission) {
      const items = await interroger(cleEnvoi(transmission, 0).pk, 'SES#')
      return items.map((item) => item.envoi as EnvoiConstate)
    },
  }
}
