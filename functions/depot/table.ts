import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

/**
 * The one table. Everything of a chain lies under one partition, `DEP#62#EX#2020`:
 *   V#000007  a version, written once by a conditional put, never changed
 *   T#000007#projet-contrat  that sending of version 7 (one a version and sending: its key is the guarantee)
 *   H#000007  the time stamp of version 7, written once
 *   I#<key>   an idempotency key with the digest of what it was first used for; goes away at `expire`
 *   S#000007#action-3  that fiche of version 7 was typed into the form, by whom and when, written once
 * under `DEP#62#EX#2020#JOURNAL`, `<instant>#<event>#<id>`: what happened to the chain, written once each;
 * under `REFERENTIELS`, `R#000001`: a référentiel that was published, written once;
 * under `REGLAGE#<name>`, `N#000001`: what an administrateur decided, the last one counts;
 * under `AGENTS`, `<person>#000001`: the roles of somebody by name, the last one counts;
 * under `DEBIT#<what>#<digest of the asker>#<window>`, a random key: one request that was counted; goes away too;
 * and under `ENVOI#<transmission>`, `SES#<attempt>`: what the mail service said it had sent, and
 * `SUITE#<attempt>#<event>#<recipient>`: what it said of it afterwards.
 */
export const INDEX_ATTENTE = 'attente'

/** Value of `attente` on the transmissions that a worker has to look at; the attribute is absent on the others. */
export const EN_ATTENTE = 'O'

/** Name of the time-to-live attribute, in epoch seconds. */
export const ATTRIBUT_EXPIRATION = 'expire'

export interface CleItem {
  pk: string
  sk: string
}

const six = (numero: number): string => String(numero).padStart(6, '0')

export const cleChaine = (departement: string, exercice: number): string =>
  `DEP#${departement}#EX#${exercice}`
export const PREFIXE_VERSION = 'V#'
export const PREFIXE_TRANSMISSION = 'T#'

export function cleVersion(departement: string, exercice: number, numero: number): CleItem {
  return { pk: cleChaine(departement, exercice), sk: `${PREFIXE_VERSION}${six(numero)}` }
}

export function cleTransmission(
  departement: string,
  exercice: number,
  numero: number,
  envoi: string,
): CleItem {
  return { pk: cleChaine(departement, exercice), sk: `${PREFIXE_TRANSMISSION}${six(numero)}#${envoi}` }
}

export function cleHorodatage(departement: string, exercice: number, numero: number): CleItem {
  return { pk: cleChaine(departement, exercice), sk: `H#${six(numero)}` }
}

export function cleIdempotence(departement: string, exercice: number, cle: string): CleItem {
  return { pk: cleChaine(departement, exercice), sk: `I#${cle}` }
}

export const cleJournal = (departement: string, exercice: number): string =>
  `${cleChaine(departement, exercice)}#JOURNAL`

/** `le`: ISO instant in UTC with milliseconds, so that the order of the keys is the order of time. */
export function cleEvenement(departement: string, exercice: number, le: string, id: string): CleItem {
  return { pk: cleJournal(departement, exercice), sk: `${le}#${id}` }
}

export function cleSaisie(departement: string, exercice: number, numero: number, fiche: string): CleItem {
  return { pk: cleChaine(departement, exercice), sk: `S#${six(numero)}#${fiche}` }
}

export function cleReglage(nom: string, numero: number): CleItem {
  return { pk: `REGLAGE#${nom}`, sk: `N#${six(numero)}` }
}

/** `debut`: the first instant of the window, epoch milliseconds. */
export function cleDebit(quoi: string, qui: string, debut: number, id: string): CleItem {
  return { pk: `DEBIT#${quoi}#${qui}#${debut}`, sk: id }
}

export const CLE_AGENTS = 'AGENTS'

/** Without a number: what all the keys of this person begin with. */
export function cleAgent(qui: string, numero?: number): CleItem {
  return {
    pk: CLE_AGENTS,
    sk: `${encodeURIComponent(qui)}#${numero === undefined ? '' : six(numero)}`,
  }
}

export const CLE_REFERENTIELS = 'REFERENTIELS'

export function cleReferentiel(numero: number): CleItem {
  return { pk: CLE_REFERENTIELS, sk: `R#${six(numero)}` }
}

export function cleEnvoi(transmission: string, tentative: number): CleItem {
  return { pk: `ENVOI#${transmission}`, sk: `SES#${six(tentative)}` }
}

export function cleSuite(
  transmission: string,
  tentative: number,
  genre: string,
  destinataire: string,
): CleItem {
  return { pk: `ENVOI#${transmission}`, sk: `SUITE#${six(tentative)}#${genre}#${destinataire}` }
}

/** What creates the table where nothing else does (the local stack, the tests). */
export function descriptionTable(nom: string): CreateTableCommandInput {
  return {
    TableName: nom,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'attente', 'attenteDepuis'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: INDEX_ATTENTE,
        KeySchema: [
          { AttributeName: 'attente', KeyType: 'HASH' },
          { AttributeName: 'attenteDepuis', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  }
}
