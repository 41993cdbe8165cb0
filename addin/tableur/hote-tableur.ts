import { CellValueType, ICommandService } from '@univerjs/core'
import type { ICellData, IRange, Workbook } from '@univerjs/core'
import {
  ILayoutService,
  ScrollCommand,
  SetFormulaCalculationResultMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActivateCommand,
} from '@univerjs/preset-sheets-core'
import { dansPlage, decouperReference, lireAdresse } from '../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../shared/classeur/adresse.ts'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Marque } from '../../shared/controle/marques.ts'
import type { HoteClasseur, Marquage } from '../hote/hote.ts'
import { ESPACE } from '../formules/catalogue.ts'
import { ErreurHote } from '../hote/hote.ts'
import { regrouper } from '../hote/plages.ts'
import { calculer } from './calcul.ts'
import { debordements, poserDebordements } from './debordements.ts'
import { ecouterCommandes } from './ecoute.ts'
import type { Grille } from './grille.ts'
import { montrer } from './grille.ts'
import { celluleDeGrille, identifiantDeFeuille, instantane } from './instantane.ts'
import { ecrireEnParallele, lireEnParallele } from './lecture.ts'
import { MarquesDeGrille } from './marques.ts'
import { modificationsEntre } from './modifications.ts'
import { Releve } from './releve.ts'

/** How long the grid must have been at rest before a change is told: one edit fires several events. */
const REPOS_MS = 250

/** What stays in sight above and left of a cell that had to be scrolled to. */
const LIGNES_AUTOUR = 5
const COLONNES_AUTOUR = 2

const NOS_FONCTIONS = new RegExp(`\\b${ESPACE}\\.`, 'i')

let nombreOuverts = 0

/**
 * One opened workbook, in the page's grid, as the pane sees it. Small data of the pane come from the file and go into
 * it with its bytes.
 */
export class HoteTableur implements HoteClasseur {
  readonly genre = 'tableur'
  readonly marquesDansLeFichier = false
  private readonly grille: Grille
  private readonly releve: Releve
  private readonly unitId: string
  private readonly nomFichier: string
  private readonly fichier: Uint8Array
  private readonly origine: Classeur
  /** What was last given to the user to keep. */
  private enregistre: Classeur
  private readonly donnees: Map<string, string>
  /** The small data have changed since the workbook was opened or last saved. */
  private donneesAEnregistrer = false
  private readonly marques: MarquesDeGrille
  private readonly rappels = new Set<() => void>()
  private readonly rappelsDeModification = new Set<() => void>()
  private repos: ReturnType<typeof setTimeout> | undefined

  private constructor(
    grille: Grille,
    releve: Releve,
    unitId: string,
    nom: string,
    fichier: Uint8Array,
    origine: Classeur,
  ) {
    this.grille = grille
    this.releve = releve
    this.unitId = unitId
    this.nomFichier = nom
    this.fichier = fichier
    this.origine = origine
    this.enregistre = origine
    this.donnees = new Map(Object.entries(origine.donnees ?? {}))
    this.marques = new MarquesDeGrille(grille.injector, () => this.classeur())
    ecouterCommandes(grille.injector, unitId, ({ id, params }) => {
      if (id !== SetRangeValuesMutation.id && id !== SetFormulaCalculationResultMutation.id) return
      if (!concerne(params, unitId)) return
      this.annoncer()
      this.noterModification()
    })
  }

  /**
   * Opens a workbook in the grid in place of the one that is there; on a refusal (OuvertureRefusee) that one
   * stays.
   * @param octets the file's own bytes, kept to be given back as they are
   */
  static async ouvrir(grille: Grille, octets: Uint8Array, nom: string): Promise<HoteTableur> {
    const origine = await lireEnParallele(octets, nom)
    const unitId = `classeur-${String(++nombreOuverts)}`
    const releve = new Releve(grille.injector, unitId, origine)
    await montrer(grille, await instantane(origine, unitId))
    poserDebordements(grille.injector, unitId, origine, identifiantDeFeuille, celluleDeGrille)
    // Formulas that come with a result keep it.
    await calculer(
      grille.injector,
      unitId,
      origine,
      ({ formule, valeur }) => formule !== undefined && valeur === null,
    )
    return new HoteTableur(grille, releve, unitId, nom, octets, origine)
  }

  nom(): Promise<string> {
    return Promise.resolve(this.nomFichier)
  }

  /** Its cells are at hand: the whole is read as quickly. */
  relireApresChangement(): Promise<Classeur> {
    return this.lire()
  }

  async lire(): Promise<Classeur> {
    await this.grille.calcul.repos()
    const classeur = await this.releve.lireEnCedant(this.classeur())
    return { ...classeur, donnees: Object.fromEntries(this.donnees) }
  }

