import { ecrireClasseurNeuf } from '../classeur/xlsx/ecrire-neuf.ts'
import type { FeuilleNeuve } from '../classeur/xlsx/ecrire-neuf.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import { modeleFiche } from './fiche.ts'
import { modelePlan } from './plan.ts'
import { modeleRetroplanning } from './retroplanning.ts'
import { modeleTableauDeBord } from './tableau-de-bord.ts'

export type IdModele = 'plan' | 'fiche' | 'tableau-de-bord' | 'retroplanning'

/** A workbook to begin from, made from the référentiel that governs an exercice. */
export interface Modele {
  id: IdModele
  titre: string
  /** What it is for, as a French sentence. */
  description: string
  /** Its sheets, the lists of its cells last. */
  feuilles(referentiel: Referentiel, exercice: number): FeuilleNeuve[]
}

export const MODELES: readonly Modele[] = [
  {
    id: 'plan',
    titre: 'Plan d’action',
    description: 'Une ligne par action, exercice et enveloppe, avec l’avis du texte sur chaque financement.',
    feuilles: modelePlan,
  },
  {
    id: 'fiche',
    titre: 'Fiche action',
    description: 'Les rubriques de l’annexe 5.4 ; une feuille à copier pour chaque action.',
    feuilles: modeleFiche,
  },
  {
    id: 'tableau-de-bord',
    titre: 'Tableau de bord',
    description: 'Les indicateurs de l’annexe 5.2 : situation de départ, prévisionnel et résultat par année.',
    feuilles: modeleTableauDeBord,
  },
  {
    id: 'retroplanning',
    titre: 'Rétroplanning',
    description: 'Les étapes de l’annexe 3.2 depuis le jour J, et les dates que le texte écrit.',
    feuilles: modeleRetroplanning,
  },
]

/** The file of a model: « CDPPE_Plan d’action_2024.xlsx » and its bytes, the same for the same référentiel. */
export function fabriquerModele(
  modele: Modele,
  referentiel: Referentiel,
  exercice: number,
): { nom: string; octets: Uint8Array<ArrayBuffer> } {
  return {
    nom: `CDPPE_${modele.titre}_${exercice}.xlsx`,
    octets: ecrireClasseurNeuf(
      modele.feuilles(referentiel, exercice),
      `Contrat départemental de prévention et de protection de l’enfance, ${exercice}`,
    ),
  }
}
