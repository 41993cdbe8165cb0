import type { components } from './api-openapi.ts'

/** What the back end says and hears, by HTTP: the names that the pane gives to the shapes of the published document. */

type Schemas = components['schemas']

export type SessionOuverte = Schemas['Jeton']
export type Agent = SessionOuverte['agent']
export type Role = Agent['roles'][number]
export type VersionResume = Schemas['VersionResume']
export type StatutVersion = VersionResume['statut']
export type Declaration = Schemas['Declaration']
export type Version = Schemas['Version']
export type Transmission = Schemas['Transmission']
export type StatutTransmission = Transmission['statut']
export type DemandeTransmission = Schemas['DemandeTransmission']
export type Envoi = Schemas['Envoi']
export type Saisie = Schemas['Saisie']
export type FicheSaisie = Schemas['FicheSaisie']
export type ListeEnvois = Schemas['ListeEnvois']
export type Depot = Schemas['Depot']
export type NouvelleVersion = Schemas['DemandeVersion']

export type Evenement = Schemas['Evenement']
export type VersionPerimee = Schemas['VersionPerimee']

/** A référentiel that an administrator has published, as the list names it. */
export interface ReferentielResume {
  numero: number
  id: string
  titre: string
  /** Civil date of the data set. */
  version: string
  exercices: number[]
  /** SHA-256 of the canonical JSON, hex. */
  empreinte: string
  publiePar: { prenom: string; nom: string }
  /** ISO instant, UTC. */
  le: string
}

/** A published référentiel whole: what was signed, its signature, and the document. */
export interface ReferentielPublie {
  declaration: unknown
  jws: string
  document: unknown
}

/** Body of an error answer: its code, a French sentence, and what else the code carries. */
export interface CorpsErreur {
  code: string
  message: string
  numero?: number
  auteur?: { prenom: string; nom: string } | string
  le?: string
  /** Of a version that does not follow the last one: under which digest to go on, and what differs. */
  empreinteDeclaration?: string | null
  differences?: VersionPerimee['differences']
  /** What is to be completed in a référentiel, each a French clause. */
  erreurs?: string[]
}
