import { fabriquerClasseur } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Plans whose rows are of several levels: objectifs over actions, actions over sub-actions, totals over rows of their own. Departments and figures are invented. */

export const CODES_EMBOITES: Disposition = {
  nom: 'Numéros emboîtés (1, 1.1, 1.2), l’objectif porte la somme de ses actions',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Réf.', 'Libellé', 'Crédits ARS (FIR)', 'Crédits DDETS (P304)', 'Crédits départementaux'],
          ['1', 'Objectif 1 : systématiser les EPP', 40_000, null, 45_000],
          ['1.1', 'Recruter deux sages-femmes', 25_000, null, 30_000],
          ['1.2', 'Former les équipes', 15_000, null, 15_000],
          ['8', 'Objectif 8 : plan de contrôle', null, 80_000, 90_000],
          ['8.1', 'Créer une cellule', null, 80_000, 90_000],
          ['Total général', null, 40_000, 80_000, 135_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 3,
}

export const THEMES_EMBOITES: Disposition = {
  nom: 'Numéros emboîtés sous des thèmes, l’objectif en colonne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Code', 'Libellé', 'Objectif', 'FIR', 'P304', 'CD'],
          ['1', 'Périnatalité', '1', 40_000, null, 45_000],
          ['1.1', 'Recruter', null, 25_000, null, 30_000],
          ['1.2', 'Former', null, 15_000, null, 15_000],
          ['2', 'Contrôle', '8', null, 80_000, 90_000],
          ['2.1', 'Cellule', null, null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['numero', 'intitule', 'objectif', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 3,
}

export const OBJECTIFS_ET_ACTIONS: Disposition = {
  nom: 'Objectifs et actions dans la même colonne',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['Objectifs / actions', 'FIR', 'P304', 'Département'],
          ['Objectif 1 - EPP', 40_000, null, 45_000],
          ['- Action 1 : recruter', 25_000, null, 30_000],
          ['- Action 2 : former', 15_000, null, 15_000],
          ['Objectif 8 - Contrôles', null, 80_000, 90_000],
          ['- Action 3 : cellule', null, 80_000, 90_000],
        ],
      },
    ]),
  attendu: { Plan: ['intitule', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 3,
}

export const TOTAL_PAR_LIGNES: Disposition = {
  nom: 'Une ligne par financeur, le total aussi',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N° action', 'Intitulé', 'Objectif', 'Financeur', '2022', '2023', '2024'],
          [1, 'EPP', 'Objectif 1', 'Etat - FIR', 40_000, 41_000, 42_000],
          [null, null, null, 'Département', 45_000, 46_000, 47_000],
          [2, 'Contrôles', 'Objectif 8', 'Etat - BOP 304', 80_000, 80_000, 80_000],
          [null, null, null, 'Département', 90_000, 90_000, 90_000],
          [null, 'TOTAL', null, 'Etat', 120_000, 121_000, 122_000],
          [null, null, null, 'Département', 135_000, 136_000, 137_000],
        ],
        fusions: ['A2:A3', 'B2:B3', 'C2:C3', 'A4:A5', 'B4:B5', 'C4:C5'],
      },
    ]),
  attendu: {
    Plan: ['numero', 'intitule', 'objectif', 'financeur', 'montant 2022', 'montant 2023', 'montant 2024'],
  },
  totaux: { FIR: 123_000, P304: 240_000, departement: 408_000 },
  actions: 2,
}
