import { AnalyseurRapide } from './xml-rapide.ts'
import { AnalyseurSaxes, encodage } from './xml-saxes.ts'
import { Garde } from './xml-garde.ts'
import type { Limites } from './limites.ts'

/** The attributes of an element. Valid only while `open` runs: the object serves for the next one. */
export interface Attributs {
  /** Value of an attribute by its name as written, prefix included. */
  get(nom: string): string | undefined
  /** Value of the attribute whose name without prefix is this one, when it has a prefix (r:id). */
  getPrefixe(local: string): string | undefined
  /** Value of an attribute as a whole number of digits only; -1 when absent or not one. */
  entier(nom: string): number
  /** An A1 address, as row × 16,384 + column, both 0-based; -1 when absent, -2 when it is not in the grid. */
  adresse(nom: string): number
}

/** What is told of an XML part as it streams by. Names of elements come without their prefix. */
export interface XmlHandler {
  open?(nom: string, attributs: Attributs): void
  /** Text, possibly in several pieces. */
  text?(texte: string): void
  close?(nom: string): void
  /**
   * Tried before `text` when the whole text of an element is at hand as plain bytes (`octets` from `debut`
   * to `fin`, no entity, no line end to normalise); true when that was enough.
   */
  bytes?(octets: Uint8Array, debut: number, fin: number): boolean
  /** false: texts are of no use just now, and are not even decoded. */
  readonly ecoute?: boolean
}

/** Takes the bytes of one part, chunk by chunk. */
export interface XmlSink {
  write(chunk: Uint8Array): void
  end(): void
}

/** Bytes that hold any XML declaration. */
const TETE = 256

/**
 * A strict parser over one part of the archive. Refuses any DOCTYPE (so no entity is ever declared),
 * malformed text, unknown encodings, nesting and tokens beyond the limits. Ordinary UTF-8 goes through
 * AnalyseurRapide; as soon as anything unusual comes (comments, CDATA, other encodings), and for every error,
 * saxes takes over and has the last word.
 */
export function xmlSink(part: string, handler: XmlHandler, limites: Limites): XmlSink {
  const garde = new Garde(part, handler, limites)
  let tete = new Uint8Array()
  let analyseur: XmlSink | undefined
  // The declaration is to be seen whole before it is believed.
  const commencer = () => {
    const encoding = encodage(tete, part)
    analyseur = encoding === 'utf-8' ? new AnalyseurRapide(garde) : new AnalyseurSaxes(garde, encoding)
    analyseur.write(tete)
  }
  return {
    write(chunk) {
      if (analyseur) return analyseur.write(chunk)
      tete = joindre(tete, chunk)
      if (tete.length >= TETE) commencer()
    },
    end() {
      if (!analyseur) commencer()
      analyseur?.end()
    },
  }
}

/** Two runs of bytes as one. */
export function joindre(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const tout = new Uint8Array(a.length + b.length)
  tout.set(a)
  tout.set(b, a.length)
  return tout
}

/** An XML boolean: '1', 'true' or 'on'. */
export function estVrai(valeur: string | undefined): boolean {
  return valeur === '1' || valeur === 'true' || valeur === 'on'
}
