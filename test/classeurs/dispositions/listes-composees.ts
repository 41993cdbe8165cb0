import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Lists of rows where amounts or headers come more than once. Departments and figures are invented. */

export const EN_TETE_REPETE: Disposition = {
  nom: 'En-tête répété à chaque page, totaux de page',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Intitulé', 'Exercice', 'FIR', 'Département'],
          [1, 'OF 1', 'EPP', 2022, 40_000, 45_000],
          ['N°', 'Objectif', 'Intitulé', 'Exercice', 'FIR', 'Département'],
          [2, 'OF 2', 'Bilans', 2022, 10_000, 15_000],
          ['Total page', null, null, null, 50_000, 60_000],
        ],
      },
    ]),
  attendu: {
    Plan: [
      'numero',
      'objectif',
      'intitule',
      'exercice',
      'FIR',
      'departement',
      'numero',
      'objectif',
      'intitule',
      'exercice',
      'FIR',
      'departement',
    ],
  },
  totaux: { FIR: 50_000, departement: 60_000 },
  actions: 2,
}

export const OBJECTIFS_EN_INTERTITRES: Disposition = {
  nom: 'Objectifs en intertitres, sous-totaux « S/T objectif »',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['FA n°', 'Action', 'Exercice', 'Enveloppe', 'Part Etat', 'Part Département'],
          ['Objectif n°1 : entretiens prénataux'],
          [1, 'EPP', 2022, 'FIR', 40_000, 45_000],
          [2, 'Sages-femmes', 2022, 'FIR', 10_000, 15_000],
          ['S/T objectif 1', null, null, null, 50_000, 60_000],
          ['Objectif n°8 : maîtrise des risques'],
          ['12 bis', 'Contrôles', 2022, 'P304', 80_000, 90_000],
          ['S/T objectif 8', null, null, null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'exercice', 'enveloppe', 'etat', 'departement'] },
  totaux: { FIR: 50_000, P304: 80_000, departement: 150_000 },
  actions: 3,
}

export const PREVU_ET_REALISE: Disposition = {
  nom: 'Prévu et réalisé de chaque financeur, par année',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          [null, null, null, '2022', null, null, null, '2023'],
          [
            'N°',
            'Objectif',
            'Action',
            'Etat prévisionnel',
            'Etat réalisé',
            'CD prévisionnel',
            'CD réalisé',
            'Prévisionnel Etat',
            'Prévisionnel Département',
          ],
          [1, 'Objectif 1', 'EPP', 40_000, 39_000, 45_000, 44_000, 41_000, 46_000],
          [2, 'Objectif 8', 'Contrôles', 80_000, 80_000, 90_000, 91_000, 81_000, 91_000],
        ],
        fusions: ['D1:G1', 'H1:I1'],
      },
    ]),
  attendu: {
    Plan: [
      'numero',
      'objectif',
      'intitule',
      'etat 2022',
      'execute 2022',
      'departement 2022',
      null,
      'etat 2023',
      'departement 2023',
    ],
  },
  totaux: { etatNonVentile: 242_000, departement: 272_000 },
  actions: 2,
}

export const DEMANDE_ET_ACCORDE: Disposition = {
  nom: 'Demandé puis accordé',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Intitulé', 'Exercice', 'FIR demandé', 'FIR accordé', 'CD initial', 'Part CD'],
          [1, 'Objectif 1', 'EPP', 2022, 50_000, 40_000, 30_000, 45_000],
        ],
      },
    ]),
  attendu: {
    Plan: ['numero', 'objectif', 'intitule', 'exercice', null, 'FIR', null, 'departement'],
  },
  totaux: { FIR: 40_000, departement: 45_000 },
  actions: 1,
}

export const SERVICES_DE_L_ETAT: Disposition = {
  nom: 'Un service de l’État par colonne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          [
            'Fiche action',
            'Objectif',
            'Crédits ARS',
            'Crédits DDETS',
            'Participation CD62',
            'Autres financeurs',
          ],
          ['EPP', 1, 40_000, null, 45_000, null],
          ['Contrôles', 8, null, 80_000, 90_000, 5000],
        ],
      },
    ]),
  attendu: { Plan: ['intitule', 'objectif', 'etat', 'etat', 'departement', 'autres'] },
  totaux: { etatNonVentile: 120_000, departement: 135_000, autres: 5000 },
  actions: 2,
}
