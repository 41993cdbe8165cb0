import { circulaire2020, contrat2024, contratType, presumer } from '../donnees/lieu.ts'
import { REPRIS_DE_2020 } from '../donnees/2022/noyau.ts'
import { RECONDUIT } from '../donnees/2024/noyau.ts'
import type { Reference, RegleDuPack } from '../referentiel.ts'
import { regle } from './annexes-2020-2022.ts'

/** Gravités of the fiches action, of governance, of the order of dates and of the yearly report. */

const annexe6 = (ou: string, citation: string) => circulaire2020(`annexe 6, ${ou}`, citation)
const RETRO = (citation: string) => circulaire2020('annexe 3.2', citation)

/** The clauses that the contract of each year writes again in its own articles. */
interface Clauses {
  equivalence: Reference
  /** The financements are described in the plan: whoever receives it must be able to read them. */
  description: Reference
  fiches: Reference
}

const CLAUSES_2020: Clauses = {
  equivalence: contratType('2.2.2', 'des financements au moins équivalents dans leur montant'),
  description: contratType(
    '2.2.2',
    'Ils sont décrits dans le plan d’action et dans les fiches actions correspondantes.',
  ),
  fiches: contratType(
    '2.1',
    'Ces actions sont listées dans le plan d’action annexé au présent contrat et décrites dans des fiches actions également annexées au contrat.',
  ),
}

const CLAUSES_2024: Clauses = {
  equivalence: contrat2024('article 2.2.2', 'des financements au moins équivalents dans leur montant'),
  description: contrat2024(
    'article 2.2.2',
    'Ils sont décrits dans le plan d’action et dans les fiches actions correspondantes.',
  ),
  fiches: contrat2024(
    'article 2.1',
    'Ces actions sont listées dans le plan d’action annexé au présent contrat',
  ),
}

/** What the texts of 2020 say of the content of a fiche, of an enveloppe or of an objectif, whatever the year. */
function contenu(
  lieu: (r: Reference) => Reference,
  { equivalence, description, fiches }: Clauses,
): RegleDuPack[] {
  return [
    regle(
      'ENV-07',
      'a-justifier',
      lieu(
        circulaire2020(
          'annexe 4, IV-B',
          'Les crédits correspondants sont versés par les ARS aux ESSMS au titre de leur budget de fonctionnement.',
        ),
      ),
    ),
    regle(
      'ENV-09',
      'a-justifier',
      lieu(
        circulaire2020(
          'annexe 4, IV-B',
          'pour les enfants confiés à l’aide sociale à l’enfance (ASE) et disposant d’une orientation de prise en charge et d’accompagnement total ou partiel au sein d’une structure médico-sociale (ITEP, IME...).',
        ),
      ),
    ),
    regle(
      'COF-09',
      'information',
      lieu(
        circulaire2020(
          'annexe 4, II-B',
          'Vous serez en outre vigilants à ce qu’ils ne viennent pas se substituer aux financements existants relevant du conseil départemental ou de l’Assurance maladie (par exemple : remboursement d’actes cotés de sages-femmes ou de médecins).',
        ),
      ),
    ),
    regle(
      'COF-10',
      'information',
      lieu(annexe6('objectif 13', '(par exemple : ETP de sages-femmes ou de puéricultrices)')),
    ),
    regle(
      'COF-11',
      'information',
      lieu(
        annexe6(
          'objectifs 12, 15 et 16',
          'les financements apportés par l’Etat s’inscrivent en complémentarité avec l’action de la CAF et de la MSA, et ne viennent pas en substitution de financements existants, quelle que soit leur source.',
        ),
      ),
    ),
    regle('COH-02', 'information', equivalence),
    regle('COH-03', 'a-justifier', equivalence),
    regle('STR-01', 'information', equivalence),
    regle('STR-02', 'information', description),
    regle('STR-03', 'information', description),
    regle(
      'FIC-01',
      'a-justifier',
      lieu(
        circulaire2020(
          'annexe 4, I',
          'une fiche action annexée au contrat en précise l’objet, le public-cible, les acteurs, le calendrier et les financements, ainsi que le ou les indicateurs de réalisation permettant de rendre compte de sa mise en œuvre.',
        ),
      ),
    ),
    regle('FIC-02', 'information', lieu(circulaire2020('annexe 5.4', 'FICHE ACTION N°'))),
    regle(
      'FIC-04',
      'a-justifier',
      lieu(
        annexe6(
          'introduction',
          'Il fait apparaître notamment le calendrier prévisionnel de mise en œuvre des actions cofinancées',
        ),
      ),
    ),
    regle('FIC-05', 'a-justifier', fiches),
    regle(
      'GOU-06',
      'a-justifier',
      lieu(
        annexe6(
          'objectif 6',
          'ait accès, a minima, à des compétences médicales ainsi qu’à des compétences dans le champ de la santé mentale (psychologues, notamment).',
        ),
      ),
    ),
    regle(
      'GOU-07',
      'a-justifier',
      lieu(
        annexe6(
          'objectif 7',
          'à la direction territoriale de la direction de la protection judiciaire de la jeunesse, à l’Education nationale et aux forces de l’ordre (police, gendarmerie et pompiers) ;',
        ),
      ),
    ),
    regle(
      'NAT-17',
      'information',
      lieu(
        annexe6(
          'objectif 21',
          'cette dernière solution implique une tarification et un financement par l’Etat sur le programme 177',
        ),
      ),
    ),
    regle(
      'NAT-18',
      'a-justifier',
      lieu(
        annexe6(
          'objectif 23',
          'la vérification systématique de l’honorabilité des bénévoles qui s’engagent auprès des enfants ;',
        ),
      ),
    ),
  ]
}

