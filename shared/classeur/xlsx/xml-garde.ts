import type { Limites } from './limites.ts'
import { RefusClasseur } from './refus.ts'
import type { Attributs, XmlHandler } from './xml-interfaces.ts'

/** Stands between a parser and the handler of a part: counts elements and nesting, in one place for both parsers. */
export class Garde {
  readonly part: string
  readonly handler: XmlHandler
  readonly limites: Limites
  profondeur = 0
  private balises = 0

  constructor(part: string, handler: XmlHandler, limites: Limites) {
    this.part = part
    this.handler = handler
    this.limites = limites
  }

  open(local: string, attributs: Attributs): void {
    if (++this.profondeur > this.limites.profondeur) throw new RefusClasseur('profondeur', this.part)
    if (++this.balises > this.limites.balises) throw new RefusClasseur('trop-de-cellules', this.part)
    this.handler.open?.(local, attributs)
  }

  close(local: string): void {
    this.profondeur--
    this.handler.close?.(local)
  }

  text(texte: string): void {
    if (this.profondeur > 0 && this.handler.ecoute !== false) this.handler.text?.(texte)
  }

  /** A token (text, attribute, comment) that goes on for this many bytes is no cell's. */
  verifierJeton(longueur: number): void {
    if (longueur > this.limites.jeton) throw new RefusClasseur('trop-de-texte', this.part)
  }

  refuser(detail: string): never {
    throw new RefusClasseur('xml', `${this.part}: ${detail}`)
  }
}
