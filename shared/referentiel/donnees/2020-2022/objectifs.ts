import type { Objectif } from '../../referentiel.ts'
import { circulaire2020 } from '../lieu.ts'

/**
 * The 26 objectifs of annexe 2, with the titles under which the circular and the departments print them. The
 * engagement is that of annexe 6: the columns of annexe 2 are mixed up in the document.
 */

export const ANNEXE_2 = circulaire2020('annexe 2')

function objectif(
  numero: number,
  engagement: Objectif['engagement'],
  caractere: Objectif['caractere'],
  titre: string,
  variantes: string[] = [],
): Objectif {
  return { numero, engagement, caractere, titre, variantes, reference: ANNEXE_2 }
}

export const OBJECTIFS: Objectif[] = [
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
