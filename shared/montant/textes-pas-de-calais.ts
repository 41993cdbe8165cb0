import type { NatureMontant } from './montant.ts'

/**
 * Every distinct amount text that the bilan of Pas-de-Calais 2020-2022 prints, as printed, and what it is to be taken
 * for. Drafted from the reader's own answers, then each line was read against the printed text; the plain figures
 * were also recomputed apart from it.
 */

/** Sure amounts, in euros. */
export const SURS: [string, number][] = [
  ['40 000 €', 40000],
  ['0 €', 0],
  ['0 (gratuité abonnement)', 0],
  ['15 060 €', 15060],
  ['250 000 €', 250000],
  ['178 000 € (convention APRIS)', 178000],
  ['250 000 € + 15 048 € (mallettes sensory baby test)', 265048],
  ['265 000 €', 265000],
  ['265 048 €', 265048],
  ['515 048 €', 515048],
  ['0', 0],
  ['48 712 €', 48712],
  ['220 000 €', 220000],
  ['213 500 €', 213500],
  ['10 000 €', 10000],
  ['203 500 €', 203500],
  ['120 000 €', 120000],
  ['120 000 € et dépense qui sera allouée au Conseil départemental de la Somme', 120000],
  ['50 000 €', 50000],
  ['593 561 €', 593561],
  ['61 892 €(groupes attentes active)', 61892],
  ['0 € (formation repérage troubles neuro développement)', 0],
  ['459 219 €', 459219],
  ['61 991 €', 61991],
  ['Groupes attente active : 61 892 €', 61892],
  ['61 892 €', 61892],
  ['647 078 €', 647078],
  ['Formation TND : 0 €', 0],
  ['Axe 1 avec APRIS: 230 000 €', 230000],
  ['Axe 2 : 56 377 €', 56377],
  ['56 377 €', 56377],
  ['38 100 €', 38100],
  ['Axe 1 avec APRIS: 250 000 €', 250000],
  ['Axe 2 : 30 000 €', 30000],
  ['30 000 €', 30000],
  ['58 273.59 €', 58273.59],
  ['200 000 €', 200000],
  ['160 000 €', 160000],
  [
    "200 000 € dès finalisation du projet ; validation et contrôle de la structure d'accueil, autorisation de fonctionner délivrée, ...",
    200000,
  ],
  ['106 000 €', 106000],
  ['260 000 €', 260000],
  ['90 000 €', 90000],
  ['45 000 €', 45000],
  ['4 876 000 €', 4876000],
  ['4 776 000 €', 4776000],
  ['5 830 500 €', 5830500],
  ['548 000 €', 548000],
  ['34 919.34 €', 34919.34],
  ['295 512.53 €', 295512.53],
  ['450 000 €', 450000],
  ['Sur le budget départemental 2020, les dépenses sont de 768 000 €', 768000],
  ['Sur le budget départemental 2021, les dépenses sont de 768 000 €', 768000],
  ['82 102 € (2022)', 82102],
  ['Sur le budget départemental 2022, les dépenses sont de 304 059 €', 304059],
  ['225 000 €', 225000],
  ['228 044 €', 228044],
  ['304 058 €* ', 304058],
  ['304 059 €', 304059],
  ['82 500 €', 82500],
  ['1 065 450 € pour 2022 par avenant au contrat initial suite au vote de la loi de finance', 1065450],
  ['1 612 500 €', 1612500],
  ['1 166 880 €', 1166880],
  ['1 065 450 €', 1065450],
  ['2 182 510 €', 2182510],
  ["10 047 960 € (sur ses politiques d'accompagnement en milieu ouvert)", 10047960],
  ['3 070 010 €', 3070010],
  ["12 277 490 € (sur ses politiques d'accompagnement en milieu ouvert)", 12277490],
  ['3 121 458 €', 3121458],
  ["13 525 350 € (sur ses politiques d'accompagnement en milieu ouvert)", 13525350],
  [
    "1 230 000 € (sur ses politiques de prévention dont dépend le dispositif d'accompagnement des tiers)",
    1230000,
  ],
  [
    "1 811 805 € (sur ses politiques de prévention dont dépend le dispositif d'accompagnement des tiers)",
    1811805,
  ],
  [
    "1 731 805 € (sur ses politiques de prévention dont dépend le dispositif d'accompagnement des tiers)",
    1731805,
  ],
  ['322 500 €', 322500],
  ['103 000 €', 103000],
  ['314 400,00 €', 314400],
  ['78 600 €', 78600],
  ['52 400,00 €', 52400],
  ['408 774 €', 408774],
  ['67 858,99 €', 67858.99],
  ['La Vie Active | 272 516 €', 272516],
  ['AFEJI/Cazin Perrochaud | 136 258 €', 136258],
  ['413 500 €', 413500],
  ['462 000,00 €', 462000],
  ['77 000,00 €', 77000],
  ['255 234 €', 255234],
  ['468 000 €', 468000],
  ['468 000€', 468000],
  ['3 078 236 €', 3078236],
  ['14 302 764 €', 14302764],
  ['17 381 000 €', 17381000],
  ['3 555 522 €', 3555522],
  ['20 936 522 €', 20936522],
  ['314 400 €', 314400],
  ['462 000 €', 462000],
  ['136 258 €', 136258],
  ['272 516 €', 272516],
  ['52 400 €', 52400],
  ['77 000 €', 77000],
  ['22 709,66 €', 22709.66],
  ['45 149,33 €', 45149.33],
  ['262 000 €', 262000],
  ['385 000 €', 385000],
  ['340 915,01 €', 340915.01],
]

