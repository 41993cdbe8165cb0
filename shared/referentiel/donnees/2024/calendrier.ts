import type { Calendrier, Echeance, Piece } from '../../calendrier.ts'
import { contrat2024, instruction2024 } from '../lieu.ts'

/** What the instruction of 14 August 2024 dates, and the yearly report of the contract of 2024. */

const RIGUEUR = 'impérativement avant le 31 octobre 2024, délai de rigueur'
const SIGNES = 'dès sa signature, et au plus tard le 15 décembre 2024'
const BUTOIR = '2024-10-31'

/** One instruction, three wordings of the same day. */
const DISPUTE = {
  date: BUTOIR,
  explication:
    'l’instruction écrit « avant le 31 octobre 2024 », « au 31 octobre 2024 » et « au plus tard le 31 octobre 2024 »',
}

const PIECES: Piece[] = [
  {
    id: 'projet-contrat',
    nom: 'projet de contrat',
    exigence: 'requise',
    modele: null,
    reference: instruction2024('documents à transmettre', 'Le projet de contrat, à l’adresse suivante'),
  },
  {
    id: 'plan-action',
    nom: 'plan d’action, saisi dans le formulaire EUSurvey',
    exigence: 'requise',
    modele: null,
    reference: instruction2024(
      'documents à transmettre',
      'Le plan d’action, via le remplissage d’un formulaire en ligne sur la plateforme Eu Survey',
    ),
  },
  {
    id: 'bilan-precedent',
    nom: 'bilan des actions de l’année précédente',
    exigence: 'facultative',
    modele: null,
    reference: instruction2024(
      'documents à transmettre',
      'il n’est pas exigé que le bilan des actions engagées au titre de [N-1] soit annexé au projet de contrat tel que prévu par l’instruction du 25 avril 2023.',
    ),
  },
  {
    id: 'contrat-signe',
    nom: 'contrat signé',
    exigence: 'requise',
    modele: null,
    reference: instruction2024('documents signés', 'Les contrats signés ;'),
  },
  {
    id: 'tableau-de-bord',
    nom: 'tableau de bord des indicateurs de PMI',
    exigence: 'requise',
    modele: null,
    reference: instruction2024(
      'documents signés',
      'Le tableau de bord des indicateurs relatifs à la protection maternelle et infantile (PMI) ;',
    ),
  },
  {
    id: 'fiches-actions',
    nom: 'fiches actions',
    exigence: 'requise',
    modele: null,
    reference: instruction2024('documents signés', 'Les fiches actions.'),
  },
  {
    id: 'rapport-execution',
    nom: 'rapport annuel d’exécution',
    exigence: 'requise',
    modele: null,
    reference: contrat2024(
      'article 3',
      'Ce projet contient un bilan financier des actions mises en œuvre et décrit les résultats obtenus',
    ),
  },
  {
    id: 'deliberation',
    nom: 'délibération départementale sur le rapport',
    exigence: 'requise',
    modele: null,
    reference: contrat2024('article 3', 'Il fait l’objet d’une délibération départementale'),
  },
]

const ECHEANCES: Echeance[] = [
  {
    id: 'candidature',
    quoi: 'l’acte de candidature et les documents finalisés',
    exercice: 2024,
    date: BUTOIR,
    delai: null,
    formule: 'au',
    libelle: 'au 31 octobre 2024',
    rigueur: false,
    jourDispute: DISPUTE,
    pieces: [],
    canaux: [],
    reference: instruction2024(
      'en-tête, échéance',
      'faire acte de candidature et remettre les documents finalisés au 31 octobre 2024.',
    ),
  },
  {
    id: 'projet-contrat',
    quoi: 'le projet de contrat',
    exercice: 2024,
    date: BUTOIR,
    delai: null,
    formule: 'avant',
    libelle: RIGUEUR,
    rigueur: true,
    jourDispute: DISPUTE,
    pieces: ['projet-contrat'],
    canaux: ['boite-dgcs'],
    reference: instruction2024('documents à transmettre', RIGUEUR),
  },
  {
    id: 'plan-action',
    quoi: 'le plan d’action, dans le formulaire EUSurvey',
    exercice: 2024,
    date: BUTOIR,
    delai: null,
    formule: 'avant',
    libelle: RIGUEUR,
    rigueur: true,
    jourDispute: DISPUTE,
    pieces: ['plan-action'],
    canaux: ['eusurvey'],
    reference: instruction2024('documents à transmettre', RIGUEUR),
  },
  {
    id: 'demande-p304',
    quoi: 'la demande de crédits du programme 304',
    exercice: 2024,
    date: BUTOIR,
    delai: null,
    formule: 'au-plus-tard',
    libelle: 'au plus tard le 31 octobre 2024, délai de rigueur',
    rigueur: true,
    jourDispute: DISPUTE,
    pieces: [],
    canaux: [],
    reference: instruction2024(
      'crédits du programme 304',
      'vos demandes de crédits et au plus tard le 31 octobre 2024, délai de rigueur. Les demandes transmises après cette date ne pourront être prises en compte pour le calcul de la délégation de crédits.',
    ),
  },
  {
    id: 'contrat-signe',
    quoi: 'le contrat signé, le tableau de bord des indicateurs de PMI et les fiches actions',
    exercice: 2024,
    date: '2024-12-15',
    delai: null,
    formule: 'au-plus-tard',
    libelle: SIGNES,
    rigueur: false,
    jourDispute: null,
    pieces: ['contrat-signe', 'tableau-de-bord', 'fiches-actions'],
    canaux: ['boite-dgcs'],
    reference: instruction2024('documents signés', SIGNES),
  },
  {
    id: 'rapport-execution',
    quoi: 'le rapport annuel d’exécution et la délibération départementale',
    exercice: 2024,
    date: null,
    delai: { depuis: 'signature', mois: 12 },
    formule: 'au-plus-tard',
    libelle: 'au plus tard un an après la signature du contrat départemental',
    rigueur: false,
    jourDispute: null,
    pieces: ['rapport-execution', 'deliberation'],
    canaux: ['prefet', 'ars'],
    reference: contrat2024(
      'article 3',
      'Il fait l’objet d’une délibération départementale, transmise au préfet et à l’ARS au plus tard un an après la signature du contrat départemental.',
    ),
  },
]

export const CALENDRIER_2024: Calendrier = {
  dureeContrat: {
    fin: '2024-12-31',
    reserve: null,
    reference: contrat2024('article 5', 'Il prend fin au plus tard le 31 décembre 2024.'),
  },
  echeances: ECHEANCES,
  pieces: PIECES,
  retroplanning: [],
}
