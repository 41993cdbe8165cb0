import { createHash } from 'node:crypto'
import type { Agent, Transmission, VersionResume } from '../../addin/volet/api-types.ts'

/** What the next call on a path is to meet instead of the service. */
type Incident = 'avant' | 'apres' | number

/**
 * The back end as its contract describes it, in memory, behind a `fetch`: one chain, bytes kept by address,
 * tokens that can be revoked, and calls that can be made to fail before or after they took effect.
 */
export class ServiceFactice {
  connecte = true
  readonly versions: VersionResume[] = []
  /** The state that each look at a sending meets, the last one for ever after. */
  etatsEnvoi: Transmission['statut'][] = ['en-cours', 'envoyee']
  /** Calls, as « POST …/versions ». */
  readonly appels: string[] = []
  readonly courriels: number[] = []
  bloquants = 0
  #jeton = 0
  #incidents = new Map<string, Incident[]>()
  #parCle = new Map<string, Response>()
  #octets = new Map<string, Uint8Array>()
  #envois = new Map<number, Transmission['statut'][]>()

  /** Makes the next calls on a path fail: before they take effect, after, or with a status. */
  provoquer(chemin: string, ...incidents: Incident[]): void {
    this.#incidents.set(chemin, incidents)
  }

  revoquer(): void {
    this.#jeton++
  }

  readonly fetch = async (adresse: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = String(adresse)
    const methode = init.method ?? 'GET'
    const court = url.replace('/api/v1/departements/62/exercices/2020', '…')
    this.appels.push(`${methode} ${court}`)
    const incident = this.#incidents.get(`${methode} ${court}`)?.shift()
    if (incident === 'avant') throw new TypeError('Failed to fetch')
    if (typeof incident === 'number')
      return new Response('<h1>502</h1>', { status: incident, headers: { 'content-type': 'text/html' } })
    const reponse = await this.#repondre(methode, court, init)
    if (incident === 'apres') throw new TypeError('Failed to fetch')
    return reponse
  }

  async #repondre(methode: string, chemin: string, init: RequestInit): Promise<Response> {
    const entetes = new Headers(init.headers)
    if (chemin === '/api/session/jeton')
      return this.connecte
        ? json(200, { jeton: `j${this.#jeton}`, expireDans: 900, agent: AGENT })
        : refus(401, 'NON_CONNECTE')
    if (chemin === '/api/session/fin') {
      this.connecte = false
      return new Response(null, { status: 204 })
    }
    if (chemin.startsWith('https://depot.example/')) {
      if (this.#octets.has(chemin)) return new Response(null, { status: 412 })
      this.#octets.set(chemin, new Uint8Array(init.body as ArrayBuffer))
      return new Response(null, { status: 200 })
    }
    if (entetes.get('authorization') !== `Bearer j${this.#jeton}`) return refus(401, 'NON_CONNECTE')
    const corps = init.body ? (JSON.parse(String(init.body)) as Record<string, string | null>) : {}
    const cle = entetes.get('idempotency-key')
    if (!cle) return this.#traiter(methode, chemin, corps)
    const deja = this.#parCle.get(cle)
    if (deja) return deja.clone()
    const reponse = this.#traiter(methode, chemin, corps)
    if (reponse.ok) this.#parCle.set(cle, reponse.clone())
    await Promise.resolve()
    return reponse
  }

