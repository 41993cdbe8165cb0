import { reference } from '../classeur/adresse.ts'
import type { Feuille } from '../classeur/classeur.ts'
import type { RoleColonne } from '../classeur/comprehension.ts'
import { lireEntete } from '../classeur/entetes.ts'
import { normaliser } from '../classeur/texte.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { lireExercice } from './exercice.ts'
import { lireMontantCellule } from './montant-de-cellule.ts'
import type { Financeur, MontantLu } from './plan.ts'
import { lireRepartition, QUI } from './repartition.ts'

/**
 * The plan de financement of a fiche action that is laid out as a small table: a funder a row, with one amount or one
 * a year, or a funder a column, with a row a year; or in a cell that says who pays what.
 */

/** The texts of a row, in the order of their columns. */
export interface LigneDeFiche {
  numero: number
  cases: { colonne: number; texte: string; brut: string }[]
}

export interface FinancementDeFiche {
  libelle: string
  role: RoleColonne
  financeur: Financeur
  enveloppe: Enveloppe | null
  exercice: number | null
  /** The cell that says the exercice, null where the label does, or nothing. */
  celluleExercice: string | null
  prevu: MontantLu
}

/** A plan de financement begins under one of these words: what stands above it names the department and the fiche. */
const TITRE = /\b(?:financements?|financiers?|financeurs?|budgets?|couts?|depenses?|recettes?|moyens)\b/
const LIBELLE_MAX = 60

interface Libelle {
  colonne: number
  libelle: string
  role: RoleColonne
  exercice: number | null
  unite: number
}

/** The financements of those rows, in their order; totals are left out. */
export function lireFinancementsDeFiche(
  feuille: Feuille,
  lignes: readonly LigneDeFiche[],
): FinancementDeFiche[] {
  const annonce = lignes.findIndex(({ cases }) => cases.some((c) => TITRE.test(normaliser(c.texte))))
  // Without those words, several funders side by side head their amounts.
  const debut =
    annonce < 0 ? lignes.findIndex(({ cases }) => cases.filter((c) => lireLibelle(c)).length > 1) : annonce
  if (debut < 0) return []
  const trouves: FinancementDeFiche[] = []
  let annees = new Map<number, number>()
  let colonnes: Libelle[] = []
  for (const ligne of lignes.slice(debut)) {
    const reparties = ligne.cases.flatMap((c) => enUneCellule(feuille, ligne, c))
    if (reparties.length > 0) {
      trouves.push(...reparties)
      continue
    }
    const libelles = ligne.cases.flatMap((c) => lireLibelle(c) ?? [])
    const vues = anneesDe(ligne)
    if (vues.size > 1 || (vues.size === 1 && estEnteteDAnnee(ligne))) annees = vues
    const enLigne = libelles.flatMap((l) => aDroite(feuille, ligne, l, annees, libelles))
    if (enLigne.length > 0) {
      trouves.push(...enLigne)
      continue
    }
    if (libelles.length > 1) {
      colonnes = libelles
      continue
    }
    if (ligne.cases.some((c) => TOTAL.test(normaliser(c.texte)))) continue
    const dessous = sousLesTitres(feuille, ligne, colonnes)
    trouves.push(...dessous)
    if (dessous.length === 0) colonnes = []
  }
  return trouves
}

/** « Financement : FIR 40 000 €, CD 45 000 € »: nothing of a text of which a part is not understood. */
function enUneCellule(
  feuille: Feuille,
  { numero }: LigneDeFiche,
  { colonne, brut }: LigneDeFiche['cases'][number],
): FinancementDeFiche[] {
  const [, titre, suite] = /^([^:]*):([\s\S]*)$/.exec(brut) ?? []
  const annonce =
    titre !== undefined && TITRE.test(normaliser(titre)) && !lireLibelle({ colonne, texte: titre })
  const cellule = reference(feuille.nom, numero, colonne)
  return (lireRepartition(annonce ? suite! : brut) ?? []).map(({ libelle, role, exercice, prevu }) => ({
    libelle,
    role,
    ...QUI[role]!,
    exercice,
    celluleExercice: null,
    prevu: { ...prevu, cellule },
  }))
}

