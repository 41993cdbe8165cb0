import { reference } from '../classeur/adresse.ts'
import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Classeur, Feuille, ValeurCellule } from '../classeur/classeur.ts'
import { normaliser } from '../classeur/texte.ts'
import { MASQUE, masquerTexte } from './motifs.ts'
import type { GenreMasque } from './motifs.ts'

/**
 * The cells of a workbook that a published contract leaves out (contrat-type, articles 2 and 4: the contract is put
 * on line; IBAN, BIC and code établissement are the department's own).
 */
export interface CelluleAMasquer {
  cellule: ReferenceCellule
  feuille: string
  ligne: number
  colonne: number
  genres: GenreMasque[]
  /** What stands there now, as text. */
  avant: string
  apres: string
}

interface Libelle {
  genre: GenreMasque
  /** The label, once its accents, case and colon are gone. */
  motif: RegExp
  /** What its value looks like; another is left as it is. */
  valeur: RegExp
}

const CHIFFRES = /^(?=.*\d)[A-Z0-9 .-]{2,40}$/i
const LIBELLES: readonly Libelle[] = [
  { genre: 'iban', motif: /^(?:code |n° ?|numero )?iban\b/, valeur: CHIFFRES },
  { genre: 'bic', motif: /^(?:code )?(?:bic|swift)\b/, valeur: /^[A-Z]{6}[A-Z0-9 ]{2,6}$/i },
  {
    genre: 'banque',
    motif:
      /^(?:code (?:etablissement|banque|guichet)|(?:n°|no|numero)(?: de| du)? compte|cle(?: du)? rib|rib)\b/,
    valeur: CHIFFRES,
  },
  {
    genre: 'telephone',
    motif: /^(?:(?:n°|no|numero)(?: de)? )?(?:tel\b|telephone|portable|mobile|standard|fax|telecopie)/,
    valeur: /^[+(]?\d[\d ().+-]{5,24}$/,
  },
  // A date of signature is no signature: it is published.
  { genre: 'signature', motif: /^signatures?\b(?! (?:du contrat|du cdppe|le))/, valeur: /\p{L}{2}/u },
]

/** How far to the right a label's value may stand, and how many rows of a column are its own. */
const A_DROITE = 3
const DESSOUS = 300

function texteDe(valeur: ValeurCellule | undefined): string {
  if (typeof valeur === 'number') return String(valeur)
  return typeof valeur === 'string' ? valeur.trim() : ''
}

const libelleDe = (texte: string): Libelle | undefined => {
  const seul = normaliser(texte).replace(/[*:]+/g, ' ').replace(/\s+/g, ' ').trim()
  return seul.length > 0 && seul.length <= 60 ? LIBELLES.find(({ motif }) => motif.test(seul)) : undefined
}

/** Everything to leave out, by sheet, row and column. What already reads « masqué » is not found again. */
export function reperer(classeur: Classeur): CelluleAMasquer[] {
  const trouvees = new Map<string, CelluleAMasquer>()
  for (const feuille of classeur.feuilles) {
    const releve = new Releve(feuille, trouvees)
    for (const [ligne, rangee] of feuille.lignes)
      for (const [colonne, { valeur }] of rangee) releve.examiner(ligne, colonne, texteDe(valeur))
  }
  propager(classeur, trouvees)
  return [...trouvees.values()]
}

/** The same value elsewhere, or a formula that brings it: masked alike. */
function propager(classeur: Classeur, trouvees: Map<string, CelluleAMasquer>): void {
  const entieres = new Map(
    [...trouvees.values()]
      .filter(({ apres, avant }) => apres === MASQUE && avant.length >= 5)
      .map((t) => [t.avant, t.genres] as const),
  )
  for (const feuille of classeur.feuilles)
    for (const [ligne, rangee] of feuille.lignes)
      for (const [colonne, { valeur }] of rangee) {
        const avant = texteDe(valeur)
        const genres = entieres.get(avant)
        if (genres) noter(trouvees, { feuille, ligne, colonne, avant, apres: MASQUE, genres })
      }
}

function noter(
  trouvees: Map<string, CelluleAMasquer>,
  t: Omit<CelluleAMasquer, 'cellule' | 'feuille'> & { feuille: Feuille },
): void {
  const cellule = reference(t.feuille.nom, t.ligne, t.colonne)
  const deja = trouvees.get(cellule)
  if (deja?.apres === MASQUE) return
  const genres = [...new Set([...(deja?.genres ?? []), ...t.genres])]
  trouvees.set(cellule, { ...t, cellule, feuille: t.feuille.nom, genres })
}

class Releve {
  readonly #feuille: Feuille
  readonly #trouvees: Map<string, CelluleAMasquer>
  constructor(feuille: Feuille, trouvees: Map<string, CelluleAMasquer>) {
    this.#feuille = feuille
    this.#trouvees = trouvees
  }

  examiner(ligne: number, colonne: number, texte: string): void {
    if (texte === '') return
    const { texte: apres, genres } = masquerTexte(texte)
    if (genres.length > 0) this.#noter(ligne, colonne, texte, apres, genres)
    const libelle = libelleDe(texte.split(':')[0]!)
    if (!libelle) return
    const [avant, ...reste] = texte.split(':')
    const colle = reste.join(':').trim()
    if (colle !== '') {
      if (this.#convient(colle, libelle))
        this.#noter(ligne, colonne, texte, `${avant} : ${MASQUE}`, [libelle.genre])
      return
    }
    if (!this.#aDroite(ligne, colonne, libelle)) this.#dessous(ligne, colonne, libelle)
  }

  #aDroite(ligne: number, colonne: number, libelle: Libelle): boolean {
    for (let c = colonne + 1; c <= colonne + A_DROITE; c++) {
      const texte = this.#texte(ligne, c)
      if (texte === '') continue
      if (texte.includes(MASQUE)) return true
      if (!this.#convient(texte, libelle)) return false
      this.#noter(ligne, c, texte, MASQUE, [libelle.genre])
      return true
    }
    return false
  }

  /** The column of a table whose header the label is. */
  #dessous(ligne: number, colonne: number, libelle: Libelle): void {
    // Under a label that stands alone, a row of two cells is the next label with its value.
    const seul = this.#texte(ligne, colonne + 1) === ''
    if (libelle.genre === 'signature' && seul && this.#texte(ligne + 1, colonne + 1) !== '') return
    for (let l = ligne + 1; l <= ligne + DESSOUS; l++) {
      const texte = this.#texte(l, colonne)
      if (texte === '') return
      if (this.#convient(texte, libelle)) this.#noter(l, colonne, texte, MASQUE, [libelle.genre])
      else if (libelle.genre !== 'telephone') return
    }
  }

  #convient(texte: string, { valeur, genre }: Libelle): boolean {
    if (texte === MASQUE || libelleDe(texte)) return false
    return genre === 'bic' || genre === 'iban'
      ? valeur.test(texte.replace(/\s+/g, ' ')) && texte.replace(/[^A-Z0-9]/gi, '').length >= 8
      : valeur.test(texte)
  }

  #texte(ligne: number, colonne: number): string {
    return texteDe(this.#feuille.lignes.get(ligne)?.get(colonne)?.valeur)
  }

  #noter(ligne: number, colonne: number, avant: string, apres: string, genres: GenreMasque[]): void {
    noter(this.#trouvees, { feuille: this.#feuille, ligne, colonne, avant, apres, genres })
  }
}
