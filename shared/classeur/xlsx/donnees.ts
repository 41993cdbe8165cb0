import { DERNIERE_COLONNE, DERNIERE_LIGNE, lirePlage } from '../adresse.ts'
import type { Cellule, Feuille, Plage, ValeurCellule } from '../classeur.ts'
import { RangeeCompacte } from '../rangee-compacte.ts'
import type { Budget } from './budget.ts'
import { serieDeIso } from './dates.ts'
import { decouperFormule, deplacerFormule, formuleLue, type FormuleMobile } from './formules.ts'
import { nombreDeTexte, nombreDOctets } from './nombres.ts'
import { exiger, RefusClasseur } from './refus.ts'
import type { TableStyles } from './styles.ts'
import { decoderTexte } from './texte.ts'
import type { Attributs, XmlHandler } from './xml.ts'
import { estVrai } from './xml.ts'

/** What a sheet needs from the rest of the workbook. */
export interface Contexte {
  textes: readonly string[]
  styles: TableStyles
  date1904: boolean
  budget: Budget
}

/** The rows and cells of a sheet (what its <sheetData> holds) into a Feuille. */
export class LecteurDonnees implements XmlHandler {
  /** Last column that holds something. */
  colonneMax = 0
  /** Texts count only inside <v>, <f> and <t>. */
  ecoute = false
  private readonly feuille: Feuille
  private readonly contexte: Contexte
  /** Master formulas by their shared index. */
  private readonly partagees = new Map<string, { formule: FormuleMobile; ligne: number; colonne: number }>()
  /** The last cell made of a text of the table, by its number. */
  private readonly deTable: Cellule[] = []
  private ligne = -1
  /** The row being read, in ascending columns: its filled cells, and those of the last row that was put down. */
  private remplies = 0
  private readonly colonnes: number[] = []
  private readonly cellules: Cellule[] = []
  private colonnesDeposees: number[] = []
  private deposee = false
  /** The same row where its cells come in another order, or it goes on after it was put down. */
  private table: Map<number, Cellule> | undefined
  private derniereLigne = -1
  private derniereColonne = -1
  private desordre = false
  private rangeeEnDesordre = false
  // The cell being read.
  private dansCellule = false
  private dansValeur = false
  private colonne = -1
  private type = 'n'
  private style = 0
  /** A value read straight from its bytes; NaN when it is in `valeur`. */
  private nombre = NaN
  private valeur: string | undefined
  /** Text of <is>; an inline string is that, whatever <v> says beside it. */
  private texte: string | undefined
  private formule: string | undefined
  private indicePartage: string | undefined
  private etendue: Plage | undefined
  private phonetique = false
  private recueil = ''

  constructor(feuille: Feuille, contexte: Contexte) {
    this.feuille = feuille
    this.contexte = contexte
  }

  open(nom: string, a: Attributs): void {
    if (nom === 'c') this.ouvrirCellule(a)
    else if (this.dansCellule) this.ouvrirDansCellule(nom, a)
    else if (nom === 'row') this.ouvrirLigne(a)
  }

  text(texte: string): void {
    if (this.ecoute) this.recueil = this.contexte.budget.prolonger(this.recueil, texte)
  }

  bytes(octets: Uint8Array, debut: number, fin: number): boolean {
    if (!this.dansValeur || this.recueil !== '' || (this.type !== 'n' && this.type !== 's')) return false
    this.nombre = nombreDOctets(octets, debut, fin)
    return this.nombre === this.nombre
  }

  close(nom: string): void {
    if (!this.dansCellule) {
      if (nom === 'row') this.deposer()
      return
    }
    if (nom === 'v') {
      this.valeur = this.recueil
      this.dansValeur = false
    } else if (nom === 'c') this.fermerCellule()
    else if (nom === 't') {
      if (this.ecoute) this.texte = this.contexte.budget.prolonger(this.texte ?? '', this.recueil)
    } else if (nom === 'f') this.formule = this.recueil
    else if (nom === 'rPh') this.phonetique = false
    this.ecoute = false
  }

  /** To be called once all has been read: puts the rows in order. */
  finir(): void {
    this.deposer()
    if (this.desordre) trierCles(this.feuille.lignes)
  }

