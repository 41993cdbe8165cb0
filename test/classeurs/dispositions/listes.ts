import { fabriquerClasseur, type FeuilleDecrite, type ValeurDecrite } from '../fabrique.ts'
import type { Disposition } from './disposition.ts'

/** Layouts whose plan is a list of rows. Departments and figures are invented. */

const feuille = (
  nom: string,
  lignes: ValeurDecrite[][],
  reste: Partial<FeuilleDecrite> = {},
): FeuilleDecrite => ({
  nom,
  lignes,
  ...reste,
})
const vides = (n: number): ValeurDecrite[] => Array<ValeurDecrite>(n).fill(null)

export const LISTE_A_PLAT: Disposition = {
  nom: 'Liste à plat',
  octets: () =>
    fabriquerClasseur([
      feuille('Plan d’action', [
        [
          'N°',
          'Engagement',
          'Objectif',
          'Intitulé de l’action',
          'Pilote',
          'Année',
          'Source de financement',
          'Crédits État',
          'Crédits CD',
          'CAF / MSA',
          'Observations',
        ],
        [1, 'Engagement 1', 'Objectif 1', 'EPP', 'PMI', 2021, 'FIR', 40000, 45000, null, 'reconduit'],
        [1, 'Engagement 1', 'Objectif 1', 'EPP', 'PMI', 2022, 'FIR', 42000, 45000, null, null],
        [2, 'Engagement 2', 'Objectif 9', 'Évaluation', 'ASE', 2021, 'P304', 80000, 90000, 5000, 'nouveau'],
      ]),
    ]),
  attendu: {
    'Plan d’action': [
      'numero',
      'engagement',
      'objectif',
      'intitule',
      null,
      'exercice',
      'enveloppe',
      'etat',
      'departement',
      'autres',
      null,
    ],
  },
  totaux: { FIR: 82_000, P304: 80_000, departement: 180_000, autres: 5000 },
  actions: 2,
}

export const ANNEE_ET_FINANCEUR: Disposition = {
  nom: 'Une ligne par action, une colonne par année et financeur',
  octets: () =>
    fabriquerClasseur([
      feuille('PA', [
        [
          'N° fiche',
          'Libellé action',
          'Obj. stratégie',
          'FIR 2020',
          'P304 2020',
          'CD 2020',
          'FIR 2021',
          'P304 2021',
          'CD 2021',
          'FIR 2022',
          'P304 2022',
          'CD 2022',
          'TOTAL 2020-2022',
        ],
        ['1', 'EPP', 1, 10, null, 10, 20, null, 20, 30, null, 30, 120],
        ['2', 'CRIP', 8, null, 100, 100, null, 100, 100, null, 100, 100, 600],
        ['TOTAL', null, null, 10, 100, 110, 20, 100, 120, 30, 100, 130, 720],
      ]),
    ]),
  attendu: {
    PA: [
      'numero',
      'intitule',
      'objectif',
      'FIR 2020',
      'P304 2020',
      'departement 2020',
      'FIR 2021',
      'P304 2021',
      'departement 2021',
      'FIR 2022',
      'P304 2022',
      'departement 2022',
      null,
    ],
  },
  totaux: { FIR: 60, P304: 300, departement: 360 },
  actions: 2,
}

