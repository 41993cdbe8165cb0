import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Headers that name funders, years and totals in other words than the instruction's. Departments and figures are invented. */

export const ETAT_TOTAL_DES_ENVELOPPES: Disposition = {
  nom: 'Part État à côté des enveloppes dont elle est la somme',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'Objectif', 'Part Etat', 'FIR', 'P304', 'ONDAM', 'Part CD'],
          [1, 'EPP', 1, 40_000, 40_000, null, null, 45_000],
          [2, 'Contrôles', 8, 80_000, null, 80_000, null, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', null, 'FIR', 'P304', 'ONDAM', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}

export const TOTAUX_PAR_FINANCEUR: Disposition = {
  nom: 'Total État après les enveloppes, total Département seul de sa part',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'Objectif', 'FIR', 'P304', 'ONDAM', 'Total Etat', 'Total Département', 'TOTAL'],
          [1, 'EPP', 1, 40_000, null, null, 40_000, 45_000, 85_000],
          [2, 'Contrôles', 8, null, 80_000, null, 80_000, 90_000, 170_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'FIR', 'P304', 'ONDAM', null, 'departement', null] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}

export const DEPARTEMENT_NOMME: Disposition = {
  nom: 'Département désigné par son nom, autres financeurs, année d’exécution',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          [
            'N° FA',
            'Actions à mener',
            'Objectif',
            'Année d’exécution',
            'ARS (FIR)',
            'Département du Nord',
            'CPAM',
            'Taux d’exécution',
          ],
          [1, 'EPP', 1, 2022, 40_000, 45_000, 1000, 0.9],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'exercice', 'FIR', 'departement', 'autres', null] },
  totaux: { FIR: 40_000, departement: 45_000, autres: 1000 },
  actions: 1,
}

export const PREVISIONNEL_PAR_ANNEE: Disposition = {
  nom: 'Source de financement en lignes, prévisionnel par année',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'Objectif', 'Source de financement', 'Prévisionnel 2022', 'Prévisionnel 2023'],
          [1, 'EPP', 1, 'FIR', 40_000, 41_000],
          [1, 'EPP', 1, 'CD', 45_000, 46_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'enveloppe', 'montant 2022', 'montant 2023'] },
  totaux: { FIR: 81_000, departement: 91_000 },
  actions: 1,
}

export const TIERS_NOMMES: Disposition = {
  nom: 'Financeurs nommés sans un mot de leur part : CAF 59, Ville, prise en charge',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          [
            'N°',
            'Action',
            'Objectif',
            'FIR',
            'BOP 304',
            'Engagement du Département',
            'CAF 59',
            'Ville',
            'Places',
          ],
          [1, 'EPP', 1, 40_000, null, 45_000, null, null, 12],
          [2, 'Contrôles', 8, null, 80_000, 95_000, 1000, 500, 150],
        ],
      },
    ]),
  attendu: {
    Plan: ['numero', 'intitule', 'objectif', 'FIR', 'P304', 'departement', 'autres', 'autres', null],
  },
  totaux: { FIR: 40_000, P304: 80_000, departement: 140_000, autres: 1500 },
  actions: 2,
}

export const TITRE_SUR_TROIS_NIVEAUX: Disposition = {
  nom: 'Un titre, puis trois niveaux : année, financeur, prévu et réalisé',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Suivi',
        lignes: [
          ['Suivi financier'],
          ['Objectif', 'Action', '2022', null, null, null, '2023', null, null, null],
          [null, null, 'Etat', null, 'CD', null, 'Etat', null, 'CD', null],
          [null, null, 'Prévu', 'Réalisé', 'Prévu', 'Réalisé', 'Prévu', 'Réalisé', 'Prévu', 'Réalisé'],
          ['1', 'EPP', 40_000, 39_000, 45_000, 45_000, 41_000, null, 46_000, null],
          ['8', 'Contrôles', 80_000, 70_000, 90_000, 95_000, 81_000, null, 91_000, null],
        ],
        fusions: ['C2:F2', 'G2:J2', 'C3:D3', 'E3:F3', 'G3:H3', 'I3:J3'],
      },
    ]),
  attendu: {
    Suivi: [
      'objectif',
      'intitule',
      'etat 2022',
      'execute 2022',
      'departement 2022',
      null,
      'etat 2023',
      'execute 2023',
      'departement 2023',
      null,
    ],
  },
  totaux: { etatNonVentile: 242_000, departement: 272_000 },
  actions: 2,
}

