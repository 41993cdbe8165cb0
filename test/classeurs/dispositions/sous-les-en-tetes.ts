import { feuillePlan as plan, type Disposition } from './disposition.ts'

/** Layouts whose header goes on with units, marks of its columns, or years of the contract. Departments and figures are invented. */

export const UNITES: Disposition = {
  nom: 'Unités sous les en-têtes',
  octets: plan([
    ['Objectif', 'Action', 'FIR 2022', 'Part CD 2022', 'ETP'],
    [null, null, 'en k€', '(k€)', null],
    [1, 'Entretiens prénataux', 30, 40, 0.5],
    [3, 'Visites à domicile', 60, '70,5', 1],
  ]),
  attendu: { Plan: ['objectif', 'intitule', 'FIR 2022 k€', 'departement 2022 k€', null] },
  totaux: { FIR: 90_000, departement: 110_500 },
  actions: 2,
}

export const COLONNES_NUMEROTEES: Disposition = {
  nom: 'Colonnes numérotées sous les en-têtes',
  octets: plan([
    ['N°', 'Objectif', 'Action', 'FIR', 'Part CD', 'Total'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6) = (4) + (5)'],
    [1, 1, 'Entretiens prénataux', 30_000, 40_000, 70_000],
    [2, 3, 'Visites à domicile', 60_000, 70_000, 130_000],
  ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', 'FIR', 'departement', null] },
  totaux: { FIR: 90_000, departement: 110_000 },
  actions: 2,
}

export const ANNEES_DU_CONTRAT: Disposition = {
  nom: 'Années du contrat : année 1 (2020), au titre de 2021',
  octets: plan([
    [
      'Objectif',
      'Action',
      'FIR année 1 (2020)',
      'CD année 1 (2020)',
      'FIR au titre de 2021',
      'CD exercice 2021',
    ],
    [1, 'Entretiens prénataux', 30_000, 40_000, 70_000, 80_000],
    [3, 'Visites à domicile', 60_000, 70_000, 130_000, 140_000],
  ]),
  attendu: {
    Plan: ['objectif', 'intitule', 'FIR 2020', 'departement 2020', 'FIR 2021', 'departement 2021'],
  },
  totaux: { FIR: 290_000, departement: 330_000 },
  actions: 2,
}

export const ANNEES_SANS_DATE: Disposition = {
  nom: 'Années du contrat sans leur date, à indiquer',
  octets: plan([
    ['Objectif', 'Action', 'FIR année 1', 'CD année 1', 'FIR année 2', 'CD année 2'],
    [1, 'Entretiens prénataux', 30_000, 40_000, 70_000, 80_000],
  ]),
  attendu: { Plan: ['objectif', 'intitule', 'FIR', 'departement', 'FIR', 'departement'] },
  totaux: { FIR: 100_000, departement: 120_000 },
  actions: 1,
}

export const CODES: Disposition = {
  nom: 'Codes : « Objectif 1 », puis « Action 1.1 », dans une même colonne',
  octets: plan([
    ['Code', 'Libellé', 'FIR', 'P304', 'Part CD'],
    ['Objectif 1', 'Entretiens prénataux précoces', 30_000, null, 30_000],
    ['Action 1.1', 'Recruter', 10_000, null, 10_000],
    ['Action 1.2', 'Former', 20_000, null, 20_000],
    ['Objectif 6', 'CRIP', null, null, null],
    ['Action 6.1', 'Renforcer', null, 10_000, 12_000],
  ]),
  attendu: { Plan: ['numero', 'intitule', 'FIR', 'P304', 'departement'] },
  totaux: { FIR: 30_000, P304: 10_000, departement: 42_000 },
  actions: 3,
}

export const DETAILS: Disposition = {
  nom: 'Lignes « dont … » sous l’action qu’elles détaillent',
  octets: plan([
    ['Objectif', 'Action', 'FIR', 'Part CD'],
    ['Objectif 1', 'Entretiens prénataux', 30_000, 30_000],
    [null, '- dont sages-femmes', 20_000, 20_000],
    [null, '- dont véhicule', 10_000, 10_000],
    ['Objectif 3', 'Visites à domicile', 5_000, 5_000],
  ]),
  attendu: { Plan: ['objectif', 'intitule', 'FIR', 'departement'] },
  totaux: { FIR: 35_000, departement: 35_000 },
  actions: 2,
}

/** « Budget » says of each row what it is: of no use once its rows are told apart. */
export const PREVU_PUIS_REALISE: Disposition = {
  nom: 'Une ligne de prévu, une ligne de réalisé',
  octets: plan([
    ['N°', 'Objectif', 'Action', 'Budget', 'FIR 2021', 'Part CD 2021'],
    [1, 1, 'Entretiens prénataux', 'BP', 10_000, 10_000],
    [null, null, null, 'CA', 9_000, 8_000],
    [2, 3, 'Visites à domicile', 'BP', 20_000, 20_000],
    [null, null, null, 'CA', 18_000, 19_000],
  ]),
  attendu: { Plan: ['numero', 'objectif', 'intitule', null, 'FIR 2021', 'departement 2021'] },
  totaux: { FIR: 30_000, departement: 30_000 },
  actions: 2,
}

export const ANNEES_RELATIVES_DESSOUS: Disposition = {
  nom: 'N, N+1, N+2 sous chaque financeur, à indiquer',
  octets: plan([
    ['Action', 'Objectif', 'FIR', null, null, 'CD', null, null],
    [null, null, 'N', 'N+1', 'N+2', 'N', 'N+1', 'N+2'],
    ['Entretiens prénataux', 1, 10_000, 11_000, 12_000, 10_000, 11_000, 12_000],
  ]),
  attendu: {
    Plan: ['intitule', 'objectif', 'FIR', 'FIR', 'FIR', 'departement', 'departement', 'departement'],
  },
  totaux: { FIR: 33_000, departement: 33_000 },
  actions: 1,
}

export const TOTAL_DU_GROUPE: Disposition = {
  nom: '« Financements 2022 » au-dessus des financeurs et de leur total',
  octets: plan([
    ['ANNEXE 3 : tableau financier prévisionnel'],
    [],
    ['OBJECTIFS', 'ACTIONS', 'FINANCEMENTS 2022', null, null, null],
    [null, null, 'ARS (FIR)', 'État (BOP 304)', 'Conseil départemental', 'TOTAL'],
    ['1. Entretiens prénataux', 'Recrutement de sages-femmes', 80_000, 0, 80_000, 160_000],
    ['6. Renforcer la CRIP', 'Recrutement d’une évaluatrice', 0, 50_000, 50_000, 100_000],
    ['TOTAL', null, 80_000, 50_000, 130_000, 260_000],
  ]),
  attendu: { Plan: ['objectif', 'intitule', 'FIR 2022', 'P304 2022', 'departement 2022', null] },
  totaux: { FIR: 80_000, P304: 50_000, departement: 130_000 },
  actions: 2,
}
