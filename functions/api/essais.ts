import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { AGENTS } from '../local/agents.ts'
import { demarrerSocle } from '../local/demarrer.ts'
import type { OptionsSocle, Socle } from '../local/socle.ts'
import type { NomFournisseur } from './identite.ts'

/** The bench of the back end's tests: the whole local stack, agents who sign in, workbooks made on the spot. */

export interface Banc {
  socle: Socle
  fermer(): Promise<void>
}

export async function ouvrirBanc(options: Partial<OptionsSocle> = {}): Promise<Banc> {
  const dossier = await mkdtemp(path.join(tmpdir(), 'cdppe-essais-'))
  const socle = await demarrerSocle({ dossier, ports: 'libres', ...options })
  return {
    socle,
    async fermer() {
      await socle.arreter()
      await rm(dossier, { recursive: true, force: true })
    },
  }
}

/** Keeps the cookies of one person, by origin, as a browser would. */
export class Navigateur {
  readonly #temoins = new Map<string, Map<string, string>>()

  async aller(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url)
    const boite = this.#temoins.get(host) ?? new Map<string, string>()
    this.#temoins.set(host, boite)
    const cookie = [...boite].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ')
    const reponse = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    })
    for (const pose of reponse.headers.getSetCookie()) {
      const [nom = '', ...valeur] = pose.split(';')[0]!.split('=')
      if (/max-age=0/i.test(pose) || !valeur.join('')) boite.delete(nom)
      else boite.set(nom, valeur.join('='))
    }
    return reponse
  }

  temoin(url: string, nom: string): string | undefined {
    return this.#temoins.get(new URL(url).host)?.get(nom)
  }
}

/** Signs in through the whole flow and gives the last answer: the return to our page, or its refusal. */
export async function seConnecter(
  navigateur: Navigateur,
  origine: string,
  sub: string,
  retour = '/',
  fournisseur?: NomFournisseur,
): Promise<Response> {
  return navigateur.aller(await allerJusquAuRetour(navigateur, origine, sub, retour, fournisseur))
}

/** Signs in at the identity provider: the address by which it sends back to us, not yet followed. */
export async function allerJusquAuRetour(
  navigateur: Navigateur,
  origine: string,
  sub: string,
  retour = '/',
  fournisseur?: NomFournisseur,
): Promise<string> {
  const demande = new URLSearchParams({ retour, ...(fournisseur && { fournisseur }) })
  let adresse = `${origine}/api/connexion?${demande.toString()}`
  for (let saut = 0; saut < 12; saut++) {
    let reponse = await navigateur.aller(adresse)
    if (reponse.status === 200 && adresse.includes('/connexion/')) {
      reponse = await navigateur.aller(adresse, { method: 'POST', body: new URLSearchParams({ sub }) })
    }
    const suite = reponse.headers.get('location')
    if (!suite) throw new Error(`The sign-in stopped on the way: ${reponse.status}`)
    adresse = new URL(suite, adresse).href
    if (adresse.startsWith(`${origine}/api/connexion/retour`)) return adresse
  }
  throw new Error('The sign-in never ended')
}

export interface Reponse {
  statut: number
  corps: Record<string, unknown>
  entetes: Headers
}

/** One agent's view of the API. */
export class Client {
  readonly origine: string
  readonly departement: string
  jeton: string

  constructor(origine: string, departement: string, jeton: string) {
    this.origine = origine
    this.departement = departement
    this.jeton = jeton
  }

  async demander(
    methode: string,
    chemin: string,
    corps?: unknown,
    entetes: Record<string, string> = {},
  ): Promise<Reponse> {
    const reponse = await fetch(this.origine + chemin, {
      method: methode,
      headers: {
        ...(this.jeton ? { authorization: `Bearer ${this.jeton}` } : {}),
        ...(corps === undefined ? {} : { 'content-type': 'application/json' }),
        ...entetes,
      },
      ...(corps === undefined ? {} : { body: typeof corps === 'string' ? corps : JSON.stringify(corps) }),
    })
    const texte = await reponse.text()
    const lu: unknown = texte ? JSON.parse(texte) : {}
    return { statut: reponse.status, corps: lu as Record<string, unknown>, entetes: reponse.headers }
  }