/** Amounts that come with a reserve. */
export const RESERVES: [string, number, RegExp][] = [
  ['1 096 000 € sur deux ans (2021 et 2022)', 1096000, /plusieurs années/],
  ['696 000 € sur deux ans (2021 et 2022)', 696000, /plusieurs années/],
  ['365 333 € (sur 8 mois)', 365333, /de 8 mois/],
  ['450 000 € pour 2 ans', 450000, /plusieurs années/],
  ['225 000 € (2020-2021)+ 82 102 € (2022)', 307102, /plusieurs années/],
  ['645 000 € (sur la durée totale du contrat)', 645000, /plusieurs années/],
  ['309 000 € (sur la durée totale du contrat)', 309000, /plusieurs années/],
  ['Consommation 2020 2 mois : 52 400,00 €', 52400, /de 2 mois/],
  ['La Vie Active | Consommation 2020 2 mois : 45 149,33 €', 45149.33, /de 2 mois/],
  ['AFEJI/Cazin Perrochaud | Consommation 2020 2 mois : 22 709,66 €', 22709.66, /de 2 mois/],
  ['413.500 €', 413500, /413,50/],
  ['Consommation 2020 2 mois : 77 000,00 €', 77000, /de 2 mois/],
]

/** Texts without one sure amount, with every amount that they hold and its words. */
export const SANS: [string, NatureMontant, [number, string][]][] = [
  ['', 'vide', []],
  [
    "320 000 euros pour l'étude sur les 5 départements (au prorata des naissances): soient 72 000 € pour le PDC.",
    'plusieurs',
    [
      [320000, "pour l'étude sur les 5 départements (au prorata des naissances)"],
      [72000, 'pour le PDC'],
    ],
  ],
  [
    '320 000 € dont 72 000 € pour le PDC',
    'plusieurs',
    [
      [320000, ''],
      [72000, 'pour le PDC'],
    ],
  ],
  [
    '216 500 € dont 48 712,50 € pour le PDC',
    'plusieurs',
    [
      [216500, ''],
      [48712.5, 'pour le PDC'],
    ],
  ],
  ['Valorisation ETP', 'non-chiffre', []],
  ['3.2 Dépenses réalisées\n\nValorisation ETP', 'non-chiffre', []],
  [
    '533 561 € Formation TND : 60 000 €',
    'plusieurs',
    [
      [533561, ''],
      [60000, 'Formation TND'],
    ],
  ],
  [
    'Axe 1 avec APRIS: 230 000 € Attention à raisonner en année scolaire. Axe 2 : 48 672 €',
    'plusieurs',
    [
      [230000, 'Axe 1 avec APRIS Attention à raisonner en année scolaire'],
      [48672, 'Axe 2'],
    ],
  ],
  ['0.5 ETP et mise à disposition de ressources (médiathèque)', 'non-chiffre', []],
  [
    'Axe 1 avec APRIS: 230 000 € Attention à raisonner en année scolaire. Axe 2 : 48 672 € en 2020 et 7 705 € en 2021',
    'plusieurs',
    [
      [230000, 'Axe 1 avec APRIS Attention à raisonner en année scolaire'],
      [48672, 'Axe 2 en 2020'],
      [7705, 'en 2021'],
    ],
  ],
  [
    'Axe 1 avec APRIS: 250 000 € Attention à raisonner en année scolaire. Axe 2 : 30 000 €',
    'plusieurs',
    [
      [250000, 'Axe 1 avec APRIS Attention à raisonner en année scolaire'],
      [30000, 'Axe 2'],
    ],
  ],
  [
    '200 000 € en 2020 et 119 406 € en 2021',
    'plusieurs',
    [
      [200000, 'en 2020'],
      [119406, 'en 2021'],
    ],
  ],
  ['-', 'aucun', []],
  ['8 ETP de la CRIP', 'non-chiffre', []],
  ['3.2 Dépenses réalisées\n\nValorisation des 8 ETP de la CRIP', 'non-chiffre', []],
  [
    "3. Budget\n\n3.1 Budget prévisionnel figurant dans la convention\n\nValorisation de 2 ETP dans l'équipe de la CRIP dédiés à cette action (Cf. Fiche action N°12)",
    'non-chiffre',
    [],
  ],
  [
    "3.2 Dépenses réalisées\n\nValorisation de 2 ETP dans l'équipe de la CRIP dédiés à cette action (Cf. Fiche action N°12)",
    'non-chiffre',
    [],
  ],
  [
    '3. Budget\n\n3.1 Budget prévisionnel figurant dans la convention\n\nPas de valorisation financière.',
    'non-chiffre',
    [],
  ],
  ['3.2 Dépenses réalisées\n\nPas de valorisation financière', 'non-chiffre', []],
  [
    '1 612 500 € pour 2021 et 1 615 070 € pour 2022 par avenant au contrat initial suite au vote de la loi de finance',
    'plusieurs',
    [
      [1612500, 'pour 2021'],
      [1615070, 'pour 2022 par avenant au contrat initial suite au vote de la loi de finance'],
    ],
  ],
  [
    "Subvention d'investissement de 675 300 € versés en 2020 et 2021 (achat du bâtiment), subvention d'investissement de 1 773 000 € prévue en 2022 (travaux et équipements)",
    'plusieurs',
    [
      [675300, "Subvention d'investissement versés en 2020 et 2021 (achat du bâtiment)"],
      [1773000, "subvention d'investissement prévue en 2022 (travaux et équipements)"],
    ],
  ],
  [
    '2 182 510 € répartis : AEMO : 1 911 660 € DARF : 270 850 €',
    'plusieurs',
    [
      [2182510, ''],
      [1911660, 'répartis : AEMO'],
      [270850, 'DARF'],
    ],
  ],
  [
    '2 182 510 € dont : 1 911 660 € 270 850 €',
    'plusieurs',
    [
      [2182510, ''],
      [1911660, ''],
      [270850, ''],
    ],
  ],
  [
    '14 528 185 € répartis : AEMO : 10 899 560 € AEMO R et AED R : 3 628 625 €',
    'plusieurs',
    [
      [14528185, ''],
      [10899560, 'répartis : AEMO'],
      [3628625, 'AEMO R et AED R'],
    ],
  ],
  [
    '16 669 832 € répartis : AEMO : 10 881 852 € AEMO R et AED R : 5 787 981€',
    'plusieurs',
    [
      [16669832, ''],
      [10881852, 'répartis : AEMO'],
      [5787981, 'AEMO R et AED R'],
    ],
  ],
  [
    '645 000 € (sur la durée totale du contrat) 0 € (2022)',
    'plusieurs',
    [
      [645000, 'sur la durée totale du contrat'],
      [0, '2022'],
    ],
  ],
  ['/', 'aucun', []],
  [
    'Part Etat : 314 400,00 € Part département : 78 600 €',
    'plusieurs',
    [
      [314400, 'Part Etat'],
      [78600, 'Part département'],
    ],
  ],
  [
    '314 400,00 € 98 250 € (avec reliquat 2020 de 3/12^{ème})',
    'plusieurs',
    [
      [314400, ''],
      [98250, 'avec reliquat 2020 de 3/12^{ème}'],
    ],
  ],
  [
    'La Vie Active | Consommation 2020 2 mois : 45 149,33 €\nAFEJI/Cazin Perrochaud | Consommation 2020 2 mois : 22 709,66 €',
    'plusieurs',
    [
      [45149.33, 'La Vie Active | Consommation 2020 2 mois'],
      [22709.66, 'AFEJI/Cazin Perrochaud | Consommation 2020 2 mois'],
    ],
  ],
  [
    'La Vie Active | 272 516 €\nAFEJI/Cazin Perrochaud | 136 258 €',
    'plusieurs',
    [
      [272516, 'La Vie Active'],
      [136258, 'AFEJI/Cazin Perrochaud'],
    ],
  ],
  [
    '3. Budget\n\n3.1 Budget prévisionnel figurant dans la convention\n\nValorisation de 2 ETP départementaux au sein du Service Départemental Coordination des politiques enfance Famille -Direction Enfance Famille',
    'non-chiffre',
    [],
  ],
  [
    '3.2 Dépenses réalisées\n\nValorisation de 2 ETP départementaux au sein du Service Départemental Coordination des politiques enfance Famille -Direction Enfance Famille',
    'non-chiffre',
    [],
  ],
  [
    'Accueil Institutionnel ASE > 2.491.217 € ETP > 798.000 €',
    'plusieurs',
    [
      [2491217, 'Accueil Institutionnel ASE'],
      [798000, 'ETP'],
    ],
  ],
  [
    '3. Budget\n\n3.1 Budget prévisionnel figurant dans la convention : Etat, CD, total\n\nValorisation de 2 ETP départementaux au sein du Service Départemental Coordination des politiques enfance Famille -Direction Enfance Famille',
    'non-chiffre',
    [],
  ],
  [
    '3. Budget\n\n3.1 Budget prévisionnel figurant dans la convention : Etat, CD, total\n\nSur fonds propres du Département',
    'non-chiffre',
    [],
  ],
  ['3.2 Dépenses réalisées', 'non-chiffre', []],
  [
    '55 000€ et allocations jeunes majeurs 4 600 000 €',
    'plusieurs',
    [
      [55000, ''],
      [4600000, 'allocations jeunes majeurs'],
    ],
  ],
]
