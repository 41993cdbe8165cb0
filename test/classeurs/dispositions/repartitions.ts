import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Cells that say in words who pays what. Departments and figures are invented. */

export const FINANCEMENT_REDIGE: Disposition = {
  nom: 'Une colonne « Financement » rédigée : qui paie, et combien',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Objectif', 'Actions', 'Calendrier', 'Financement', 'Indicateur'],
          ['Objectif 1', 'EPP', '2022', 'FIR : 40 000 €\nCD : 45 000 €', 'nombre d’EPP'],
          ['Objectif 8', 'Contrôles', '2022', '80 000 € BOP 304 + 90 000 € CD', 'nombre'],
          ['Objectif 3', 'Visites à domicile', '2022', 'à définir', 'nombre'],
        ],
      },
    ]),
  attendu: { Plan: ['objectif', 'intitule', null, 'montant', null] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 3,
}

export const PART_ETAT_REDIGEE: Disposition = {
  nom: 'Part État rédigée par enveloppe',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', 'Objectif', 'Actions', 'Part Etat', 'Part CD'],
          [1, 'Objectif 1', 'EPP', 'FIR : 30 000 € / P304 : 10 000 €', 45_000],
          [2, 'Objectif 8', 'Contrôles', 'P304 : 80 000 €', 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'etat', 'departement'] },
  totaux: { FIR: 30_000, P304: 90_000, departement: 135_000 },
  actions: 2,
}

export const FICHES_REDIGEES: Disposition = {
  nom: 'Fiches : plan de financement rédigé dans une cellule',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'FA1',
        lignes: [
          ['Fiche action n° 1'],
          ['Objectif', 'Objectif 1'],
          ['Intitulé de l’action', 'EPP'],
          ['Plan de financement', 'FIR : 40 000 €\nDépartement : 45 000 €'],
          ['Indicateurs', 'nombre d’EPP'],
        ],
      },
      {
        nom: 'FA2',
        lignes: [
          ['Fiche action n° 2'],
          ['Objectif', 'Objectif 8'],
          ['Intitulé de l’action', 'Contrôles'],
          ['Financement : P304 80 000 € ; CD 90 000 €'],
        ],
      },
    ]),
  attendu: {
    FA1: ['numero', 'objectif', 'intitule', 'FIR', 'departement'],
    FA2: ['numero', 'objectif', 'intitule', 'P304', 'departement'],
  },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 2,
}
