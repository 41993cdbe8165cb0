import type { Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { ceder } from '../hote/ceder.ts'
import { joindre, sansLignes, tranchesDe } from '../hote/tranches.ts'
import type { Tranche } from '../hote/tranches.ts'

/**
 * How a workbook reaches the worker that checks it: by slices, and without the sheets that it already has. A sheet is
 * known by its object, which no host writes in once it has given it.
 */

/** The workbook without its rows; `cles`: its sheets, in order; `attendues`: those that come by slices after it. */
export interface EnteteClasseur {
  classeur: Classeur
  cles: number[]
  attendues: number[]
}

export type MorceauClasseur = { entete: EnteteClasseur } | { tranche: Tranche }

/** The giving side; it follows what the worker has. */
export class Remise {
  #connues = new Map<Feuille, number>()
  #prochaine = 1

  /** Gives a workbook away, and the thread back between two slices. */
  async remettre(classeur: Classeur, envoyer: (morceau: MorceauClasseur) => void): Promise<void> {
    const { feuilles } = classeur
    const cles = feuilles.map((f) => this.#connues.get(f) ?? this.#prochaine++)
    const attendues = feuilles.flatMap((f, rang) => (this.#connues.has(f) ? [] : [rang]))
    this.#connues = new Map(feuilles.map((f, rang) => [f, cles[rang]!]))
    envoyer({ entete: { classeur: { ...classeur, feuilles: feuilles.map(sansLignes) }, cles, attendues } })
    for (const rang of attendues)
      for (const tranche of tranchesDe(feuilles[rang]!, rang)) {
        await ceder()
        envoyer({ tranche })
      }
  }
}

/** The receiving side: a sheet that has not changed is the object that it was at the check before. */
export class Reception {
  #gardees = new Map<number, Feuille>()
  #classeur: Classeur | undefined

  recevoir(morceau: MorceauClasseur): void {
    if ('tranche' in morceau) {
      joindre(this.#classeur!.feuilles, morceau.tranche)
      return
    }
    const { classeur, cles, attendues } = morceau.entete
    const nouvelles = new Set(attendues)
    const feuilles = classeur.feuilles.map((f, rang) =>
      nouvelles.has(rang) ? f : this.#gardees.get(cles[rang]!)!,
    )
    this.#gardees = new Map(feuilles.map((f, rang) => [cles[rang]!, f]))
    this.#classeur = { ...classeur, feuilles }
  }

  /** What was received last, once it is whole. */
  classeur(): Classeur {
    return this.#classeur!
  }
}
