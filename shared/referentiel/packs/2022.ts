import { circulaire2020, contratCantal, contratType, presumer } from '../donnees/lieu.ts'
import { REPRIS_DE_2020 } from '../donnees/2022/noyau.ts'
import type { RegleDuPack } from '../referentiel.ts'
import { ANNEXES_2022 } from './annexes-2022.ts'
import { SUIVI_2022 } from './suivi.ts'

/**
 * Gravités of 2022: no clause and no enveloppe is written in the documents of that year, so what is carried over
 * from 2020 asks for a justification and blocks nothing, but for a figure that cannot be read.
 */

const repris = (article: string, citation?: string) =>
  presumer(circulaire2020(article, citation), REPRIS_DE_2020)
const reprisDuContrat = (article: string, citation: string) =>
  presumer(contratType(article, citation), REPRIS_DE_2020)

export const PACK_2022: RegleDuPack[] = [
  {
    regle: 'ENV-01',
    gravite: 'a-justifier',
    reference: repris('annexe 4, I', '(50 M€) pour les objectifs 6 à 8, 10 à 12 et 14 à 26'),
  },
  {
    regle: 'ENV-02',
    gravite: 'a-justifier',
    reference: repris('annexe 4, I', 'pour les objectifs 1 à 5 et 13'),
  },
  {
    regle: 'ENV-03',
    gravite: 'a-justifier',
    reference: repris('annexe 4, I', 'sur l’ONDAM médico-social (15 M€) pour les objectifs 9 et 24.'),
  },
  {
    regle: 'COF-01',
    gravite: 'a-justifier',
    reference: reprisDuContrat(
      '2.2.2',
      'Il s’engage également à consacrer à chaque objectif objet du présent contrat des financements au moins équivalents dans leur montant à ceux qui lui sont versés par l’État à ce titre.',
    ),
  },
  {
    regle: 'COF-02',
    gravite: 'a-justifier',
    reference: reprisDuContrat(
      '2.2.2',
      'Ces financements peuvent consister en la valorisation de moyens existants. Ils sont décrits dans le plan d’action et dans les fiches actions correspondantes.',
    ),
  },
  {
    regle: 'FIC-03',
    gravite: 'a-justifier',
    reference: repris('annexe 5.4', 'Financement Etat : Financement CD : Financements autres :'),
  },
  {
    regle: 'LEC-01',
    gravite: 'bloquant',
    reference: reprisDuContrat('2.2.2', 'des financements au moins équivalents dans leur montant'),
  },
  { regle: 'LEC-02', gravite: 'a-justifier', reference: repris('annexe 2') },
  {
    regle: 'LEC-03',
    gravite: 'information',
    reference: reprisDuContrat('3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  { regle: 'REF-01', gravite: 'a-justifier', reference: repris('annexe 2') },
  { regle: 'REF-02', gravite: 'a-justifier', reference: repris('annexe 2') },
  {
    regle: 'ENV-16',
    gravite: 'a-justifier',
    reference: repris('annexe 2', 'Créer 20 nouveaux relais parentaux sur le territoire à horizon 2022'),
  },
  {
    regle: 'NAT-01',
    gravite: 'a-justifier',
    reference: repris(
      'annexe 4, III-B',
      'Vous veillerez en particulier à ne pas financer directement des dépenses de personnel ou des prix de journée.',
    ),
  },
  {
    regle: 'COF-04',
    gravite: 'information',
    reference: repris(
      'annexe 4, I',
      'Vous veillerez néanmoins à ce que les financements apportés par l’Etat et par l’ARS ne viennent pas en substitution de financements existants, quelle que soit leur origine.',
    ),
  },
  {
    regle: 'GOU-01',
    gravite: 'a-justifier',
    reference: repris('annexe 6, objectif 19', 'vous veillerez à faire systématiquement remonter'),
  },
  {
    regle: 'OBJ-04',
    gravite: 'a-justifier',
    reference: contratCantal(
      'actions facultatives',
      'En complément des 6 actions qui doivent figurer dans le cadre de la contractualisation',
    ),
  },
  {
    regle: 'OBJ-09',
    gravite: 'a-justifier',
    reference: contratCantal(
      'actions facultatives',
      'il est nécessaire de prévoir la mise en oeuvre d’un minimum de 6 actions complémentaires parmi 23 possibles.',
    ),
  },
  { regle: 'REF-03', gravite: 'information', reference: repris('annexe 2') },
  {
    regle: 'COH-01',
    gravite: 'a-justifier',
    reference: reprisDuContrat('3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  {
    regle: 'BIL-13',
    gravite: 'information',
    reference: reprisDuContrat('3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  ...ANNEXES_2022,
  {
    regle: 'EXE-01',
    gravite: 'bloquant',
    reference: contratCantal(
      'introduction',
      'soit, pour ce qui concerne notre collectivité, une contractualisation sur la période de 2022 à 2024.',
    ),
  },
  {
    regle: 'LEC-06',
    gravite: 'a-justifier',
    reference: reprisDuContrat('2.2.2', 'des financements au moins équivalents dans leur montant'),
  },
  ...SUIVI_2022,
]
