import { decouperReference, lireAdresse } from '../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../shared/classeur/adresse.ts'
import { celluleEn, poserCellule } from '../../shared/classeur/classeur.ts'
import { oterCellule } from '../../shared/classeur/fabrique.ts'
import type { Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import type { Marque } from '../../shared/controle/marques.ts'
import { ErreurHote } from '../../addin/hote/hote.ts'
import type { HoteClasseur, Marquage } from '../../addin/hote/hote.ts'
import { composerNote, noteDAvant } from '../../addin/hote/note.ts'
import { adressePlage, regrouper } from '../../addin/hote/plages.ts'

/** A host over a workbook in memory: for tests of the pane, and a third one under the hosts' contract. */
export class HoteMemoire implements HoteClasseur {
  readonly genre = 'tableur'
  readonly marquesDansLeFichier: boolean = true
  /** The cells' own fills, ours over them, and the notes. */
  readonly fonds = new Map<ReferenceCellule, string>()
  readonly marques = new Map<ReferenceCellule, string>()
  readonly notes = new Map<ReferenceCellule, string>()
  /** What was selected last: « Feuille!A1:B2,C3 ». */
  selection: string | null = null
  readonly #classeur: Classeur
  readonly #donnees: Map<string, string>
  readonly #abonnes = new Set<() => void>()
  #octets: Uint8Array

  constructor(classeur: Classeur, octets: Uint8Array = new Uint8Array()) {
    this.#classeur = classeur
    this.#donnees = new Map(Object.entries(classeur.donnees ?? {}))
    this.#octets = octets
  }

  nom(): Promise<string> {
    return Promise.resolve(this.#classeur.nom)
  }

  /** How many times the formulas were to be calculated again. */
  recalculs = 0

  recalculer(): Promise<void> {
    this.recalculs++
    return Promise.resolve()
  }

  lire(): Promise<Classeur> {
    return Promise.resolve({
      ...structuredClone(this.#classeur),
      donnees: Object.fromEntries(this.#donnees),
    })
  }

  relireApresChangement(): Promise<Classeur> {
    return this.lire()
  }

  octets(): Promise<Uint8Array> {
    return Promise.resolve(this.#octets)
  }

  /** Changes the file's bytes, as a save elsewhere would. */
  poserOctets(octets: Uint8Array): void {
    this.#octets = octets
    this.#prevenir()
  }

  async selectionner(cellules: ReferenceCellule[]): Promise<void> {
    const selection = regrouper(cellules)
    if (!selection) return
    this.#feuille(selection.feuille)
    this.selection = `${selection.feuille}!${selection.plages.map(adressePlage).join()}`
    await Promise.resolve()
  }

  async ecrire(cellule: ReferenceCellule, valeur: string | number | boolean | null): Promise<void> {
    const parts = decouperReference(cellule)
    const feuille = this.#feuille(parts.feuille)
    const position = lireAdresse(parts.adresse)
    if (!position) throw new ErreurHote(`« ${parts.adresse} » n’est pas une cellule.`)
    const avant = celluleEn(feuille, position.ligne, position.colonne)
    if (avant?.formule !== undefined)
      throw new ErreurHote(`La cellule ${parts.adresse} contient une formule : elle n’a pas été modifiée.`)
    if (valeur === null || valeur === '') oterCellule(feuille, position.ligne, position.colonne)
    else poserCellule(feuille, position.ligne, position.colonne, { ...avant, valeur })
    this.#prevenir()
    await Promise.resolve()
  }

  surChangement(rappel: () => void): () => void {
    this.#abonnes.add(rappel)
    return () => this.#abonnes.delete(rappel)
  }

  lireDonnee(cle: string): Promise<string | null> {
    return Promise.resolve(this.#donnees.get(cle) ?? null)
  }

  ecrireDonnee(cle: string, valeur: string): Promise<void> {
    this.#donnees.set(cle, valeur)
    return Promise.resolve()
  }

  async marquer(marques: readonly Marque[]): Promise<Marquage> {
    await this.oterMarques()
    const noms = new Set(this.#classeur.feuilles.map((f) => f.nom))
    const siennes = marques.filter(({ cellule }) => noms.has(decouperReference(cellule).feuille))
    for (const { cellule, fond, note } of siennes) {
      this.marques.set(cellule, fond)
      this.notes.set(cellule, composerNote(note, this.notes.get(cellule) ?? null))
    }
    return { cellules: siennes.length, reserve: null }
  }

  async oterMarques(): Promise<number> {
    const nombre = await this.compterMarques()
    this.marques.clear()
    for (const [cellule, note] of this.notes) {
      const avant = noteDAvant(note)
      if (avant === null) this.notes.delete(cellule)
      else if (avant !== undefined) this.notes.set(cellule, avant)
    }
    return nombre
  }

  compterMarques(): Promise<number> {
    return Promise.resolve(this.marques.size)
  }

  #feuille(nom: string): Feuille {
    const feuille = this.#classeur.feuilles.find((f) => f.nom === nom)
    if (!feuille) throw new ErreurHote(`La feuille « ${nom} » n’existe plus dans le classeur.`)
    return feuille
  }

  #prevenir(): void {
    queueMicrotask(() => {
      for (const rappel of this.#abonnes) rappel()
    })
  }
}
