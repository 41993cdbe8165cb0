import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Plans over several sheets, and totals that no word names. Departments and figures are invented. */

export const FEUILLE_PAR_ENVELOPPE: Disposition = {
  nom: 'Une feuille par enveloppe',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FIR',
        lignes: [
          ['N°', 'Action', 'Objectif', 'Part Etat', 'Part CD'],
          [1, 'EPP', 1, 40_000, 45_000],
        ],
      },
      {
        nom: 'P304',
        lignes: [
          ['N°', 'Action', 'Objectif', 'Part Etat', 'Part CD'],
          [2, 'Contrôles', 8, 30_000, 35_000],
        ],
      },
    ]),
  attendu: {
    FIR: ['numero', 'intitule', 'objectif', 'etat', 'departement'],
    P304: ['numero', 'intitule', 'objectif', 'etat', 'departement'],
  },
  totaux: { FIR: 40_000, P304: 30_000, departement: 80_000 },
  actions: 2,
}

export const FEUILLE_PAR_OBJECTIF: Disposition = {
  nom: 'Une feuille par objectif, nommée par son titre ou par l’onglet',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'EPP',
        lignes: [
          ['Objectif 1 : entretiens prénataux précoces'],
          ['N°', 'Action', 'Exercice', 'FIR', 'CD'],
          [1, 'Entretiens', 2022, 40_000, 45_000],
          [2, 'Information', 2022, 1000, 1000],
        ],
      },
      {
        nom: 'Objectif 2',
        lignes: [
          ['N°', 'Action', 'Exercice', 'FIR', 'CD'],
          [3, 'Bilans', 2022, 10_000, 15_000],
        ],
      },
    ]),
  attendu: {
    EPP: ['numero', 'intitule', 'exercice', 'FIR', 'departement'],
    'Objectif 2': ['numero', 'intitule', 'exercice', 'FIR', 'departement'],
  },
  totaux: { FIR: 51_000, departement: 61_000 },
  actions: 3,
}

export const TROIS_NIVEAUX: Disposition = {
  nom: 'En-têtes à trois niveaux fusionnés',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'Objectif', 'Financement'],
          [null, null, null, 'Etat', null, null, 'Département', null, 'Autres'],
          [null, null, null, 'FIR', 'P304', 'ONDAM', 'Fonctionnement', 'Investissement', 'CAF'],
          [1, 'EPP', 1, 40_000, null, null, 30_000, 15_000, null],
          [2, 'Contrôles', 8, null, 80_000, null, 90_000, null, 1000],
        ],
        fusions: ['D1:I1', 'D2:F2', 'G2:H2', 'A1:A3', 'B1:B3', 'C1:C3'],
      },
    ]),
  attendu: {
    Plan: ['numero', 'intitule', 'objectif', 'FIR', 'P304', 'ONDAM', 'departement', 'departement', 'autres'],
  },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000, autres: 1000 },
  actions: 2,
}

export const TITRES_CHIFFRES: Disposition = {
  nom: 'Objectifs en intertitres qui portent leur sous-total, total sans un mot',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'FIR 2022', 'CD 2022'],
          [null, 'Obj. 1 - EPP', 41_000, 46_000],
          ['1-1', 'EPP', 40_000, 45_000],
          ['1-2', 'Information', 1000, 1000],
          [null, 'Obj. 2 - bilans', 10_000, 15_000],
          ['2-1', 'Bilans', 10_000, 15_000],
          [null, null, 51_000, 61_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'FIR 2022', 'departement 2022'] },
  totaux: { FIR: 51_000, departement: 61_000 },
  actions: 3,
}