  #traiter(methode: string, chemin: string, corps: Record<string, string | null>): Response {
    if (chemin === '…/depots')
      return json(201, {
        depot: corps['empreinte'],
        url: `https://depot.example/${corps['empreinte']}`,
        methode: 'PUT',
        entetes: {},
      })
    if (chemin === '…/envois') return json(200, { envois: [], tailleMax: 28 * 1024 * 1024 })
    if (chemin === '…/versions' && methode === 'GET') return json(200, { versions: this.versions })
    if (chemin === '…/versions') return this.#enregistrer(corps)
    const [, numero = '', suite = ''] = /^…\/versions\/(\d+)(\/.*)?$/.exec(chemin) ?? []
    const version = this.versions.find((v) => v.numero === Number(numero))
    if (!version) return refus(404, 'INCONNU')
    if (suite === '')
      return json(200, {
        ...version,
        declaration: { empreinte: version.empreinte, empreinteContenu: 'c' },
        jws: '',
      })
    if (suite === '/transmissions/libre' && methode === 'POST') return this.#transmettre(version)
    if (suite === '/transmissions/libre/issue') {
      this.#envois.set(version.numero, [corps['issue'] === 'recu' ? 'envoyee' : 'preparee', 'envoyee'])
      return json(200, this.#envoi(version.numero))
    }
    const envoi = this.#envois.get(version.numero)
    if (!envoi) return refus(404, 'SANS_TRANSMISSION')
    if (envoi.length > 1) envoi.shift()
    return json(200, this.#envoi(version.numero))
  }

  #enregistrer(corps: Record<string, string | null>): Response {
    const octets = this.#octets.get(`https://depot.example/${corps['depot']}`)
    const empreinte = octets && createHash('sha256').update(octets).digest('hex')
    if (empreinte !== corps['empreinte']) return refus(422, 'CLASSEUR_REFUSE')
    const derniere = this.versions[0]
    if ((derniere?.empreinteDeclaration ?? null) !== corps['precedente'])
      return refus(409, 'VERSION_PERIMEE', {
        numero: derniere?.numero,
        auteur: derniere?.auteur,
        le: derniere?.le,
        empreinteDeclaration: derniere?.empreinteDeclaration,
        differences: { nombre: 0, cellules: [], feuillesAjoutees: [], feuillesSupprimees: [] },
      })
    return json(201, this.ajouter(String(corps['empreinte']), String(corps['nomFichier'])))
  }

  /** Somebody saves a version. */
  ajouter(
    empreinte: string,
    nomFichier = 'autre.xlsx',
    auteur = { prenom: 'Paul', nom: 'Roussel' },
  ): VersionResume {
    const numero = this.versions.length + 1
    const version: VersionResume = {
      numero,
      nomFichier,
      taille: 3,
      empreinte,
      referentiel: '2020-2022',
      statut: this.bloquants > 0 ? 'bloquant' : 'conforme',
      bloquants: this.bloquants,
      aJustifier: 0,
      informations: 0,
      auteur,
      le: '2024-10-31T17:47:00Z',
      empreinteDeclaration: `d${numero}`,
      precedente: this.versions[0]?.empreinteDeclaration ?? null,
      transmission: null,
    }
    this.versions.unshift(version)
    return version
  }

  #transmettre({ numero, bloquants }: VersionResume): Response {
    if (bloquants > 0) return refus(422, 'CONSTATS_BLOQUANTS')
    const connu = this.#envois.get(numero)
    if (!connu || connu[0] === 'echouee') {
      this.#envois.set(numero, ['preparee', ...this.etatsEnvoi])
      this.courriels.push(numero)
    }
    return json(202, this.#envoi(numero))
  }

  #envoi(numero: number): Transmission {
    return {
      id: `t${numero}`,
      version: numero,
      envoi: 'libre',
      nomEnvoi: 'plan d’action',
      remiseLe: null,
      horsDelai: false,
      copies: [],
      pieces: [],
      statut: this.#envois.get(numero)![0]!,
      destinataire: 'dgcs-contrats-enfance@social.gouv.fr',
      objet: 'CDPPE',
      creeeLe: '2024-10-31T17:48:00Z',
      envoyeeLe: null,
      messageId: null,
      message: '',
      alerte: null,
    }
  }
}

export const AGENT: Agent = {
  sub: 'a',
  prenom: 'Claire',
  nom: 'Dumont',
  courriel: 'claire@departement.example',
  siret: '22620001200012',
  departement: { code: '62', nom: 'Pas-de-Calais' },
  departements: [{ code: '62', nom: 'Pas-de-Calais' }],
  roles: ['valideur'],
}

function json(statut: number, corps: unknown): Response {
  return Response.json(corps, { status: statut })
}

function refus(statut: number, code: string, suite: object = {}): Response {
  return json(statut, { code, message: `Refus ${code}.`, ...suite })
}
