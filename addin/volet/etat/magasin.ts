/** A state that components follow: read `etat`, be told of each change. Plain class, so that it is tested without a screen. */
export class Magasin<T extends object> {
  #etat: T
  readonly #abonnes = new Set<() => void>()

  constructor(initial: T) {
    this.#etat = initial
  }

  get etat(): T {
    return this.#etat
  }

  /** Calls back after each change; returns how to stop. */
  readonly abonner = (rappel: () => void): (() => void) => {
    this.#abonnes.add(rappel)
    return () => this.#abonnes.delete(rappel)
  }

  protected changer(partie: Partial<T>): void {
    this.#etat = { ...this.#etat, ...partie }
    for (const rappel of this.#abonnes) rappel()
  }
}
