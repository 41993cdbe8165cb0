import type { Limites } from './limites.ts'
import { RefusClasseur } from './refus.ts'

/** What the keeping of a text costs beside its characters. */
const POIDS_TEXTE = 24

/** Counts what a workbook has cost so far, over all its parts, and refuses what goes beyond. */
export class Budget {
  /** Parts already read: one that is named again and again would be a bomb. */
  private readonly partiesLues = new Set<string>()
  private elements = 0
  private texte = 0
  private readonly limites: Limites

  constructor(limites: Limites) {
    this.limites = limites
  }

  /** Counts `n` stored things: cells, row heights, merges, names. */
  compter(n = 1): void {
    if ((this.elements += n) > this.limites.elements) throw new RefusClasseur('trop-de-cellules')
  }

  /** Counts the characters of a stored text, and a little for its keeping. */
  compterTexte(texte: string): void {
    if ((this.texte += texte.length + POIDS_TEXTE) > this.limites.texte)
      throw new RefusClasseur('trop-de-texte')
  }

  /** Goes on with a text being gathered, unless it is longer than any cell's. */
  prolonger(debut: string, suite: string): string {
    if (debut.length + suite.length > this.limites.jeton) throw new RefusClasseur('trop-de-texte')
    return debut + suite
  }

  /** True the first time that a part is named. */
  premiereLecture(part: string): boolean {
    const taille = this.partiesLues.size
    return this.partiesLues.add(part).size > taille
  }
}
