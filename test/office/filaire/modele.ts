import { DERNIERE_COLONNE, DERNIERE_LIGNE, lirePlage } from '../../../shared/classeur/adresse.ts'
import { poserCellule } from '../../../shared/classeur/classeur.ts'
import { oterCellule } from '../../../shared/classeur/fabrique.ts'
import type { Cellule, Classeur, Feuille, Plage } from '../../../shared/classeur/classeur.ts'
import { lireClasseur } from '../../../addin/hote/lire-classeur.ts'
import { adressePlage } from '../../../addin/hote/plages.ts'
import { AiresFilaires, AspectsFeuille, FormatsConditionnels, NotesFilaires } from './aspects.ts'
import { ErreurFilaire } from './interprete.ts'

/** The workbook behind the request host: plain data, what is selected, and who wants to know of changes. */
export class Grille {
  readonly classeur: Classeur
  active: string
  /** The sheets that were calculated again, in order. */
  readonly recalculees: string[] = []
  /** The sheets whose values were asked for, in order. */
  readonly lues: string[] = []
  /** How many queries the workbook refreshes from. */
  requetes: number | 'refus' = 0
  /** The pivot tables of each sheet. */
  readonly croises = new Map<string, string[]>()
  selection: string
  surChangement: (feuille: string, adresse: string) => void = () => undefined
  surFormat: (feuille: string, adresse: string) => void = () => undefined
  surTri: (feuille: string, adresse: string) => void = () => undefined
  readonly parties: PartieXml[] = []
  readonly #aspects = new Map<Feuille, AspectsFeuille>()

  /** Fills, conditional formats, notes and comments of a sheet. */
  aspects(nom: string): AspectsFeuille {
    const feuille = this.classeur.feuilles.find((f) => f.nom === nom)!
    let aspects = this.#aspects.get(feuille)
    if (!aspects) this.#aspects.set(feuille, (aspects = new AspectsFeuille()))
    return aspects
  }

  constructor(classeur: Classeur) {
    this.classeur = classeur
    this.active = classeur.feuilles.find((f) => f.etat === 'visible')?.nom ?? ''
    this.selection = `${this.active}!A1`
  }
}

