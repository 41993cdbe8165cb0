import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Plans whose years stand elsewhere than in a column or in each header. Departments and figures are invented. */

export const ANNEE_D_UNE_COLONNE: Disposition = {
  nom: 'Année dans l’en-tête d’une seule colonne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Action', 'FIR 2022', 'Département'],
          [1, 1, 'EPP', 40_000, 45_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'FIR 2022', 'departement 2022'] },
  totaux: { FIR: 40_000, departement: 45_000 },
  actions: 1,
}

export const ANNEE_EN_TITRE: Disposition = {
  nom: 'Une table par année, l’année dans le titre au-dessus',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Plan d’action 2022'],
          ['N°', 'Objectif', 'Action', 'FIR', 'Département'],
          [1, 1, 'EPP', 40_000, 45_000],
          ['Plan d’action 2023'],
          ['N°', 'Objectif', 'Action', 'FIR', 'Département'],
          [1, 1, 'EPP', 41_000, 46_000],
        ],
      },
    ]),
  attendu: {
    Plan: [
      'numero',
      'objectif',
      'intitule',
      'FIR 2022',
      'departement 2022',
      'numero',
      'objectif',
      'intitule',
      'FIR 2023',
      'departement 2023',
    ],
  },
  totaux: { FIR: 81_000, departement: 91_000 },
  actions: 1,
}

export const ANNEE_EN_INTERTITRE: Disposition = {
  nom: 'Année en intertitre entre les lignes',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Action', 'FIR', 'Part CD'],
          ['Année 2022'],
          [1, 1, 'EPP', 40_000, 45_000],
          ['Année 2023'],
          [1, 1, 'EPP', 30_000, 30_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'FIR', 'departement'] },
  totaux: { FIR: 70_000, departement: 75_000 },
  actions: 1,
}

export const ANNEES_RELATIVES: Disposition = {
  nom: 'Années N-1, N et N+1',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Action', 'FIR N-1', 'FIR N', 'FIR N+1', 'CD N', 'CD (N+1)'],
          [1, 1, 'EPP', 39_000, 40_000, 45_000, 45_000, 46_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', null, 'FIR', 'FIR', 'departement', 'departement'] },
  totaux: { FIR: 85_000, departement: 91_000 },
  actions: 1,
}

export const FINANCEURS_EN_LIGNES: Disposition = {
  nom: 'Un financeur par ligne, une année par colonne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Action', 'Objectif', 'Financeur', '2022', '2023', 'Total'],
          ['EPP', 'Objectif 1', 'FIR', 40_000, 41_000, 81_000],
          [null, null, 'Département', 45_000, 46_000, 91_000],
          [null, null, 'Total', 85_000, 87_000, 172_000],
          ['Contrôles', 'Objectif 8', 'P304', 80_000, 81_000, 161_000],
          [null, null, 'CD 62', 90_000, 91_000, 181_000],
        ],
      },
    ]),
  attendu: { Plan: ['intitule', 'objectif', 'financeur', 'montant 2022', 'montant 2023', null] },
  totaux: { FIR: 81_000, P304: 161_000, departement: 272_000 },
  actions: 2,
}
