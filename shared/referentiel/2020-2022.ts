import type { Objectif, Reference, Referentiel } from './referentiel.ts'

/**
 * The référentiel of the contracts opened by the circular n° DGCS/SD2B/DGS/SP1/2020/34 of 20 February 2020,
 * as data. Each value bears the place where it is written.
 */

const TEXTE = 'circulaire du 20 février 2020'
const VERIFIE_LE = '2026-11-23'

/** A place in the circular. */
function place(article: string, citation?: string): Reference {
  const lieu = { texte: TEXTE, article, source: 'S001', verifieLe: VERIFIE_LE }
  return citation === undefined ? lieu : { ...lieu, citation }
}

const ANNEXE_2 = place('annexe 2')

function objectif(
  numero: number,
  engagement: Objectif['engagement'],
  caractere: Objectif['caractere'],
  titre: string,
  variantes: string[] = [],
): Objectif {
  return { numero, engagement, caractere, titre, variantes, reference: ANNEXE_2 }
}

const OBJECTIFS: Objectif[] = [
  objectif(
    1,
    '1',
    'fondamental',
    'Atteindre à horizon 2022 un taux de couverture par la PMI d’au moins 20 % des entretiens prénataux précoces au niveau national',
    ['Augmenter le nombre d’entretiens prénataux précoces réalisés par la PMI'],
  ),
  objectif(
    2,
    '1',
    'fondamental',
    'Faire progresser le nombre de bilans de santé en école maternelle réalisés par la PMI et se rapprocher du contenu de l’examen de santé tel que défini dans le carnet de santé',
    ['Faire progresser le nombre de bilans de santé en école maternelle réalisés par la PMI'],
  ),
  objectif(
    3,
    '1',
    'fondamental',
    'Doubler au niveau national le nombre de visites à domicile pré et postnatales réalisées par des sages-femmes de PMI en faveur des familles vulnérables',
    ['Augmenter le nombre de visites à domicile pré et postnatales réalisées par des sages-femmes de la PMI'],
  ),
  objectif(
    4,
    '1',
    'fondamental',
    'Permettre qu’à horizon 2022, au niveau national, au moins 15 % des enfants bénéficient de l’intervention à domicile d’infirmières puéricultrices de la PMI, notamment jusqu’aux deux ans de l’enfant et dans les familles vulnérables',
    [
      'Permettre qu’à horizon 2022, au niveau national, au moins 15 % des enfants bénéficient de l’intervention à domicile d’infirmières puéricultrices de la PMI en particulier jusqu’aux deux ans de l’enfant en faveur des familles vulnérables',
      'Augmenter le nombre de visites à domicile réalisées par les infirmières puéricultrices de la PMI',
    ],
  ),
  objectif(
    5,
    '1',
    'fondamental',
    'Permettre qu’à horizon 2022, au niveau national, au moins 20 % des enfants bénéficient de consultations infantiles',
    [
      'Permettre qu’à horizon 2022, au niveau national, au moins 20 % des enfants bénéficient de consultations infantiles en PMI correspondant à des examens de santé obligatoire du jeune enfant, en particulier pour les enfants jusqu’à deux ans',
      'Augmenter le nombre de consultations infantiles',
    ],
  ),
  objectif(
    6,
    '2',
    'fondamental',
    'Renforcer les moyens, les ressources et la pluridisciplinarité des cellules de recueil des informations préoccupantes (CRIP) pour atteindre sur l’ensemble du territoire un délai maximal de trois mois par évaluation',
  ),
  objectif(7, '2', 'fondamental', 'Systématiser et renforcer les protocoles informations préoccupantes (IP)'),
  objectif(
    8,
    '2',
    'fondamental',
    'Systématiser un volet « maîtrise des risques » dans les schémas départementaux de protection de l’enfance, incluant un plan de contrôle des établissements et services',
    ['Systématiser un plan de contrôle des établissements et services de protection de l’enfance'],
  ),
  objectif(
    9,
    '2',
    'fondamental',
    'Garantir l’accompagnement de tous les enfants protégés en situation de handicap',
  ),
  objectif(
    10,
    '3',
    'fondamental',
    'Systématiser la participation des enfants et des jeunes aux observatoires départementaux de la protection de l’enfance (ODPE)',
  ),
  objectif(11, 'transverse', 'fondamental', 'Renforcer les ODPE', [
    'Renforcer l’ODPE',
    'Renforcer l’observatoire départemental de la protection de l’enfance (ODPE)',
  ]),
  objectif(
    12,
    '1',
    'facultatif',
    'Renforcer les interventions de travailleurs en intervention sociale et familiale (TISF)',
    ['Renforcer les interventions de techniciens en intervention sociale et familiale (TISF)'],
  ),
  objectif(13, '1', 'facultatif', 'Soutenir les actions innovantes en PMI en matière de santé publique'),
  objectif(14, '1', 'facultatif', 'Créer 20 nouveaux relais parentaux sur le territoire à horizon 2022', [
    'Créer des relais parentaux',
    'Développer le relayage parental',
    'Développer les relais parentaux',
  ]),
  objectif(15, '1', 'facultatif', 'Soutenir les parents en situation de handicap'),
  objectif(16, '1', 'facultatif', 'Soutenir les parents d’enfants en situation de handicap'),
  objectif(17, '2', 'facultatif', 'Mieux articuler les contrôles État / département'),
  objectif(
    18,
    '2',
    'facultatif',
    'Créer 600 nouvelles places d’accueil en fratries au niveau national à horizon 2022',
  ),
  objectif(19, '2', 'facultatif', 'Diversifier l’offre en matière de protection de l’enfance à domicile'),
  objectif(20, '2', 'facultatif', 'Structurer le soutien aux tiers de confiance et aux tiers bénévoles', [
    'Structurer et développer le soutien aux tiers de confiance et aux tiers bénévoles',
  ]),
  objectif(21, '2', 'facultatif', 'Développer les centres parentaux'),
  objectif(22, '2', 'facultatif', 'Systématiser les mesures d’accompagnement au retour à domicile'),
  objectif(23, '2', 'facultatif', 'Développer le parrainage, le soutien scolaire, etc.', [
    'Développer le parrainage',
    'Développer le parrainage au bénéfice des enfants confiés à l’aide sociale à l’enfance',
  ]),
  objectif(
    24,
    '4',
    'facultatif',
    'Mettre en place des dispositifs d’accompagnement global et « passerelles », notamment pour les jeunes en situation de handicap',
  ),
  objectif(
    25,
    '4',
    'facultatif',
    'Favoriser l’accès aux droits et l’accompagnement vers l’autonomie des anciens mineurs non accompagnés (MNA)',
    [
      'Favoriser l’accès aux droits et l’accompagnement vers l’autonomie des jeunes majeurs, dont les anciens mineurs non accompagnés',
    ],
  ),
  objectif(26, 'transverse', 'facultatif', 'Renforcer la formation des professionnels'),
]

