import { fabriquerClasseur, type ValeurDecrite } from '../fabrique.ts'
import type { Attendu, Disposition } from './disposition.ts'

/** Tableaux de bord that are not written as annexe 5.2 has them. Departments and figures are invented. */

const EPP = 'Nombre d’entretiens prénataux précoces réalisés'
const BILANS = 'Nombre de bilans de santé en école maternelle'

const tableau = (
  nom: string,
  lignes: ValeurDecrite[][],
  attendu: Attendu[],
  fusions: string[] = [],
): Disposition => ({
  nom: `Tableau de bord : ${nom}`,
  octets: () => fabriquerClasseur([{ nom: 'TDB', lignes, fusions }]),
  attendu: { TDB: attendu },
  totaux: {},
  actions: 0,
})

export const SANS_OBJECTIF: Disposition = tableau(
  'sans colonne d’objectif',
  [
    ['Tableau de bord PMI'],
    ['Intitulé de l’indicateur', 'Situation au 31/12/2019', 'Prévisionnel 2020', 'Réel 2020', 'Cible 2021'],
    [EPP, 100, 120, 110, 130],
    [BILANS, 50, 60, 55, 70],
  ],
  ['T0 2019', 'cible 2020', 'resultat 2020', 'cible 2021'],
)

export const OBJECTIFS_EN_INTERTITRES: Disposition = tableau(
  'l’objectif entre les lignes',
  [
    ['Indicateurs', 2019, 2020, null],
    [null, 'T0', 'Prévu', 'Réalisé'],
    ['Objectif 1 : EPP'],
    [EPP, 100, 120, 110],
    ['Objectif 2'],
    [BILANS, 50, 60, 55],
  ],
  ['T0 2019', 'cible 2020', 'resultat 2020'],
  ['A1:A2', 'C1:D1'],
)

export const LIBELLE_SEUL: Disposition = tableau(
  'en-tête « Libellé », valeur de référence, valeur atteinte',
  [
    ['N° obj.', 'Libellé', 'Valeur de référence', 'Valeur cible 2022', 'Valeur atteinte 2022', 'Commentaire'],
    ['1', EPP, 100, 120, 110, 'en progrès'],
    ['2', BILANS, 50, 60, 55, null],
  ],
  ['T0', 'cible 2022', 'resultat 2022'],
)
