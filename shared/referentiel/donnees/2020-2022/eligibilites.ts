import type { Eligibilite } from '../../referentiel.ts'
import { circulaire2020, suite } from '../lieu.ts'

/** Annexe 4, I, II-B, III-B and IV-B: which enveloppe pays for which objectifs. */

export const FIR: Eligibilite = {
  enveloppe: 'FIR',
  objectifs: [1, 2, 3, 4, 5, 13],
  conditions: [],
  reference: circulaire2020('annexe 4, I et II', 'pour les objectifs 1 à 5 et 13'),
}

export const P304: Eligibilite = {
  enveloppe: 'P304',
  objectifs: [6, 7, 8, 10, 11, 12, ...suite(14, 26)],
  conditions: [
    {
      objectif: 24,
      condition:
        'le programme 304 finance les actions qui ne relèvent pas du budget de la Sécurité sociale (accès au logement, habitat inclusif…)',
      reference: circulaire2020(
        'annexe 6, objectif 24',
        'En complément et pour les actions ne relevant pas d’un financement sur le budget de la Sécurité sociale, notamment pour favoriser l’accès au logement (par exemple : habitat inclusif), le CDPPE peut également prévoir des cofinancements sur le programme 304.',
      ),
    },
  ],
  reference: circulaire2020('annexe 4, I et III', '(50 M€) pour les objectifs 6 à 8, 10 à 12 et 14 à 26'),
}

export const ONDAM: Eligibilite = {
  enveloppe: 'ONDAM',
  objectifs: [9, 24],
  conditions: [
    {
      objectif: 24,
      condition:
        'l’ONDAM médico-social finance les établissements et services qui relèvent au moins pour partie de la Sécurité sociale (SAMSAH, FAM, MAS)',
      reference: circulaire2020(
        'annexe 6, objectif 24',
        'dans la mesure où leur financement relève au moins pour partie du budget de la Sécurité sociale (SAMSAH, FAM et MAS)',
      ),
    },
  ],
  reference: circulaire2020(
    'annexe 4, I et IV',
    'sur l’ONDAM médico-social (15 M€) pour les objectifs 9 et 24.',
  ),
}
