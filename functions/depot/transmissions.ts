import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Auteur, ClePublique, RecuSigne } from '../../shared/version/declaration.ts'
import type { Chaine } from './coffre.ts'
import { estConflit } from './conflit.ts'
import {
  cleChaine,
  cleEnvoi,
  cleSuite,
  cleTransmission,
  EN_ATTENTE,
  INDEX_ATTENTE,
  PREFIXE_TRANSMISSION,
} from './table.ts'

/** 'envoyee': the mail service took it; then 'differee', 'remise' or 'rejetee', as it tells. 'echouee': it never took it. */
export const STATUTS_TRANSMISSION = [
  'preparee',
  'en-cours',
  'envoyee',
  'differee',
  'remise',
  'rejetee',
  'incertaine',
  'echouee',
] as const
export type StatutTransmission = (typeof STATUTS_TRANSMISSION)[number]

/** Which sending of which version. */
export interface Cible extends Chaine {
  numero: number
  /** Id of the sending: « projet-contrat ». */
  envoi: string
}

/** A file that leaves beside the workbook; its bytes lie in the coffre, by digest. */
export interface PieceGardee {
  /** Id of the pièce in the référentiel. */
  piece: string
  nom: string
  /** The file's own name. */
  nomFichier: string
  type: string
  extension: string
  /** Bytes. */
  taille: number
  empreinte: string
}

/** What is sent, and how it stands to the deadline, as it was asked for. */
export interface Contenu {
  nomEnvoi: string
  pieces: PieceGardee[]
  /** Names of the pièces that the sender says are in the workbook. */
  dansLeClasseur: string[]
  /** What the sender adds in words. */
  precisions: string | null
  /** Addresses of the copies; outside production nothing goes there. */
  copies: string[]
  delai: string | null
  horsDelai: boolean
}

export interface Demandeur extends Auteur {
  courriel: string
}