const CONTRAT_TYPE = 'annexe 5.1'
const OBJECTIF_24 = place(
  'annexe 6, objectif 24',
  'En complément et pour les actions ne relevant pas d’un financement sur le budget de la Sécurité sociale, notamment pour favoriser l’accès au logement (par exemple : habitat inclusif), le CDPPE peut également prévoir des cofinancements sur le programme 304.',
)

export const REFERENTIEL_2020_2022: Referentiel = {
  id: '2020-2022',
  titre: 'Contrats 2020-2022 (circulaire n° DGCS/SD2B/DGS/SP1/2020/34 du 20 février 2020)',
  version: '2026-11-23',
  exercices: [2020, 2021, 2022],
  objectifs: OBJECTIFS,
  eligibilites: [
    {
      enveloppe: 'FIR',
      objectifs: [1, 2, 3, 4, 5, 13],
      conditions: [],
      reference: place('annexe 4, I et II', 'pour les objectifs 1 à 5 et 13'),
    },
    {
      enveloppe: 'P304',
      objectifs: [6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26],
      conditions: [
        {
          objectif: 24,
          condition:
            'le programme 304 finance les actions qui ne relèvent pas du budget de la Sécurité sociale (accès au logement, habitat inclusif…)',
          reference: OBJECTIF_24,
        },
      ],
      reference: place('annexe 4, I et III', '(50 M€) pour les objectifs 6 à 8, 10 à 12 et 14 à 26'),
    },
    {
      enveloppe: 'ONDAM',
      objectifs: [9, 24],
      conditions: [
        {
          objectif: 24,
          condition:
            'l’ONDAM médico-social finance les établissements et services qui relèvent au moins pour partie de la Sécurité sociale (SAMSAH, FAM, MAS)',
          reference: place(
            'annexe 6, objectif 24',
            'dans la mesure où leur financement relève au moins pour partie du budget de la Sécurité sociale (SAMSAH, FAM et MAS)',
          ),
        },
      ],
      reference: place('annexe 4, I et IV', 'sur l’ONDAM médico-social (15 M€) pour les objectifs 9 et 24.'),
    },
  ],
  destinataires: [
    {
      courriel: 'dgcs-contrats-enfance@social.gouv.fr',
      nom: 'Direction générale de la cohésion sociale (DGCS)',
      reference: place('I-B', 'dgcs-contrats-enfance@social.gouv.fr'),
    },
  ],
  pack: [
    {
      regle: 'ENV-01',
      gravite: 'bloquant',
      reference: place('annexe 4, I', '(50 M€) pour les objectifs 6 à 8, 10 à 12 et 14 à 26'),
    },
    {
      regle: 'ENV-02',
      gravite: 'bloquant',
      reference: place('annexe 4, I', 'pour les objectifs 1 à 5 et 13'),
    },
    {
      regle: 'ENV-03',
      gravite: 'bloquant',
      reference: place('annexe 4, I', 'sur l’ONDAM médico-social (15 M€) pour les objectifs 9 et 24.'),
    },
    {
      regle: 'COF-01',
      gravite: 'bloquant',
      reference: place(
        `${CONTRAT_TYPE} (contrat-type), article 2.2.2`,
        'Il s’engage également à consacrer à chaque objectif objet du présent contrat des financements au moins équivalents dans leur montant à ceux qui lui sont versés par l’État à ce titre.',
      ),
    },
    {
      regle: 'COF-02',
      gravite: 'a-justifier',
      reference: place(
        `${CONTRAT_TYPE} (contrat-type), article 2.2.2`,
        'Ces financements peuvent consister en la valorisation de moyens existants. Ils sont décrits dans le plan d’action et dans les fiches actions correspondantes.',
      ),
    },
    {
      regle: 'OBJ-02',
      gravite: 'a-justifier',
      reference: place(
        'annexe 6, introduction',
        'il est demandé à chaque département de s’engager a minima sur 11 objectifs fondamentaux.',
      ),
    },
    {
      regle: 'FIC-03',
      gravite: 'a-justifier',
      reference: place('annexe 5.4', 'Financement Etat : Financement CD : Financements autres :'),
    },
    {
      regle: 'LEC-01',
      gravite: 'bloquant',
      reference: place(
        `${CONTRAT_TYPE} (contrat-type), article 2.2.2`,
        'des financements au moins équivalents dans leur montant',
      ),
    },
    { regle: 'LEC-02', gravite: 'a-justifier', reference: ANNEXE_2 },
    {
      regle: 'LEC-03',
      gravite: 'information',
      reference: place(
        `${CONTRAT_TYPE} (contrat-type), article 3`,
        'Ce projet contient un bilan financier des actions mises en œuvre',
      ),
    },
    { regle: 'REF-01', gravite: 'a-justifier', reference: ANNEXE_2 },
    { regle: 'REF-02', gravite: 'a-justifier', reference: ANNEXE_2 },
  ],
}
