import type { ValeurEssai } from '../../classeur/fabrique.ts'
import { cas, tableau, type Cas, type Essai } from './cas.ts'

/** Cases of the rules that look at the fiches action and at the tableau de bord. */

const RUBRIQUES: [string, string | null][] = [
  ['Référent (personne ou institution)', 'Direction de l’enfance'],
  ['Constat du diagnostic', 'Un besoin constaté'],
  ['Objectif opérationnel', 'Répondre au besoin'],
  ['Description de l’action', 'Médecins et psychologues ; PJJ, Éducation nationale, police'],
  ['Public-cible', 'Enfants confiés à l’ASE'],
  ['Identification des acteurs à mobiliser', 'Département, ARS'],
  ['Moyens financiers prévisionnels', 'Financement Etat : 10 000 € Financement CD : 12 000 €'],
  ['Calendrier prévisionnel', '2020'],
  ['Indicateurs de mise en œuvre de l’action', 'Nombre de familles'],
  ['Points de vigilance', 'Aucun retard'],
]
const fiche = (
  numero: number | string,
  changer: Record<string, string | null> = {},
  sans = '',
): ValeurEssai[][] => [
  [`FICHE ACTION N° ${numero} Création d’un dispositif`],
  ...RUBRIQUES.filter(([l]) => l !== sans).map(([l, contenu]) => [l, l in changer ? changer[l] : contenu]),
]
/** The fiches of the eleven actions, that of one of them changed. */
const fiches = (
  numero: number,
  sienne: ValeurEssai[][],
  plus: Record<string, ValeurEssai[][]> = {},
): Essai => ({
  feuilles: {
    ...plus,
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, i) => [`Fiche ${i + 1}`, i + 1 === numero ? sienne : fiche(i + 1)]),
    ),
  },
})
const decrite =
  (numero: number, rubrique = 'Description de l’action') =>
  (texte: string | null) =>
    fiches(numero, fiche(numero, { [rubrique]: texte }))

const CONTRAT: ValeurEssai[][] = [
  ['Date de signature', '10/12/2024'],
  ['Crédits FIR', 50_000],
]

const T = (...adresses: string[]) => adresses.map((x) => `Tableau de bord!${x}`)
const ligne =
  (objectif: number, ...avant: ValeurEssai[][]) =>
  (indicateur: ValeurEssai[]): Essai =>
    tableau(objectif > 11 ? [objectif] : [])([...avant, [`Objectif ${objectif}`, ...indicateur]])
const IP = [
  ['Objectif 6', 'Nombre d’IP entrantes', 900, 900, 900],
  ['Objectif 6', 'Nombre d’IP évaluées', 800, 800, 800],
]
const RETOURS = [
  ['Objectif 22', 'Nombre de mineurs de retour à domicile après une mesure de placement', 200, 210, 200],
  [
    'Objectif 22',
    'Nombre de mineurs de retour à domicile après une mesure de placement bénéficiant d’un accompagnement',
    90,
    100,
    90,
  ],
]
const PART =
  'Part des mineurs de retour à domicile après une mesure de placement ayant bénéficié d’un accompagnement'
const PARRAINES = [
  'Objectif 23',
  'Nombre d’enfants bénéficiant d’un parrainage ou d’un accompagnement par un bénévole',
  1,
  2,
]
const EPP = 'Taux de couverture par la PMI des entretiens prénataux précoces'

