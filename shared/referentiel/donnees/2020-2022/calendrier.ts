import type { Calendrier, EtapeRetroplanning, Piece } from '../../calendrier.ts'
import { circulaire2020, contratType } from '../lieu.ts'

/** What the circular dates: sendings of 2020 (I-B), yearly reports (III and contrat-type), rétroplanning (annexe 3.2). */

function piece(id: string, nom: string, modele: string | null, article: string, citation: string): Piece {
  return { id, nom, exigence: 'requise', modele, reference: circulaire2020(article, citation) }
}

const PREMIERE_VERSION =
  'avant le 30 juillet, une première version du tableau de bord, du plan d’action et des fiches actions ;'
const RAPPORT = 'Ce projet contient un bilan financier des actions mises en œuvre'

export const PIECES: Piece[] = [
  piece('tableau-de-bord', 'tableau de bord des indicateurs', 'annexe 5.2', 'I-B', PREMIERE_VERSION),
  piece('plan-action', 'plan d’action', 'annexe 5.3', 'I-B', PREMIERE_VERSION),
  piece('fiches-actions', 'fiches actions', 'annexe 5.4', 'I-B', PREMIERE_VERSION),
  piece(
    'projet-contrat',
    'projet de contrat avec des montants stabilisés',
    'annexe 5.1',
    'I-B',
    'le projet de contrat avec des montants stabilisés ;',
  ),
  piece(
    'contrat-signe',
    'contrat signé et ses annexes',
    null,
    'I-B',
    'dès que possible, les contrats signés et leurs annexes.',
  ),
  {
    id: 'rapport-execution',
    nom: 'rapport annuel d’exécution',
    exigence: 'requise',
    modele: null,
    reference: contratType('3', RAPPORT),
  },
  {
    id: 'deliberation',
    nom: 'délibération départementale sur le rapport',
    exigence: 'requise',
    modele: null,
    reference: contratType(
      '3',
      'Il fait l’objet d’une délibération départementale, transmise au Préfet et à l’ARS',
    ),
  },
]

function etape(
  id: string,
  nom: string,
  joursAvant: number,
  dateImprimee: string,
  citation: string,
): EtapeRetroplanning {
  return { id, nom, joursAvant, dateImprimee, reference: circulaire2020('annexe 3.2', citation) }
}

/** Day J is the prise d’effet, as in the table; the sentence above it says « signature ». */
export const RETROPLANNING: EtapeRetroplanning[] = [
  etape('prise-effet', 'Prise d’effet du CDPPE', 0, '2020-10-30', '30-oct-20'),
  etape('signature', 'Signature du CDPPE', 15, '2020-10-15', '15-oct-20'),
  etape('assemblee', 'Adoption par l’assemblée départementale', 25, '2020-10-05', '05-oct-20'),
  etape('document-definitif', 'Formalisation du document définitif', 70, '2020-08-21', '21-août-20'),
  etape('reunion-budget', 'Réunion sur le budget', 90, '2020-08-01', '01-août-20'),
  etape('reunion-objectifs-2', 'Réunion sur les objectifs (2e)', 105, '2020-07-17', '17-juil-20'),
  etape('reunion-objectifs-1', 'Réunion sur les objectifs (1re)', 120, '2020-07-02', '02-juil-20'),
  etape('diagnostic', 'Finalisation du diagnostic', 125, '2020-06-27', '27-juin-20'),
  etape('lancement', 'Réunion de lancement', 135, '2020-06-17', '17-juin-20'),
  etape('trame-diagnostic', 'Envoi de la trame de diagnostic', 145, '2020-06-07', '07-juin-20'),
]