/** Workbook and what hangs from it, under the names of Office.js. */
export class ClasseurFilaire {
  readonly #grille: Grille
  constructor(grille: Grille) {
    this.#grille = grille
  }
  get Name(): string {
    return this.#grille.classeur.nom
  }
  get Worksheets(): FeuillesFilaires {
    return new FeuillesFilaires(this.#grille)
  }
  /** Sheets of another workbook, after those that are there; a name that is taken gets a number, as in Excel. */
  async InsertWorksheetsFromBase64(base64: string): Promise<string[]> {
    const octets = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
    const { feuilles } = this.#grille.classeur
    const ids: string[] = []
    for (const feuille of (await lireClasseur(octets, 'modele.xlsx')).feuilles) {
      let nom = feuille.nom
      for (let n = 2; feuilles.some((f) => f.nom === nom); n++) nom = `${feuille.nom} (${n})`
      feuilles.push({ ...feuille, nom })
      ids.push(`{${feuilles.length - 1}}`)
    }
    this.#grille.surChangement(ids[0]!, 'A1')
    return ids
  }
  get Names(): { Items: object[] } {
    return { Items: this.#grille.classeur.noms.map((n) => ({ Name: n.nom, Formula: `=${n.reference}` })) }
  }
  get Tables(): { Indexer: (nom: string) => object | null } {
    const feuilles = this.Worksheets.Items
    return {
      Indexer: (nom) =>
        feuilles.flatMap((f) => f.Tables.Items as { Id: string }[]).find((t) => t.Id === nom) ?? null,
    }
  }
  get Queries(): { GetCount: () => number } {
    const { requetes } = this.#grille
    if (requetes === 'refus') throw new ErreurFilaire('NotImplemented', 'This is not implemented here.')
    return { GetCount: () => requetes }
  }
  get CustomXmlParts(): PartiesXml {
    return new PartiesXml(this.#grille.parties)
  }
}

class FeuillesFilaires {
  readonly #grille: Grille
  constructor(grille: Grille) {
    this.#grille = grille
  }
  get Items(): FeuilleFilaire[] {
    return this.#grille.classeur.feuilles.map((f) => new FeuilleFilaire(this.#grille, f))
  }
  GetItemOrNullObject(nom: string): FeuilleFilaire | null {
    return this.Items.find((f) => f.Name === nom || f.Id === nom) ?? null
  }
  GetItem(nom: string): FeuilleFilaire {
    const feuille = this.GetItemOrNullObject(nom)
    if (!feuille) throw new ErreurFilaire('ItemNotFound', 'The requested resource does not exist.')
    return feuille
  }
  Indexer(nom: string): FeuilleFilaire {
    return this.GetItem(nom)
  }
  _RegisterDataChangedEvent(): void {}
  _UnregisterDataChangedEvent(): void {}
  _RegisterAddedEvent(): void {}
  _UnregisterAddedEvent(): void {}
  _RegisterDeletedEvent(): void {}
  _UnregisterDeletedEvent(): void {}
  _RegisterFormatChangedEvent(): void {}
  _UnregisterFormatChangedEvent(): void {}
  _RegisterRowSortedEvent(): void {}
  _UnregisterRowSortedEvent(): void {}
  _RegisterColumnSortedEvent(): void {}
  _UnregisterColumnSortedEvent(): void {}
}

const VISIBILITES = { visible: 'Visible', masquee: 'Hidden', 'tres-masquee': 'VeryHidden' } as const

class FeuilleFilaire {
  readonly #grille: Grille
  readonly #feuille: Feuille
  constructor(grille: Grille, feuille: Feuille) {
    this.#grille = grille
    this.#feuille = feuille
  }
  Calculate(tout: boolean): void {
    if (tout) this.#grille.recalculees.push(this.#feuille.nom)
  }
  get Id(): string {
    return `{${this.#grille.classeur.feuilles.indexOf(this.#feuille)}}`
  }
  get Name(): string {
    return this.#feuille.nom
  }
  get Visibility(): string {
    return VISIBILITES[this.#feuille.etat]
  }
  get Protection(): object {
    return { Protected: this.#feuille.protegee }
  }
  get Tables(): { Items: object[] } {
    return {
      Items: this.#feuille.tableaux.map((t) => ({
        Id: t.nom,
        Name: t.nom,
        GetRange: () => new PlageFilaire(this.#grille, this.#feuille, t.plage),
      })),
    }
  }
  get PivotTables(): { Items: object[] } {
    return { Items: (this.#grille.croises.get(this.#feuille.nom) ?? []).map((Name) => ({ Name })) }
  }
  GetUsedRangeOrNullObject(): PlageFilaire | null {
    const { lignes } = this.#feuille
    const rangees = [...lignes].filter(([, rangee]) => rangee.size > 0)
    if (rangees.length === 0) return null
    const numeros = rangees.map(([l]) => l)
    const colonnes = rangees.flatMap(([, rangee]) => [...rangee.keys()])
    return new PlageFilaire(this.#grille, this.#feuille, {
      ligne: Math.min(...numeros),
      colonne: Math.min(...colonnes),
      derniereLigne: Math.max(...numeros),
      derniereColonne: Math.max(...colonnes),
    })
  }
  GetRange(adresse?: string): PlageFilaire {
    return new PlageFilaire(this.#grille, this.#feuille, adresse ? plage(adresse) : TOUTE)
  }
  get Notes(): NotesFilaires {
    const { notes, commentaires } = this.#grille.aspects(this.#feuille.nom)
    return new NotesFilaires(notes, commentaires)
  }
  get Comments(): NotesFilaires {
    const { notes, commentaires } = this.#grille.aspects(this.#feuille.nom)
    return new NotesFilaires(commentaires, notes)
  }
  GetRangeByIndexes(ligne: number, colonne: number, lignes: number, colonnes: number): PlageFilaire {
    return new PlageFilaire(this.#grille, this.#feuille, {
      ligne,
      colonne,
      derniereLigne: ligne + lignes - 1,
      derniereColonne: colonne + colonnes - 1,
    })
  }
  GetRanges(adresses: string): AiresFilaires {
    return new AiresFilaires(adresses.split(',').map(plage), this.#grille.aspects(this.#feuille.nom).regles)
  }
  Activate(): void {
    if (this.#feuille.etat !== 'visible') throw new ErreurFilaire('InvalidOperation', 'The sheet is hidden.')
    this.#grille.active = this.#feuille.nom
  }
}

/** A sheet from end to end. */
const TOUTE: Plage = {
  ligne: 0,
  colonne: 0,
  derniereLigne: DERNIERE_LIGNE,
  derniereColonne: DERNIERE_COLONNE,
}

function plage(adresse: string): Plage {
  const lue = lirePlage(adresse)
  if (!lue) throw new ErreurFilaire('InvalidArgument', 'The argument is invalid or missing.')
  return lue
}

class PlageFilaire {
  _ReferenceId = ''
  readonly #grille: Grille
  readonly #feuille: Feuille
  readonly #plage: Plage
  constructor(grille: Grille, feuille: Feuille, bornes: Plage) {
    this.#grille = grille
    this.#feuille = feuille
    this.#plage = bornes
  }
  get Address(): string {
    const nom = this.#feuille.nom
    const cite = /^[\p{L}\d_]+$/u.test(nom) ? nom : `'${nom.replaceAll("'", "''")}'`
    return `${cite}!${adressePlage(this.#plage)}`
  }
  get ConditionalFormats(): FormatsConditionnels {
    return new FormatsConditionnels([this.#plage], this.#grille.aspects(this.#feuille.nom).regles)
  }
  get RowIndex(): number {
    return this.#plage.ligne
  }
  get ColumnIndex(): number {
    return this.#plage.colonne
  }
  get RowCount(): number {
    return this.#plage.derniereLigne - this.#plage.ligne + 1
  }
  get ColumnCount(): number {
    return this.#plage.derniereColonne - this.#plage.colonne + 1
  }
  get RowHidden(): boolean | null {
    return unanime(this.#masques(this.RowIndex, this.RowCount, this.#feuille.lignesMasquees))
  }
  get ColumnHidden(): boolean | null {
    return unanime(this.#masques(this.ColumnIndex, this.ColumnCount, this.#feuille.colonnesMasquees))
  }
  GetRowProperties(): object[] {
    return this.#masques(this.RowIndex, this.RowCount, this.#feuille.lignesMasquees).map((rowHidden) => ({
      rowHidden,
    }))
  }
  GetColumnProperties(): object[] {
    return this.#masques(this.ColumnIndex, this.ColumnCount, this.#feuille.colonnesMasquees).map(
      (columnHidden) => ({
        columnHidden,
      }),
    )
  }
  GetMergedAreasOrNullObject(): object | null {
    const { fusions, nom } = this.#feuille
    if (fusions.length === 0) return null
    return { Address: fusions.map((f) => `'${nom.replaceAll("'", "''")}'!${adressePlage(f)}`).join() }
  }
  get Values(): unknown[][] {
    this.#grille.lues.push(this.#feuille.nom)
    return this.#cellules((c) => montrer(c?.valeur))
  }
  get Formulas(): unknown[][] {
    return this.#cellules((c) => (c?.formule === undefined ? montrer(c?.valeur) : `=${c.formule}`))
  }
  get ValueTypes(): string[][] {
    return this.#cellules((c) => typeDe(c))
  }
  get NumberFormat(): string[][] {
    return this.#cellules((c) => c?.format ?? 'General')
  }
  set Values(valeurs: unknown[][]) {
    if (valeurs.length !== this.RowCount || valeurs[0]?.length !== this.ColumnCount)
      throw new ErreurFilaire('InvalidArgument', 'The number of rows or columns does not match the range.')
    if (this.#feuille.protegee) throw new ErreurFilaire('AccessDenied', 'The sheet is protected.')
    for (const [i, rangee] of valeurs.entries())
      for (const [j, valeur] of rangee.entries())
        this.#poser(this.#plage.ligne + i, this.#plage.colonne + j, valeur)
    this.#grille.surChangement(
      `{${this.#grille.classeur.feuilles.indexOf(this.#feuille)}}`,
      adressePlage(this.#plage),
    )
  }
  Select(): void {
    if (this.#grille.active !== this.#feuille.nom)
      throw new ErreurFilaire('InvalidOperation', 'The sheet is not the active one.')
    this.#grille.selection = `${this.#feuille.nom}!${adressePlage(this.#plage)}`
  }
  #poser(ligne: number, colonne: number, valeur: unknown): void {
    const lue = saisir(valeur)
    if (lue === null) oterCellule(this.#feuille, ligne, colonne)
    else {
      const format = this.#feuille.lignes.get(ligne)?.get(colonne)?.format
      poserCellule(this.#feuille, ligne, colonne, format === undefined ? lue : { ...lue, format })
    }
  }
  #masques(premier: number, nombre: number, masques: Set<number>): boolean[] {
    return Array.from({ length: nombre }, (_, i) => masques.has(premier + i))
  }
  #cellules<T>(voir: (cellule: Cellule | undefined) => T): T[][] {
    return Array.from({ length: this.RowCount }, (_, i) => {
      const rangee = this.#feuille.lignes.get(this.#plage.ligne + i)
      return Array.from({ length: this.ColumnCount }, (__, j) => voir(rangee?.get(this.#plage.colonne + j)))
    })
  }
}

function unanime(valeurs: boolean[]): boolean | null {
  if (valeurs.every((v) => v)) return true
  return valeurs.some((v) => v) ? null : false
}

/** An error's text as a French Excel gives it. */
const ERREURS: Record<string, string> = { '#NAME?': '#NOM?', '#VALUE!': '#VALEUR!', '#NUM!': '#NOMBRE!' }

function montrer(valeur: Cellule['valeur'] | undefined): unknown {
  if (valeur === null || valeur === undefined) return ''
  return typeof valeur === 'object' ? (ERREURS[valeur.erreur] ?? valeur.erreur) : valeur
}

function typeDe(cellule: Cellule | undefined): string {
  if (!cellule || cellule.valeur === null) return 'Empty'
  if (typeof cellule.valeur === 'object') return 'Error'
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof cellule.valeur as 'string']
}

/** What Excel makes of a value that code writes: texts are read as if typed, unless an apostrophe leads them. */
function saisir(valeur: unknown): Cellule | null {
  if (valeur === '' || valeur === null) return null
  if (typeof valeur !== 'string') return { valeur: valeur as number | boolean }
  if (valeur.startsWith("'")) return { valeur: valeur.slice(1) }
  if (valeur.startsWith('=')) return { valeur: null, formule: valeur.slice(1) }
  if (/^(vrai|true)$/i.test(valeur)) return { valeur: true }
  if (/^(faux|false)$/i.test(valeur)) return { valeur: false }
  if (/^#(N\/A|REF!|DIV\/0!)$/.test(valeur)) return { valeur: { erreur: valeur } }
  if (/^@/.test(valeur)) return { valeur: null, formule: valeur.slice(1) }
  if (/^\s*[-+]?[\d\s.,/]+\s*[€%]?\s*$/.test(valeur))
    return { valeur: Number(valeur.replace(/[^\d.-]/g, '')) || 0 }
  return { valeur }
}

let partiesFaites = 0

class PartieXml {
  readonly Id: string
  xml: string
  readonly #toutes: PartieXml[]
  constructor(id: string, xml: string, toutes: PartieXml[]) {
    this.Id = id
    this.xml = xml
    this.#toutes = toutes
  }
  Delete(): void {
    this.#toutes.splice(this.#toutes.indexOf(this), 1)
  }
  GetXml(): string {
    return this.xml
  }
  SetXml(xml: string): void {
    this.xml = xml
  }
}

class PartiesXml {
  readonly #parties: PartieXml[]
  constructor(parties: PartieXml[]) {
    this.#parties = parties
  }
  get Items(): PartieXml[] {
    return this.#parties
  }
  Add(xml: string): PartieXml {
    const partie = new PartieXml(`{part-${++partiesFaites}}`, xml, this.#parties)
    this.#parties.push(partie)
    return partie
  }
  GetByNamespace(espace: string): { Items: PartieXml[]; Indexer: (id: string) => PartieXml | null } {
    const parties = this.#parties.filter((p) => p.xml.includes(`xmlns="${espace}"`))
    return { Items: parties, Indexer: (id) => this.Indexer(id) }
  }
  Indexer(id: string): PartieXml | null {
    return this.#parties.find((p) => p.Id === id) ?? null
  }
}