const ACTIVITE =
  'action 17 « Protection et accompagnement des enfants, des jeunes et des familles vulnérables », sous action 09 « Stratégie de prévention et de protection de l’enfance », activité 030450171901'
const ORDRE =
  'Ce projet de rapport est proposé au Préfet et à l’ARS, puis présenté pour avis à l’observatoire départemental de la protection de l’enfance, avant d’être arrêté conjointement.'
const BILAN_FINANCIER = 'Ce projet contient un bilan financier des actions mises en œuvre'
const ODPE =
  'le Département s’engage à présenter la présente convention à l’observatoire départemental de la protection de l’enfance.'
const ORDONNATEUR = 'l’ordonnateur de la dépense est le préfet'
const DEBAT = circulaire2020(
  'III',
  'Les rapports d’évaluation des contrats doivent notamment être débattus dans le cadre des ODPE.',
)
const TRENTE_JUIN = contratType(
  '3',
  'Il fait l’objet d’une délibération départementale, transmise au Préfet et à l’ARS au plus tard le 30 juin de l’année suivant l’exercice concerné.',
)
const ARRETE = circulaire2020(
  'III',
  'arrêté conjointement avant le 30 juin suivant la fin de l’exercice concerné.',
)

export const SUIVI_2020_2022: RegleDuPack[] = [
  ...contenu((r) => r, CLAUSES_2020),
  regle('ENV-15', 'bloquant', contratType('4', ACTIVITE)),
  regle(
    'GOU-02',
    'information',
    circulaire2020(
      'I-B',
      'Les projets de contrats ont vocation à être présentés pour information aux observatoires départementaux de la protection de l’enfance (ODPE) en amont de leur examen par les assemblées',
    ),
  ),
  regle('GOU-03', 'a-justifier', contratType('2', ODPE)),
  regle('GOU-11', 'a-justifier', annexe6('objectif 11', 'avant la fin de l’année 2020 ;')),
  regle('GOU-17', 'a-justifier', circulaire2020('annexe 1', 'Liste des départements concernés en 2020')),
  regle('GOU-18', 'bloquant', contratType('4', ORDONNATEUR)),
  regle(
    'RET-02',
    'information',
    RETRO(
      'Il convient de prévoir un temps de deux mois entre la proposition d’un document final et sa signature effective',
    ),
  ),
  regle(
    'RET-03',
    'information',
    RETRO(
      'La formalisation du document définitif doit être effective un mois et demi avant la tenue de l’assemblée départementale',
    ),
  ),
  regle(
    'RET-04',
    'information',
    RETRO('La prise d’effet du CDPPE peut être prévue comme concomitante ou postérieure à sa signature.'),
  ),
  regle(
    'VER-02',
    'information',
    circulaire2020('annexe 4, III-B', 'versés aux conseils départementaux à la signature du contrat.'),
  ),
  regle(
    'VER-03',
    'a-justifier',
    contratType('2.2.1', 'à l’envoi du rapport d’exécution du Département au Préfet et à l’ARS ;'),
  ),
  regle('BIL-01', 'a-justifier', ARRETE),
  regle('BIL-02', 'a-justifier', TRENTE_JUIN),
  regle('BIL-05', 'a-justifier', contratType('3', BILAN_FINANCIER)),
  regle('BIL-07', 'a-justifier', contratType('3', ORDRE)),
  regle('BIL-10', 'a-justifier', DEBAT),
]