/** « avant le 30 juin » (III) beside « au plus tard le 30 juin » (contrat-type, article 3). */
function rapport(exercice: number): Calendrier['echeances'][number] {
  const date = `${exercice + 1}-06-30`
  return {
    id: 'rapport-execution',
    quoi: 'le rapport annuel d’exécution et la délibération départementale',
    exercice,
    date,
    delai: null,
    formule: 'au-plus-tard',
    libelle: 'au plus tard le 30 juin de l’année suivant l’exercice concerné',
    rigueur: false,
    jourDispute: {
      date,
      explication:
        'la circulaire (III) demande un rapport arrêté « avant le 30 juin », le contrat-type (article 3) une transmission « au plus tard le 30 juin »',
    },
    pieces: ['rapport-execution', 'deliberation'],
    canaux: ['prefet', 'ars'],
    reference: contratType(
      '3',
      'Il fait l’objet d’une délibération départementale, transmise au Préfet et à l’ARS au plus tard le 30 juin de l’année suivant l’exercice concerné.',
    ),
  }
}

const SANS_DISPUTE = { delai: null, rigueur: false, jourDispute: null }

export const CALENDRIER: Calendrier = {
  dureeContrat: {
    fin: '2022-12-31',
    reserve: null,
    reference: contratType('5', 'Il prend fin le 31 décembre 2022.'),
  },
  echeances: [
    {
      id: 'contacts',
      quoi: 'les coordonnées d’un ou deux contacts au sein de chaque institution',
      exercice: 2020,
      date: '2020-06-15',
      ...SANS_DISPUTE,
      formule: 'au-plus-tard',
      libelle: 'le plus rapidement possible et au plus tard le 15 juin',
      pieces: [],
      canaux: ['boite-dgcs'],
      reference: circulaire2020(
        'I-B',
        'le plus rapidement possible et au plus tard le 15 juin, les coordonnées (courriel et numéro de téléphone) d’un ou au maximum deux contacts au sein de chaque institution',
      ),
    },
    {
      id: 'premiere-version',
      quoi: 'une première version du tableau de bord, du plan d’action et des fiches actions',
      exercice: 2020,
      date: '2020-07-30',
      ...SANS_DISPUTE,
      formule: 'avant',
      libelle: 'avant le 30 juillet',
      pieces: ['tableau-de-bord', 'plan-action', 'fiches-actions'],
      canaux: ['boite-dgcs'],
      reference: circulaire2020('I-B', PREMIERE_VERSION),
    },
    {
      id: 'projet-contrat',
      quoi: 'le projet de contrat avec des montants stabilisés',
      exercice: 2020,
      date: '2020-09-15',
      ...SANS_DISPUTE,
      formule: 'au-plus-tard',
      libelle: 'le plus rapidement possible et au plus tard le 15 septembre',
      pieces: ['projet-contrat'],
      canaux: ['boite-dgcs'],
      reference: circulaire2020(
        'I-B',
        'le plus rapidement possible et au plus tard le 15 septembre, pour permettre la délégation des crédits, le projet de contrat avec des montants stabilisés ;',
      ),
    },
    {
      id: 'signature',
      quoi: 'la signature du contrat',
      exercice: 2020,
      date: '2020-10-15',
      delai: null,
      formule: 'avant',
      libelle: 'avant le 15 octobre 2020',
      rigueur: false,
      jourDispute: {
        date: '2020-10-15',
        explication:
          'la circulaire (I-B) demande une signature « avant le 15 octobre 2020 », le rétroplanning de l’annexe 3.2 la place le 15 octobre',
      },
      pieces: [],
      canaux: [],
      reference: circulaire2020('I-B', 'pour permettre une signature avant le 15 octobre 2020'),
    },
    {
      id: 'contrat-signe',
      quoi: 'le contrat signé et ses annexes',
      exercice: 2020,
      date: null,
      ...SANS_DISPUTE,
      formule: 'des-que-possible',
      libelle: 'dès que possible',
      pieces: ['contrat-signe', 'tableau-de-bord', 'plan-action', 'fiches-actions'],
      canaux: ['boite-dgcs'],
      reference: circulaire2020('I-B', 'dès que possible, les contrats signés et leurs annexes.'),
    },
    rapport(2020),
    rapport(2021),
  ],
  pieces: PIECES,
  retroplanning: RETROPLANNING,
}
