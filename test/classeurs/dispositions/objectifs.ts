import { feuillePlan as plan, type Disposition } from './disposition.ts'

/** Layouts that tell the objectif of an action by a cross, or by its title alone. Departments and figures are invented. */

const BILANS = 'Faire progresser le nombre de bilans de santé en école maternelle réalisés par la PMI'
const HANDICAP = 'Garantir l’accompagnement de tous les enfants protégés en situation de handicap'
const ODPE = 'Renforcer l’ODPE'

export const COCHES: Disposition = {
  nom: 'Objectifs cochés, un par colonne',
  octets: plan([
    ['N°', 'Action', 'Objectifs', null, null, 'Financement 2021', null, null],
    [null, null, 2, 9, 11, 'FIR', 'P304', 'Part CD'],
    [1, 'Bilans en école maternelle', 'X', null, null, 40_000, null, 45_000],
    [2, 'Équipe mobile', null, 'X', null, null, 80_000, 90_000],
    [3, 'Observatoire', null, null, 'X', null, 10_000, 10_000],
  ]),
  attendu: {
    Plan: [
      'numero',
      'intitule',
      'objectif',
      'objectif',
      'objectif',
      'FIR 2021',
      'P304 2021',
      'departement 2021',
    ],
  },
  totaux: { FIR: 40_000, P304: 90_000, departement: 145_000 },
  actions: 3,
}

export const PAR_TITRE: Disposition = {
  nom: 'Objectifs nommés par leur titre, sans numéro',
  octets: plan([
    ['Thème', 'Action', 'FIR 2021', 'P304 2021', 'Part CD 2021'],
    [BILANS, 'Bilans en école maternelle', 40_000, null, 45_000],
    [`${HANDICAP}.`, 'Équipe mobile', null, 80_000, 90_000],
    [ODPE.toUpperCase(), 'Observatoire', null, 10_000, 10_000],
  ]),
  attendu: { Plan: ['objectif', 'intitule', 'FIR 2021', 'P304 2021', 'departement 2021'] },
  totaux: { FIR: 40_000, P304: 90_000, departement: 145_000 },
  actions: 3,
}

export const TITRES_ENTRE_LES_LIGNES: Disposition = {
  nom: 'Titres d’objectifs entre les lignes, avec leur sous-total',
  octets: plan([
    ['N°', 'Action', 'FIR 2021', 'P304 2021', 'Part CD 2021'],
    [BILANS, null, 40_000, null, 45_000],
    [1, 'Bilans en école maternelle', 30_000, null, 35_000],
    [2, 'Matériel de dépistage', 10_000, null, 10_000],
    [HANDICAP, null, null, 80_000, 90_000],
    [3, 'Équipe mobile', null, 80_000, 90_000],
  ]),
  attendu: { Plan: ['numero', 'intitule', 'FIR 2021', 'P304 2021', 'departement 2021'] },
  totaux: { FIR: 40_000, P304: 80_000, departement: 135_000 },
  actions: 3,
}

export const NUMERO_ET_LIBELLE: Disposition = {
  nom: 'N° et libellé dans une même cellule, en-têtes à deux niveaux',
  octets: plan([
    ['Annexe 4 - Maquette financière (en euros)'],
    [],
    ['N° et libellé de l’objectif', 'N° et libellé de l’action', '2022', null, '2023', null, 'Total'],
    [null, null, 'FIR', 'Département', 'FIR', 'Département', null],
    ['1 - Entretiens prénataux', '1.1 - Entretiens', 40_000, 45_000, 41_000, 46_000, 172_000],
    ['2 - Bilans de santé', '2.1 - Bilans en maternelle', 30_000, 35_000, 31_000, 36_000, 132_000],
    ['Total', null, 70_000, 80_000, 72_000, 82_000, 304_000],
  ]),
  attendu: {
    Plan: ['objectif', 'intitule', 'FIR 2022', 'departement 2022', 'FIR 2023', 'departement 2023', null],
  },
  totaux: { FIR: 142_000, departement: 162_000 },
  actions: 2,
}

export const PARTS_EGALES: Disposition = {
  nom: 'Un financeur par ligne, à parts égales',
  octets: plan([
    ['Fiche', 'Objectif', 'Financeur', 2020, 2021],
    ['1', 'Objectif 1', 'ARS - FIR', 10_000, 20_000],
    [null, null, 'CD', 10_000, 20_000],
    ['2', 'Objectif 9', 'ARS - ONDAM', 100_000, 200_000],
    [null, null, 'Conseil départemental', 100_000, 200_000],
  ]),
  attendu: { Plan: ['numero', 'objectif', 'financeur', 'montant 2020', 'montant 2021'] },
  totaux: { FIR: 30_000, ONDAM: 300_000, departement: 330_000 },
  actions: 2,
}
