import { serieDeDate } from '../calendrier/serie.ts'
import type { CelluleNeuve, FeuilleNeuve } from '../classeur/xlsx/ecrire-neuf.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import { REFERENTIELS } from '../referentiel/registre.ts'
import { cellule, cellules, saisirDate, sourceDe } from './communs.ts'

/** The rétroplanning of annexe 3.2, counted back from the day J, and the sendings that the text dates. */

/** 1-based rows of the day J and of the headers. */
const JOUR_J = 4
const ENTETE = 6

export function modeleRetroplanning(referentiel: Referentiel, exercice: number): FeuilleNeuve[] {
  const propres = referentiel.retroplanning.length > 0
  const etapes = propres
    ? referentiel.retroplanning
    : REFERENTIELS.find((r) => r.retroplanning.length > 0)!.retroplanning
  const lignes: (CelluleNeuve | null)[][] = [
    cellules('titre', `Rétroplanning du contrat, exercice ${exercice}`),
    cellules('sousTitre', sourceDe(referentiel)),
    cellules(
      'sousTitre',
      propres
        ? 'Étapes de l’annexe 3.2, comptées à rebours du jour J.'
        : 'Étapes de l’annexe 3.2 de la circulaire du 20 février 2020, que le texte de cet exercice ne reprend pas : à titre d’exemple.',
    ),
    [null, cellule('libelle', 'Jour J : prise d’effet du contrat'), cellule('saisieDate')],
    [],
    cellules('entete', 'Jours avant J', 'Étape', 'Date prévue', 'Fait le', 'Qui'),
  ]
  const dans = [...etapes].toSorted((a, b) => b.joursAvant - a.joursAvant)
  for (const [i, { nom, joursAvant }] of dans.entries()) {
    const n = ENTETE + 1 + i
    lignes.push([
      cellule('saisieCentree', joursAvant),
      cellule('fixe', nom),
      cellule('calculDate', '', `IF($C$${JOUR_J}="","",$C$${JOUR_J}-$A${n})`),
      cellule('saisieDate'),
      cellule('saisie'),
    ])
  }
  return [
    {
      nom: 'Rétroplanning',
      lignes,
      largeurs: [12, 64, 16, 16, 28],
      figes: { lignes: ENTETE, colonnes: 2 },
      titres: `${ENTETE}:${ENTETE}`,
      validations: [saisirDate(`C${JOUR_J}`), saisirDate(`D${ENTETE + 1}:D${lignes.length}`)],
    },
    ...echeances(referentiel, exercice),
  ]
}

/** What the text dates in the exercice, on a sheet of its own: none where it dates nothing. */
function echeances(referentiel: Referentiel, exercice: number): FeuilleNeuve[] {
  const dues = referentiel.echeances.filter((e) => e.exercice === exercice && e.date !== null)
  if (dues.length === 0) return []
  const lignes: (CelluleNeuve | null)[][] = [
    cellules('titre', `Échéances du texte, exercice ${exercice}`),
    cellules('sousTitre', sourceDe(referentiel)),
    [],
    cellules('entete', 'À envoyer ou à faire', 'Date du texte', 'Ce que le texte écrit', 'Fait le', 'Qui'),
    ...dues.map(({ id, quoi, libelle, date }) => [
      cellule('fixe', quoi),
      cellule('calculDate', serieDeDate(date!), `CDPPE.ECHEANCE("${id}",${exercice})`),
      cellule('fixe', libelle),
      cellule('saisieDate'),
      cellule('saisie'),
    ]),
  ]
  return [
    {
      nom: 'Échéances',
      lignes,
      largeurs: [56, 16, 44, 16, 28],
      figes: { lignes: 4, colonnes: 1 },
      titres: '4:4',
      validations: [saisirDate(`D5:D${lignes.length}`)],
    },
  ]
}
