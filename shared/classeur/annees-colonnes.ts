import { anneeDeTitre, anneesNommees, lireExercice } from '../plan/exercice.ts'
import { adresse } from './adresse.ts'
import type { Feuille } from './classeur.ts'
import type { ColonneReconnue } from './comprehension.ts'
import { normaliser } from './texte.ts'
import { anneeRelative, PARTS, ROLES_MONTANT } from './entetes.ts'

/** The year of each column of amounts, where its own header does not say it. */

const estMontant = (c: ColonneReconnue): boolean => c.role !== null && ROLES_MONTANT.has(c.role)
const estPart = (c: ColonneReconnue): boolean => c.role !== null && PARTS.has(c.role)

/**
 * Years alone over the columns of a table whose rows each say who pays: their amounts.
 * @param quiPaie something else than a column says who pays: the title of the table, the name of its sheet
 */
export function anneesNues(colonnes: readonly ColonneReconnue[], quiPaie = false): ColonneReconnue[] {
  // « Source » alone may be that of an indicator's figures.
  const qui =
    quiPaie ||
    colonnes.some(
      (c) => c.role === 'financeur' || (c.role === 'enveloppe' && !/\bsource\s*$/i.test(c.entete)),
    )
  if (!qui || colonnes.some(estPart)) return [...colonnes]
  return colonnes.map((c) => (c.role === null && estAnnee(c) ? { ...c, role: 'montant' } : c))
}

const AUTOUR_DE_L_ANNEE =
  /^(?:previsionnels?|previsions?|prevue?s?|budget primitif|demandes?|demandee?s?|sollicitee?s?)? ?20\d\d ?(?:previsionnels?|previsions?|prevue?s?)?$/

/** « 2022 », « Année 2022 », « Prévisionnel 2022 (en €) ». */
function estAnnee({ entete }: ColonneReconnue): boolean {
  const seule = normaliser(entete)
    .replace(/[()]|\ben\b|k?€|m€|\bk?euros?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return lireExercice(seule) !== null || AUTOUR_DE_L_ANNEE.test(seule)
}

/**
 * The columns with the years that something else than their header says, each with the reason where it may be wrong:
 * the name of the sheet, a heading right above the table, the only year that the other parts name.
 * @param titre the heading that stands above the table, with its place
 */
export function daterColonnes(
  feuille: Feuille,
  colonnes: readonly ColonneReconnue[],
  titre: { texte: string; ligne: number; colonne: number } | null,
): ColonneReconnue[] {
  if (colonnes.some((c) => c.role === 'exercice')) return [...colonnes]
  if (colonnes.some((c) => estMontant(c) && anneeRelative(c.entete) !== null)) return relatives(colonnes)
  if (colonnes.some((c) => estMontant(c) && c.exercice !== null)) return dAutresColonnes(colonnes)
  const deFeuille = anneesNommees(feuille.nom)
  if (deFeuille.length === 1)
    return colonnes.map((c) => (estMontant(c) ? { ...c, exercice: deFeuille[0]! } : c))
  const duTitre = titre && anneeDeTitre(titre.texte)
  if (!duTitre) return [...colonnes]
  return dater(
    colonnes,
    estMontant,
    duTitre,
    `son année est celle du titre, en ${adresse(titre.ligne, titre.colonne)}`,
  )
}

/** « FIR 2022 » beside « Part Département »: both are of 2022, where no other year is named. */
function dAutresColonnes(colonnes: readonly ColonneReconnue[]): ColonneReconnue[] {
  const annees = new Set(colonnes.filter(estPart).flatMap((c) => c.exercice ?? []))
  if (annees.size !== 1) return [...colonnes]
  return dater(colonnes, estPart, [...annees][0]!, 'son année est celle des colonnes voisines')
}

function dater(
  colonnes: readonly ColonneReconnue[],
  lesquelles: (c: ColonneReconnue) => boolean,
  exercice: number,
  doute: string,
): ColonneReconnue[] {
  return colonnes.map((c) =>
    lesquelles(c) && c.exercice === null ? { ...c, exercice, surete: 'probable', doute } : c,
  )
}

/** « N », « N+1 »: only the officer knows which year. « N-1 » is what the plan compares itself with. */
function relatives(colonnes: readonly ColonneReconnue[]): ColonneReconnue[] {
  return colonnes.map((c) => {
    const annee = estMontant(c) && c.exercice === null ? anneeRelative(c.entete) : null
    if (annee === null) return c
    return annee.startsWith('N-')
      ? { ...c, role: null }
      : { ...c, surete: 'a-confirmer', doute: `indiquez l’année de « ${annee} »` }
  })
}