  private ouvrirLigne(a: Attributs): void {
    this.deposer()
    const r = a.entier('r')
    this.ligne = r < 0 && a.get('r') === undefined ? this.ligne + 1 : r - 1
    exiger(this.ligne >= 0 && this.ligne <= DERNIERE_LIGNE, 'hors-grille', 'row')
    this.derniereColonne = -1
    this.table = undefined
    if (this.ligne < this.derniereLigne) this.desordre = true
    // A row written twice goes on where it was.
    this.deposee = this.ligne <= this.derniereLigne && this.feuille.lignes.has(this.ligne)
    this.derniereLigne = Math.max(this.derniereLigne, this.ligne)
    const hauteur = a.get('ht')
    if (hauteur !== undefined && Number(hauteur) >= 0) {
      this.contexte.budget.compter()
      this.feuille.hauteurs.set(this.ligne, Number(hauteur))
    }
    if (estVrai(a.get('hidden'))) {
      this.contexte.budget.compter()
      this.feuille.lignesMasquees.add(this.ligne)
    }
  }

  /** Puts down the row that has been read. */
  private deposer(): void {
    if (this.rangeeEnDesordre && this.table) trierCles(this.table)
    this.rangeeEnDesordre = false
    const n = this.remplies
    if (n === 0) return
    // Rows that are filled alike share their columns.
    let pareilles = this.colonnesDeposees.length === n
    for (let i = 0; pareilles && i < n; i++) pareilles = this.colonnesDeposees[i] === this.colonnes[i]
    if (!pareilles) this.colonnesDeposees = this.colonnes.slice(0, n)
    const rangee = new RangeeCompacte(this.colonnesDeposees, this.cellules.slice(0, n))
    this.feuille.lignes.set(this.ligne, rangee)
    this.remplies = 0
    this.deposee = true
  }

  /** Goes on with the row as a table, in which cells come in any order. */
  private passerEnTable(): Map<number, Cellule> {
    const { lignes } = this.feuille
    const table = new Map(lignes.get(this.ligne))
    // What a row goes on with may come before what it held.
    if (table.size > 0) this.rangeeEnDesordre = true
    else if (this.remplies === 0) this.contexte.budget.compter(2)
    for (let i = 0; i < this.remplies; i++) table.set(this.colonnes[i]!, this.cellules[i]!)
    this.remplies = 0
    lignes.set(this.ligne, table)
    return table
  }

  private ouvrirCellule(a: Attributs): void {
    const place = a.adresse('r')
    if (place === -1) this.colonne = this.derniereColonne + 1
    else {
      if (place < 0) throw new RefusClasseur('hors-grille', a.get('r'))
      this.colonne = place & 16_383
      if ((place - this.colonne) / 16_384 !== this.ligne)
        throw new RefusClasseur('xml', `${a.get('r') ?? ''} in another row`)
    }
    if (this.colonne > DERNIERE_COLONNE) throw new RefusClasseur('hors-grille', 'column')
    this.type = a.get('t') ?? 'n'
    this.style = a.entier('s')
    this.valeur = this.texte = this.formule = this.indicePartage = this.etendue = undefined
    this.nombre = NaN
    this.dansCellule = true
  }

  private ouvrirDansCellule(nom: string, a: Attributs): void {
    this.recueil = ''
    if (nom === 'v') this.ecoute = this.dansValeur = true
    else if (nom === 't') this.ecoute = !this.phonetique
    else if (nom === 'f') {
      this.ecoute = true
      const genre = a.get('t')
      this.indicePartage = genre === 'shared' ? a.get('si') : undefined
      this.etendue = genre === 'array' ? plusieurs(lirePlage(a.get('ref') ?? '')) : undefined
    } else if (nom === 'rPh') this.phonetique = true
  }

  private fermerCellule(): void {
    this.dansCellule = this.phonetique = false
    const { colonne } = this
    const ordonnee = colonne > this.derniereColonne
    this.derniereColonne = colonne
    if (this.texte !== undefined && (this.valeur === undefined || this.type === 'inlineStr'))
      this.valeur = this.texte
    if (this.valeur === undefined && this.formule === undefined) return
    const formule = this.formule === undefined ? undefined : this.formuleEntiere(this.formule)
    const valeur = this.valeurTypee()
    if (valeur === null && formule === undefined) return
    this.contexte.budget.compter()
    if (formule !== undefined) this.contexte.budget.compterTexte(formule)
    const { formats, indices } = this.contexte.styles
    const xf = this.style < 0 ? 0 : this.style
    const format =
      formats[xf] ?? (this.type === 'd' && typeof valeur === 'number' ? formatIso(valeur) : undefined)
    const cellule =
      formule === undefined && this.type === 's' && this.nombre === this.nombre
        ? this.celluleDeTable(valeur, format, indices[xf])
        : nouvelleCellule(valeur, formule, format, indices[xf])
    if (formule !== undefined && this.etendue) cellule.etendue = this.etendue
    this.ranger(colonne, cellule, ordonnee)
    if (colonne > this.colonneMax) this.colonneMax = colonne
  }

