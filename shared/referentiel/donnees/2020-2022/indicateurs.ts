import type { ExigenceCible, Indicateur } from '../../exigences.ts'
import type { Engagement } from '../../referentiel.ts'
import { circulaire2020 } from '../lieu.ts'

/**
 * The harmonised indicators. The upper half of the table of annexe 5.2 (engagement 1, objectifs 6 and 7) is not
 * in the document: for those, the words are those of annexe 6.
 */

/** Acts paid by the Assurance maladie have two values side by side (annexe 6, engagement 1). */
const DEUX_SOURCES = ['SNDS', 'DREES ou suivi d’activité interne']

interface Options {
  article?: string
  nationale?: string
  variantes?: string[]
  sources?: string[]
}

function indicateur(
  objectif: number,
  engagement: Engagement,
  libelle: string,
  cible: ExigenceCible,
  citation: string,
  { article = `annexe 6, objectif ${objectif}`, nationale, variantes = [], sources = [] }: Options = {},
): Indicateur {
  return {
    objectif,
    engagement,
    libelle,
    variantes,
    cible,
    cibleNationale: nationale ?? null,
    sources,
    reference: circulaire2020(article, citation),
  }
}

const TABLEAU = { article: 'annexe 5.2' }
const IP = 'il vous est demandé de suivre les indicateurs harmonisés relatifs au nombre d’IP entrantes'
const TISF =
  'indicateurs harmonisés définis en termes de nombres d’heures d’intervention de TISF en périnatal mises en œuvre au titre de la PMI et de nombres de familles bénéficiaires.'

