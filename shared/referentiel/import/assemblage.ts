import { reference as adresseDe, type ReferenceCellule } from '../../classeur/adresse.ts'
import type { Classeur } from '../../classeur/classeur.ts'
import type { FeuilleListe, FeuilleModele } from './feuilles.ts'
import { feuilleNommee, lireRangees, type Rangee } from './lire-feuille.ts'
import type { Chemin, Probleme } from './probleme.ts'

const cleDe = (chemin: Chemin) => chemin.map(String).join('.')

/** A référentiel being put together from a workbook, with the cell that each value came from. */
export class Assemblage {
  readonly document: Record<string, unknown> = {}
  private readonly classeur: Classeur
  private readonly cellules = new Map<string, ReferenceCellule>()
  /** Paths of the cells that were refused, and the sheets that are missing: said once, not twice. */
  private readonly dits = new Set<string>()
  private readonly refus: string[] = []

  constructor(classeur: Classeur) {
    this.classeur = classeur
  }

  /** The rows of a sheet; a required sheet that is missing is an error of its own. */
  rangees(modele: FeuilleModele): Rangee[] {
    const feuille = feuilleNommee(this.classeur, modele.nom)
    if (!feuille) {
      if (modele.requise) this.refus.push(`il manque la feuille « ${modele.nom} »`)
      return []
    }
    const { rangees, refus } = lireRangees(this.classeur, feuille, modele)
    for (const r of refus) this.refuser(r.cellule, r.phrase)
    return rangees
  }

  refuser(cellule: ReferenceCellule | undefined, phrase: string): void {
    this.refus.push(cellule === undefined ? phrase : `${cellule} : ${phrase}`)
  }

  /** Says no more of these paths. */
  taire(...chemins: string[]): void {
    for (const chemin of chemins) this.dits.add(chemin)
  }

  /** Whole list from a sheet with one element a row. */
  liste(modele: FeuilleListe): void {
    const elements = this.rangees(modele).map((rangee, i) => {
      const chemin = [modele.liste, i]
      this.situer(chemin, rangee)
      const valeurs = Object.fromEntries(modele.colonnes.map((c) => [c.cle, rangee.valeurs[c.cle]]))
      return { ...(modele.plier?.(valeurs) ?? valeurs), ...this.referenceDe(rangee, chemin) }
    })
    this.poser(modele.liste, elements, modele)
  }

  /** Puts a list, and says no more of it where its sheet is missing. */
  poser(cle: string, elements: unknown[], modele: FeuilleModele): void {
    this.document[cle] = elements
    const feuille = feuilleNommee(this.classeur, modele.nom)
    if (feuille) {
      if (!this.cellules.has(cle)) this.cellules.set(cle, adresseDe(feuille.nom, 0, 0))
    } else this.dits.add(cle)
  }

  /** Remembers where an element and each of its values stand. */
  situer(chemin: Chemin, rangee: Rangee, cles: readonly string[] = Object.keys(rangee.cellules)): void {
    const base = cleDe(chemin)
    const premiere = Object.values(rangee.cellules)[0]
    if (premiere !== undefined && !this.cellules.has(base)) this.cellules.set(base, premiere)
    for (const cle of cles) this.situerValeur([...chemin, ...cle.split('.')], rangee, cle)
  }

  /** The same for one value whose path is not the key of its column. */
  situerValeur(chemin: Chemin, rangee: Rangee, cle: string): void {
    const cellule = rangee.cellules[cle]
    if (cellule !== undefined) this.cellules.set(cleDe(chemin), cellule)
    if (rangee.refusees.has(cle)) this.dits.add(cleDe(chemin))
  }

  /** `{ reference }` of a row, empty where the row says nothing of its place. What is blank is taken from the text. */
  referenceDe(rangee: Rangee, chemin: Chemin): { reference?: Record<string, unknown> } {
    const base = cleDe([...chemin, 'reference'])
    this.situerValeur([...chemin, 'reference'], rangee, 'reference.article')
    for (const champ of ['article', 'citation', 'presomption', 'texte', 'source', 'verifieLe'])
      this.situerValeur([...chemin, 'reference', champ], rangee, `reference.${champ}`)
    const lu = (champ: string) => rangee.valeurs[`reference.${champ}`]
    const champs = ['article', 'citation', 'presomption', 'texte', 'source', 'verifieLe']
    if (champs.every((c) => lu(c) === undefined)) {
      if (champs.some((c) => rangee.refusees.has(`reference.${c}`))) this.dits.add(base)
      return {}
    }
    const defaut = (this.document['reference'] ?? {}) as Record<string, unknown>
    const place: Record<string, unknown> = {
      texte: lu('texte') ?? defaut['texte'],
      article: lu('article'),
      source: lu('source') ?? defaut['source'],
      verifieLe: lu('verifieLe') ?? defaut['verifieLe'],
    }
    // What the sheet « Texte » fails to give is said there, once.
    if (base !== 'reference')
      for (const c of ['texte', 'source', 'verifieLe'])
        if (place[c] === undefined) this.dits.add(`${base}.${c}`)
    if (lu('citation') !== undefined) place['citation'] = lu('citation')
    if (lu('presomption') !== undefined) place['presomption'] = lu('presomption')
    return { reference: place }
  }

  /** Everything that is wrong, each with the nearest cell on its path. */
  erreurs(problemes: readonly Probleme[]): string[] {
    return [
      ...this.refus,
      ...problemes.flatMap(({ chemin, phrase }) => {
        for (let n = chemin.length; n > 0; n--) if (this.dits.has(cleDe(chemin.slice(0, n)))) return []
        for (let n = chemin.length; n > 0; n--) {
          const cellule = this.cellules.get(cleDe(chemin.slice(0, n)))
          if (cellule !== undefined) return [`${cellule} : ${phrase}`]
        }
        return [phrase]
      }),
    ]
  }
}