export const CAS_DES_FICHES: Cas[] = [
  cas(
    'FIC-01',
    ['a-justifier', 'annexe 4, I', 'Fiche 3!A9'],
    decrite(3, 'Calendrier prévisionnel'),
    '2020',
    null,
  ),
  cas(
    'FIC-02',
    ['information', 'annexe 5.4', 'Fiche 4!A1'],
    (sans: string) => fiches(4, fiche(4, {}, sans)),
    '',
    'Points de vigilance',
  ),
  cas(
    'FIC-05',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 2.1', 'Plan!A6'],
    (n: string) => fiches(5, fiche(n)),
    '5',
    '5 bis',
  ),
  cas(
    'FIC-06',
    ['a-justifier', 'article 8', 'Contrat!B1', 'Fiche 1!A1'],
    (avec: boolean) => (avec ? fiches(0, [], { Contrat: CONTRAT }) : { feuilles: { Contrat: CONTRAT } }),
    false,
    true,
    2024,
  ),
  cas(
    'GOU-06',
    ['a-justifier', 'annexe 6, objectif 6', 'Fiche 6!A1'],
    decrite(6),
    'Médecins et psychologues',
    'Médecins référents',
  ),
  cas(
    'GOU-07',
    ['a-justifier', 'annexe 6, objectif 7', 'Fiche 7!A1'],
    decrite(7),
    'DTPJJ, Éducation nationale et gendarmerie',
    'DTPJJ et gendarmerie',
  ),
  cas(
    'ENV-09',
    ['a-justifier', 'annexe 4, IV-B', 'Fiche 9!B6'],
    decrite(9, 'Public-cible'),
    'Enfants confiés à l’ASE',
    'Enfants suivis par la PMI',
  ),
  cas(
    'NAT-18',
    ['a-justifier', 'annexe 6, objectif 23', 'F12!A1'],
    (description: string): Essai => ({
      feuilles: { F12: fiche(12, { 'Description de l’action': description }) },
      changer: (r) => r.push([12, 'Objectif 23', 'Parrainage', 2020, 'P304', 5, 9, 1, 1, 1]),
    }),
    'Honorabilité vérifiée, besoins fondamentaux, convention signée, supervision des bénévoles',
    'Honorabilité vérifiée, convention signée, supervision',
  ),
  cas(
    'OBJ-11',
    ['a-justifier', 'III', ...T('B2')],
    ligne(7),
    ['Protocoles signés', 1, '80 à 90 %', 1],
    ['Protocoles signés', 1, null, 1],
  ),
  cas(
    'OBJ-12',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 2.1', ...T('A1')],
    (n: number) =>
      tableau()(Array.from({ length: n }, (_, i) => [`Objectif ${i + 1}`, `Avancement ${i + 1}`, 1, 2, 3])),
    11,
    10,
  ),
  cas(
    'OBJ-13',
    ['a-justifier', 'article 2.1', 'Tableau de bord!B2'],
    (cible: ValeurEssai): Essai => ({
      feuilles: {
        'Tableau de bord': [
          ['Objectif', 'Indicateur', 'Situation 2023', 'Prévisionnel 2024'],
          ['Objectif 1', EPP, 1, cible],
          ['Objectif 6', 'Autre', 1, null],
        ],
      },
    }),
    0.2,
    null,
    2024,
  ),
  cas(
    'OBJ-14',
    ['a-justifier', 'annexe 6, objectif 3', ...T('B2')],
    ligne(3),
    ['Nb de VAD pré et postnatales par les sages-femmes de PMI', 1, 2, 3],
    ['Nombre de sages-femmes recrutées', 1, 2, 3],
  ),
  cas(
    'OBJ-15',
    ['a-justifier', 'annexe 6, introduction', ...T('A1')],
    (o: number) => tableau([26])([[`Objectif ${o}`, 'Un indicateur', 1, 2, 3]]),
    26,
    8,
  ),
  cas(
    'OBJ-16',
    ['a-justifier', 'annexe 6, introduction', ...T('B2')],
    ligne(7),
    ['Protocoles signés', 0, 1, 1],
    ['Protocoles signés', 'ND', 1, 1],
  ),
  cas(
    'OBJ-17',
    ['a-justifier', 'annexe 6, engagement 1', 'TdB!B2'],
    (interne: ValeurEssai): Essai => ({
      feuilles: {
        TdB: [
          ['Objectif', 'Indicateur', 'Situation 2019 SNDS', 'Situation 2019 DREES', 'Cible 2020'],
          ['Objectif 1', EPP, 0.1, interne, 0.2],
        ],
      },
    }),
    0.12,
    null,
  ),
  cas(
    'OBJ-18',
    ['a-justifier', 'annexe 6, engagement 2', ...T('A1')],
    ligne(6),
    ['Délai d’exécution des décisions de justice', 30],
    ['Protocoles signés', 30, 1, 1],
  ),
  cas(
    'OBJ-19',
    ['a-justifier', 'annexe 6, objectif 12', ...T('B2', 'B3')],
    ligne(12, [
      'Objectif 12',
      'Nombre d’heures d’intervention de TISF en périnatal au titre de la PMI',
      1,
      2,
      3,
    ]),
    ['Nombre de familles bénéficiaires', 1, 2, 3],
    ['Observations', 1, 2, 3],
  ),
  cas(
    'OBJ-20',
    ['a-justifier', 'annexe 6, objectif 14', ...T('B2')],
    ligne(14),
    ['Nombre d’enfants accueillis', 1, 2, 3],
    ['Observations', 1, 2, 3],
  ),
  cas(
    'OBJ-21',
    ['a-justifier', 'annexe 5.2', ...T('B2')],
    ligne(18),
    ['Nombre de places en villages d’enfants', 1, 2, 3],
    ['Observations', 1, 2, 3],
  ),
  cas(
    'OBJ-22',
    ['a-justifier', 'annexe 6, objectif 20', ...T('B2', 'B3')],
    ligne(20, ['Objectif 20', 'Nombre de tiers accompagnés', 1, 2]),
    ['Satisfaction des tiers', 1, 2],
    ['Nombre de visites', 1, 2],
  ),
  cas(
    'OBJ-23',
    ['a-justifier', 'annexe 5.2', ...T('B2')],
    ligne(21),
    ['Nombre de places d’accueil en centre parental', 1, 2, 3],
    ['Observations', 1, 2, 3],
  ),
  cas(
    'OBJ-24',
    ['a-justifier', 'annexe 6, objectif 22', ...T('E4', 'E3', 'E2')],
    ligne(22, ...RETOURS),
    [PART, '45 %', 0.5, '45 %'],
    [PART, '45 %', 0.5, '46 %'],
  ),
  cas(
    'OBJ-25',
    ['a-justifier', 'annexe 6, objectif 23', ...T('B2')],
    (lignes: ValeurEssai[][]) => tableau([23])([PARRAINES, ...lignes]),
    [['Objectif 23', 'Stabilité des parrainages', 1, 2]],
    [],
  ),
  cas(
    'OBJ-26',
    ['a-justifier', 'annexe 6, objectif 6', ...T('E5', 'E3')],
    ligne(6, ...IP, ['Objectif 6', 'Taux d’IP évaluées en moins de trois mois', 0.5, 0.75, 0.75]),
    ['Nombre d’IP évaluées en moins de 3 mois', 400, 600, 600],
    ['Nombre d’IP évaluées en moins de 3 mois', 400, 600, 801],
  ),
  cas(
    'OBJ-27',
    ['a-justifier', 'annexe 6, objectif 6, note 3', ...T('E5', 'E4', 'E3')],
    ligne(6, ...IP, ['Objectif 6', 'Nombre d’IP évaluées en moins de 3 mois', 400, 600, 600]),
    ['Taux d’IP évaluées en moins de 3 mois', 0.5, 0.75, 0.75],
    ['Taux d’IP évaluées en moins de 3 mois', 0.5, 0.75, 0.8],
  ),
  cas(
    'OBJ-29',
    ['a-justifier', 'annexe 5.2', ...T('B2')],
    ligne(9),
    ['Nombre d’enfants bénéficiant d’une double prise en charge ASE/handicap effective', 1, 2, 3],
    ['Observations', 1, 2, 3],
  ),
  cas(
    'OBJ-30',
    ['information', 'annexe 6, objectif 5', ...T('B2')],
    ligne(5),
    ['Nombre d’examens de santé obligatoires réalisés en PMI', 1, null, 3],
    ['Observations', 1, 2, 3],
  ),
  cas(
    'TDB-01',
    ['a-justifier', 'annexe 6, introduction', ...T('A1')],
    (annee: number): Essai => ({
      ...tableau()([['Objectif 7', 'Protocoles signés', 1, 2, 3]]),
      changer: (r) => void (r[1]![3] = annee),
    }),
    2020,
    2021,
  ),
  cas(
    'TDB-03',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 3', 'TdB!B2', 'TdB!F1'],
    (s2: ValeurEssai): Essai => ({
      feuilles: {
        TdB: [
          ['Objectif', 'Indicateur', 'Situation 2019', 'Cible 2020', 'Résultat 2020 S1', 'Résultat 2020 S2'],
          ['Objectif 3', 'Nombre de visites à domicile de sages-femmes', 1, 2, 3, s2],
          ['Objectif 2', 'Bilans', 1, 2, 3, null],
        ],
      },
    }),
    4,
    null,
  ),
]
