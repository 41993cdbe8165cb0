import { circulaire2020, contratType } from '../donnees/lieu.ts'
import type { Gravite, Reference, RegleDuPack } from '../referentiel.ts'

/** Gravités of 2020-2022 for what stands beside the plan: contract, tableau de bord, fiches action, sendings. */

export const regle = (id: string, gravite: Gravite, reference: Reference): RegleDuPack => ({
  regle: id,
  gravite,
  reference,
})

const NON_BAISSE =
  'Le Département s’engage à ne pas diminuer les moyens financiers qu’il consacre en propre à l’aide sociale à l’enfance et à la protection maternelle et infantile par rapport à l’année de référence 2019 et pour toute la durée du contrat.'
const PREMIERE_VERSION =
  'avant le 30 juillet, une première version du tableau de bord, du plan d’action et des fiches actions ;'
const VISAS = circulaire2020(
  'annexe 5.1 (contrat-type), visas',
  'la délibération xxxxxxxxxx de la commission permanente du conseil départemental',
)
const MONTANTS = contratType(
  '2.2.1',
  'xxxx € au titre de la loi de finances (programme 304) et xxxx € au titre du fonds d’intervention régional (FIR) versés au Département',
)
const ADRESSE = circulaire2020('I-B', 'dgcs-contrats-enfance@social.gouv.fr')

const CONTRAT: RegleDuPack[] = [
  regle('CON-01', 'bloquant', MONTANTS),
  regle('CON-02', 'bloquant', VISAS),
  regle('CON-03', 'bloquant', contratType('5', 'Il prend fin le 31 décembre 2022.')),
  regle(
    'CON-05',
    'information',
    contratType(
      '6',
      'par lettre recommandée avec accusé de réception adressée aux deux autres parties au plus tard le 31 décembre de chaque année.',
    ),
  ),
  regle(
    'CON-06',
    'a-justifier',
    circulaire2020('annexe 5.1 (contrat-type), signatures', '[signature à prévoir en fonction du seuil]'),
  ),
  regle('CON-08', 'bloquant', contratType('4', 'IBAN :')),
  regle('COF-05', 'bloquant', contratType('2.2.2', NON_BAISSE)),
  regle(
    'DOT-05',
    'a-justifier',
    circulaire2020('annexe 4, IV-A', 'Dotation minimale par département : 100 000 €'),
  ),
  regle(
    'DOT-10',
    'information',
    circulaire2020(
      'annexe 4, IV-B',
      'Ces crédits seront reconduits au même niveau en 2021 et 2022 pour les 30 départements concernés par la 1re vague dès 2020.',
    ),
  ),
  regle('LEC-04', 'a-justifier', VISAS),
  regle('LEC-05', 'a-justifier', MONTANTS),
]

const CALENDRIER: RegleDuPack[] = [
  regle(
    'CAL-01',
    'a-justifier',
    circulaire2020(
      'introduction',
      'avant le 15 octobre 2020 avec les 30 conseils départementaux concernés dès cette année',
    ),
  ),
  regle(
    'CAL-02',
    'a-justifier',
    circulaire2020(
      'I-B',
      'le plus rapidement possible et au plus tard le 15 juin, les coordonnées (courriel et numéro de téléphone) d’un ou au maximum deux contacts au sein de chaque institution (services de l’Etat, ARS et conseil départemental) ;',
    ),
  ),
  regle('CAL-03', 'a-justifier', circulaire2020('I-B', PREMIERE_VERSION)),
  regle(
    'CAL-04',
    'a-justifier',
    circulaire2020(
      'I-B',
      'le plus rapidement possible et au plus tard le 15 septembre, pour permettre la délégation des crédits, le projet de contrat avec des montants stabilisés ;',
    ),
  ),
  regle(
    'CAL-05',
    'a-justifier',
    circulaire2020('I-B', 'dès que possible, les contrats signés et leurs annexes.'),
  ),
  regle('CAL-08', 'a-justifier', ADRESSE),
]

export const ANNEXES_2020_2022: RegleDuPack[] = [...CONTRAT, ...CALENDRIER]
