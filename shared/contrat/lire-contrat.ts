import { reference } from '../classeur/adresse.ts'
import { celluleEn, type Classeur, type Feuille } from '../classeur/classeur.ts'
import { lireUnite } from '../classeur/entetes.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import { lireMontantCellule } from '../plan/montant-de-cellule.ts'
import type { Champ, Contrat } from './contrat.ts'
import { ditRien, lireDateCellule, lireDateEcrite } from './date.ts'
import { anneeDuTexte, lireLibelle, type GenreChamp } from './lexique.ts'

/** From the sheets that hold the contract as labels and values, in columns or under years, to its fields. */

/** Without the word in its name, a sheet is the contract's when this many different labels are known. */
const LIBELLES_MIN = 3
/** Labels that any synthesis of amounts bears: they alone make no contract. */
const GENERIQUES: ReadonlySet<string> = new Set(['total', 'fir', 'p304', 'ondam', 'departement'])
const PROPRES_MIN = 2
/** A contract sheet is short: a longer one is something else. */
const LIGNES_MAX = 500

/** What stands above a row. */
interface Cadre {
  section: string
  /** Years over columns: « Dépenses propres | 2019 | 2020 ». */
  annees: Map<number, number>
  /** Labels over columns: « Exercice | Arrêté conjoint | Avis de l’ODPE ». */
  colonnes: Map<number, { libelle: string; cle: Champ['cle']; genre: GenreChamp }>
}

const SANS_CADRE = (section: string): Cadre => ({ section, annees: new Map(), colonnes: new Map() })

interface Case {
  colonne: number
  texte: string
}

/** Reads the contract of a workbook, null where no sheet holds one. */
export function lireContrat(classeur: Classeur, feuilles: readonly Feuille[]): Contrat | null {
  const contrat: Contrat = { feuilles: [], champs: [] }
  for (const feuille of feuilles) {
    if (feuille.lignes.size > LIGNES_MAX || estCalendrierDuTexte(feuille)) continue
    const champs = lireFeuille(classeur, feuille)
    const connus = new Set<string>(champs.map((c) => c.cle))
    const propres = [...connus].filter((c) => !GENERIQUES.has(c)).length
    const nomme = /contrat|convention/i.test(feuille.nom)
    if (nomme ? connus.size === 0 : connus.size < LIBELLES_MIN || propres < PROPRES_MIN) continue
    contrat.feuilles.push(feuille.nom)
    contrat.champs.push(...champs)
  }
  return contrat.feuilles.length === 0 ? null : contrat
}

/** A list of what the text dates bears the words of the contract and none of its facts. */
function estCalendrierDuTexte(feuille: Feuille): boolean {
  const [rangee] = feuille.lignes.values()
  const [premiere] = rangee?.values() ?? []
  return /^echeances? (?:du texte|legales?|reglementaires?)\b/.test(normaliser(texteCellule(premiere)))
}

function lireFeuille(classeur: Classeur, feuille: Feuille): Champ[] {
  const champs: Champ[] = []
  let cadre = SANS_CADRE('')
  let precedente = -2
  for (const [ligne, rangee] of feuille.lignes) {
    if (ligne !== precedente + 1) cadre = SANS_CADRE(cadre.section)
    precedente = ligne
    const cases = [...rangee]
      .map(([colonne, c]): Case => ({ colonne, texte: aplatir(texteCellule(c)) }))
      .filter((c) => c.texte !== '')
    const nouveau = lireCadre(cases, cadre)
    if (nouveau) {
      cadre = nouveau
      continue
    }
    const lecteur = new Lecteur(classeur, feuille, ligne)
    champs.push(
      ...(cadre.colonnes.size > 0
        ? lecteur.sousEntetes(cases, cadre)
        : cadre.annees.size > 0
          ? lecteur.sousAnnees(cases, cadre)
          : lecteur.paires(cases, cadre.section)),
    )
  }
  return champs
}

/** A row that says what stands under it: a heading alone, years over columns, labels over columns. */
function lireCadre(cases: Case[], avant: Cadre): Cadre | null {
  const [premiere, ...reste] = cases
  if (!premiere) return null
  if (reste.length === 0)
    return lireLibelle(premiere.texte, avant.section) === null && !/^[^:]+:\s*\S/.test(premiere.texte)
      ? SANS_CADRE(premiere.texte)
      : null
  const annees = new Map<number, number>()
  for (const c of reste) {
    const annee = /^(?:exercice |annee |ca |bp )?(20\d{2})(?:\s*\(.*\))?$/i.exec(c.texte)?.[1]
    if (annee) annees.set(c.colonne, Number(annee))
  }
  if (annees.size === reste.length && lireDateEcrite(premiere.texte) === null)
    return { ...SANS_CADRE(avant.section), annees, section: premiere.texte }
  const colonnes: Cadre['colonnes'] = new Map()
  for (const c of cases) {
    const lu = lireLibelle(c.texte, /bilan|rapport/i.test(avant.section) ? avant.section : 'bilan')
    if (lu) colonnes.set(c.colonne, { libelle: c.texte, ...lu })
  }
  const exercice = /^(?:exercice|annee|bilan|rapport)s?\b/i.test(premiere.texte)
  return exercice && colonnes.size >= 2 && colonnes.size >= cases.length - 1
    ? { ...SANS_CADRE(avant.section), colonnes }
    : null
}

