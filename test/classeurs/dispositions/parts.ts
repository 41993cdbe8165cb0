import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Plans that say in their own way whose money it is, and for which objectif. Departments and figures are invented. */

export const ENVELOPPE_EN_INTERTITRE: Disposition = {
  nom: 'Enveloppe en intertitre entre les lignes',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Action', 'Exercice', 'Part Etat', 'Part CD'],
          ['Enveloppe FIR'],
          [1, 1, 'EPP', 2022, 40_000, 45_000],
          ['Programme 304'],
          [2, 8, 'Contrôles', 2022, 30_000, 30_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'exercice', 'etat', 'departement'] },
  totaux: { FIR: 40_000, P304: 30_000, departement: 75_000 },
  actions: 2,
}

export const ENVELOPPE_COCHEE: Disposition = {
  nom: 'Enveloppe désignée par une croix',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N° fiche', 'Intitulé', 'Objectif', 'FIR', 'P304', 'ONDAM', 'Montant Etat', 'Montant CD'],
          [1, 'EPP', 1, 'X', null, null, 40_000, 45_000],
          [2, 'Contrôles', 8, null, 'x', null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'FIR', 'P304', 'ONDAM', 'etat', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}

export const DONT_SERVICES: Disposition = {
  nom: 'Coût total, dont chaque service, objectifs reconnus à leurs valeurs',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Priorité', 'Réf.', 'Projet', 'Coût total', 'Dont ARS', 'Dont Préfecture', 'Dont CD'],
          ['Obj. 1', 'A1', 'EPP', 85_000, 40_000, 0, 45_000],
          ['Obj. 8', 'A2', 'Contrôles', 170_000, 0, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['objectif', 'numero', 'intitule', null, 'etat', 'etat', 'departement'] },
  totaux: { etatNonVentile: 120_000, departement: 135_000 },
  actions: 2,
}

export const FONCTIONNEMENT_ET_INVESTISSEMENT: Disposition = {
  nom: 'Part du Département en fonctionnement et en investissement',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Action', 'Objectif', 'Exercice', 'FIR', 'CD fonctionnement', 'CD investissement'],
          [1, 'EPP', 1, 2022, 40_000, 30_000, 15_000],
          [2, 'Bilans', 2, 2022, 10_000, 10_000, null],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'exercice', 'FIR', 'departement', 'departement'] },
  totaux: { FIR: 50_000, departement: 55_000 },
  actions: 2,
}

export const OBJECTIF_OPERATIONNEL: Disposition = {
  nom: 'Objectif opérationnel, écrit n°1',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Objectif opérationnel', 'Action', 'Exercice', 'FIR', 'Département'],
          ['n°1', 'EPP', 2022, 40_000, 45_000],
          ['n°2', 'Bilans', 2022, 10_000, 15_000],
        ],
      },
    ]),
  attendu: { Plan: ['objectif', 'intitule', 'exercice', 'FIR', 'departement'] },
  totaux: { FIR: 50_000, departement: 60_000 },
  actions: 2,
}

export const OBJECTIF_STRATEGIQUE: Disposition = {
  nom: 'Objectif stratégique numéroté à part, objectif opérationnel du contrat',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Objectif stratégique', 'Objectif opérationnel', 'Action', 'Exercice', 'FIR', 'Département'],
          ['1. Renforcer la PMI', 'Objectif 1', 'EPP', 2022, 40_000, 45_000],
          ['1. Renforcer la PMI', 'Objectif 2', 'Bilans', 2022, 10_000, 15_000],
          ['2. Sécuriser', 'Objectif 3', 'Visites', 2022, 10_000, 15_000],
        ],
      },
    ]),
  attendu: { Plan: [null, 'objectif', 'intitule', 'exercice', 'FIR', 'departement'] },
  totaux: { FIR: 60_000, departement: 75_000 },
  actions: 3,
}
