import { chercherEcheance, echeancesConnues } from '../../shared/calendrier/echeances.ts'
import { retroplanning } from '../../shared/calendrier/retroplanning.ts'
import { dateDeCellule, serieDeDate } from '../../shared/calendrier/serie.ts'
import type { Echeance } from '../../shared/referentiel/calendrier.ts'
import type { ReferentielDesCellules } from '../../shared/referentiel/cellules.ts'
import { lireDateCivile } from '../../shared/referentiel/date-civile.ts'
import { citer } from '../../shared/referentiel/decider.ts'
import { estVide, lireCellule } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'
import { anneeDe, referentielDe, referentielsEmployes, repondre } from './referentiels.ts'

/**
 * The functions that give dates: serial numbers of Excel's 1900 system, which a date format shows. A function is
 * not told whether its workbook counts from 1904; the help page says that those are not served.
 */

/** The date that the text writes for a pièce; #N/A with its words where it writes none. */
export function echeanceDe(piece: unknown, exercice: unknown): unknown {
  if (estVide(piece) || estVide(exercice)) return ''
  return repondre(() => {
    const annee = anneeDe(exercice)
    const referentiel = referentielDe(annee)
    if (referentiel instanceof ErreurFormule) return referentiel
    const trouvee = chercherEcheance(referentiel, String(piece), annee)
    if (!('echeance' in trouvee)) return sansEcheance(referentiel, annee, String(piece))
    const { echeance } = trouvee
    return (echeance.date === null ? null : serieDeDate(echeance.date)) ?? sansDate(echeance)
  })
}

/** A pièce that this or another exercice knows is a silence of the text; any other word is a wrong argument. */
function sansEcheance(referentiel: ReferentielDesCellules, annee: number, piece: string): ErreurFormule {
  const datees = `Pour ${annee}, les textes datent : ${echeancesConnues(referentiel, annee).join(', ') || 'aucune pièce'}.`
  const connue = referentielsEmployes().some((r) => estUnePiece(r, piece))
  return connue
    ? new ErreurFormule(
        '#N/A',
        `Aucun texte connu ne date l’envoi de « ${piece} » pour l’exercice ${annee}. ${datees}`,
      )
    : new ErreurFormule(
        '#VALUE!',
        `« ${piece} » n’est pas reconnu comme une pièce, ou peut en désigner plusieurs. ${datees}`,
      )
}

function estUnePiece(referentiel: ReferentielDesCellules, piece: string): boolean {
  const annees = new Set(referentiel.echeances.map((e) => e.exercice))
  return [...annees].some((annee) => !('inconnue' in chercherEcheance(referentiel, piece, annee)))
}

function sansDate({ delai, libelle, reference }: Echeance): ErreurFormule {
  const calcul = delai ? ` Calculez-la avec =MOIS.DECALER(date de signature;${delai.mois}).` : ''
  return new ErreurFormule(
    '#N/A',
    `Le texte n’écrit pas de date, mais « ${libelle} » (${citer(reference)}).${calcul}`,
  )
}

/** The steps of annexe 3.2 with their dates, day J first as in the annexe: label, serial number. */
export function retroplanningDe(plage: unknown): unknown[][] {
  const cellules = Array.isArray(plage) ? plage.flat() : [plage]
  if (cellules.length > 1) return [[UNE_SEULE]]
  const jour = lireCellule(cellules[0])
  if (jour instanceof ErreurFormule) return [[jour]]
  if (estVide(jour)) return [['']]
  const date = lireJour(jour)
  const etapes = referentielsEmployes().find((r) => r.retroplanning.length > 0)?.retroplanning
  if (!etapes) return [[SANS_RETROPLANNING]]
  const lignes = date === null ? [] : retroplanning(date, etapes)
  const series = lignes.map((l) => ({ nom: l.etape.nom, serie: serieDeDate(l.date) }))
  if (series.length === 0 || series.some((s) => s.serie === null)) return [[PAS_UN_JOUR]]
  return series.map(({ nom, serie }) => [nom, serie])
}

/** A day as a cell holds it: a serial number, « 30/10/2020 » or « 2020-10-30 ». */
function lireJour(valeur: unknown): string | null {
  if (typeof valeur === 'number') return dateDeCellule(valeur)
  return typeof valeur === 'string' ? lireDateCivile(valeur) : null
}

const UNE_SEULE = new ErreurFormule(
  '#VALUE!',
  'Donnez une seule cellule : le rétroplanning se calcule pour un seul jour J.',
)
const PAS_UN_JOUR = new ErreurFormule(
  '#VALUE!',
  'Le jour J n’est pas une date : écrivez-la dans une cellule au format date, ou comme « 30/10/2020 ».',
)
const SANS_RETROPLANNING = new ErreurFormule('#N/A', 'Aucun référentiel chargé ne porte de rétroplanning.')
