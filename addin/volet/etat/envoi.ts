import type { Chaine } from '../api.ts'
import { ErreurApi } from '../api.ts'
import type { DemandeTransmission, StatutTransmission, Transmission } from '../api-types.ts'
import { sha256 } from '../empreinte.ts'
import { demandeVide, ENVOI_LIBRE } from './demande-envoi.ts'
import type { DemandeEnvoi } from './demande-envoi.ts'
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
  /** Requests whose answer was lost, by sending: the same one under the same key asks again and sends nothing twice. */
  readonly #perdues = new Map<string, { demande: DemandeEnvoi; corps: DemandeTransmission; cle: string }>()
  readonly #suivis = new Set<string>()

  constructor(service: SuiviService, pause: (ms: number) => Promise<void> = attendre) {
    this.#service = service
    this.#pause = pause
  }

  /**
   * Asks for the sending of a version. When no answer comes the pane looks whether it stands, rather than
   * ask twice. The request and its key are the same until an answer was had, whatever it says; what is asked
   * after that, or is asked otherwise, is a new intent.
   */
  async transmettre(chaine: Chaine, numero: number, demande: DemandeEnvoi = demandeVide()): Promise<void> {
    const intention = repereDe(chaine, numero, demande.envoi)
    this.#service.effacerAvis()
    try {
      const perdue = this.#perdues.get(intention)
      const { corps, cle } =
        perdue && pareilles(perdue.demande, demande)
          ? perdue
          : { corps: await this.#deposer(chaine, demande), cle: crypto.randomUUID() }
      this.#perdues.set(intention, { demande, corps, cle })
      this.#service.noterTransmission(
        await this.#service.api.transmettre(chaine, numero, demande.envoi, corps, cle),
      )
    } catch (erreur) {
      const sansReponse = !(erreur instanceof ErreurApi) || erreur.statut === 0 || erreur.statut >= 500
      if (!sansReponse) this.#perdues.delete(intention)
      if (!sansReponse || !(await this.#chercher(chaine, numero, demande.envoi))) {
        this.#service.echouer(erreur)
        return
      }
    }
    this.#perdues.delete(intention)
    await this.suivre(chaine, numero, demande.envoi)
  }

  /** Uploads the files as the workbook was, and gives the request that names them. */
  async #deposer(chaine: Chaine, demande: DemandeEnvoi): Promise<DemandeTransmission> {
    const { api } = this.#service
    const pieces: DemandeTransmission['pieces'] = []
    for (const [piece, fichier] of Object.entries(demande.fichiers)) {
      const octets = new Uint8Array(await fichier.arrayBuffer())
      const empreinte = await sha256(octets)
      const annonce = { nomFichier: fichier.name, taille: octets.length, empreinte }
      const depot = await api.preparerDepot(chaine, annonce)
      await api.deposer(depot, octets)
      pieces.push({ piece, depot: depot.depot, nomFichier: fichier.name, empreinte })
    }
    return {
      pieces,
      dansLeClasseur: [...demande.dansLeClasseur],
      precisions: demande.precisions.trim(),
      horsDelai: demande.horsDelai,
    }
  }

  /** Looks once at where a sending stands, and follows it when it is under way. */
  async regarder(chaine: Chaine, numero: number, envoi: string): Promise<void> {
    const transmission = await this.#chercher(chaine, numero, envoi)
    if (transmission && enMarche(transmission.statut)) await this.suivre(chaine, numero, envoi)
  }

  /** Looks at a sending until it is over, for a few minutes at most. True when it is over. */
  async suivre(chaine: Chaine, numero: number, envoi: string = ENVOI_LIBRE): Promise<boolean> {
    const repere = repereDe(chaine, numero, envoi)
    if (this.#suivis.has(repere)) return false
    this.#suivis.add(repere)
    try {
      for (const ms of PAUSES_MS) {
        const transmission = await this.#chercher(chaine, numero, envoi)
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
  async trancher(
    chaine: Chaine,
    numero: number,
    issue: 'recu' | 'renvoyer',
    envoi: string = ENVOI_LIBRE,
  ): Promise<void> {
    try {
      const cle = crypto.randomUUID()
      const dire = (): Promise<Transmission> => this.#service.api.trancher(chaine, numero, envoi, issue, cle)
      // Without an answer the same one is given again, under the same key: it settles once.
      const reglee = await dire().catch((erreur: unknown) => {
        if (erreur instanceof ErreurApi && erreur.statut === 0) return dire()
        throw erreur
      })
      this.#service.noterTransmission(reglee)
      await this.suivre(chaine, numero, envoi)
    } catch (erreur) {
      this.#service.echouer(erreur)
    }
  }

  async #chercher(chaine: Chaine, numero: number, envoi: string): Promise<Transmission | null> {
    try {
      const transmission = await this.#service.api.transmission(chaine, numero, envoi)
      if (transmission) this.#service.noterTransmission(transmission)
      return transmission
    } catch (erreur) {
      this.#service.echouer(erreur)
      return null
    }
  }
}

/** Whether the sender asks the very same thing again. */
function pareilles(a: DemandeEnvoi, b: DemandeEnvoi): boolean {
  const fichiers = Object.entries(b.fichiers)
  return (
    a.precisions === b.precisions &&
    a.horsDelai === b.horsDelai &&
    a.dansLeClasseur.join() === b.dansLeClasseur.join() &&
    Object.keys(a.fichiers).length === fichiers.length &&
    fichiers.every(([piece, fichier]) => a.fichiers[piece] === fichier)
  )
}

function repereDe({ departement, exercice }: Chaine, numero: number, envoi: string): string {
  return [departement, exercice, numero, envoi].join('|')
}

function attendre(ms: number): Promise<void> {
  return new Promise((tenir) => setTimeout(tenir, ms))
}