  async octets(): Promise<Uint8Array> {
    // A cell that is still being typed belongs to what the user gives away.
    await this.grille.api.getActiveWorkbook()?.endEditingAsync(true)
    return this.octetsEnLEtat()
  }

  /** The same without what is being typed in a cell, which goes on. */
  async octetsEnLEtat(): Promise<Uint8Array> {
    await this.grille.calcul.repos()
    const classeur = await this.releve.lireEnCedant(this.classeur())
    return ecrireEnParallele(this.fichier, modificationsEntre(this.origine, classeur), this.donnees)
  }

  /** Whether the user has changed cells, or what the pane keeps, since the workbook was opened or last saved. */
  aEnregistrer(): boolean {
    if (!this.estOuvert()) return false
    return this.donneesAEnregistrer || modificationsEntre(this.enregistre, this.relire()).length > 0
  }

  /** To be called once the bytes have been given to the user. */
  noterEnregistre(): void {
    this.enregistre = this.relire()
    this.donneesAEnregistrer = false
    this.noterModification()
  }

  /** To be called on a workbook found again with changes that no copy was saved of. */
  noterAEnregistrer(): void {
    this.donneesAEnregistrer = true
  }

  async selectionner(cellules: ReferenceCellule[]): Promise<void> {
    const selection = regrouper(cellules)
    if (!selection) return
    const rang = this.rangDeFeuille(selection.feuille)
    const { unitId } = this
    const subUnitId = identifiantDeFeuille(rang)
    const plages = selection.plages.map((p): IRange => ({
      startRow: p.ligne,
      startColumn: p.colonne,
      endRow: p.derniereLigne,
      endColumn: p.derniereColonne,
    }))
    const commandes = this.grille.injector.get(ICommandService)
    if (this.classeur().getActiveSheet().getSheetId() !== subUnitId)
      await commandes.executeCommand(SetWorksheetActivateCommand.id, { unitId, subUnitId })
    // The grid's active cell is in the last selection: it is to be the first one named.
    const selections = [...plages.slice(1), plages[0]!].map((range) => ({
      range,
      primary: celluleDeTete(range),
      style: null,
    }))
    await commandes.executeCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections })
    this.amenerEnVue(plages[0]!)
    // Whoever was taken to a cell types into it next, wherever the click came from.
    this.grille.injector.get(ILayoutService).focus()
  }

  async ecrire(cellule: ReferenceCellule, valeur: string | number | boolean | null): Promise<void> {
    const selection = regrouper([cellule])
    const plage = selection?.plages[0]
    if (!selection || !plage) throw new ErreurHote(`« ${cellule} » n’est pas une cellule de ce classeur.`)
    const { ligne, colonne } = plage
    const subUnitId = identifiantDeFeuille(this.rangDeFeuille(selection.feuille))
    const actuelle = this.classeur().getSheetBySheetId(subUnitId)?.getCellRaw(ligne, colonne)
    const remplie = debordements(this.grille.injector, this.unitId, subUnitId).some(({ plage: p }) =>
      dansPlage(p, ligne, colonne),
    )
    if (remplie || actuelle?.f || actuelle?.si)
      throw new ErreurHote(
        `La cellule ${cellule} contient une formule : elle n’est pas remplacée. Corrigez la formule dans la grille.`,
      )
    const ecrite = await this.grille.injector.get(ICommandService).executeCommand(SetRangeValuesCommand.id, {
      unitId: this.unitId,
      subUnitId,
      range: { startRow: ligne, startColumn: colonne, endRow: ligne, endColumn: colonne },
      value: donnee(valeur),
    })
    if (!ecrite) throw new ErreurHote(`La cellule ${cellule} ne peut pas être modifiée.`)
  }

  surChangement(rappel: () => void): () => void {
    this.rappels.add(rappel)
    return () => this.rappels.delete(rappel)
  }

  /**
   * Calls back, at once, after each change of the cells or of what the pane keeps, and once the whole has been saved:
   * each time that what a reload would lose is no longer the same.
   * @returns what ends it
   */
  surModification(rappel: () => void): () => void {
    this.rappelsDeModification.add(rappel)
    return () => this.rappelsDeModification.delete(rappel)
  }

  /** Only the formulas that hold one of our functions: the others keep the result that came with the file. */
  async recalculer(): Promise<void> {
    await this.grille.calcul.repos()
    await calculer(
      this.grille.injector,
      this.unitId,
      this.relire(),
      ({ formule }) => formule !== undefined && NOS_FONCTIONS.test(formule),
    )
    await this.grille.calcul.repos()
  }

  lireDonnee(cle: string): Promise<string | null> {
    return Promise.resolve(this.donnees.get(cle) ?? null)
  }

  ecrireDonnee(cle: string, valeur: string): Promise<void> {
    if (this.donnees.get(cle) === valeur) return Promise.resolve()
    this.donnees.set(cle, valeur)
    this.donneesAEnregistrer = true
    this.noterModification()
    return Promise.resolve()
  }

  marquer(marques: readonly Marque[]): Promise<Marquage> {
    const placees = marques.flatMap(({ cellule, fond, note }) => {
      const { feuille, adresse } = decouperReference(cellule)
      const rang = this.origine.feuilles.findIndex(({ nom }) => nom === feuille)
      const place = lireAdresse(adresse)
      return rang < 0 || !place ? [] : [{ subUnitId: identifiantDeFeuille(rang), ...place, fond, note }]
    })
    this.marques.poser(placees)
    return Promise.resolve({ cellules: placees.length, reserve: null })
  }

  oterMarques(): Promise<number> {
    return Promise.resolve(this.marques.oter())
  }

  compterMarques(): Promise<number> {
    return Promise.resolve(this.estOuvert() ? this.marques.compter() : 0)
  }

  /** Scrolls only when the cell is not wholly in sight, and then leaves some context around it. */
  private amenerEnVue({ startRow, startColumn }: IRange): void {
    const feuille = this.grille.api.getActiveWorkbook()?.getActiveSheet()
    const vue = feuille?.getVisibleRange()
    if (!feuille || !vue) return
    const { xSplit, ySplit } = feuille.getFreeze()
    const ligneEnVue = startRow < ySplit || (startRow >= vue.startRow && startRow < vue.endRow)
    const colonneEnVue =
      startColumn < xSplit || (startColumn >= vue.startColumn && startColumn < vue.endColumn)
    if (ligneEnVue && colonneEnVue) return
    const donnees = feuille.getSheet()
    const ligne = debutDeVue(startRow - LIGNES_AUTOUR, ySplit, (i) => donnees.getRowHeight(i))
    const colonne = debutDeVue(startColumn - COLONNES_AUTOUR, xSplit, (i) => donnees.getColumnWidth(i))
    this.grille.injector.get(ICommandService).syncExecuteCommand(ScrollCommand.id, {
      ...(ligneEnVue ? {} : { sheetViewStartRow: ligne.rang, offsetY: ligne.reste }),
      ...(colonneEnVue ? {} : { sheetViewStartColumn: colonne.rang, offsetX: colonne.reste }),
    })
  }

  private annoncer(): void {
    clearTimeout(this.repos)
    this.repos = setTimeout(() => {
      for (const rappel of this.rappels) rappel()
    }, REPOS_MS)
  }

  private noterModification(): void {
    for (const rappel of this.rappelsDeModification) rappel()
  }

  private estOuvert(): boolean {
    return this.grille.api.getActiveWorkbook()?.getId() === this.unitId
  }

  private classeur(): Workbook {
    const classeur = this.grille.api.getActiveWorkbook()?.getWorkbook()
    if (!classeur || !this.estOuvert())
      throw new ErreurHote(`« ${this.nomFichier} » n’est plus ouvert dans cette page.`)
    return classeur
  }

  private rangDeFeuille(nom: string): number {
    const rang = this.origine.feuilles.findIndex((feuille) => feuille.nom === nom)
    if (rang < 0) throw new ErreurHote(`La feuille « ${nom} » n’est plus dans ce classeur.`)
    return rang
  }

  private relire(): Classeur {
    return this.releve.lire(this.classeur())
  }
}

