/** Why a request is not served: a closed list, the codes of the HTTP contract. */
export type CodeErreur =
  | 'NON_CONNECTE'
  | 'AUTRE_DEPARTEMENT'
  | 'ROLE_INSUFFISANT'
  | 'DEUX_PERSONNES'
  | 'ORIGINE_REFUSEE'
  | 'DEMANDE_INVALIDE'
  | 'DEMANDE_TROP_GRANDE'
  | 'ROUTE_INCONNUE'
  | 'VERSION_INTROUVABLE'
  | 'VERSION_PERIMEE'
  | 'DEPOT_INTROUVABLE'
  | 'CLASSEUR_REFUSE'
  | 'CLE_REUTILISEE'
  | 'CONSTATS_BLOQUANTS'
  | 'SANS_DESTINATAIRE'
  | 'ENVOI_INCONNU'
  | 'ENVOI_AILLEURS'
  | 'HORS_DELAI'
  | 'PIECE_REFUSEE'
  | 'TRANSMISSION_INTROUVABLE'
  | 'TRANSMISSION_REGLEE'
  | 'FICHE_INCONNUE'
  | 'REGLAGE_PERIME'
  | 'ROLES_REFUSES'
  | 'TROP_DE_DEMANDES'
  | 'REFERENTIEL_INTROUVABLE'
  | 'REFERENTIEL_EXISTANT'
  | 'REFERENTIEL_REFUSE'
  | 'PANNE'

export type StatutErreur = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429

/** A refusal to tell the user: status, code, French sentence, and what else the contract gives. */
export class Refus extends Error {
  readonly statut: StatutErreur
  readonly code: CodeErreur
  readonly details: Record<string, unknown>

  constructor(
    statut: StatutErreur,
    code: CodeErreur,
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'Refus'
    this.statut = statut
    this.code = code
    this.details = details
  }
}

export const nonConnecte = (): Refus =>
  new Refus(
    401,
    'NON_CONNECTE',
    'Vous n’êtes pas connecté, ou votre connexion a expiré. Connectez-vous de nouveau.',
  )

export const versionIntrouvable = (numero: number): Refus =>
  new Refus(404, 'VERSION_INTROUVABLE', `La version ${numero} n’existe pas pour cet exercice.`)
