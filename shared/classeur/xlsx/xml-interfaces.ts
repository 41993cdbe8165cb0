/** What passes between the two parsers of XML and whoever listens to them. */

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

/** Takes the bytes of one part, chunk by chunk; a chunk is not kept beyond its `write`. */
export interface XmlSink {
  write(chunk: Uint8Array): void
  end(): void
}
