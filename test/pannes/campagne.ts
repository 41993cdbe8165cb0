import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { KMSClient } from '@aws-sdk/client-kms'
import { Client, classeurConforme, sha256 } from '../../functions/api/essais.ts'
import { creerJetons } from '../../functions/api/jetons.ts'
import { creerSignataireJetons } from '../../functions/depot/signataire.ts'
import { creerHasard } from './hasard.ts'
import type { Ordres } from './service.ts'

/** How large a campaign is. */
export interface Taille {
  departements: number
  /** Submissions of each département. */
  envois: number
  /** Départements at work at the same time. */
  postes: number
  graine: number
  dire?: (ligne: string) => void
}

/** What a campaign found; the first four are to be 0. */
export interface Bilan {
  versionsPerdues: number
  chainesRompues: number
  envoyeesDeuxFois: number
  niEnvoyeesNiIncertaines: number
  soumissions: number
  versions: number
  arrets: number
  messages: number
  etats: Record<string, number>
  dureeS: number
}

/** One département at work: what it was acknowledged. */
interface Poste {
  code: string
  siret: string
  versions: Map<number, string>
  envois: Set<number>
}

const SERVICE = new URL('./service.ts', import.meta.url).pathname
const EXERCICE = 2020
/** States in which nothing more happens by itself. */
const ETABLIS = ['envoyee', 'differee', 'remise', 'rejetee', 'incertaine', 'echouee']
/** Those that say that a message left. */
const PARTIS = ['envoyee', 'differee', 'remise', 'rejetee']

const CODES = [
  ...Array.from({ length: 95 }, (_, i) => String(i + 1).padStart(2, '0')).filter((code) => code !== '20'),
  ...['2A', '2B', '971', '972', '973', '974', '976'],
]

/** The stack in a process of its own, which can be killed at any moment. */
class Service {
  origine = ''
  #enfant: ChildProcess | undefined
  #jetons: ((poste: Poste) => Promise<string>) | undefined
  #pret: Promise<void> = Promise.resolve()
  readonly #ordres: Omit<Ordres, 'graine' | 'pannes'>

  constructor(ordres: Omit<Ordres, 'graine' | 'pannes'>) {
    this.#ordres = ordres
  }

  lancer(graine: number, pannes: boolean): Promise<void> {
    this.#pret = this.#lancer(graine, pannes)
    return this.#pret
  }

