import type { Cible, Exigences } from '../../exigences.ts'
import { circulaire2020, contratType } from '../lieu.ts'
import { INDICATEURS } from './indicateurs.ts'

/** How many objectifs, and which of them need a target in figures (circular, III; annexe 6). */

const PARTOUT = circulaire2020(
  'III',
  'Les objectifs définis par les contrats doivent être assortis d’indicateurs et de cibles chiffrées',
)

/** A facultatif whose target annexe 6 asks for « s’il est retenu ». */
function siRetenu(objectif: number, citation: string, condition: string | null = null): Cible {
  return {
    objectifs: [objectif],
    exigence: 'si-retenu',
    condition,
    reference: circulaire2020(`annexe 6, objectif ${objectif}`, citation),
  }
}

const CIBLES: Cible[] = [
  { objectifs: [1, 2, 3, 4, 5, 7, 8, 10, 11], exigence: 'requise', condition: null, reference: PARTOUT },
  {
    objectifs: [6],
    exigence: 'requise',
    condition: 'la cible porte sur le taux d’informations préoccupantes évaluées en moins de trois mois',
    reference: circulaire2020(
      'annexe 6, objectif 6',
      'avec une cible à définir en terme de taux d’IP évaluées en moins de trois mois',
    ),
  },
  {
    objectifs: [9],
    exigence: 'facultative',
    condition: 'pour l’indicateur harmonisé ; les autres cibles se fixent entre l’ARS et le Département',
    reference: circulaire2020(
      'annexe 6, objectif 9',
      'sans nécessairement l’assortir d’une cible chiffrée, le nombre d’enfants (mineurs) bénéficiant d’une double prise en charge ASE/handicap effective (notification mise en œuvre).',
    ),
  },
  siRetenu(
    12,
    's’il est retenu, il est demandé de définir des cibles chiffrées et de suivre des indicateurs harmonisés',
  ),
  siRetenu(
    14,
    's’il est retenu, il est demandé de définir une cible chiffrée et de suivre un indicateur harmonisé défini en termes de nombres d’enfants accueillis.',
  ),
  siRetenu(
    18,
    's’il est retenu, il est demandé d’identifier spécifiquement, dans le cadre d’un indicateur harmonisé, le nombre de places créées, le cas échéant, en villages d’enfants.',
    'les cibles se définissent avec le président du conseil départemental',
  ),
  siRetenu(
    20,
    'à l’exclusion de tout objectif visant uniquement à développer l’offre au plan quantitatif.',
    'la cible ne peut pas viser uniquement le nombre',
  ),
  siRetenu(
    21,
    's’il est retenu, il est demandé de définir une cible chiffrée et de suivre l’indicateur harmonisé',
  ),
  siRetenu(
    22,
    's’il est retenu, il est demandé de définir une cible chiffrée et de suivre l’indicateur harmonisé défini en termes de part des mineurs de retour à domicile',
  ),
  siRetenu(
    23,
    'Les indicateurs et cibles retenues au titre de cet objectif doivent rendre compte de cette démarche d’amélioration de la qualité de la réponse apportée aux besoins fondamentaux des enfants',
    'au moins un indicateur porte sur la qualité',
  ),
  {
    objectifs: [13, 15, 16, 17, 19, 24, 25, 26],
    exigence: 'si-retenu',
    condition: null,
    reference: PARTOUT,
  },
]

export const EXIGENCES: Exigences = {
  nombreObjectifs: {
    obligatoires: {
      nombre: 11,
      reference: circulaire2020(
        'annexe 6, introduction',
        'il est demandé à chaque département de s’engager a minima sur 11 objectifs fondamentaux.',
      ),
    },
    facultatifs: {
      minimum: 0,
      maximum: 15,
      parmi: 15,
      reference: circulaire2020(
        'I-B',
        'Ces contrats portent sur 11 objectifs fondamentaux et jusqu’à 15 objectifs facultatifs détaillés en annexe 2.',
      ),
    },
  },
  cibles: CIBLES,
  indicateurs: INDICATEURS,
  remontees: [
    {
      objectifs: [3, 4],
      frequence: 'semestrielle',
      reference: contratType(
        '3',
        'les indicateurs relatifs aux visites à domicile réalisées par la PMI feront l’objet de remontées semestrielles.',
      ),
    },
  ],
}
