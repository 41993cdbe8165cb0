import type { Constat } from '../../../shared/controle/rapport.ts'
import { marquesDuRapport } from '../../../shared/controle/marques.ts'
import { ErreurHote } from '../../hote/hote.ts'
import type { HoteClasseur } from '../../hote/hote.ts'
import { compte } from '../texte/typographie.ts'
import { Magasin } from './magasin.ts'

export interface EtatMarques {
  /** Cells that bear a mark; null until the workbook was looked at. */
  nombre: number | null
  enCours: boolean
  /** What came of the last gesture, French. */
  avis: { genre: 'success' | 'warning' | 'error'; texte: string } | null
}

/** The marks in the sheets: put on demand, counted, taken away. */
export class SuiviMarques extends Magasin<EtatMarques> {
  readonly #hote: HoteClasseur

  constructor(hote: HoteClasseur) {
    super({ nombre: null, enCours: false, avis: null })
    this.#hote = hote
  }

  /** Whether what is signed would hold them. */
  get dansLeFichier(): boolean {
    return this.#hote.marquesDansLeFichier
  }

  /** Looks whether cells are marked: by this person, by another one, or no longer since a step was undone. */
  async regarder(): Promise<void> {
    try {
      this.changer({ nombre: await this.#hote.compterMarques() })
    } catch {
      // Not known is not none: it is asked again at the next occasion.
      this.changer({ nombre: null })
    }
  }

  /** After a check: Excel is asked once, the page each time, since a step undone there takes marks with it. */
  async apresControle(): Promise<void> {
    if (this.etat.nombre === null || !this.dansLeFichier) await this.regarder()
  }

  /** Marks the cells of these constats in place of those that were marked. */
  async marquer(constats: readonly Constat[]): Promise<void> {
    await this.#agir(async () => {
      const { cellules, reserve } = await this.#hote.marquer(marquesDuRapport(constats))
      if (cellules === 0 && reserve === null)
        return {
          genre: 'warning',
          texte: 'Ces cellules n’existent plus dans le classeur. Relancez le contrôle.',
        }
      return reserve === null ? null : { genre: 'warning', texte: reserve }
    })
  }

  /** @returns whether none is left */
  async oter(): Promise<boolean> {
    await this.#agir(async () => {
      const n = await this.#hote.oterMarques()
      const suite = n > 1 ? 'ont retrouvé leur aspect' : 'a retrouvé son aspect'
      return {
        genre: 'success',
        texte:
          n === 0 ? 'Aucune cellule n’était marquée.' : `Marques ôtées : ${compte(n, 'cellule')} ${suite}.`,
      }
    })
    return this.etat.nombre === 0
  }

  fermerAvis(): void {
    this.changer({ avis: null })
  }

  /** To be asked before bytes are signed. */
  async aDireAvantDeSigner(): Promise<boolean> {
    if (!this.dansLeFichier) return false
    await this.regarder()
    return (this.etat.nombre ?? 0) > 0
  }

  async #agir(geste: () => Promise<EtatMarques['avis']>): Promise<void> {
    if (this.etat.enCours) return
    this.changer({ enCours: true, avis: null })
    try {
      this.changer({ avis: await geste() })
    } catch (erreur) {
      const texte =
        erreur instanceof ErreurHote
          ? erreur.message
          : 'Les marques n’ont pas pu être changées. Aucune valeur n’a été modifiée ; recommencez.'
      this.changer({ avis: { genre: 'error', texte } })
    }
    await this.regarder()
    this.changer({ enCours: false })
  }
}