  async #lancer(graine: number, pannes: boolean): Promise<void> {
    const ordres: Ordres = { ...this.#ordres, graine, pannes }
    const enfant = spawn(process.execPath, [SERVICE], {
      env: { ...process.env, PANNES: JSON.stringify(ordres) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#enfant = enfant
    let dit = ''
    for (const flux of [enfant.stdout, enfant.stderr])
      flux.on('data', (octets: Buffer) => void (dit += octets.toString()))
    const ligne = (): string | undefined => /^PRET (.+)\n/m.exec(dit)?.[1]
    while (ligne() === undefined) {
      if (enfant.exitCode !== null) throw new Error(`The stack did not start: ${dit}`)
      await attendre(20)
    }
    const { origine, environnement } = JSON.parse(ligne()!) as {
      origine: string
      environnement: Record<string, string>
    }
    this.origine = origine
    const kms = new KMSClient({
      region: environnement.AWS_REGION!,
      endpoint: environnement.AWS_ENDPOINT_URL_KMS!,
      credentials: {
        accessKeyId: environnement.AWS_ACCESS_KEY_ID!,
        secretAccessKey: environnement.AWS_SECRET_ACCESS_KEY!,
      },
    })
    const jetons = creerJetons(
      creerSignataireJetons(kms, environnement.CLE_SESSION!),
      origine,
      () => new Date(),
    )
    this.#jetons = ({ code, siret }) =>
      jetons.emettre('acces', {
        sub: `agent-${code}`,
        prenom: 'Agent',
        nom: code,
        courriel: `agent@${code.toLowerCase()}.example`,
        siret,
        departements: [code],
        roles: ['valideur'],
      })
  }

  /** The API for this département, once the stack answers. */
  async client(poste: Poste): Promise<Client> {
    await this.#pret
    return new Client(this.origine, poste.code, await this.#jetons!(poste))
  }

  async tuer(): Promise<void> {
    const enfant = this.#enfant
    if (!enfant || enfant.exitCode !== null || enfant.signalCode !== null) return
    const fini = once(enfant, 'exit')
    enfant.kill('SIGKILL')
    await fini
  }
}

/** Asks until an answer says yes: a kill, a lost answer or a breakdown is asked again under the same key. */
async function obtenir(
  service: Service,
  poste: Poste,
  demande: (client: Client) => Promise<{ statut: number; corps: Record<string, unknown> }>,
  voulus: readonly number[],
): Promise<Record<string, unknown>> {
  let dernier = ''
  for (let essai = 0; essai < 200; essai++) {
    try {
      const { statut, corps } = await demande(await service.client(poste))
      if (voulus.includes(statut)) return corps
      dernier = `${statut} ${JSON.stringify(corps)}`
      if (statut < 500 && statut !== 401 && statut !== 429) break
    } catch (erreur) {
      dernier = String(erreur)
    }
    await attendre(100)
  }
  throw new Error(`Never acknowledged: ${poste.code} ${dernier}`)
}

/** Saves and sends, one submission after the other. */
async function travailler(service: Service, poste: Poste, envois: number): Promise<void> {
  let precedente: string | null = null
  for (let i = 0; i < envois; i++) {
    const octets = await classeurConforme(`${poste.code} ${i} ${crypto.randomUUID()}`)
    const cle = crypto.randomUUID()
    // As the pane does: uploaded once, then the same request under the same key until it is acknowledged.
    const { depot } = await obtenir(
      service,
      poste,
      async (client) => ({ statut: 201, corps: { depot: await client.deposer(EXERCICE, octets) } }),
      [201],
    )
    const corps = { depot, nomFichier: 'plan.xlsx', empreinte: sha256(octets), precedente }
    const { numero, empreinteDeclaration } = await obtenir(
      service,
      poste,
      (client) =>
        client.demander('POST', `${client.chaine(EXERCICE)}/versions`, corps, { 'idempotency-key': cle }),
      [201],
    )
    poste.versions.set(Number(numero), String(empreinteDeclaration))
    precedente = String(empreinteDeclaration)
    const cleEnvoi = crypto.randomUUID()
    await obtenir(
      service,
      poste,
      (client) =>
        client.demander(
          'POST',
          `${client.chaine(EXERCICE)}/versions/${String(numero)}/transmissions/libre`,
          {},
          { 'idempotency-key': cleEnvoi },
        ),
      [202],
    )
    poste.envois.add(Number(numero))
  }
}

/** How many messages the mail service accepted for each transmission, as it wrote them before it answered. */
async function messagesAcceptes(dossier: string): Promise<Map<string, number>> {
  const comptes = new Map<string, number>()
  const salle = path.join(dossier, 'ses', 'messages')
  for (const nom of (await readdir(salle)).filter((n) => n.endsWith('.eml'))) {
    const brut = (await readFile(path.join(salle, nom))).toString('latin1')
    const id = /^X-CDPPE-Transmission: (\S+)\r?$/im.exec(brut)?.[1]
    if (id) comptes.set(id, (comptes.get(id) ?? 0) + 1)
  }
  return comptes
}

interface VersionLue {
  numero: number
  empreinteDeclaration: string
  precedente: string | null
}

/** Runs a campaign in a folder of its own, and says what it found. */
export async function campagne({
  departements,
  envois,
  postes: nombre,
  graine,
  dire = () => undefined,
}: Taille): Promise<Bilan> {
  const debut = Date.now()
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'cdppe-pannes-'))
  const hasard = creerHasard(graine)
  const postes: Poste[] = CODES.slice(0, departements).map((code, i) => ({
    code,
    siret: `2200000000${String(i).padStart(4, '0')}`,
    versions: new Map(),
    envois: new Set(),
  }))
  const service = new Service({
    dossier: path.join(dossier, 'donnees'),
    departements: JSON.stringify(
      postes.map(({ code, siret }) => ({ code, nom: `Département ${code}`, sirets: [siret] })),
    ),
    agents: '[]',
  })
  const bilan: Bilan = {
    versionsPerdues: 0,
    chainesRompues: 0,
    envoyeesDeuxFois: 0,
    niEnvoyeesNiIncertaines: 0,
    soumissions: 0,
    versions: 0,
    arrets: 0,
    messages: 0,
    etats: {},
    dureeS: 0,
  }
  try {
    await service.lancer(graine, true)
    let fini = false
    const file = [...postes]
    const travail = Promise.all(
      Array.from({ length: nombre }, async () => {
        for (let poste = file.shift(); poste; poste = file.shift()) await travailler(service, poste, envois)
      }),
    ).finally(() => (fini = true))
    // Looked at below; until then its failure is nobody's.
    travail.catch(() => undefined)
    while (!fini) {
      // Counted in what was acknowledged, so that a slow machine makes its way too; then at any moment.
      const vise = acquis(postes) + 1 + Math.floor(hasard() * 3 * nombre)
      while (!fini && acquis(postes) < vise) await attendre(20)
      await Promise.race([attendre(hasard() * 400), travail.catch(() => undefined)])
      if (fini) break
      await service.tuer()
      bilan.arrets++
      await service.lancer(graine + bilan.arrets, true)
      dire(`arrêt ${bilan.arrets}, ${postes.reduce((n, p) => n + p.envois.size, 0)} soumissions acquises`)
    }
    await travail
    // One more kill, then a quiet stack settles whatever was left.
    await service.tuer()
    bilan.arrets++
    await service.lancer(graine, false)
    await juger(service, postes, dossier, bilan)
  } finally {
    await service.tuer()
    await rm(dossier, { recursive: true, force: true })
  }
  bilan.dureeS = Math.round((Date.now() - debut) / 1000)
  return bilan
}

/** Versions and submissions that were acknowledged so far. */
const acquis = (postes: readonly Poste[]): number =>
  postes.reduce((n, p) => n + p.versions.size + p.envois.size, 0)

async function juger(
  service: Service,
  postes: readonly Poste[],
  dossier: string,
  bilan: Bilan,
): Promise<void> {
  const statuts = new Map<string, string>()
  for (const poste of postes) {
    const client = await service.client(poste)
    const { corps } = await client.demander('GET', `${client.chaine(EXERCICE)}/versions`)
    const versions = (corps.versions as VersionLue[]).toReversed()
    bilan.versions += versions.length
    for (const [numero, empreinte] of poste.versions)
      if (versions[numero - 1]?.empreinteDeclaration !== empreinte) bilan.versionsPerdues++
    const continue_ = versions.every(
      (v, i) => v.numero === i + 1 && v.precedente === (versions[i - 1]?.empreinteDeclaration ?? null),
    )
    if (!continue_) bilan.chainesRompues++
    for (const numero of poste.envois) {
      bilan.soumissions++
      const chemin = `${client.chaine(EXERCICE)}/versions/${numero}/transmissions/libre`
      let statut = ''
      for (let essai = 0; essai < 240 && !ETABLIS.includes(statut); essai++) {
        if (essai > 0) await attendre(500)
        statut = String((await client.demander('GET', chemin)).corps.statut)
      }
      statuts.set(`${poste.code}-${EXERCICE}-${numero}-libre`, statut)
      bilan.etats[statut] = (bilan.etats[statut] ?? 0) + 1
    }
  }
  const messages = await messagesAcceptes(path.join(dossier, 'donnees'))
  for (const nombre of messages.values()) {
    bilan.messages += nombre
    if (nombre > 1) bilan.envoyeesDeuxFois++
  }
  for (const [id, statut] of statuts) {
    const parti = messages.has(id)
    const dit = PARTIS.includes(statut)
    // Said to be sent without a message, not settled at all, or refused although it left.
    if (dit !== parti && statut !== 'incertaine') bilan.niEnvoyeesNiIncertaines++
  }
}

function ecrire(bilan: Bilan): string {
  const etats = Object.entries(bilan.etats)
    .map(([etat, nombre]) => `${etat} ${nombre}`)
    .join(', ')
  return [
    `Campagne de pannes : ${bilan.soumissions} soumissions, ${bilan.versions} versions, ${bilan.arrets} arrêts brutaux (SIGKILL), ${bilan.messages} messages, ${bilan.dureeS} s`,
    `États : ${etats}`,
    `Versions acquises perdues : ${bilan.versionsPerdues}`,
    `Chaînes rompues : ${bilan.chainesRompues}`,
    `Soumissions envoyées deux fois : ${bilan.envoyeesDeuxFois}`,
    `Soumissions ni envoyées ni dites incertaines : ${bilan.niEnvoyeesNiIncertaines}`,
  ].join('\n')
}

if (import.meta.main) {
  const [departements = 101, envois = 5, graine = 1] = process.argv.slice(2).map(Number)
  const dire = (ligne: string): void => void process.stderr.write(`${ligne}\n`)
  const bilan = await campagne({ departements, envois, postes: 6, graine, dire })
  process.stdout.write(`${ecrire(bilan)}\n`)
  const fautes =
    bilan.versionsPerdues + bilan.chainesRompues + bilan.envoyeesDeuxFois + bilan.niEnvoyeesNiIncertaines
  process.exit(fautes === 0 ? 0 : 1)
}