  chaine(exercice: number): string {
    return `/api/v1/departements/${this.departement}/exercices/${exercice}`
  }

  /** Uploads bytes as the pane does; gives the id of the upload. */
  async deposer(exercice: number, octets: Uint8Array, nomFichier = 'plan.xlsx'): Promise<string> {
    const depot = await this.demander(
      'POST',
      `${this.chaine(exercice)}/depots`,
      { nomFichier, taille: octets.length, empreinte: sha256(octets) },
      { 'idempotency-key': randomUUID() },
    )
    if (depot.statut !== 201) throw new Error(`depots: ${depot.statut} ${JSON.stringify(depot.corps)}`)
    const envoi = await fetch(String(depot.corps.url), {
      method: 'PUT',
      headers: depot.corps.entetes as Record<string, string>,
      body: octets.slice(),
    })
    if (!envoi.ok) throw new Error(`PUT: ${envoi.status} ${await envoi.text()}`)
    return String(depot.corps.depot)
  }

  async enregistrer(
    exercice: number,
    octets: Uint8Array,
    precedente: string | null,
    cle: string = randomUUID(),
    nomFichier = 'plan.xlsx',
  ): Promise<Reponse> {
    const depot = await this.deposer(exercice, octets, nomFichier)
    return this.demander(
      'POST',
      `${this.chaine(exercice)}/versions`,
      { depot, nomFichier, empreinte: sha256(octets), precedente },
      { 'idempotency-key': cle },
    )
  }
}

export const client = (origine: string, departement: '62' | '15'): Promise<Client> =>
  clientDe(origine, `agent-${departement}-0001`)

/** The agent of this uid, signed in. */
export async function clientDe(origine: string, uid: string): Promise<Client> {
  const agent = AGENTS.find((candidat) => candidat.uid === uid)!
  const navigateur = new Navigateur()
  await seConnecter(navigateur, origine, agent.sub, '/', 'proconnect')
  const reponse = await navigateur.aller(`${origine}/api/session/jeton`, { method: 'POST' })
  const ouverte = (await reponse.json()) as { jeton: string; agent: { departement: { code: string } } }
  return new Client(origine, ouverte.agent.departement.code, ouverte.jeton)
}

export const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

export interface LigneEssai {
  objectif: number
  enveloppe: string
  etat?: number
  departement?: number
  exercice?: number
}

/** The bytes of a small plan d'action, one row an action. */
export async function classeur(lignes: LigneEssai[], note = ''): Promise<Uint8Array> {
  const cahier = new ExcelJS.Workbook()
  const feuille = cahier.addWorksheet('Plan d’action')
  feuille.addRow([
    'N° action',
    'Objectif',
    'Intitulé',
    'Enveloppe',
    'Exercice',
    'Part État',
    'Part Département',
  ])
  for (const [i, ligne] of lignes.entries())
    feuille.addRow([
      i + 1,
      ligne.objectif,
      `Action ${i + 1} ${note}`,
      ligne.enveloppe,
      ligne.exercice ?? 2020,
      ligne.etat ?? 1000,
      ligne.departement ?? 1000,
    ])
  return new Uint8Array(await cahier.xlsx.writeBuffer())
}

export const classeurConforme = (note = ''): Promise<Uint8Array> =>
  classeur(
    [
      { objectif: 1, enveloppe: 'FIR' },
      { objectif: 9, enveloppe: 'ONDAM' },
    ],
    note,
  )

/** Objectif 9 is ONDAM's, not the FIR's. */
export const classeurBloquant = (): Promise<Uint8Array> => classeur([{ objectif: 9, enveloppe: 'FIR' }])
