import type { Critere, Finances, MontantEcrit } from '../../finances.ts'
import { circulaire2020, contratType } from '../lieu.ts'
import { BORNES_P304_2020 } from './bornes.ts'

/**
 * Annexe 4: the enveloppes of 2020, their criteria and their bounds. They are those of 2020 alone: the circular
 * writes no amount for another year.
 */

function montant(euros: number, article: string, citation: string): MontantEcrit {
  return { centimes: euros * 100, reference: circulaire2020(article, citation) }
}

function critere(libelle: string, poids: number, article: string, citation: string): Critere {
  return { libelle, poids, reference: circulaire2020(article, citation) }
}

const FIR = 'annexe 4, II-A'
const P304 = 'annexe 4, III-A'
const ONDAM = 'annexe 4, IV-A'

export const FINANCES: Finances = {
  dotations: [
    {
      enveloppe: 'FIR',
      exercices: [2020],
      modalite: {
        phrase:
          'Dotation indicative par ARS, construite sur quatre critères entre un plancher et un plafond par département.',
        reference: circulaire2020(FIR, 'Modalités de construction des dotations indicatives par ARS'),
      },
      nationale: montant(15_000_000, 'annexe 4, I', 'sur le FIR (15 M€ pour 30 départements en 2020)'),
      criteres: [
        critere(
          'Nombre d’enfants de 0 à 6 ans dans les départements (INSEE, 2019)',
          500,
          FIR,
          'Nombre d’enfants de 0 à 6 ans dans les départements (source : INSEE, 2019) (50 % de l’enveloppe)',
        ),
        critere(
          'Nombre de ménages pauvres (INSEE, 2016)',
          300,
          FIR,
          'Nombre de ménages pauvres (INSEE, 2016) (30 %)',
        ),
        critere(
          'Nombre de bénéficiaires de l’allocation de soutien familial (CNAF, décembre 2018)',
          100,
          FIR,
          'Nombre de bénéficiaires de l’allocation de soutien familial (ASF) (CNAF, décembre 2018) (10 %)',
        ),
        critere(
          'Nombre de bénéficiaires de l’allocation d’éducation de l’enfant handicapé (CNAF, décembre 2018)',
          100,
          FIR,
          'Nombre de bénéficiaires de l’allocation d’éducation de l’enfant handicapé (AEEH) (CNAF, décembre 2018) (10 %)',
        ),
      ],
      plancher: montant(100_000, FIR, 'Dotation minimale par département : 100 000 €'),
      plafond: montant(1_000_000, FIR, 'Dotation maximale par département : 1 000 000 €'),
      plafondDelegue: null,
    },
    {
      ...BORNES_P304_2020,
      modalite: {
        phrase: 'Répartition par département sur quatre critères, entre un plancher et un plafond.',
        reference: circulaire2020(P304, 'Critères de répartition par département'),
      },
      nationale: montant(
        50_000_000,
        'annexe 4, III-B',
        'Une enveloppe de 50 M€ est mobilisée dès 2020 sur le programme 304',
      ),
      criteres: [
        critere(
          'Nombre d’enfants de 0 à 19 ans dans le département (INSEE, 2019)',
          285,
          P304,
          'Nombre d’enfants de 0 à 19 ans dans le département (source : INSEE, 2019) (28,5 % de l’enveloppe)',
        ),
        critere(
          'Nombre de ménages pauvres (INSEE, 2016)',
          285,
          P304,
          'Nombre de ménages pauvres (INSEE, 2016) (28,5 %)',
        ),
        critere(
          'Nombre d’enfants de 0 à 17 ans accueillis par l’ASE (DREES, 2017)',
          285,
          P304,
          'Nombre d’enfants de 0 à 17 ans accueillis par l’ASE (DREES, 2017) (28,5 %)',
        ),
        critere(
          'Nombre de mesures jeunes majeurs (AED et APJM) (DREES, 2017)',
          145,
          P304,
          'Nombre de mesures jeunes majeurs (AED et APJM) (DREES, 2017) (14,5 %)',
        ),
      ],
    },
    {
      enveloppe: 'ONDAM',
      exercices: [2020],
      modalite: {
        phrase:
          'Répartition par département sur deux critères, au-dessus d’un plancher ; aucun plafond n’est écrit. Les crédits sont versés par les ARS aux établissements et services.',
        reference: circulaire2020(
          'annexe 4, IV-B',
          'Les crédits correspondants sont versés par les ARS aux ESSMS au titre de leur budget de fonctionnement.',
        ),
      },
      nationale: montant(
        15_000_000,
        'annexe 4, IV-B',
        'soit 15 M€ sur l’ONDAM médico-social pour 30 départements en 2020',
      ),
      criteres: [
        critere(
          'Nombre d’enfants de 0 à 17 ans accueillis par l’ASE (DREES, 2017)',
          500,
          ONDAM,
          'Nombre d’enfants de 0 à 17 ans accueillis par l’ASE (source : DREES, 2017) (50 % de l’enveloppe)',
        ),
        critere(
          'Indicateur global de besoin, enfants en situation de handicap (CNSA, 2019)',
          500,
          ONDAM,
          'Indicateur global de besoin estimé spécifiquement sur le champ des enfants en situation de handicap (IGB) (CNSA, 2019) (50 %)',
        ),
      ],
      plancher: montant(100_000, ONDAM, 'Dotation minimale par département : 100 000 €'),
      plafond: null,
      plafondDelegue: null,
    },
  ],
  anneeDeReference: {
    annee: 2019,
    reference: contratType(
      '2.2.2',
      'par rapport à l’année de référence 2019 et pour toute la durée du contrat.',
    ),
  },
}