export const DEUX_NIVEAUX: Disposition = {
  nom: 'En-têtes à deux niveaux, fusionnés',
  octets: () =>
    fabriquerClasseur([
      feuille(
        'Maquette financière',
        [
          ['Département d’essai — contrat 2021-2022'],
          [],
          [
            'Référence',
            'Objectif',
            'Actions',
            'Financement État',
            null,
            null,
            null,
            'Financement\nDépartement',
            null,
            'Commentaires',
          ],
          [null, null, null, '2021', null, '2022', null, '2021', '2022', null],
          [null, null, null, 'FIR', 'P304', 'FIR', 'P304', null, null, null],
          ['A1', 'Objectif 1', 'EPP', 10, 0, 11, 0, 12, 13, 'ok'],
          ['A2', 'Objectif 8', 'CRIP', 0, 20, 0, 21, 22, 23, 'ok'],
        ],
        {
          fusions: ['A3:A5', 'B3:B5', 'C3:C5', 'D3:G3', 'D4:E4', 'F4:G4', 'H3:I3', 'H4:H5', 'I4:I5', 'J3:J5'],
        },
      ),
    ]),
  attendu: {
    'Maquette financière': [
      'numero',
      'objectif',
      'intitule',
      'FIR 2021',
      'P304 2021',
      'FIR 2022',
      'P304 2022',
      'departement 2021',
      'departement 2022',
      null,
    ],
  },
  totaux: { FIR: 21, P304: 41, departement: 70 },
  actions: 2,
}

export const EN_MILLIERS: Disposition = {
  nom: 'Montants en k€',
  octets: () =>
    fabriquerClasseur([
      feuille('CDPPE', [
        ['PLAN D’ACTION DÉPARTEMENTAL'],
        ['Montants en k€'],
        [],
        [
          'Action n°',
          'Intitulé',
          'Objectif CDPPE',
          'Exercice',
          'Part ARS (FIR)',
          'Part préfecture (P304)',
          'Part du Conseil départemental',
          'Total',
        ],
        [1, 'EPP', 'Obj. 1', 2022, 12.5, null, 13, 25.5],
        [2, 'CRIP', 'Obj. 8', 2022, null, 20, 20, 40],
        ['Sous-total', null, null, null, 12.5, 20, 33, 65.5],
      ]),
    ]),
  attendu: {
    CDPPE: ['numero', 'intitule', 'objectif', 'exercice', 'FIR k€', 'P304 k€', 'departement k€', null],
  },
  totaux: { FIR: 12_500, P304: 20_000, departement: 33_000 },
  actions: 2,
}

export const EN_TETES_PLUS_BAS: Disposition = {
  nom: 'En-têtes plus bas, cartouche, notes et lignes masquées',
  octets: () =>
    fabriquerClasseur([
      feuille(
        'Tableau',
        [
          [null, 'Conseil départemental d’essai'],
          [null, 'Direction enfance famille', null, null, 'Version du 12/10/2022'],
          [],
          [null, 'Part État : 100 €, part du Département : 110 €'],
          [],
          vides(8),
          [
            null,
            'NUMERO',
            'INTITULE DE L’ACTION',
            'OBJECTIF\n(annexe 2)',
            'ENVELOPPE',
            'MONTANT ETAT\n2022',
            'MONTANT DEPARTEMENT\n2022',
            'ETAT D’AVANCEMENT',
          ],
          [null, 'Engagement 1 : agir précocement'],
          [null, 1, 'EPP', 'Objectif 1', 'FIR', 60, 60, 'en cours'],
          [null, 2, 'Bilans', 'Objectif 2', 'FIR', 40, 50, 'à lancer'],
          [],
          [null, '(1) Sous réserve du vote du budget'],
        ],
        { lignesMasquees: [10], fusions: ['B1:H1'] },
      ),
    ]),
  attendu: {
    Tableau: ['numero', 'intitule', 'objectif', 'enveloppe', 'etat 2022', 'departement 2022', null],
  },
  totaux: { FIR: 100, departement: 110 },
  actions: 2,
}

export const DEUX_TABLEAUX: Disposition = {
  nom: 'Deux tableaux sur une feuille',
  octets: () =>
    fabriquerClasseur([
      feuille('Budget', [
        ['Engagement 1'],
        ['N° action', 'Action', 'Objectif', 'FIR', 'Département', 'Année'],
        [1, 'EPP', 1, 10, 11, 2022],
        [2, 'Bilans', 2, 20, 21, 2022],
        [],
        ['Engagement 2'],
        ['N° action', 'Action', 'Objectif', 'P304', 'Département', 'Année'],
        [3, 'CRIP', 8, 30, 31, 2022],
        [4, 'PPE', 10, 40, 41, 2022],
      ]),
    ]),
  attendu: {
    Budget: [
      'numero',
      'intitule',
      'objectif',
      'FIR',
      'departement',
      'exercice',
      'numero',
      'intitule',
      'objectif',
      'P304',
      'departement',
      'exercice',
    ],
  },
  totaux: { FIR: 30, P304: 70, departement: 104 },
  actions: 4,
}

