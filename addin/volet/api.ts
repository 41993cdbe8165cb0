import type { ClePublique } from '../../shared/version/declaration.ts'
import type {
  CorpsErreur,
  DemandeTransmission,
  Depot,
  Evenement,
  ListeEnvois,
  NouvelleVersion,
  ReferentielPublie,
  ReferentielResume,
  Saisie,
  SessionOuverte,
  Transmission,
  Version,
  VersionResume,
} from './api-types.ts'

/** Why a call failed: a code to act on, a French sentence to show. */
export class ErreurApi extends Error {
  override readonly name = 'ErreurApi'
  readonly statut: number
  readonly corps: CorpsErreur

  /** `statut` is the HTTP status, 0 when no answer came. */
  constructor(statut: number, corps: CorpsErreur) {
    super(corps.message)
    this.statut = statut
    this.corps = corps
  }

  get code(): string {
    return this.corps.code
  }
}

export const ABSENT = 'SERVICE_ABSENT'
const PHRASE_ABSENT =
  'Le service des versions ne répond pas. Le contrôle du classeur continue de fonctionner ; vos modifications restent dans votre fichier.'
const DELAI_MS = 30_000
const DELAI_DEPOT_MS = 180_000

/** One département's chain of one exercice. */
export interface Chaine {
  departement: string
  exercice: number
}

/**
 * Typed client of the back end. It keeps the token in memory, asks for a new one once when the back end no
 * longer takes it, and turns every failure into an ErreurApi whose sentence can be shown as it is.
 */
export class ClientApi {
  #jeton: string | null = null
  readonly #racine: string
  readonly #fetch: typeof fetch

  constructor(racine = '', envoyer: typeof fetch = (...a) => fetch(...a)) {
    this.#racine = racine
    this.#fetch = envoyer
  }

  /** Takes a session handed over by a sign-in window. */
  adopter(session: SessionOuverte): void {
    this.#jeton = session.jeton
  }

  /** The session of this browser, null when nobody is signed in. @throws ErreurApi when the service is absent */
  async session(): Promise<SessionOuverte | null> {
    try {
      const session = await this.#json<SessionOuverte>('/api/session/jeton', { method: 'POST' })
      this.#jeton = session.jeton
      return session
    } catch (erreur) {
      this.#jeton = null
      if (erreur instanceof ErreurApi && erreur.statut === 401) return null
      throw erreur
    }
  }

  async fermerSession(): Promise<void> {
    this.#jeton = null
    await this.#appeler('/api/session/fin', { method: 'POST' })
  }

  async versions(chaine: Chaine): Promise<VersionResume[]> {
    const reponse = await this.#prive<{ versions: VersionResume[] }>(`${chemin(chaine)}/versions`)
    return reponse.versions
  }

  version(chaine: Chaine, numero: number): Promise<Version> {
    return this.#prive(`${chemin(chaine)}/versions/${numero}`)
  }

  /** A short-lived address of the workbook's own bytes. */
  async adresseClasseur(chaine: Chaine, numero: number): Promise<string> {
    const reponse = await this.#prive<{ url: string }>(`${chemin(chaine)}/versions/${numero}/classeur`)
    return reponse.url
  }

  /** The bytes of a version's workbook. */
  async octets(chaine: Chaine, numero: number): Promise<Uint8Array<ArrayBuffer>> {
    const url = await this.adresseClasseur(chaine, numero)
    const reponse = await this.#atteindre(url, {}, DELAI_DEPOT_MS)
    if (!reponse.ok) throw new ErreurApi(reponse.status, { code: ABSENT, message: PHRASE_ABSENT })
    return new Uint8Array(await reponse.arrayBuffer())
  }

  /** A short-lived address of a version's whole bundle. */
  async adresseDossier(chaine: Chaine, numero: number): Promise<string> {
    return (await this.#prive<{ url: string }>(`${chemin(chaine)}/versions/${numero}/dossier`)).url
  }

  /** A short-lived address of everything that is kept of a département. */
  async adresseExport(departement: string): Promise<string> {
    const adresse = `/api/v1/departements/${encodeURIComponent(departement)}/export`
    return (await this.#prive<{ url: string }>(adresse)).url
  }

  /** What happened to a chain, the newest first. */
  async journal(chaine: Chaine): Promise<Evenement[]> {
    return (await this.#prive<{ evenements: Evenement[] }>(`${chemin(chaine)}/journal`)).evenements
  }

  async preuve(chaine: Chaine, numero: number): Promise<{ nom: string; contenu: Blob }> {
    const reponse = await this.#autoriser(`${chemin(chaine)}/versions/${numero}/preuve`)
    const nom = /filename="([^"]+)"/.exec(reponse.headers.get('content-disposition') ?? '')?.[1]
    return {
      nom: nom ?? `CDPPE_${chaine.departement}_${chaine.exercice}_version-${numero}.preuve.json`,
      contenu: await reponse.blob(),
    }
  }

  preparerDepot(
    chaine: Chaine,
    fichier: { nomFichier: string; taille: number; empreinte: string },
  ): Promise<Depot> {
    return this.#prive(`${chemin(chaine)}/depots`, envoi(fichier, crypto.randomUUID()))
  }

  /** Puts the bytes where the back end said; the address itself carries the right to do so. */
  async deposer(depot: Depot, octets: Uint8Array<ArrayBuffer>): Promise<void> {
    const reponse = await this.#atteindre(
      depot.url,
      { method: depot.methode, headers: depot.entetes, body: octets },
      DELAI_DEPOT_MS,
    )
    // 412: an earlier try of ours already put these very bytes (the address is bound to their hash).
    if (!reponse.ok && reponse.status !== 412)
      throw new ErreurApi(reponse.status, {
        code: 'DEPOT_REFUSE',
        message:
          'Le classeur n’a pas pu être déposé. Rien n’a été enregistré ; recommencez « Enregistrer une version ».',
      })
  }

