import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Fiches action whose plan de financement is not written as annexe 5.4 has it. Departments and figures are invented. */

const haut = (numero: number, objectif: string, intitule: string) => [
  [`Fiche action n° ${String(numero)}`],
  ['Objectif', objectif],
  ['Intitulé de l’action', intitule],
  ['Description', 'Texte libre'],
  ['Département', 62],
]
const REPERES = ['numero', 'objectif', 'intitule']

export const FINANCEURS_EN_LIGNES: Disposition = {
  nom: 'Fiches : plan de financement, un financeur par ligne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 1', 'EPP'),
          ['Plan de financement'],
          ['État (FIR)', 40_000],
          ['Département', 45_000],
          ['CAF', 1000],
          ['Total', 86_000],
        ],
      },
      {
        nom: 'FA2',
        lignes: [
          ...haut(2, 'Objectif 8', 'Contrôles'),
          ['Plan de financement'],
          ['État (P304)', '80 000 €'],
          ['Département', '90 000 €'],
          ['Total', '170 000 €'],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'FIR', 'departement', 'autres'], FA2: [...REPERES, 'P304', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000, autres: 1000 },
  actions: 2,
}

export const ANNEES_EN_COLONNES: Disposition = {
  nom: 'Fiches : un financeur par ligne, une année par colonne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 1', 'EPP'),
          ['Financement', '2022', '2023'],
          ['ARS (FIR)', 40_000, 41_000],
          ['CD 62', 45_000, 46_000],
          ['Total', 85_000, 87_000],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'FIR', 'FIR', 'departement', 'departement'] },
  totaux: { FIR: 81_000, departement: 91_000 },
  actions: 1,
}

export const FINANCEURS_EN_COLONNES: Disposition = {
  nom: 'Fiches : un financeur par colonne, une année par ligne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 1', 'EPP'),
          ['Budget', 'Etat FIR', 'Etat P304', 'Département'],
          ['2022', 40_000, null, 45_000],
          ['2023', 41_000, null, 46_000],
          ['Total', 81_000, null, 91_000],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'FIR', 'departement', 'FIR', 'departement'] },
  totaux: { FIR: 81_000, departement: 91_000 },
  actions: 1,
}

export const DEPENSES_ET_RECETTES: Disposition = {
  nom: 'Fiches : dépenses en regard des recettes',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 1', 'EPP'),
          ['Dépenses', null, 'Recettes'],
          ['Personnel', 60_000, 'Subvention Etat (FIR)', 40_000],
          ['Matériel', 25_000, 'Participation du Département', 45_000],
          ['TOTAL', 85_000, 'TOTAL', 85_000],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'FIR', 'departement'] },
  totaux: { FIR: 40_000, departement: 45_000 },
  actions: 1,
}

export const BLOCS: Disposition = {
  nom: 'Une feuille, un bloc par action sous l’intertitre de son objectif',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Plan d’action 2022-2023'],
          ['Objectif 1'],
          ['Action n° 1 : EPP'],
          ['Financeur', '2022', '2023', 'Total'],
          ['FIR', 40_000, 41_000, 81_000],
          ['Département', 45_000, 46_000, 91_000],
          ['Total', 85_000, 87_000, 172_000],
          ['Action n° 2 : information'],
          ['Financeur', '2022', '2023', 'Total'],
          ['FIR', 1000, 1000, 2000],
          ['Département', 1000, 1000, 2000],
          ['Objectif 8'],
          ['Action n° 3 : contrôles'],
          ['Financeur', '2022', '2023', 'Total'],
          ['P304', 80_000, 81_000, 161_000],
          ['Département', 90_000, 91_000, 181_000],
        ],
      },
    ]),
  attendu: {
    Plan: [
      ...['numero', 'objectif', 'FIR', 'FIR', 'departement', 'departement'],
      ...['numero', 'FIR', 'FIR', 'departement', 'departement'],
      ...['numero', 'objectif', 'P304', 'P304', 'departement', 'departement'],
    ],
  },
  totaux: { FIR: 83_000, P304: 161_000, departement: 274_000 },
  actions: 3,
}

export const MONTANTS_DATES: Disposition = {
  nom: 'Fiches : « Montant 2021 », « Montant 2022 » en face de chaque financeur',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 1', 'EPP'),
          ['Budget prévisionnel'],
          ['Financeurs', 'Montant 2021', 'Montant 2022'],
          ['État - FIR', 10_000, 20_000],
          ['Conseil départemental', 12_000, 22_000],
          ['TOTAL', 22_000, 42_000],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'FIR', 'FIR', 'departement', 'departement'] },
  totaux: { FIR: 30_000, departement: 34_000 },
  actions: 1,
}

export const DIT_UNE_FOIS: Disposition = {
  nom: 'Fiches : l’exercice et l’enveloppe dits une fois',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 1', 'EPP'),
          ['Exercice', 2021],
          ['Enveloppe : FIR'],
          ['Coût total de l’action', 40_000],
          ['Part de l’État', 20_000],
          ['Part du Département', 20_000],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'etat', 'departement', 'exercice', 'enveloppe'] },
  totaux: { FIR: 20_000, departement: 20_000 },
  actions: 1,
}

export const SANS_TITRE: Disposition = {
  nom: 'Fiches : les années sous les financeurs, sans titre au tableau',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ...haut(1, 'Objectif 3', 'Visites à domicile'),
          ['Année', 'FIR', 'P304', 'CD'],
          [2020, 10_000, null, 10_000],
          [2021, 20_000, 1000, 21_000],
          ['Total', 30_000, 1000, 31_000],
        ],
      },
    ]),
  attendu: { FA1: [...REPERES, 'FIR', 'departement', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 30_000, P304: 1000, departement: 31_000 },
  actions: 1,
}