export const PAR_ENVELOPPE: Disposition = {
  nom: 'État ventilé par colonnes d’enveloppe',
  octets: () =>
    fabriquerClasseur([
      feuille('Plan', [
        [
          'N°',
          'Objectif',
          'Action',
          'Exercice',
          'Part État',
          'dont FIR',
          'dont BOP 304',
          'dont ONDAM MS',
          'Part CD',
          'Coût total',
        ],
        [1, 'Objectif 1', 'EPP', 2022, 10, 10, null, null, 10, 20],
        [2, 'Objectif 9', 'Handicap', 2022, 50, null, 20, 30, 25, 75],
      ]),
    ]),
  attendu: {
    Plan: ['numero', 'objectif', 'intitule', 'exercice', null, 'FIR', 'P304', 'ONDAM', 'departement', null],
  },
  totaux: { FIR: 10, P304: 20, ONDAM: 30, departement: 35 },
  actions: 2,
}

export const SANS_TITRE: Disposition = {
  nom: 'Objectifs reconnus à leur contenu, colonne sans en-tête',
  octets: () =>
    fabriquerClasseur([
      feuille('Plan', [
        ['N°', 'Action', null, 'Enveloppe', 'État 2022', 'Département 2022', 'Thème'],
        [1, 'EPP', 'Objectif 1 : atteindre 20 %', 'FIR', 10, 11, 'PMI'],
        [2, 'Bilans', 'Objectif 2 : bilans', 'FIR', 20, 21, 'PMI'],
        [3, 'CRIP', 'Objectif 8 : CRIP', 'P304', 30, 31, 'ASE'],
      ]),
    ]),
  attendu: {
    Plan: ['numero', 'intitule', 'objectif', 'enveloppe', 'etat 2022', 'departement 2022', null],
  },
  totaux: { FIR: 30, P304: 30, departement: 63 },
  actions: 3,
}

export const SYNTHESE: Disposition = {
  nom: 'Mélange avec une « Synthèse », une ancienne version et une copie masquée',
  octets: () => {
    const lignes: ValeurDecrite[][] = [
      ['N°', 'Intitulé', 'Objectif', 'Exercice', 'Enveloppe', 'Part État', 'Part Département'],
      [1, 'EPP', 'Objectif 1', 2021, 'FIR', 10, 11],
      [1, 'EPP', 'Objectif 1', 2022, 'FIR', 12, 13],
      [2, 'CRIP', 'Objectif 8', 2022, 'P304', 20, 21],
    ]
    const ancienne = lignes.map((l, i) => (i === 3 ? [...l.slice(0, 5), 19, 19] : l))
    return fabriquerClasseur([
      feuille('Synthèse', [
        ['N°', 'Intitulé', 'Objectif', 'Part État', 'Part Département'],
        [1, 'EPP', 'Objectif 1', 22, 24],
        [2, 'CRIP', 'Objectif 8', 20, 21],
        ['TOTAL', null, null, 42, 45],
      ]),
      feuille('Plan 2021 (old)', ancienne),
      feuille('Plan 2021', lignes),
      feuille('Copie', lignes, { etat: 'hidden' }),
      feuille('Par objectif', [
        ['Objectif', 'Part État', 'Part Département'],
        ['Objectif 1', 22, 24],
        ['Objectif 8', 20, 21],
      ]),
    ])
  },
  attendu: {
    'Plan 2021': ['numero', 'intitule', 'objectif', 'exercice', 'enveloppe', 'etat', 'departement'],
  },
  totaux: { FIR: 22, P304: 20, departement: 45 },
  actions: 2,
}
