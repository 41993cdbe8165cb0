import type { Chaine } from '../api.ts'
import { ErreurApi } from '../api.ts'
import type { StatutTransmission, Transmission } from '../api-types.ts'
import type { SuiviService } from './service.ts'

const EN_MARCHE: readonly StatutTransmission[] = ['preparee', 'en-cours']

/** Pauses between two looks at a sending, in ms; after the last one the pane stops looking by itself. */
export const PAUSES_MS: readonly number[] = [
  500, 1000, 1000, 2000, 2000, 2000, 3000, 3000, 5000, 5000, 10_000, 10_000, 15_000, 15_000, 20_000, 30_000,
]

export function enMarche(statut: StatutTransmission): boolean {
  return EN_MARCHE.includes(statut)
}

/** Asks for a sending and follows it. */
export class SuiviEnvoi {
  readonly #service: SuiviService
  readonly #pause: (ms: number) => Promise<void>
  readonly #cles = new Map<string, string>()
  readonly #suivis = new Set<string>()

  constructor(service: SuiviService, pause: (ms: number) => Promise<void> = attendre) {
    this.#service = service
    this.#pause = pause
  }

  /**
   * Asks for the sending of a version. When no answer comes the pane looks whether it stands, rather than
   * ask twice. The key is the same until an answer was had; after a failed sending a new one is a new intent.
   */
  async transmettre(chaine: Chaine, numero: number): Promise<void> {
    const intention = `${chaine.departement}|${chaine.exercice}|${numero}`
    const cle = this.#cles.get(intention) ?? crypto.randomUUID()
    this.#cles.set(intention, cle)
    this.#service.effacerAvis()
    try {
      this.#service.noterTransmission(await this.#service.api.transmettre(chaine, numero, cle))
    } catch (erreur) {
      const sansReponse = erreur instanceof ErreurApi && erreur.statut === 0
      if (!sansReponse || !(await this.#chercher(chaine, numero))) {
        this.#service.echouer(erreur)
        return
      }
    }
    this.#cles.delete(intention)
    await this.suivre(chaine, numero)
  }

  /** Looks at a sending until it is over, for a few minutes at most. True when it is over. */
  async suivre(chaine: Chaine, numero: number): Promise<boolean> {
    const repere = `${chaine.departement}|${chaine.exercice}|${numero}`
    if (this.#suivis.has(repere)) return false
    this.#suivis.add(repere)
    try {
      for (const ms of PAUSES_MS) {
        const transmission = await this.#chercher(chaine, numero)
        if (!transmission || !enMarche(transmission.statut)) return true
        await this.#pause(ms)
      }
      return false
    } finally {
      this.#suivis.delete(repere)
      await this.#service.charger()
    }
  }

  /** A person says what became of a sending that nobody could establish. */
  async trancher(chaine: Chaine, numero: number, issue: 'recu' | 'renvoyer'): Promise<void> {
    try {
      this.#service.noterTransmission(await this.#service.api.trancher(chaine, numero, issue))
      await this.suivre(chaine, numero)
    } catch (erreur) {
      this.#service.echouer(erreur)
    }
  }

  async #chercher(chaine: Chaine, numero: number): Promise<Transmission | null> {
    try {
      const transmission = await this.#service.api.transmission(chaine, numero)
      if (transmission) this.#service.noterTransmission(transmission)
      return transmission
    } catch (erreur) {
      this.#service.echouer(erreur)
      return null
    }
  }
}

function attendre(ms: number): Promise<void> {
  return new Promise((tenir) => setTimeout(tenir, ms))
}
