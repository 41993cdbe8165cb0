import { ErreurApi } from '../api.ts'
import type { Chaine } from '../api.ts'
import type { Saisie } from '../api-types.ts'
import { Magasin } from './magasin.ts'
import type { SuiviService } from './service.ts'

export interface EtatSaisie {
  /** null until the answers were read. */
  saisie: Saisie | null
  /** Why they could not be read (French). */
  erreur: string | null
  /** Fiche that is being recorded as typed. */
  enCours: string | null
}

/** What one version gives to type into the EUSurvey form, and what of it was typed. */
export class SuiviSaisie extends Magasin<EtatSaisie> {
  readonly #service: SuiviService
  readonly #chaine: Chaine
  readonly #numero: number
  /** Keys of what was asked and not answered, by fiche. */
  readonly #cles = new Map<string, string>()

  constructor(service: SuiviService, chaine: Chaine, numero: number) {
    super({ saisie: null, erreur: null, enCours: null })
    this.#service = service
    this.#chaine = chaine
    this.#numero = numero
  }

  async charger(): Promise<void> {
    this.changer({ erreur: null })
    try {
      this.changer({ saisie: await this.#service.api.saisie(this.#chaine, this.#numero) })
    } catch (erreur) {
      if (erreur instanceof ErreurApi && erreur.statut === 401) this.#service.echouer(erreur)
      this.changer({
        erreur:
          erreur instanceof ErreurApi ? erreur.message : 'Les réponses à saisir n’ont pas pu être lues.',
      })
    }
  }

  /** Records that a fiche was typed into the form; told twice, it is recorded once. */
  async noter(fiche: string): Promise<void> {
    if (this.etat.enCours !== null) return
    const cle = this.#cles.get(fiche) ?? crypto.randomUUID()
    this.#cles.set(fiche, cle)
    this.changer({ enCours: fiche })
    this.#service.effacerAvis()
    try {
      this.changer({ saisie: await this.#service.api.noterSaisie(this.#chaine, this.#numero, fiche, cle) })
      this.#cles.delete(fiche)
    } catch (erreur) {
      this.#service.echouer(erreur)
    } finally {
      this.changer({ enCours: null })
    }
  }
}
