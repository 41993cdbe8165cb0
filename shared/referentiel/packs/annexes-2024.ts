import { contrat2024, instruction2024 } from '../donnees/lieu.ts'
import type { RegleDuPack } from '../referentiel.ts'
import { regle } from './annexes-2020-2022.ts'

/** Gravités of 2024 for what stands beside the plan: a « délai de rigueur » and the clauses of the contract block. */

const RIGUEUR = 'impérativement avant le 31 octobre 2024, délai de rigueur'
const SIGNES = 'dès sa signature, et au plus tard le 15 décembre 2024'
const VISAS = contrat2024(
  'visas',
  'la délibération xxxxxxxxxx de la commission permanente du conseil départemental',
)
const MONTANTS = contrat2024(
  'article 2.2.1',
  'xxxx € au titre de la loi de finances (programme 304) et xxxx € au titre du fonds d’intervention régional (FIR) versés au Département',
)

const CONTRAT: RegleDuPack[] = [
  regle('CON-01', 'bloquant', MONTANTS),
  regle('CON-02', 'bloquant', VISAS),
  regle('CON-04', 'bloquant', contrat2024('article 5', 'Il prend fin au plus tard le 31 décembre 2024.')),
  regle(
    'CON-05',
    'information',
    contrat2024(
      'article 6',
      'par lettre recommandée avec accusé de réception adressée aux deux autres parties au plus tard le 31 décembre de chaque année.',
    ),
  ),
  regle('CON-06', 'a-justifier', contrat2024('signatures')),
  regle('CON-08', 'bloquant', contrat2024('article 4', 'IBAN :')),
  regle(
    'COF-06',
    'bloquant',
    contrat2024(
      'article 2.2.2',
      'par rapport à l’année de référence 2023 et pour toute la durée du contrat.',
    ),
  ),
  regle(
    'DOT-06',
    'bloquant',
    instruction2024(
      'crédits du programme 304',
      'la demande budgétaire par collectivité ne pourra dépasser le montant délégué en 2023, ou à défaut en 2022 pour les collectivités non financées en 2023.',
    ),
  ),
  regle(
    'DOT-07',
    'information',
    instruction2024(
      'crédits du programme 304',
      'La notification des enveloppes se fera ensuite en fonction des besoins exprimés et dans la limite des crédits disponibles inscrits au programme pour 2024.',
    ),
  ),
  regle('LEC-04', 'bloquant', instruction2024('documents à transmettre', RIGUEUR)),
  regle('LEC-05', 'a-justifier', MONTANTS),
]

const CALENDRIER: RegleDuPack[] = [
  regle(
    'CAL-08',
    'a-justifier',
    instruction2024(
      'dernier paragraphe',
      'se tiennent à votre disposition à l’adresse électronique suivante : dgcs-contrats-enfance@social.gouv.fr.',
    ),
  ),
  regle(
    'CAL-09',
    'bloquant',
    instruction2024(
      'documents à transmettre',
      'Le projet de contrat, à l’adresse suivante : dqcs-contrats-enfance@social.gouv.fr ;',
    ),
  ),
  regle('CAL-10', 'bloquant', instruction2024('documents à transmettre', RIGUEUR)),
  regle(
    'CAL-11',
    'a-justifier',
    instruction2024(
      'en-tête, échéance',
      'faire acte de candidature et remettre les documents finalisés au 31 octobre 2024.',
    ),
  ),
  regle(
    'CAL-12',
    'bloquant',
    instruction2024(
      'crédits du programme 304',
      'vos demandes de crédits et au plus tard le 31 octobre 2024, délai de rigueur. Les demandes transmises après cette date ne pourront être prises en compte pour le calcul de la délégation de crédits.',
    ),
  ),
  regle('CAL-13', 'a-justifier', instruction2024('documents signés', SIGNES)),
  regle('CAL-14', 'a-justifier', instruction2024('documents signés', 'Les contrats signés ;')),
  regle(
    'FIC-08',
    'a-justifier',
    instruction2024(
      'documents à transmettre',
      'Le plan d’action, via le remplissage d’un formulaire en ligne sur la plateforme Eu Survey',
    ),
  ),
]

export const ANNEXES_2024: RegleDuPack[] = [...CONTRAT, ...CALENDRIER]