const TOTAL = /^(?:sous[- ]?)?tota(?:l|ux)\b/

function lireLibelle({
  colonne,
  texte,
}: Pick<LigneDeFiche['cases'][number], 'colonne' | 'texte'>): Libelle | null {
  if (texte.length > LIBELLE_MAX || TOTAL.test(normaliser(texte))) return null
  const { role, exercice, unite } = lireEntete(texte.replace(/:\s*$/, ''), colonne)
  return role !== null && QUI[role] ? { colonne, libelle: texte, role, exercice, unite } : null
}

/** Two years and more on a row are headers of columns. */
function anneesDe({ cases }: LigneDeFiche): Map<number, number> {
  const annees = new Map<number, number>()
  for (const { colonne, texte } of cases) {
    const annee = lireExercice(texte) ?? anneeDEntete(texte)
    if (annee !== null) annees.set(colonne, annee)
  }
  return annees
}

/** « Montant 2021 », « Prévisionnel 2021 (€) »: of a year, and of nobody. */
function anneeDEntete(texte: string): number | null {
  if (texte.length > ENTETE_MAX) return null
  const { role, exercice } = lireEntete(texte, 0)
  return role === null || role === 'montant' || role === 'exercice' ? exercice : null
}

const ENTETE_MAX = 30

/** « Financeur | Montant 2021 ». */
const estEnteteDAnnee = ({ cases }: LigneDeFiche): boolean =>
  cases.length > 1 && cases.some((c) => lireEntete(c.texte, c.colonne).role === 'financeur')

/** The amounts to the right of a label, up to the next one: one for each year above, or the first. */
function aDroite(
  feuille: Feuille,
  { numero, cases }: LigneDeFiche,
  libelle: Libelle,
  annees: ReadonlyMap<number, number>,
  libelles: readonly Libelle[],
): FinancementDeFiche[] {
  const fin = libelles.find((l) => l.colonne > libelle.colonne)?.colonne ?? Infinity
  const suivantes = cases.filter((c) => c.colonne > libelle.colonne && c.colonne < fin)
  const datees = suivantes.filter((c) => annees.has(c.colonne))
  return (datees.length > 0 ? datees : suivantes.slice(0, 1)).flatMap(({ colonne }) => {
    const exercice = annees.get(colonne) ?? libelle.exercice
    const celluleExercice = annees.has(colonne) ? reference(feuille.nom, numero, colonne) : null
    return financement(feuille, numero, colonne, libelle, exercice, celluleExercice)
  })
}

/** The amounts of a row under the funders that head its columns, with the year that the row names. */
function sousLesTitres(
  feuille: Feuille,
  { numero, cases }: LigneDeFiche,
  colonnes: readonly Libelle[],
): FinancementDeFiche[] {
  const datee = cases.find(
    (c) => lireExercice(c.texte) !== null && !colonnes.some((l) => l.colonne === c.colonne),
  )
  return colonnes.flatMap((l) =>
    financement(
      feuille,
      numero,
      l.colonne,
      l,
      datee ? lireExercice(datee.texte) : l.exercice,
      datee ? reference(feuille.nom, numero, datee.colonne) : null,
    ),
  )
}

function financement(
  feuille: Feuille,
  ligne: number,
  colonne: number,
  { libelle, role, unite }: Libelle,
  exercice: number | null,
  celluleExercice: string | null,
): FinancementDeFiche[] {
  const prevu = lireMontantCellule(feuille, ligne, { colonne, unite })
  // A word beside a label is no amount that could not be read: it is another entry of the fiche.
  if (prevu === null || (prevu.centimes === null && !/\d/.test(prevu.texte))) return []
  return [{ libelle, role, ...QUI[role]!, exercice, celluleExercice, prevu }]
}