export const TAUX_ET_TOTAL_DES_ANNEES: Disposition = {
  nom: 'Taux de cofinancement, total État de plusieurs années',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          [
            ...['N°', 'Objectif', 'Action', '2022 Etat FIR', '2022 CD', '2023 Etat FIR', '2023 CD'],
            ...['Total Etat', 'Total CD', 'Taux de cofinancement CD', 'Part du Département'],
          ],
          [
            ...[1, '1', 'EPP', 40_000, 45_000, 41_000, 46_000, 81_000, 91_000],
            ...[0.53, { valeur: 0.53, format: '0%' }],
          ],
        ],
      },
    ]),
  attendu: {
    Plan: [
      ...['numero', 'objectif', 'intitule', 'FIR 2022', 'departement 2022', 'FIR 2023', 'departement 2023'],
      ...[null, null, null, null],
    ],
  },
  totaux: { FIR: 81_000, departement: 91_000 },
  actions: 1,
}

export const SOUS_GROUPES: Disposition = {
  nom: 'Sous-en-têtes d’un groupe fusionné : reconduction, mesures nouvelles',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Action', 'Part Etat FIR', null, 'Part Département', null],
          [null, null, null, 'Reconduction', 'Mesures nouvelles', 'Reconduction', 'Mesures nouvelles'],
          [1, '1', 'EPP', 30_000, 10_000, 40_000, 5000],
        ],
        fusions: ['D1:E1', 'F1:G1'],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'FIR', 'FIR', 'departement', 'departement'] },
  totaux: { FIR: 40_000, departement: 45_000 },
  actions: 1,
}

export const FINANCEURS_SANS_TITRE: Disposition = {
  nom: 'Financeurs sous un en-tête vide, années seules',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Action', 'Objectif', null, '2022', '2023'],
          ['EPP', '1', 'FIR', 40_000, 41_000],
          [null, null, 'CD', 45_000, 46_000],
          [null, null, 'Total', 85_000, 87_000],
          ['Contrôles', '8', 'P304', 80_000, 81_000],
          [null, null, 'CD', 90_000, 91_000],
          [null, null, 'Total', 170_000, 172_000],
        ],
      },
    ]),
  attendu: { Plan: ['intitule', 'objectif', 'financeur', 'montant 2022', 'montant 2023'] },
  totaux: { FIR: 81_000, P304: 161_000, departement: 272_000 },
  actions: 2,
}

export const COUPLES: Disposition = {
  nom: 'Financeur 1, montant 1, financeur 2, montant 2',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Objectif', 'Action', 'Financeur 1', 'Montant 1', 'Financeur 2', 'Montant 2'],
          ['1', 'EPP', 'FIR', 40_000, 'CD', 45_000],
          ['8', 'Contrôles', 'P304', 80_000, 'CD', 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['objectif', 'intitule', 'financeur', 'montant', 'financeur', 'montant'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}

export const ABREGES: Disposition = {
  nom: 'En-têtes abrégés, année en tête d’un tiret',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Obj.', 'Act.', 'Lib.', '2024 – Fin. Etat', 'Env.', '2024 – Fin. Dpt', '2024 – Mt CAF'],
          [1, 1, 'EPP', 40_000, 'FIR', 45_000, 1000],
          [8, 2, 'Contrôles', 80_000, 'P304', 90_000, null],
        ],
      },
    ]),
  attendu: {
    Plan: ['objectif', 'numero', 'intitule', 'etat 2024', 'enveloppe', 'departement 2024', 'autres 2024'],
  },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000, autres: 1000 },
  actions: 2,
}

export const BUDGET_ET_COMPTE: Disposition = {
  nom: 'BP et CA, pérenne et non pérenne, numéraire et nature',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          [
            ...['N°', 'Action', 'OF', 'FIR pérenne BP 2022', 'FIR non pérenne BP 2022', 'FIR CA 2022'],
            ...['CD numéraire BP 2022', 'CD en nature BP 2022', 'CD CA 2022'],
          ],
          [1, 'EPP', 'OF1', 30_000, 10_000, 39_000, 40_000, 5000, 44_000],
        ],
      },
    ]),
  attendu: {
    Plan: [
      ...['numero', 'intitule', 'objectif', 'FIR 2022', 'FIR 2022', 'execute 2022'],
      ...['departement 2022', 'departement 2022', null],
    ],
  },
  totaux: { FIR: 40_000, departement: 45_000 },
  actions: 1,
}