function concerne(params: unknown, unitId: string): boolean {
  // Results of formulas come for all workbooks at once: they name no unit at the top.
  const unit = (params as { unitId?: string } | undefined)?.unitId
  return unit === undefined || unit === unitId
}

/**
 * Where the view is to begin so that row (or column) `debut` comes right after the frozen ones. The grid counts
 * the sizes of as many from the first on, frozen ones included: the difference is what remains to be scrolled.
 */
function debutDeVue(
  debut: number,
  figes: number,
  taille: (i: number) => number,
): { rang: number; reste: number } {
  const rang = Math.max(0, debut - figes)
  let reste = 0
  for (let i = 0; i < figes; i++) reste += taille(rang + i) - taille(i)
  return { rang, reste: rang === 0 ? 0 : reste }
}

function celluleDeTete(range: IRange): object {
  return {
    startRow: range.startRow,
    startColumn: range.startColumn,
    endRow: range.startRow,
    endColumn: range.startColumn,
    actualRow: range.startRow,
    actualColumn: range.startColumn,
    isMerged: false,
    isMergedMainCell: false,
  }
}

/** What a value becomes in a cell: its type is said, so that a text that looks like a number stays a text. */
function donnee(valeur: string | number | boolean | null): ICellData {
  if (valeur === null) return { v: null, t: null }
  if (typeof valeur === 'number') return { v: valeur, t: CellValueType.NUMBER }
  if (typeof valeur === 'boolean') return { v: valeur ? 1 : 0, t: CellValueType.BOOLEAN }
  return { v: valeur, t: CellValueType.STRING }
}
