import { ANNEXE_2 } from '../donnees/2020-2022/objectifs.ts'
import { circulaire2020, contratType } from '../donnees/lieu.ts'
import type { RegleDuPack } from '../referentiel.ts'
import { ANNEXES_2020_2022 } from './annexes-2020-2022.ts'
import { SUIVI_2020_2022 } from './suivi.ts'
import { TABLEAU_2020_2022 } from './tableau-de-bord.ts'

/**
 * Gravités of 2020-2022: bloquant where the contract's clauses or the enveloppes of annexe 4 are at stake, or
 * where a figure that they need cannot be read; the circular itself is « non opposable ».
 */

export const PACK_2020_2022: RegleDuPack[] = [
  {
    regle: 'ENV-01',
    gravite: 'bloquant',
    reference: circulaire2020('annexe 4, I', '(50 M€) pour les objectifs 6 à 8, 10 à 12 et 14 à 26'),
  },
  {
    regle: 'ENV-02',
    gravite: 'bloquant',
    reference: circulaire2020('annexe 4, I', 'pour les objectifs 1 à 5 et 13'),
  },
  {
    regle: 'ENV-03',
    gravite: 'bloquant',
    reference: circulaire2020('annexe 4, I', 'sur l’ONDAM médico-social (15 M€) pour les objectifs 9 et 24.'),
  },
  {
    regle: 'COF-01',
    gravite: 'bloquant',
    reference: contratType(
      '2.2.2',
      'Il s’engage également à consacrer à chaque objectif objet du présent contrat des financements au moins équivalents dans leur montant à ceux qui lui sont versés par l’État à ce titre.',
    ),
  },
  {
    regle: 'COF-02',
    gravite: 'a-justifier',
    reference: contratType(
      '2.2.2',
      'Ces financements peuvent consister en la valorisation de moyens existants. Ils sont décrits dans le plan d’action et dans les fiches actions correspondantes.',
    ),
  },
  {
    regle: 'OBJ-02',
    gravite: 'a-justifier',
    reference: circulaire2020(
      'annexe 6, introduction',
      'il est demandé à chaque département de s’engager a minima sur 11 objectifs fondamentaux.',
    ),
  },
  {
    regle: 'FIC-03',
    gravite: 'a-justifier',
    reference: circulaire2020('annexe 5.4', 'Financement Etat : Financement CD : Financements autres :'),
  },
  {
    regle: 'LEC-01',
    gravite: 'bloquant',
    reference: contratType('2.2.2', 'des financements au moins équivalents dans leur montant'),
  },
  { regle: 'LEC-02', gravite: 'a-justifier', reference: ANNEXE_2 },
  {
    regle: 'LEC-03',
    gravite: 'information',
    reference: contratType('3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  { regle: 'REF-01', gravite: 'a-justifier', reference: ANNEXE_2 },
  { regle: 'REF-02', gravite: 'a-justifier', reference: ANNEXE_2 },
  {
    regle: 'ENV-16',
    gravite: 'a-justifier',
    reference: circulaire2020(
      'annexe 2',
      'Créer 20 nouveaux relais parentaux sur le territoire à horizon 2022',
    ),
  },
  {
    regle: 'NAT-01',
    gravite: 'a-justifier',
    reference: circulaire2020(
      'annexe 4, III-B',
      'Vous veillerez en particulier à ne pas financer directement des dépenses de personnel ou des prix de journée.',
    ),
  },
  {
    regle: 'COF-04',
    gravite: 'information',
    reference: circulaire2020(
      'annexe 4, I',
      'Vous veillerez néanmoins à ce que les financements apportés par l’Etat et par l’ARS ne viennent pas en substitution de financements existants, quelle que soit leur origine.',
    ),
  },
  {
    regle: 'GOU-01',
    gravite: 'a-justifier',
    reference: circulaire2020('annexe 6, objectif 19', 'vous veillerez à faire systématiquement remonter'),
  },
  {
    regle: 'OBJ-01',
    gravite: 'a-justifier',
    reference: circulaire2020(
      'I-B',
      'Ces contrats portent sur 11 objectifs fondamentaux et jusqu’à 15 objectifs facultatifs détaillés en annexe 2.',
    ),
  },
  { regle: 'REF-03', gravite: 'information', reference: ANNEXE_2 },
  {
    regle: 'COH-01',
    gravite: 'a-justifier',
    reference: contratType('3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  {
    regle: 'BIL-13',
    gravite: 'information',
    reference: contratType('3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  {
    regle: 'DOT-02',
    gravite: 'a-justifier',
    reference: circulaire2020('annexe 4, II-A', 'Dotation maximale par département : 1 000 000 €'),
  },
  {
    regle: 'DOT-04',
    gravite: 'a-justifier',
    reference: circulaire2020('annexe 4, III-A', 'Dotation maximale par département : 4 500 000 €'),
  },
  ...ANNEXES_2020_2022,
  ...TABLEAU_2020_2022,
  { regle: 'EXE-01', gravite: 'bloquant', reference: contratType('5', 'Il prend fin le 31 décembre 2022.') },
  {
    regle: 'LEC-06',
    gravite: 'a-justifier',
    reference: contratType('2.2.2', 'des financements au moins équivalents dans leur montant'),
  },
  ...SUIVI_2020_2022,
]