export const SIGLES: Disposition = {
  nom: 'En-têtes en sigles, numéro de fiche reconnu à ses valeurs',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['FA', 'Intitulé de la fiche action', 'OF', 'ARS-FIR', 'DDETS-BOP 304', 'CD 59'],
          ['FA 1', 'EPP', 1, 40_000, null, 45_000],
          ['FA 2', 'Contrôles', 8, null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}

export const PIED_DE_TABLEAU: Disposition = {
  nom: 'Enveloppe notifiée, solde et signatures sous le total',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'Objectif', 'FIR 2022', 'CD 2022'],
          [1, 'EPP', 1, 40_000, 45_000],
          ['TOTAL', null, null, 40_000, 45_000],
          [null, 'Enveloppe FIR notifiée', null, 50_000],
          [null, 'Reste à consommer', null, 10_000],
          ['Fait à Lille, le 12/03/2022'],
          ['Le Président', null, null, 'Le Préfet'],
          ['Montant arrêté à', null, null, 85_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'FIR 2022', 'departement 2022'] },
  totaux: { FIR: 40_000, departement: 45_000 },
  actions: 1,
}

export const ACTIONS_ET_FINANCES: Disposition = {
  nom: 'Les actions et leurs objectifs sur une feuille, leurs montants sur une autre',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Actions',
        lignes: [
          ['Plan d’action'],
          ['N°', 'Objectif', 'Intitulé', 'Pilote'],
          [1, 'Objectif 1', 'EPP', 'PMI'],
          [2, null, 'Information', 'PMI'],
          ['3 bis', 'Objectif 8', 'Contrôles', 'ASE'],
        ],
        fusions: ['B3:B4'],
      },
      {
        nom: 'Finances',
        lignes: [
          ['N° action', 'FIR', 'P304', 'Autofinancement'],
          [1, 40_000, null, 45_000],
          [2, 1000, null, 1000],
          ['Action n° 3 bis', null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Finances: ['numero', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 41_000, P304: 80_000, departement: 136_000 },
  actions: 3,
}

export const FICHES_ET_FINANCES: Disposition = {
  nom: 'Les objectifs sur les fiches action, les montants dans un tableau à part',
  octets: () =>
    fabriquerClasseur([
      ...[
        { numero: 1, objectif: 'Objectif 1', intitule: 'EPP' },
        { numero: 2, objectif: 'Objectif 8', intitule: 'Contrôles' },
      ].map(({ numero, objectif, intitule }) => ({
        nom: `FA${String(numero)}`,
        lignes: [
          [`Fiche action n° ${String(numero)}`],
          ['Objectif', objectif],
          ['Intitulé de l’action', intitule],
          ['Description de l’action', 'Texte libre'],
          ['Indicateurs de suivi', 'nombre'],
        ],
      })),
      {
        nom: 'Tableau financier',
        lignes: [
          ['Fiche n°', 'FIR 2022', 'P304 2022', 'Département 2022'],
          [1, 40_000, null, 45_000],
          [2, null, 80_000, 90_000],
          ['TOTAL', 40_000, 80_000, 135_000],
        ],
      },
    ]),
  attendu: { 'Tableau financier': ['numero', 'FIR 2022', 'P304 2022', 'departement 2022'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}

const DE_L_ANNEE = ['N°', 'Objectif', 'Action', 'FIR', 'CD']

export const PREVU_ET_REALISE: Disposition = {
  nom: 'Une feuille de ce qui est prévu, une de ce qui est réalisé',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Réalisé 2021',
        lignes: [DE_L_ANNEE, [1, 1, 'EPP', 9_000, 8_000], [2, 3, 'VAD', 18_000, 22_000]],
      },
      {
        nom: 'Prévisionnel 2021',
        lignes: [DE_L_ANNEE, [1, 1, 'EPP', 10_000, 10_000], [2, 3, 'VAD', 20_000, 20_000]],
      },
    ]),
  attendu: { 'Prévisionnel 2021': ['numero', 'objectif', 'intitule', 'FIR 2021', 'departement 2021'] },
  totaux: { FIR: 30_000, departement: 30_000 },
  actions: 2,
}