/** A transmission as the table keeps it. Dates are ISO UTC, `bail` and `pasAvant` epoch ms. */
export interface TransmissionGardee extends Cible {
  /** « 62-2020-7-projet-contrat »: also the tag of the e-mail. */
  id: string
  contenu: Contenu
  statut: StatutTransmission
  destinataire: string
  objet: string
  demandeur: Demandeur
  /** The Idempotency-Key that last put it in the queue. */
  idempotence: string
  /** The Idempotency-Keys of the answers that settled a doubt; absent from what is older than they are. */
  issues?: string[]
  creeeLe: string
  /** How many times a worker has taken it. */
  tentative: number
  /** The attempt that the mail service took, null while none. */
  tentativeEnvoyee: number | null
  /** Attempts up to this one were sent back by the recipient's server: what is known of them closes nothing. */
  ecartees: number
  /** Who holds it, and until when. */
  preneur: string | null
  bail: number
  /** The worker has said that it was about to send: from here on nobody may send again blindly. */
  engage: boolean
  pasAvant: number
  envoyeeLe: string | null
  /** When the recipient's server took it. */
  remiseLe: string | null
  /** Copies that did not arrive, and whether the recipient complained: told beside the state. */
  copiesRejetees: string[]
  plainte: boolean
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

/** What the mail service says of a message after it has sent it, for one recipient. */
export interface SuiteConstatee {
  transmission: string
  tentative: number
  genre: 'remise' | 'retard' | 'rejet' | 'plainte'
  destinataire: string
  /** ISO UTC. */
  le: string
  /** Code of the mail service: « Permanent/NoEmail ». */
  motif: string
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
  lire(cible: Cible): Promise<TransmissionGardee | null>
  /** All those of a chain, oldest first. */
  lister(chaine: Chaine): Promise<TransmissionGardee[]>
  /** The last one of a version, whatever the sending; `recue`: the last one that has its receipt. */
  derniere(chaine: Chaine, numero: number, recue?: 'recue'): Promise<TransmissionGardee | null>
  /** Those that a worker may have to look at, oldest first. A hint: read each again before acting. */
  enAttente(limite: number): Promise<Cible[]>
  /**
   * Reads, decides, writes on condition that nobody wrote in between, and decides again otherwise. Gives
   * what now stands, or null when `decider` had nothing to change or there is no such transmission.
   */
  modifier(
    cible: Cible,
    decider: (t: TransmissionGardee) => Partial<TransmissionGardee> | null,
  ): Promise<TransmissionGardee | null>
  /** Records a sending once; the same event may come twice. */
  noterEnvoi(envoi: EnvoiConstate): Promise<void>
  /** The sendings that were recorded for a transmission, by attempt. */
  envoisConstates(transmission: string): Promise<EnvoiConstate[]>
  /** Records what followed a sending; the same event may come twice. */
  noterSuite(suite: SuiteConstatee): Promise<void>
  suitesConstatees(transmission: string): Promise<SuiteConstatee[]>
}

export function idTransmission({ departement, exercice, numero, envoi }: Cible): string {
  return `${departement}-${exercice}-${numero}-${envoi}`
}

/** Reads « 62-2020-7-projet-contrat » back, null when it is not one. */
export function lireIdTransmission(id: string): Cible | null {
  const m = /^(\d{2,3}|2[AB])-(\d{4})-([1-9]\d{0,5})-([a-z0-9-]{1,60})$/.exec(id)
  return m && { departement: m[1]!, exercice: Number(m[2]), numero: Number(m[3]), envoi: m[4]! }
}

/** A change that keeps losing its race is a fault of ours, not something to try for ever. */
const ESSAIS_MAX = 20

function enItem(t: TransmissionGardee): Record<string, unknown> {
  const attend = t.statut === 'preparee' || t.statut === 'en-cours'
  return {
    ...cleTransmission(t.departement, t.exercice, t.numero, t.envoi),
    transmission: t,
    revision: t.revision,
    ...(attend ? { attente: EN_ATTENTE, attenteDepuis: `${t.creeeLe}#${t.id}` } : {}),
  }
}

/** The transmissions over the table. */
export function creerTransmissions(dynamo: DynamoDBDocumentClient, table: string): Transmissions {
  const lire = async ({
    departement,
    exercice,
    numero,
    envoi,
  }: Cible): Promise<TransmissionGardee | null> => {
    const { Item } = await dynamo.send(
      new GetCommand({
        TableName: table,
        Key: cleTransmission(departement, exercice, numero, envoi),
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

  async function noterUneFois(Item: Record<string, unknown>): Promise<void> {
    try {
      await dynamo.send(
        new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      )
    } catch (erreur) {
      if (!estConflit(erreur)) throw erreur
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

  async function enOrdre({ departement, exercice }: Chaine, prefixe: string): Promise<TransmissionGardee[]> {
    const items = await interroger(cleChaine(departement, exercice), prefixe)
    return items
      .map((item) => item.transmission as TransmissionGardee)
      .sort((a, b) => (a.creeeLe < b.creeeLe ? -1 : a.creeeLe > b.creeeLe ? 1 : 0))
  }

  return {
    lire,
    async creer(transmission) {
      if (await ecrire(transmission, null)) return transmission
      const existante = await lire(transmission)
      if (!existante) throw new Error('A transmission that exists cannot be read')
      return existante
    },
    lister: (chaine) => enOrdre(chaine, PREFIXE_TRANSMISSION),
    async derniere(chaine, numero, recue) {
      const { sk } = cleTransmission(chaine.departement, chaine.exercice, numero, '')
      const toutes = await enOrdre(chaine, sk)
      return toutes.filter((t) => recue === undefined || t.recu !== null).at(-1) ?? null
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
        const [, numero, envoi] = /^T#(\d{6})#(.+)$/.exec(String(item.sk)) ?? []
        return m && envoi
          ? [{ departement: m[1]!, exercice: Number(m[2]), numero: Number(numero), envoi }]
          : []
      })
    },
    async modifier(cible, decider) {
      for (let essai = 0; essai < ESSAIS_MAX; essai++) {
        const avant = await lire(cible)
        const changement = avant && decider(avant)
        if (!avant || !changement) return null
        const apres = { ...avant, ...changement, revision: avant.revision + 1 }
        if (await ecrire(apres, avant.revision)) return apres
      }
      throw new Error('A transmission kept changing')
    },
    noterEnvoi: (envoi) => noterUneFois({ ...cleEnvoi(envoi.transmission, envoi.tentative), envoi }),
    noterSuite: (suite) =>
      noterUneFois({
        ...cleSuite(suite.transmission, suite.tentative, suite.genre, suite.destinataire),
        suite,
      }),
    async suitesConstatees(transmission) {
      const items = await interroger(cleEnvoi(transmission, 0).pk, 'SUITE#')
      return items.map((item) => item.suite as SuiteConstatee)
    },
    async envoisConstates(transmission) {
      const items = await interroger(cleEnvoi(transmission, 0).pk, 'SES#')
      return items.map((item) => item.envoi as EnvoiConstate)
    },
  }
}
