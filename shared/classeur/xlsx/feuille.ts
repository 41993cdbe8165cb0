import { DERNIERE_COLONNE, lirePlage } from '../adresse.ts'
import type { Feuille } from '../classeur.ts'
import { LecteurDonnees, type Contexte } from './donnees.ts'
import type { Attributs, XmlHandler } from './xml.ts'
import { estVrai } from './xml.ts'

/** Columns beyond the filled ones for which widths and hiding are still kept. */
const COLONNES_MONTREES = 255

/** A sheet part, element by element, into a Feuille: its cells, and what stands around them. */
export class LecteurFeuille implements XmlHandler {
  private readonly feuille: Feuille
  private readonly contexte: Contexte
  private readonly donnees: LecteurDonnees
  private readonly colonnes: { de: number; a: number; largeur: number | undefined; masquee: boolean }[] = []
  private dansDonnees = false
  private extensions = 0
  private vues = 0

  constructor(feuille: Feuille, contexte: Contexte) {
    this.feuille = feuille
    this.contexte = contexte
    this.donnees = new LecteurDonnees(feuille, contexte)
  }

  get ecoute(): boolean {
    return this.donnees.ecoute
  }

  open(nom: string, a: Attributs): void {
    if (this.dansDonnees) this.donnees.open(nom, a)
    else if (nom === 'sheetData') this.dansDonnees = this.extensions === 0
    else if (nom === 'extLst') this.extensions++
    else if (nom === 'dataValidation') this.feuille.nbValidations++
    else if (this.extensions === 0) this.ouvrirAutour(nom, a)
  }

  text(texte: string): void {
    this.donnees.text(texte)
  }

  bytes(octets: Uint8Array, debut: number, fin: number): boolean {
    return this.donnees.bytes(octets, debut, fin)
  }

  close(nom: string): void {
    if (nom === 'sheetData') this.dansDonnees = false
    else if (this.dansDonnees) this.donnees.close(nom)
    else if (nom === 'extLst') this.extensions--
  }

  /** To be called once the part has been read: puts rows in order and spreads the columns' widths. */
  finir(): void {
    this.donnees.finir()
    const derniere = Math.max(this.donnees.colonneMax, COLONNES_MONTREES)
    for (const { de, a, largeur, masquee } of this.colonnes)
      for (let c = de; c <= Math.min(a, derniere); c++) {
        if (largeur !== undefined) this.feuille.largeurs.set(c, largeur)
        if (masquee) this.feuille.colonnesMasquees.add(c)
      }
  }

  private ouvrirAutour(nom: string, a: Attributs): void {
    switch (nom) {
      case 'col':
        this.ouvrirColonne(a)
        break
      case 'mergeCell': {
        const plage = lirePlage(a.get('ref') ?? '')
        if (!plage) break
        this.contexte.budget.compter()
        this.feuille.fusions.push(plage)
        break
      }
      case 'sheetView':
        this.vues++
        break
      case 'pane':
        if (this.vues === 1 && (a.get('state') === 'frozen' || a.get('state') === 'frozenSplit'))
          this.feuille.figes = { lignes: figees(a.get('ySplit')), colonnes: figees(a.get('xSplit')) }
        break
      case 'sheetProtection':
        if (estVrai(a.get('sheet'))) this.feuille.protegee = true
        break
      default:
    }
  }

  private ouvrirColonne(a: Attributs): void {
    const de = a.entier('min') - 1
    const fin = Math.min(a.entier('max') - 1, DERNIERE_COLONNE)
    if (de < 0 || fin < de) return
    const largeur = Number(a.get('width') ?? NaN)
    this.contexte.budget.compter()
    this.colonnes.push({
      de,
      a: fin,
      largeur: largeur >= 0 ? largeur : undefined,
      masquee: estVrai(a.get('hidden')),
    })
  }
}

/** Rows or columns that stay in sight; some writers give « 1.0 ». */
function figees(texte: string | undefined): number {
  const n = Math.trunc(Number(texte ?? 0))
  return n > 0 && n <= DERNIERE_COLONNE ? n : 0
}
