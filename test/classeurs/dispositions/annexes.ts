import ExcelJS from 'exceljs'
import { fabriquerClasseur } from '../fabrique.ts'
import { classeurPasDeCalais } from '../pas-de-calais.ts'
import type { Disposition } from './disposition.ts'

/** Layouts that come from the annexes of the instructions, and from Excel's own tables and names. */

const fiche = (n: number, objectif: string, titre: string, financements: [string, string | number][]) => ({
  nom: `Fiche ${String(n)}`,
  lignes: [
    [`FICHE ACTION N° ${String(n)} : ${titre}`],
    [objectif],
    ['Référent', 'PMI'],
    ['Constat du diagnostic', 'Le taux est bas.'],
    ['Objectif opérationnel', 'Atteindre 20 %'],
    ['Description de l’action', 'Recruter une sage-femme.'],
    ['Identification des acteurs à mobiliser', 'CPAM'],
    ['Moyens financiers prévisionnels'],
    ...financements,
    ['Calendrier prévisionnel', '2022'],
    ['Indicateurs de mise en œuvre de l’action', 'Nombre d’entretiens'],
    ['Points de vigilance', 'Recrutement'],
  ],
})

export const FICHES: Disposition = {
  nom: 'Une feuille par fiche action (annexe 5.4)',
  octets: () =>
    fabriquerClasseur([
      fiche(1, 'Objectif fondamental 1 : entretiens prénataux', 'EPP', [
        ['Financement Etat :', 40_000],
        ['Financement CD :', 45_000],
        ['Financements autres :', 5000],
      ]),
      fiche(2, 'Objectif fondamental 8 : CRIP', 'Renforcer la CRIP', [
        ['Financement Etat (P304) 2022 : 80 000 €', ''],
        ['Financement CD 2022 : 90 000 €', ''],
        ['Financements autres :', ''],
      ]),
    ]),
  attendu: {
    'Fiche 1': ['numero', 'objectif', 'etat', 'departement', 'autres'],
    'Fiche 2': ['numero', 'objectif', 'P304', 'departement', 'autres'],
  },
  totaux: { etatNonVentile: 40_000, P304: 80_000, departement: 135_000, autres: 5000 },
  actions: 2,
}

export const TABLEAU_DE_BORD: Disposition = {
  nom: 'Tableau de bord (annexe 5.2)',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Tableau de bord',
        lignes: [
          ['Tableau de bord de suivi'],
          ['Engagement', 'Objectif', 'Indicateur', 'Source', 'T0', '2020', null, '2021', null, '2022', null],
          [null, null, null, null, '2019', 'Prévu', 'Résultat', 'Prévu', 'Résultat', 'Prévu', 'Résultat'],
          [
            '1',
            'Objectif 1',
            'Part des femmes ayant bénéficié d’un EPP',
            'SNDS',
            0.1,
            0.12,
            0.11,
            0.15,
            0.14,
            0.2,
            0.19,
          ],
          ['1', 'Objectif 2', 'Nombre de bilans de santé', 'DREES', 100, 110, 105, 120, 118, 130, 128],
        ],
        fusions: ['F2:G2', 'H2:I2', 'J2:K2'],
      },
    ]),
  attendu: {
    'Tableau de bord': [
      'T0 2019',
      'cible 2020',
      'resultat 2020',
      'cible 2021',
      'resultat 2021',
      'cible 2022',
      'resultat 2022',
    ],
  },
  totaux: {},
  actions: 0,
}

export const BILAN: Disposition = {
  nom: 'Bilan du Pas-de-Calais 2020-2022',
  octets: () => classeurPasDeCalais(),
  attendu: {
    "Plan d'action": [
      'numero',
      'engagement',
      'objectif',
      'intitule',
      'exercice',
      'etat',
      'departement',
      'fleche',
      'engage',
      'execute',
      null,
    ],
  },
  totaux: null,
  actions: 27,
}

export const CONTRAT: Disposition = {
  nom: 'Feuille « Contrat »',
  octets: () =>
    fabriquerClasseur([
      {
        nom: 'Contrat',
        lignes: [
          ['Contrat départemental de prévention et de protection de l’enfance'],
          ['Département', 'Département d’essai'],
          ['Date de signature', '24/06/2022'],
          ['Date de délibération', '20/06/2022'],
          ['N° de délibération', '2022-114'],
          ['Date d’effet', '01/01/2022'],
          ['Date de fin du contrat', '31/12/2022'],
          ['Montant FIR', 100_000],
          ['Montant du programme 304', 200_000],
          ['Montant ONDAM', 50_000],
          ['Montant total', 350_000],
          ['IBAN', 'FR76 3000 1007 9412 3456 7890 185'],
          ['Signataires', 'Le préfet, le directeur général de l’ARS, le président du conseil départemental'],
        ],
      },
    ]),
  attendu: {
    Contrat: [
      'departement',
      'signature',
      'deliberation',
      'numero-deliberation',
      'effet',
      'fin',
      'fir',
      'p304',
      'ondam',
      'total',
      'iban',
      'signataires',
    ],
  },
  totaux: {},
  actions: 0,
}

export const TABLEAUX_EXCEL: Disposition = {
  nom: 'Tableaux et noms d’Excel',
  octets: async () => {
    const classeur = new ExcelJS.Workbook()
    const feuille = classeur.addWorksheet('Suivi')
    feuille.getCell('B1').value = 'Suivi financier'
    feuille.addTable({
      name: 'tblPlan',
      ref: 'B3',
      headerRow: true,
      columns: [
        'Réf.',
        'Intitulé',
        'Objectif',
        'Enveloppe',
        'Crédits État 2022',
        'Crédits Département 2022',
      ].map((name) => ({ name })),
      rows: [
        [1, 'EPP', 'Objectif 1', 'FIR', 10, 11],
        [2, 'CRIP', 'Objectif 8', 'P304', 20, 21],
      ],
    })
    // Beside and under the Excel table: a memo that looks like a row of it.
    feuille.getCell('B8').value = 99
    feuille.getCell('C8').value = 'Pour mémoire : demande non retenue'
    feuille.getCell('D8').value = 'Objectif 3'
    feuille.getCell('F8').value = 1000
    const param = classeur.addWorksheet('Demande')
    param.addRows([
      ['Réf. dossier', 'Obj.', 'Montant sollicité auprès de l’ARS'],
      [3, 2, 30],
      [4, 3, 40],
    ])
    classeur.definedNames.add('Demande!$A$1:$C$3', 'Plan_action_ARS')
    return new Uint8Array(await classeur.xlsx.writeBuffer())
  },
  attendu: {
    Suivi: ['numero', 'intitule', 'objectif', 'enveloppe', 'etat 2022', 'departement 2022'],
    Demande: ['numero', 'objectif', 'etat'],
  },
  totaux: { FIR: 10, P304: 20, etatNonVentile: 70, departement: 32 },
  actions: 4,
}