  private ranger(colonne: number, cellule: Cellule, ordonnee: boolean): void {
    if (!this.table && ordonnee && !this.deposee) {
      if (this.remplies === 0) this.contexte.budget.compter(2)
      this.colonnes[this.remplies] = colonne
      this.cellules[this.remplies++] = cellule
      return
    }
    const table = (this.table ??= this.passerEnTable())
    if (!ordonnee || table.has(colonne)) {
      exiger(!table.has(colonne), 'cellules-en-double', `row ${String(this.ligne + 1)}`)
      this.rangeeEnDesordre = true
    }
    table.set(colonne, cellule)
  }

  /** The cell's own formula, a shared one being moved from where it was written. */
  private formuleEntiere(texte: string): string | undefined {
    const indice = this.indicePartage
    if (texte !== '') {
      const formule = formuleLue(decoderTexte(texte))
      if (indice !== undefined)
        this.partagees.set(indice, {
          formule: decouperFormule(formule),
          ligne: this.ligne,
          colonne: this.colonne,
        })
      return formule
    }
    if (indice === undefined) return undefined
    const maitre = this.partagees.get(indice)
    if (!maitre) throw new RefusClasseur('xml', `shared formula ${indice} is nowhere`)
    return deplacerFormule(maitre.formule, this.ligne - maitre.ligne, this.colonne - maitre.colonne)
  }

  /** Cells are never changed: those that show the same text of the table alike are one object. */
  private celluleDeTable(
    valeur: ValeurCellule,
    format: string | undefined,
    style: number | undefined,
  ): Cellule {
    const connue = this.deTable[this.nombre]
    if (connue && connue.format === format && connue.style === style) return connue
    return (this.deTable[this.nombre] = nouvelleCellule(valeur, undefined, format, style))
  }

  /** A text that the table does not hold would silently be lost: the file is damaged. */
  private texteDeTable(indice: number): string {
    const texte = this.contexte.textes[indice]
    if (texte === undefined) throw new RefusClasseur('textes-absents', String(indice))
    return texte
  }

  private valeurTypee(): ValeurCellule {
    if (this.nombre === this.nombre) return this.type === 's' ? this.texteDeTable(this.nombre) : this.nombre
    const texte = this.valeur
    if (texte === undefined) return null
    switch (this.type) {
      case 's':
        return texte.trim() === '' ? null : this.texteDeTable(Number(texte))
      case 'n':
        return nombreDeTexte(texte)
      case 'b':
        return texte.trim() === '1' || texte.trim() === 'true'
      case 'e':
        return { erreur: texte }
      case 'd': {
        const serie = serieDeIso(texte, this.contexte.date1904)
        if (serie !== undefined) return serie
        break
      }
      default:
    }
    const valeur = decoderTexte(texte)
    this.contexte.budget.compterTexte(valeur)
    return valeur
  }
}

/** Each shape is written out: an object that grows after it was made takes half as much memory again. */
function nouvelleCellule(
  valeur: ValeurCellule,
  formule: string | undefined,
  format: string | undefined,
  style: number | undefined,
): Cellule {
  if (formule === undefined) {
    if (format === undefined) return style === undefined ? { valeur } : { valeur, style }
    return style === undefined ? { valeur, format } : { valeur, format, style }
  }
  if (format === undefined) return style === undefined ? { valeur, formule } : { valeur, formule, style }
  return style === undefined ? { valeur, formule, format } : { valeur, formule, format, style }
}

/** A range that is more than a cell. */
const plusieurs = (plage: Plage | undefined): Plage | undefined =>
  plage && (plage.derniereLigne > plage.ligne || plage.derniereColonne > plage.colonne) ? plage : undefined

/** A date written in words says by itself that it is one, whatever the cell's format. */
const formatIso = (serie: number) =>
  Number.isInteger(serie) ? 'yyyy-mm-dd' : serie < 1 ? 'h:mm:ss' : 'yyyy-mm-dd h:mm'

/** Puts the keys of a map in ascending order, in place. */
function trierCles<T>(table: Map<number, T>): void {
  const paires = [...table].sort((a, b) => a[0] - b[0])
  table.clear()
  for (const [cle, valeur] of paires) table.set(cle, valeur)
}