const depuis2020 = (r: Reference) => presumer(r, REPRIS_DE_2020)

export const SUIVI_2022: RegleDuPack[] = [
  ...contenu(depuis2020, {
    equivalence: depuis2020(CLAUSES_2020.equivalence),
    description: depuis2020(CLAUSES_2020.description),
    fiches: depuis2020(CLAUSES_2020.fiches),
  }),
  regle('BIL-01', 'a-justifier', presumer(ARRETE, REPRIS_DE_2020)),
  regle('BIL-02', 'a-justifier', presumer(TRENTE_JUIN, REPRIS_DE_2020)),
  regle('BIL-07', 'a-justifier', presumer(contratType('3', ORDRE), REPRIS_DE_2020)),
  regle('BIL-10', 'a-justifier', presumer(DEBAT, REPRIS_DE_2020)),
]

export const SUIVI_2024: RegleDuPack[] = [
  ...contenu((r) => presumer(r, RECONDUIT), CLAUSES_2024),
  regle(
    'ENV-14',
    'information',
    contrat2024(
      'article 4',
      'sur le compte destination : 1-2-34 intitulé « Soutien à la mission santé des PMI ».',
    ),
  ),
  regle('ENV-15', 'bloquant', contrat2024('article 4', ACTIVITE)),
  regle(
    'FIC-06',
    'a-justifier',
    contrat2024('article 8', 'Les annexes font partie intégrante de la présente convention.'),
  ),
  regle(
    'FIC-07',
    'a-justifier',
    contrat2024('article 8', 'Plan d’action et budgets prévisionnels 2024 pour chaque financeur'),
  ),
  regle('GOU-03', 'a-justifier', contrat2024('article 2', ODPE)),
  regle('GOU-18', 'bloquant', contrat2024('article 4', ORDONNATEUR)),
  regle(
    'BIL-03',
    'a-justifier',
    contrat2024(
      'article 3',
      'Il fait l’objet d’une délibération départementale, transmise au préfet et à l’ARS au plus tard un an après la signature du contrat départemental.',
    ),
  ),
  regle(
    'BIL-04',
    'a-justifier',
    contrat2024('article 3', 'portant sur une période d’un an à date de signature du contrat.'),
  ),
  regle('BIL-05', 'a-justifier', contrat2024('article 3', BILAN_FINANCIER)),
  regle('BIL-07', 'a-justifier', contrat2024('article 3', ORDRE)),
  regle('BIL-10', 'a-justifier', presumer(DEBAT, RECONDUIT)),
]
