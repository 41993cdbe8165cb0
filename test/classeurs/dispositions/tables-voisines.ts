import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Tables beside one another on one sheet. Departments and figures are invented. */

export const PLAN_ET_SYNTHESE: Disposition = {
  nom: 'Plan et synthèse par objectif côte à côte',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Plan d’action', null, null, null, null, null, null, 'Synthèse par objectif'],
          [
            'N°',
            'Objectif',
            'Action',
            'Exercice',
            'FIR',
            'Département',
            null,
            'Objectif',
            'FIR',
            'Département',
          ],
          [1, 1, 'EPP', 2022, 40_000, 45_000, null, 1, 50_000, 60_000],
          [2, 1, 'Bilans', 2022, 10_000, 15_000, null, 2, 30_000, 30_000],
          [3, 2, 'Visites', 2022, 30_000, 30_000, null, 'Total', 80_000, 90_000],
          ['Total', null, null, null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'exercice', 'FIR', 'departement'] },
  totaux: { FIR: 80_000, departement: 90_000 },
  actions: 3,
}

export const SYNTHESE_PLUS_BAS: Disposition = {
  nom: 'Synthèse à droite, plus bas que le plan, dont le total tombe sur une action sans numéro',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Action', 'Objectif', 'Exercice', 'FIR', 'Département'],
          ['EPP', 1, 2022, 40_000, 45_000],
          ['Bilans', 1, 2022, 10_000, 15_000, null, 'Objectif', 'FIR', 'Département'],
          ['Visites', 2, 2022, 30_000, 30_000, null, 1, 50_000, 60_000],
          ['Consultations', 2, 2022, 20_000, 20_000, null, 2, 50_000, 50_000],
          ['Protection', 2, 2022, 20_000, 20_000, null, 'Total', 100_000, 110_000],
        ],
      },
    ]),
  attendu: { Plan: ['intitule', 'objectif', 'exercice', 'FIR', 'departement'] },
  totaux: { FIR: 120_000, departement: 130_000 },
  actions: 5,
}

export const UNE_TABLE_PAR_ENVELOPPE: Disposition = {
  nom: 'Une table par enveloppe, côte à côte, nommée par son titre',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['FIR', null, null, null, null, null, 'Programme 304'],
          [
            'N°',
            'Objectif',
            'Action',
            'Part Etat',
            'Part CD',
            null,
            'N°',
            'Objectif',
            'Action',
            'Part Etat',
            'Part CD',
          ],
          [1, 1, 'EPP', 40_000, 45_000, null, 7, 8, 'Contrôles', 30_000, 30_000],
          [2, 1, 'Bilans', 10_000, 15_000, null, 8, 8, 'Cellule', 60_000, 60_000],
        ],
      },
    ]),
  attendu: {
    Plan: [
      'numero',
      'objectif',
      'intitule',
      'etat',
      'departement',
      'numero',
      'objectif',
      'intitule',
      'etat',
      'departement',
    ],
  },
  totaux: { FIR: 50_000, P304: 90_000, departement: 150_000 },
  actions: 4,
}

export const FEUILLE_PAR_FINANCEUR: Disposition = {
  nom: 'Une feuille par financeur, les années seules en en-têtes',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Part État',
        lignes: [
          ['N°', 'Objectif', 'Action', 'FIR/304', 2020, 2021],
          [1, 1, 'Entretiens prénataux', 'FIR', 10_000, 20_000],
          [2, 6, 'CRIP', '304', 5_000, 5_000],
        ],
      },
      {
        nom: 'Part CD',
        lignes: [
          ['N°', 'Objectif', 'Action', 2020, 2021],
          [1, 1, 'Entretiens prénataux', 10_000, 20_000],
          [2, 6, 'CRIP', 6_000, 6_000],
        ],
      },
    ]),
  attendu: {
    'Part État': ['numero', 'objectif', 'intitule', 'enveloppe', 'montant 2020', 'montant 2021'],
    'Part CD': ['numero', 'objectif', 'intitule', 'departement 2020', 'departement 2021'],
  },
  totaux: { FIR: 30_000, P304: 10_000, departement: 42_000 },
  actions: 2,
}

export const ETAT_EN_FACE_DU_DEPARTEMENT: Disposition = {
  nom: 'Un onglet « État », un onglet « Département »',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'État',
        lignes: [
          ['N°', 'Objectif', 'Action', 'FIR 2021', 'P304 2021'],
          [1, 1, 'Entretiens prénataux', 10_000, null],
          [2, 6, 'CRIP', null, 5_000],
        ],
      },
      {
        nom: 'Département',
        lignes: [
          ['N°', 'Objectif', 'Action', 'Montant 2021'],
          [1, 1, 'Entretiens prénataux', 10_000],
          [2, 6, 'CRIP', 6_000],
        ],
      },
    ]),
  attendu: {
    État: ['numero', 'objectif', 'intitule', 'FIR 2021', 'P304 2021'],
    Département: ['numero', 'objectif', 'intitule', 'departement 2021'],
  },
  totaux: { FIR: 10_000, P304: 5_000, departement: 16_000 },
  actions: 2,
}
