import { adresse } from '../classeur/adresse.ts'
import type { CelluleNeuve, FeuilleNeuve } from '../classeur/xlsx/ecrire-neuf.ts'
import type { Indicateur } from '../referentiel/exigences.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import { cellule, cellules, exercicesDuContrat, libelleObjectif, sourceDe } from './communs.ts'

/** The tableau de bord of annexe 5.2: each harmonised indicator, its starting value, then what is expected and found each year. */

/** 1-based row of the headers. */
const ENTETE = 4
const PREMIERE_VALEUR = 3

interface Ligne {
  objectif: string
  /** '' where the text leaves the indicator to the department. */
  indicateur: string
  source: string
}

/** The harmonised indicators in the order of the objectifs, one row for each source, then those of a whole engagement. */
function rangsDe({ objectifs, indicateurs }: Referentiel): Ligne[] {
  const lignes = (objectif: string, siens: readonly Indicateur[]): Ligne[] =>
    siens.flatMap(({ libelle, sources }) =>
      (sources.length === 0 ? [''] : sources).map((source) => ({ objectif, indicateur: libelle, source })),
    )
  return [
    ...objectifs.flatMap((o) => {
      const siens = indicateurs.filter((i) => i.objectif === o.numero)
      if (siens.length > 0) return lignes(libelleObjectif(o), siens)
      return o.caractere === 'facultatif'
        ? []
        : [{ objectif: libelleObjectif(o), indicateur: '', source: '' }]
    }),
    ...indicateurs
      .filter((i) => i.objectif === null)
      .flatMap((i) => lignes(`Engagement ${i.engagement}`, [i])),
  ]
}

export function modeleTableauDeBord(referentiel: Referentiel, exercice: number): FeuilleNeuve[] {
  const annees = exercicesDuContrat(referentiel, exercice)
  const rangs = rangsDe(referentiel)
  const lignes: (CelluleNeuve | null)[][] = [
    cellules('titre', 'Tableau de bord des indicateurs (annexe 5.2)'),
    cellules('sousTitre', sourceDe(referentiel)),
    cellules(
      'sousTitre',
      'Ôtez les objectifs facultatifs que le contrat ne retient pas ; ajoutez une ligne pour chacun des autres.',
    ),
    cellules(
      'entete',
      'Objectif',
      'Indicateur',
      'Source',
      `Situation ${annees[0]! - 1}`,
      ...annees.flatMap((a) => [`Prévisionnel ${a}`, `Résultat ${a}`]),
    ),
  ]
  const colonnes = 1 + 2 * annees.length
  for (const [i, { objectif, indicateur, source }] of rangs.entries())
    lignes.push([
      cellule('fixe', objectif),
      indicateur === '' ? cellule('saisie') : cellule('fixe', indicateur),
      cellule('fixe', source),
      ...Array.from({ length: colonnes }, (_, j) => {
        const taux = j % 2 === 0 ? formuleDeTaux(rangs, i, PREMIERE_VALEUR + j) : null
        return taux === null ? cellule('saisieNombre') : cellule('calculTaux', '', taux)
      }),
    ])
  return [
    {
      nom: 'Tableau de bord',
      lignes,
      largeurs: [44, 46, 22, ...Array.from({ length: colonnes }, () => 13)],
      figes: { lignes: ENTETE, colonnes: 2 },
      titres: `${ENTETE}:${ENTETE}`,
    },
  ]
}

/** The rate of the informations préoccupantes is the ratio of two rows of the same table; null for any other row. */
function formuleDeTaux(rangs: readonly Ligne[], rang: number, colonne: number): string | null {
  if (!/^Taux d’IP évaluées en moins de trois mois/.test(rangs[rang]!.indicateur)) return null
  const ou = (debut: RegExp): string | null => {
    const i = rangs.findIndex((r) => debut.test(r.indicateur))
    return i < 0 ? null : adresse(ENTETE + i, colonne)
  }
  const rapides = ou(/^Nombre d’IP évaluées en moins de trois mois/)
  const toutes = ou(/^Nombre d’IP évaluées$/)
  if (rapides === null || toutes === null) return null
  return `IF(OR(${rapides}="",${toutes}=""),"",CDPPE.TAUX(${rapides},${toutes}))`
}
