import { DERNIERE_COLONNE, DERNIERE_LIGNE, lireAdresse, lirePlage } from '../adresse.ts'
import type { Cellule, Feuille, ValeurCellule } from '../classeur.ts'
import type { Budget } from './budget.ts'
import { serieDeIso } from './dates.ts'
import { decalerFormule, formuleLue } from './formules.ts'
import { exiger, RefusClasseur } from './refus.ts'
import type { TableStyles } from './styles.ts'
import { decoderTexte } from './texte.ts'
import type { Attributs, XmlHandler } from './xml.ts'
import { entier, estVrai } from './xml.ts'

/** What a sheet needs from the rest of the workbook. */
export interface Contexte {
  textes: readonly string[]
  styles: TableStyles
  date1904: boolean
  budget: Budget
}

/** Columns beyond the filled ones for which widths and hiding are still kept. */
const COLONNES_MONTREES = 255

/** The sheet part, element by element, into a Feuille. */
export class LecteurFeuille implements XmlHandler {
  private readonly feuille: Feuille
  private readonly contexte: Contexte
  /** Master formulas by their shared index. */
  private readonly partagees = new Map<string, { formule: string; ligne: number; colonne: number }>()
  private readonly colonnes: { de: number; a: number; largeur: number | undefined; masquee: boolean }[] = []
  private ligne = -1
  private rangee: Map<number, Cellule> | undefined
  private derniereLigne = -1
  private derniereColonne = -1
  private colonneMax = 0
  private desordre = false
  private rangeeEnDesordre = false
  private dansDonnees = false
  private dansCellule = false
  private dansExtension = 0
  private vueLue = false
  // The cell being read.
  private colonne = -1
  private type = 'n'
  private style = 0
  private valeur: string | undefined
  private formule: string | undefined
  private indicePartage: string | undefined
  private phonetique = false
  /** Text being gathered, when inside <v>, <f> or <t>. */
  private recueil: string | undefined

  constructor(feuille: Feuille, contexte: Contexte) {
    this.feuille = feuille
    this.contexte = contexte
  }

  open(nom: string, a: Attributs): void {
    if (this.dansCellule) return this.ouvrirDansCellule(nom, a)
    if (this.dansDonnees) {
      if (nom === 'c') this.ouvrirCellule(a)
      else if (nom === 'row') this.ouvrirLigne(a)
      return
    }
    if (nom === 'sheetData') this.dansDonnees = this.dansExtension === 0
    else if (nom === 'extLst') this.dansExtension++
    else if (nom === 'dataValidation') this.feuille.nbValidations++
    else if (this.dansExtension === 0) this.ouvrirAutour(nom, a)
  }

  text(texte: string): void {
    if (this.recueil !== undefined) this.recueil = this.contexte.budget.prolonger(this.recueil, texte)
  }

  close(nom: string): void {
    if (this.dansCellule) this.fermerDansCellule(nom)
    else if (nom === 'row') this.fermerLigne()
    else if (nom === 'sheetData') this.dansDonnees = false
    else if (nom === 'extLst') this.dansExtension--
  }

  /** To be called once the part has been read: puts rows in order and spreads the columns' widths. */
  finir(): void {
    if (this.desordre) trierCles(this.feuille.lignes)
    const derniere = Math.max(this.colonneMax, COLONNES_MONTREES)
    for (const { de, a, largeur, masquee } of this.colonnes)
      for (let c = de; c <= Math.min(a, derniere); c++) {
        if (largeur !== undefined) this.feuille.largeurs.set(c, largeur)
        if (masquee) this.feuille.colonnesMasquees.add(c)
      }
  }

  private ouvrirLigne(a: Attributs): void {
    const r = a['r']
    this.ligne = r === undefined ? this.ligne + 1 : (entier(r) ?? 0) - 1
    exiger(this.ligne >= 0 && this.ligne <= DERNIERE_LIGNE, 'hors-grille', `row ${r ?? ''}`)
    this.derniereColonne = -1
    this.rangee = undefined
    if (this.ligne < this.derniereLigne) this.desordre = true
    // A row written twice goes on where it was.
    if (this.ligne <= this.derniereLigne) this.rangee = this.feuille.lignes.get(this.ligne)
    this.derniereLigne = Math.max(this.derniereLigne, this.ligne)
    const hauteur = a['ht']
    if (hauteur !== undefined && Number(hauteur) >= 0) {
      this.contexte.budget.compter()
      this.feuille.hauteurs.set(this.ligne, Number(hauteur))
    }
    if (estVrai(a['hidden'])) {
      this.contexte.budget.compter()
      this.feuille.lignesMasquees.add(this.ligne)
    }
  }

  private fermerLigne(): void {
    if (this.rangeeEnDesordre && this.rangee) trierCles(this.rangee)
    this.rangeeEnDesordre = false
  }

  private ouvrirCellule(a: Attributs): void {
    const r = a['r']
    if (r === undefined) this.colonne = this.derniereColonne + 1
    else {
      const adresse = lireAdresse(r)
      if (!adresse) throw new RefusClasseur('hors-grille', r)
      exiger(adresse.ligne === this.ligne, 'xml', `${r} in row ${String(this.ligne + 1)}`)
      this.colonne = adresse.colonne
    }
    exiger(this.colonne <= DERNIERE_COLONNE, 'hors-grille')
    this.type = a['t'] ?? 'n'
    this.style = entier(a['s']) ?? 0
    this.valeur = this.formule = this.indicePartage = undefined
    this.dansCellule = true
  }