  enregistrer(chaine: Chaine, version: NouvelleVersion, cle: string): Promise<Version> {
    return this.#prive(`${chemin(chaine)}/versions`, envoi(version, cle))
  }

  /** What the exercice asks to send, and by when. */
  envois(chaine: Chaine): Promise<ListeEnvois> {
    return this.#prive(`${chemin(chaine)}/envois`)
  }

  transmettre(
    chaine: Chaine,
    numero: number,
    nom: string,
    demande: DemandeTransmission,
    cle: string,
  ): Promise<Transmission> {
    return this.#prive(`${chemin(chaine)}/versions/${numero}/transmissions/${nom}`, envoi(demande, cle))
  }

  /** The transmission of a version for a sending, null when there is none. */
  async transmission(chaine: Chaine, numero: number, nom: string): Promise<Transmission | null> {
    try {
      return await this.#prive<Transmission>(`${chemin(chaine)}/versions/${numero}/transmissions/${nom}`)
    } catch (erreur) {
      if (erreur instanceof ErreurApi && erreur.statut === 404) return null
      throw erreur
    }
  }

  trancher(
    chaine: Chaine,
    numero: number,
    nom: string,
    issue: 'recu' | 'renvoyer',
    cle: string,
  ): Promise<Transmission> {
    return this.#prive(
      `${chemin(chaine)}/versions/${numero}/transmissions/${nom}/issue`,
      envoi({ issue }, cle),
    )
  }

  /** What is to be typed into the EUSurvey form. */
  saisie(chaine: Chaine, numero: number): Promise<Saisie> {
    return this.#prive(`${chemin(chaine)}/versions/${numero}/saisie`)
  }

  /** Says that a fiche was typed. */
  noterSaisie(chaine: Chaine, numero: number, fiche: string, cle: string): Promise<Saisie> {
    return this.#prive(`${chemin(chaine)}/versions/${numero}/saisie`, envoi({ fiche }, cle))
  }

  /** The référentiels that administrators have published. */
  async referentiels(): Promise<ReferentielResume[]> {
    return (await this.#prive<{ referentiels: ReferentielResume[] }>('/api/v1/referentiels')).referentiels
  }

  referentiel(numero: number): Promise<ReferentielPublie> {
    return this.#prive(`/api/v1/referentiels/${numero}`)
  }

  /** The public keys by which the service signs, those of before included. */
  async cles(): Promise<ClePublique[]> {
    return (await this.#json<{ keys: ClePublique[] }>('/api/cles', {})).keys
  }

  /** Publishes a référentiel, for administrators only. */
  publierReferentiel(document: unknown, cle: string): Promise<ReferentielResume> {
    return this.#prive('/api/v1/referentiels', envoi({ document }, cle))
  }

  async #prive<T>(adresse: string, init: RequestInit = {}): Promise<T> {
    const reponse = await this.#autoriser(adresse, init)
    return (await reponse.json()) as T
  }

  async #autoriser(adresse: string, init: RequestInit = {}): Promise<Response> {
    const essayer = (): Promise<Response> => {
      const headers = new Headers(init.headers)
      if (this.#jeton) headers.set('Authorization', `Bearer ${this.#jeton}`)
      return this.#appeler(adresse, { ...init, headers })
    }
    if (!this.#jeton) await this.session()
    try {
      return await essayer()
    } catch (erreur) {
      if (!(erreur instanceof ErreurApi) || erreur.statut !== 401) throw erreur
      if (!(await this.session())) throw erreur
      return essayer()
    }
  }

  async #json<T>(adresse: string, init: RequestInit): Promise<T> {
    return (await (await this.#appeler(adresse, init)).json()) as T
  }

  /** A call to our own back end: an answer that is not JSON is not its own (a static host's page, a proxy's). */
  async #appeler(adresse: string, init: RequestInit): Promise<Response> {
    const reponse = await this.#atteindre(this.#racine + adresse, init, DELAI_MS)
    const json = (reponse.headers.get('content-type') ?? '').includes('json')
    if (reponse.ok && (json || reponse.status === 204)) return reponse
    const corps = json ? await lireErreur(reponse) : null
    throw new ErreurApi(reponse.status, corps ?? { code: ABSENT, message: PHRASE_ABSENT })
  }

  async #atteindre(adresse: string, init: RequestInit, delai: number): Promise<Response> {
    try {
      return await this.#fetch(adresse, { ...init, signal: AbortSignal.timeout(delai) })
    } catch {
      throw new ErreurApi(0, { code: ABSENT, message: PHRASE_ABSENT })
    }
  }
}

function chemin({ departement, exercice }: Chaine): string {
  return `/api/v1/departements/${encodeURIComponent(departement)}/exercices/${exercice}`
}

function envoi(corps: unknown, cle?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(cle ? { 'Idempotency-Key': cle } : {}) },
    body: JSON.stringify(corps),
  }
}

async function lireErreur(reponse: Response): Promise<CorpsErreur | null> {
  try {
    const corps = (await reponse.json()) as Partial<CorpsErreur> | null
    return typeof corps?.code === 'string' && typeof corps.message === 'string'
      ? (corps as CorpsErreur)
      : null
  } catch {
    return null
  }
}