/** Is the next cell of a row the value of the label before it, or the next label? A value beside its label may look like one. */
function estValeur(c: Case, voisine: boolean, genre: GenreChamp, section: string): boolean {
  if (lireLibelle(c.texte, section) === null) return true
  return voisine && (genre === 'texte' || (/\d/.test(c.texte) && genre === 'date'))
}

class Lecteur {
  readonly #classeur: Classeur
  readonly #feuille: Feuille
  readonly #ligne: number
  constructor(classeur: Classeur, feuille: Feuille, ligne: number) {
    this.#classeur = classeur
    this.#feuille = feuille
    this.#ligne = ligne
  }

  /** « Date de signature | 24/06/2022 | Date de fin | … », or both in one cell around a colon. */
  paires(cases: Case[], section: string): Champ[] {
    const champs: Champ[] = []
    for (let i = 0; i < cases.length; i++) {
      const c = cases[i]!
      const suivante = cases[i + 1]
      const voisine = suivante?.colonne === c.colonne + 1
      const deuxPoints = c.texte.indexOf(':')
      const reste = deuxPoints > 0 ? c.texte.slice(deuxPoints + 1).trim() : ''
      // With a cell beside it, « Période du rapport : début » is a label whole.
      const colle = reste !== '' && !voisine
      const libelle = colle ? c.texte.slice(0, deuxPoints) : c.texte
      const lu = lireLibelle(libelle, section)
      if (!lu) continue
      const annee = anneeDuTexte(libelle) ?? anneeDuTexte(section)
      const base = { libelle, cle: lu.cle, genre: lu.genre, annee, colonneLibelle: c.colonne }
      if (colle) {
        champs.push(this.#colle(base, c.colonne, reste))
        continue
      }
      const valeur = suivante && estValeur(suivante, voisine, lu.genre, section) ? suivante.colonne : null
      if (valeur !== null) i++
      champs.push(this.#champ(base, valeur))
    }
    return champs
  }

  /** One label, its values under the years. */
  sousAnnees(cases: Case[], { section, annees }: Cadre): Champ[] {
    const [premiere] = cases
    const lu = premiere && !annees.has(premiere.colonne) ? lireLibelle(premiere.texte, section) : null
    if (!lu || !premiere) return []
    return [...annees].map(([colonne, annee]) =>
      this.#champ({ libelle: premiere.texte, ...lu, annee, colonneLibelle: premiere.colonne }, colonne),
    )
  }

  /** One year, its values under the labels. */
  sousEntetes(cases: Case[], { colonnes }: Cadre): Champ[] {
    const annee = cases[0] ? anneeDuTexte(cases[0].texte) : null
    if (annee === null) return []
    return [...colonnes].map(([colonne, lu]) =>
      this.#champ({ ...lu, annee, colonneLibelle: cases[0]!.colonne }, colonne),
    )
  }

  #champ(
    {
      libelle,
      cle,
      genre,
      annee,
      colonneLibelle,
    }: Pick<Champ, 'cle' | 'annee'> & { libelle: string; genre: GenreChamp; colonneLibelle: number },
    colonne: number | null,
  ): Champ {
    const nom = this.#feuille.nom
    const champ: Champ = {
      cle,
      annee,
      libelle: { texte: libelle, cellule: reference(nom, this.#ligne, colonneLibelle) },
      date: null,
      montant: null,
      texte: null,
    }
    if (colonne === null) return champ
    const cellule = celluleEn(this.#feuille, this.#ligne, colonne)
    const place = { feuille: nom, ligne: this.#ligne, colonne }
    if (genre === 'date') champ.date = lireDateCellule(cellule, place, this.#classeur.date1904)
    else if (genre === 'montant')
      champ.montant = lireMontantCellule(this.#feuille, this.#ligne, {
        colonne,
        unite: lireUnite(libelle) ?? 1,
      })
    else {
      const texte = aplatir(texteCellule(cellule))
      if (!ditRien(texte)) champ.texte = { texte, cellule: reference(nom, this.#ligne, colonne) }
    }
    return champ
  }

  /** A value that stands in the cell of its label. */
  #colle(
    base: Pick<Champ, 'cle' | 'annee'> & { libelle: string; genre: GenreChamp; colonneLibelle: number },
    colonne: number,
    valeur: string,
  ): Champ {
    const seule: Feuille = {
      ...this.#feuille,
      lignes: new Map([[this.#ligne, new Map([[colonne, { valeur }]])]]),
    }
    return new Lecteur(this.#classeur, seule, this.#ligne).#champ(base, colonne)
  }
}
