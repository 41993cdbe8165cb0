import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as attendre } from 'node:timers/promises'
import { KMSClient } from '@aws-sdk/client-kms'
import { Client } from '../../functions/api/essais.ts'
import { creerJetons } from '../../functions/api/jetons.ts'
import { creerSignataireJetons } from '../../functions/depot/signataire.ts'
import type { Ordres } from './service.ts'

/** Who asks: the département and its SIRET. */
export interface Demandeur {
  code: string
  siret: string
}

const SERVICE = new URL('./service.ts', import.meta.url).pathname

/** The stack in a process of its own, which can be killed at any moment. */
export class Service {
  origine = ''
  #enfant: ChildProcess | undefined
  #jetons: ((poste: Demandeur) => Promise<string>) | undefined
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
      // Started a hundred times: what was compiled once is read back.
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: `${ordres.dossier}-compile`,
        PANNES: JSON.stringify(ordres),
      },
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
  async client(poste: Demandeur): Promise<Client> {
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
