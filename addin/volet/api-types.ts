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
export type ListeEnvois = Schemas['ListeEnvois']
export type Depot = Schemas['Depot']
export type NouvelleVersion = Schemas['DemandeVersion']
export type ListeReferentiels = Schemas['ListeReferentiels']
export type ReferentielPublie = Schemas['ReferentielPublie']
export type ReferentielResume = Schemas['ReferentielResume']

/** Body of an error answer: its code, a French sentence, and what else the code carries. */
export interface CorpsErreur {
  code: string
  message: string
  numero?: number
  auteur?: { prenom: string; nom: string } | string
  le?: string
}
