import { circulaire2020, contrat2024, contratType, presumer } from '../donnees/lieu.ts'
import { RECONDUIT } from '../donnees/2024/noyau.ts'
import type { RegleDuPack } from '../referentiel.ts'
import { regle } from './annexes-2020-2022.ts'

/** Gravités of the tableau de bord (annexes 5.2 and 6): obligations of the circular, none of them a clause that blocks. */

const annexe6 = (ou: string, citation: string) => circulaire2020(`annexe 6, ${ou}`, citation)
const HARMONISES = annexe6(
  'introduction',
  'Les indicateurs harmonisés à retenir au titre des objectifs fondamentaux sont ceux définis dans le tableau des indicateurs figurant en annexe 5.2.',
)

export const TABLEAU_2020_2022: RegleDuPack[] = [
  regle(
    'OBJ-11',
    'a-justifier',
    circulaire2020(
      'III',
      'Les objectifs définis par les contrats doivent être assortis d’indicateurs et de cibles chiffrées',
    ),
  ),
  regle(
    'OBJ-12',
    'a-justifier',
    contratType(
      '2.1',
      'L’ensemble de ces XXX objectifs sont assortis d’indicateurs de résultat et de cibles chiffrées. Ils sont décrits en annexe du présent contrat (tableau de bord).',
    ),
  ),
  regle('OBJ-14', 'a-justifier', HARMONISES),
  regle(
    'OBJ-15',
    'a-justifier',
    annexe6('introduction', 'S’y ajoutent des indicateurs complémentaires définis conjointement'),
  ),
  regle(
    'OBJ-16',
    'a-justifier',
    annexe6(
      'introduction',
      'de déterminer les valeurs 2019 (T0 de la contractualisation) des différents indicateurs.',
    ),
  ),
  regle(
    'OBJ-17',
    'a-justifier',
    annexe6(
      'engagement 1',
      'font l’objet d’une double détermination faisant apparaître, d’une part, la valeur issue des données SNDS',
    ),
  ),
  regle('OBJ-18', 'a-justifier', annexe6('engagement 2', 'le délai d’exécution des décisions de justice.')),
  regle(
    'OBJ-19',
    'a-justifier',
    annexe6(
      'objectif 12',
      's’il est retenu, il est demandé de définir des cibles chiffrées et de suivre des indicateurs harmonisés définis en termes de nombres d’heures d’intervention de TISF en périnatal mises en œuvre au titre de la PMI et de nombres de familles bénéficiaires.',
    ),
  ),
  regle(
    'OBJ-20',
    'a-justifier',
    annexe6(
      'objectif 14',
      'il est demandé de définir une cible chiffrée et de suivre un indicateur harmonisé défini en termes de nombres d’enfants accueillis.',
    ),
  ),
  regle(
    'OBJ-21',
    'a-justifier',
    annexe6(
      'objectif 18',
      'il est demandé d’identifier spécifiquement, dans le cadre d’un indicateur harmonisé, le nombre de places créées, le cas échéant, en villages d’enfants.',
    ),
  ),
  regle(
    'OBJ-22',
    'a-justifier',
    annexe6(
      'objectif 20',
      'à l’exclusion de tout objectif visant uniquement à développer l’offre au plan quantitatif.',
    ),
  ),
  regle(
    'OBJ-23',
    'a-justifier',
    annexe6(
      'objectif 21',
      'il est demandé de définir une cible chiffrée et de suivre l’indicateur harmonisé défini en termes de nombre de places créées, le cas échéant, en relais parentaux.',
    ),
  ),
  regle(
    'OBJ-24',
    'a-justifier',
    annexe6(
      'objectif 22',
      'l’indicateur harmonisé défini en termes de part des mineurs de retour à domicile après une mesure de placement ayant bénéficié d’un accompagnement.',
    ),
  ),
  regle(
    'OBJ-25',
    'a-justifier',
    annexe6(
      'objectif 23',
      'en complément de l’objectif harmonisé défini en termes de nombre d’enfants bénéficiant d’un parrainage ou d’un accompagnement par un bénévole.',
    ),
  ),
  regle(
    'OBJ-26',
    'a-justifier',
    annexe6('objectif 6', 'Dans tous les cas, il vous est demandé de suivre les indicateurs harmonisés'),
  ),
  regle(
    'OBJ-27',
    'a-justifier',
    annexe6(
      'objectif 6, note 3',
      'Soit [nombre d’IP évaluées en moins de trois mois] / [nombre d’IP évaluées]',
    ),
  ),
  regle(
    'OBJ-29',
    'a-justifier',
    annexe6(
      'objectif 9',
      'le nombre d’enfants (mineurs) bénéficiant d’une double prise en charge ASE/handicap effective (notification mise en œuvre).',
    ),
  ),
  regle(
    'OBJ-30',
    'information',
    annexe6('objectif 5', 'Le nombre d’examen est suivi à titre d’information (sans cible pré-définie).'),
  ),
  regle(
    'TDB-01',
    'a-justifier',
    annexe6('introduction', 'conformément au tableau de bord annexé au contrat.'),
  ),
  regle(
    'TDB-03',
    'a-justifier',
    contratType(
      '3',
      'les indicateurs relatifs aux visites à domicile réalisées par la PMI feront l’objet de remontées semestrielles.',
    ),
  ),
]

export const TABLEAU_2024: RegleDuPack[] = [
  regle(
    'OBJ-13',
    'a-justifier',
    contrat2024(
      'article 2.1',
      'Cinq des objectifs liés à la PMI sont assortis d’indicateurs de résultat et de cibles chiffrées.',
    ),
  ),
  regle('OBJ-14', 'a-justifier', presumer(HARMONISES, RECONDUIT)),
]
