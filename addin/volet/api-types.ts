/** What the back end says and hears, by HTTP. */

export type StatutVersion = 'conforme' | 'a-justifier' | 'bloquant'
export type StatutTransmission = 'preparee' | 'en-cours' | 'envoyee' | 'incertaine' | 'echouee'

export type Role = 'redacteur' | 'valideur' | 'lecteur' | 'administrateur'

export interface Agent {
  sub: string
  prenom: string
  nom: string
  courriel: string
  siret: string
  departement: { code: string; nom: string }
  /** All those that the agent may read; the first one is `departement`. */
  departements: { code: string; nom: string }[]
  roles: Role[]
}

export interface SessionOuverte {
  /** Bearer token, kept in memory only. */
  jeton: string
  /** Seconds that the token is good for. */
  expireDans: number
  agent: Agent
}

export interface VersionResume {
  numero: number
  nomFichier: string
  /** Bytes. */
  taille: number
  /** SHA-256 of the bytes, hex. */
  empreinte: string
  referentiel: string
  statut: StatutVersion
  bloquants: number
  aJustifier: number
  informations: number
  auteur: { prenom: string; nom: string }
  /** ISO instant, UTC. */
  le: string
  /** SHA-256 of the signed statement, hex: what the next version names as its previous one. */
  empreinteDeclaration: string
  precedente: string | null
  transmission: { statut: StatutTransmission; le: string | null; destinataire: string } | null
}

export interface Declaration {
  empreinte: string
  /** Hash of what the workbook says, whatever bytes it is written in. */
  empreinteContenu: string
}

export interface Version extends VersionResume {
  declaration: Declaration
  jws: string
}

export interface Transmission {
  id: string
  version: number
  statut: StatutTransmission
  destinataire: string
  objet: string
  creeeLe: string
  envoyeeLe: string | null
  messageId: string | null
  /** French sentence for the user. */
  message: string
}

export interface Depot {
  depot: string
  url: string
  methode: 'PUT'
  entetes: Record<string, string>
}

export interface NouvelleVersion {
  depot: string
  nomFichier: string
  empreinte: string
  precedente: string | null
}

/** Body of an error answer: its code, a French sentence, and what else the code carries. */
export interface CorpsErreur {
  code: string
  message: string
  numero?: number
  auteur?: { prenom: string; nom: string } | string
  le?: string
}