export const INDICATEURS: Indicateur[] = [
  indicateur(
    1,
    '1',
    'Taux de couverture par la PMI des entretiens prénataux précoces',
    'requise',
    'La cible au niveau national est un taux de couverture par la PMI de l’ordre de 20 % des EPP à horizon 2022',
    { nationale: 'de l’ordre de 20 % à horizon 2022', sources: DEUX_SOURCES },
  ),
  indicateur(
    2,
    '1',
    'Nombre de bilans de santé en école maternelle réalisés par la PMI',
    'requise',
    'il s’agit non seulement d’augmenter le nombre d’enfants de trois à quatre ans dont le bilan de santé à l’école est réalisé par la PMI',
    { sources: DEUX_SOURCES },
  ),
  indicateur(
    2,
    '1',
    'Part des examens de santé effectués par un médecin de PMI ou dans le cadre d’un protocole pluridisciplinaire',
    'requise',
    'La cible au niveau national s’établit entre 80 à 90 % à horizon 2022 d’examens de santé effectués soit par un médecin de PMI, soit dans le cadre d’un protocole pluridisciplinaire',
    { nationale: 'entre 80 et 90 % à horizon 2022', sources: DEUX_SOURCES },
  ),
  indicateur(
    3,
    '1',
    'Nombre de visites à domicile pré et postnatales réalisées par des sages-femmes de PMI',
    'requise',
    'La cible au niveau national est celle d’un doublement à horizon 2022, soit environ 20 % de mères/enfants bénéficiant de VAD de sages-femmes de PMI en pré et/ou postnatal',
    {
      nationale: 'un doublement à horizon 2022, soit environ 20 % de mères et enfants',
      sources: DEUX_SOURCES,
    },
  ),
  indicateur(
    4,
    '1',
    'Nombre d’enfants bénéficiant de visites à domicile de puéricultrices de PMI',
    'requise',
    'La cible au niveau national est celle d’un doublement, soit environ 15 % d’enfants bénéficiant de VAD de puéricultrices de PMI à horizon 2022',
    { nationale: 'un doublement, soit environ 15 % d’enfants à horizon 2022', sources: DEUX_SOURCES },
  ),
  indicateur(
    5,
    '1',
    'Part des enfants vus en consultation de PMI',
    'requise',
    'La cible au niveau national est d’environ 20 % des enfants vus en consultation de PMI à horizon 2022',
    { nationale: 'environ 20 % à horizon 2022', sources: DEUX_SOURCES },
  ),
  indicateur(
    5,
    '1',
    'Nombre d’examens de santé obligatoires réalisés en PMI',
    'facultative',
    'Le nombre d’examen est suivi à titre d’information (sans cible pré-définie).',
    { sources: DEUX_SOURCES },
  ),
  indicateur(6, '2', 'Nombre d’informations préoccupantes (IP) entrantes', 'facultative', IP),
  indicateur(6, '2', 'Nombre d’IP évaluées', 'facultative', IP),
  indicateur(6, '2', 'Nombre d’IP évaluées en moins de trois mois', 'facultative', IP),
  indicateur(
    6,
    '2',
    'Taux d’IP évaluées en moins de trois mois',
    'requise',
    'Soit [nombre d’IP évaluées en moins de trois mois] / [nombre d’IP évaluées]',
    { article: 'annexe 6, objectif 6, note 3' },
  ),
  indicateur(
    9,
    '2',
    'Nombre d’enfants bénéficiant d’une double prise en charge ASE/handicap effective',
    'facultative',
    'Nombre d’enfants bénéficiant d’une double prise en charge ASE/handicap effective',
    TABLEAU,
  ),
  indicateur(
    12,
    '1',
    'Nombre d’heures d’intervention de TISF en périnatal au titre de la PMI',
    'si-retenu',
    TISF,
  ),
  indicateur(12, '1', 'Nombre de familles bénéficiaires', 'si-retenu', TISF),
  indicateur(
    14,
    '1',
    'Nombre d’enfants accueillis en relais parental',
    'si-retenu',
    'un indicateur harmonisé défini en termes de nombres d’enfants accueillis.',
  ),
  indicateur(
    18,
    '2',
    'Nombre de places en villages d’enfants',
    'si-retenu',
    'Nombre de places en villages d’enfants',
    { ...TABLEAU, variantes: ['Nombre de places créées en villages d’enfants'] },
  ),
  indicateur(
    21,
    '2',
    'Nombre de places d’accueil en centre parental',
    'si-retenu',
    'Nombre de places d’accueil en centre parental',
    { ...TABLEAU, variantes: ['Nombre de places créées en relais parentaux'] },
  ),
  indicateur(
    22,
    '2',
    'Nombre de mineurs de retour à domicile après une mesure de placement',
    'facultative',
    'Nombre de mineurs de retour à domicile après une mesure de placement',
    TABLEAU,
  ),
  indicateur(
    22,
    '2',
    'Nombre de mineurs de retour à domicile après une mesure de placement bénéficiant d’un accompagnement',
    'facultative',
    'Nombre de mineurs de retour à domicile après une mesure de placement bénéficiant d’un accompagnement',
    TABLEAU,
  ),
  indicateur(
    22,
    '2',
    'Part des mineurs de retour à domicile après une mesure de placement ayant bénéficié d’un accompagnement',
    'si-retenu',
    'Part des mineurs de retour à domicile après une mesure de placement ayant bénéficié d’un accompagnement',
    TABLEAU,
  ),
  indicateur(
    23,
    '2',
    'Nombre d’enfants bénéficiant d’un parrainage ou d’un accompagnement par un bénévole',
    'si-retenu',
    'Nombre d’enfants bénéficiant d’un parrainage ou d’un accompagnement par un bénévole',
    { ...TABLEAU, variantes: ['y compris soutien scolaire'] },
  ),
  {
    objectif: null,
    engagement: '2',
    libelle: 'Délai d’exécution des décisions de justice',
    variantes: [],
    cible: 'facultative',
    cibleNationale: null,
    sources: [],
    reference: circulaire2020(
      'annexe 6, engagement 2',
      'Il vous est demandé de suivre, de façon transverse à cet engagement et sans nécessairement l’assortir d’une cible chiffrée, le délai d’exécution des décisions de justice.',
    ),
  },
]