  private ouvrirDansCellule(nom: string, a: Attributs): void {
    if (nom === 'v') this.recueil = ''
    else if (nom === 't') this.recueil = this.phonetique ? undefined : ''
    else if (nom === 'f') {
      this.recueil = ''
      this.indicePartage = a['t'] === 'shared' ? a['si'] : undefined
    } else if (nom === 'rPh') this.phonetique = true
  }

  private fermerDansCellule(nom: string): void {
    if (nom === 'v') this.valeur = this.recueil
    else if (nom === 't') {
      if (this.recueil !== undefined)
        this.valeur = this.contexte.budget.prolonger(this.valeur ?? '', this.recueil)
    } else if (nom === 'f') this.formule = this.recueil
    else if (nom === 'rPh') this.phonetique = false
    else if (nom === 'c') return this.fermerCellule()
    else return
    this.recueil = undefined
  }

  private fermerCellule(): void {
    this.dansCellule = false
    const colonne = this.colonne
    const ordonnee = colonne > this.derniereColonne
    this.derniereColonne = colonne
    if (this.valeur === undefined && this.formule === undefined) return
    const formule = this.formule === undefined ? undefined : this.formuleEntiere(this.formule)
    const valeur = this.valeurTypee()
    if (valeur === null && formule === undefined) return
    const { budget, styles } = this.contexte
    budget.compter()
    const cellule: Cellule = { valeur }
    if (formule !== undefined) {
      budget.compterTexte(formule)
      cellule.formule = formule
    }
    const format =
      styles.formats[this.style] ??
      (this.type === 'd' && typeof valeur === 'number' ? formatIso(valeur) : undefined)
    if (format !== undefined) cellule.format = format
    const style = styles.indices[this.style]
    if (style !== undefined) cellule.style = style
    if (!this.rangee) this.feuille.lignes.set(this.ligne, (this.rangee = new Map<number, Cellule>()))
    if (!ordonnee || this.rangee.has(colonne)) {
      exiger(!this.rangee.has(colonne), 'cellules-en-double', `row ${String(this.ligne + 1)}`)
      this.rangeeEnDesordre = true
    }
    this.rangee.set(colonne, cellule)
    if (colonne > this.colonneMax) this.colonneMax = colonne
  }

  /** The cell's own formula, a shared one being moved from where it was written. */
  private formuleEntiere(texte: string): string | undefined {
    const indice = this.indicePartage
    if (texte !== '') {
      const formule = formuleLue(decoderTexte(texte))
      if (indice !== undefined)
        this.partagees.set(indice, { formule, ligne: this.ligne, colonne: this.colonne })
      return formule
    }
    const maitre = indice === undefined ? undefined : this.partagees.get(indice)
    return maitre && decalerFormule(maitre.formule, this.ligne - maitre.ligne, this.colonne - maitre.colonne)
  }

  private valeurTypee(): ValeurCellule {
    const texte = this.valeur
    if (texte === undefined) return null
    switch (this.type) {
      case 's':
        return this.contexte.textes[entier(texte.trim()) ?? -1] ?? null
      case 'n':
        return nombre(texte)
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

  /** What stands before and after the cells. */
  private ouvrirAutour(nom: string, a: Attributs): void {
    switch (nom) {
      case 'col':
        this.ouvrirColonne(a)
        break
      case 'mergeCell': {
        const plage = lirePlage(a['ref'] ?? '')
        if (plage) {
          this.contexte.budget.compter()
          this.feuille.fusions.push(plage)
        }
        break
      }
      case 'sheetView':
        this.vueLue ||= this.feuille.figes.lignes + this.feuille.figes.colonnes > 0
        break
      case 'pane':
        if ((a['state'] === 'frozen' || a['state'] === 'frozenSplit') && !this.vueLue)
          this.feuille.figes = { lignes: entier(a['ySplit']) ?? 0, colonnes: entier(a['xSplit']) ?? 0 }
        break
      case 'sheetProtection':
        if (estVrai(a['sheet'])) this.feuille.protegee = true
        break
      default:
    }
  }

  private ouvrirColonne(a: Attributs): void {
    const de = (entier(a['min']) ?? 0) - 1
    const fin = Math.min((entier(a['max']) ?? 0) - 1, DERNIERE_COLONNE)
    if (de < 0 || fin < de) return
    const largeur = a['width'] === undefined ? undefined : Number(a['width'])
    this.contexte.budget.compter()
    this.colonnes.push({
      de,
      a: fin,
      largeur: largeur !== undefined && largeur >= 0 ? largeur : undefined,
      masquee: estVrai(a['hidden']),
    })
  }
}

/** A number as the file writes it; what is not one stays the text that it is, and empty is blank. */
function nombre(texte: string): number | string | null {
  const n = Number(texte)
  if (!Number.isFinite(n) || (n === 0 && texte.trim() === '') || /^\s*[+-]?0[xob]/i.test(texte))
    return texte.trim() === '' ? null : texte
  return n
}

const formatIso = (serie: number) =>
  Number.isInteger(serie) ? 'yyyy-mm-dd' : serie < 1 ? 'h:mm:ss' : 'yyyy-mm-dd h:mm'

/** Puts the keys of a map in ascending order, in place. */
function trierCles<T>(table: Map<number, T>): void {
  const paires = [...table].sort((a, b) => a[0] - b[0])
  table.clear()
  for (const [cle, valeur] of paires) table.set(cle, valeur)
}
