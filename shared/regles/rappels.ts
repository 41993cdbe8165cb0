import type { Action, Financement, PlanAction } from '../plan/plan.ts'
import { enveloppesAdmises } from '../referentiel/decider.ts'
import type { Enveloppe, Referentiel } from '../referentiel/referentiel.ts'

/**
 * What the texts say and no check can decide: said where it matters, once, to whom it concerns. Each stands under
 * the id of its rule in the catalogue, which holds the words of the text and their place.
 */
export interface Rappel {
  regle: string
  /** For the officer: what the text says, and what follows from it. */
  phrase: string
  /** The document and the place in it, as the catalogue names them; empty where it is read there only. */
  source: string
  /** The référentiels whose text says it, by id; none: it is read in the catalogue only. */
  referentiels: readonly string[]
  /** Where it is shown. */
  lieu: LieuRappel
  /** Only beside a plan that has one of these objectifs… */
  objectifs?: readonly number[]
  /** …paid by this enveloppe. */
  enveloppe?: Enveloppe
}

export type LieuRappel = 'plan' | 'enveloppes' | 'cofinancement' | 'calendrier'

const DE_2020 = ['2020-2022']
const DE_2024 = ['2024']

/** What annexe 6 (circular of 20 February 2020) says that the programme 304 pays on one objectif. */
function surP304(regle: string, objectif: number, phrase: string): Rappel {
  return {
    ...{ regle, phrase, source: `circulaire du 20 février 2020, annexe 6, objectif ${objectif}` },
    ...{ referentiels: DE_2020, lieu: 'plan', objectifs: [objectif], enveloppe: 'P304' },
  }
}

export const RAPPELS: readonly Rappel[] = [
  {
    regle: 'OBJ-07',
    source: 'instruction du 14 août 2024, corps, 1er paragraphe',
    phrase:
      'Le plan d’action de 2024 peut être la simple reconduction de celui de 2023 : comparez les deux classeurs avant de l’envoyer.',
    referentiels: DE_2024,
    lieu: 'plan',
  },
  surP304(
    'NAT-11',
    6,
    'Sur l’objectif 6, le programme 304 paie de la formation ou de l’outillage pour les professionnels qui évaluent les informations préoccupantes.',
  ),
  surP304(
    'NAT-12',
    7,
    'Sur l’objectif 7, le programme 304 paie des formations communes aux partenaires de la CRIP.',
  ),
  surP304(
    'NAT-13',
    8,
    'Sur l’objectif 8, le programme 304 paie une prestation d’accompagnement (diagnostic, plan de contrôle) ou des formations.',
  ),
  surP304(
    'NAT-14',
    10,
    'Sur l’objectif 10, le programme 304 paie une prestation d’accompagnement à la participation des enfants et des parents.',
  ),
  surP304(
    'NAT-08',
    11,
    'Sur l’objectif 11, un investissement pour transmettre les données à l’ODPE et à l’ONPE est admis s’il ne peut pas être financé par la DSID : écrivez-le dans la fiche action.',
  ),
  surP304(
    'NAT-15',
    20,
    'Sur l’objectif 20, le programme 304 paie l’information, la formation, l’accompagnement et le contrôle des tiers bénévoles et de confiance.',
  ),
  surP304(
    'NAT-16',
    26,
    'Sur l’objectif 26, le programme 304 paie des formations innovantes (MOOC, kits, formations pluri-institutionnelles).',
  ),
  {
    regle: 'NAT-10',
    source: 'circulaire du 20 février 2020, annexe 6, objectif 13',
    phrase:
      'Sur l’objectif 13, le FIR paie notamment la formation, la coordination, la médiation, les actions collectives et l’accompagnement des familles.',
    referentiels: DE_2020,
    lieu: 'plan',
    objectifs: [13],
    enveloppe: 'FIR',
  },
  {
    regle: 'GOU-15',
    source: 'circulaire du 20 février 2020, annexe 6, objectif 17',
    phrase:
      'Sur l’objectif 17, le préfet se tient à votre disposition pour des contrôles conjoints de l’État et du Département.',
    referentiels: DE_2020,
    lieu: 'plan',
    objectifs: [17],
  },
  {
    regle: 'ENV-04',
    source: 'circulaire du 20 février 2020, annexe 4, II-B',
    phrase:
      'Le FIR peut aussi payer un objectif spécifique de santé publique (période périnatale, petite enfance), fixé par l’ARS et le Département : inscrivez-le à part et joignez l’accord de l’ARS.',
    referentiels: DE_2020,
    lieu: 'enveloppes',
  },
  {
    regle: 'ENV-05',
    source: 'circulaire du 20 février 2020, annexe 6, objectif 24',
    phrase:
      'Sur l’objectif 24, ce que paie la Sécurité sociale relève de l’ONDAM médico-social ; le reste, par exemple l’habitat inclusif, peut relever du programme 304 : une ligne pour chacun.',
    referentiels: DE_2020,
    lieu: 'enveloppes',
    objectifs: [24],
  },
  {
    regle: 'ENV-06',
    source: 'circulaire du 20 février 2020, annexe 4, I',
    phrase:
      'Dans une enveloppe, les crédits ne sont fléchés ni par objectif ni par action : seul son total est borné.',
    referentiels: DE_2020,
    lieu: 'enveloppes',
  },
  {
    regle: 'ENV-12',
    source: 'instruction du 14 août 2024, corps, ONDAM',
    phrase:
      'En 2024, l’ONDAM médico-social est déjà délégué (instruction du 22 mai 2024) : il ne se demande pas à la DGCS.',
    referentiels: DE_2024,
    lieu: 'enveloppes',
  },
  {
    regle: 'ENV-13',
    source: 'instruction du 14 août 2024, corps, FIR',
    phrase:
      'En 2024, le FIR est notifié par l’ARS (arrêté du 8 avril 2024) : il ne se demande pas à la DGCS.',
    referentiels: DE_2024,
    lieu: 'enveloppes',
  },
  {
    regle: 'DOT-01',
    source: 'circulaire du 20 février 2020, annexe 4, II-A',
    phrase:
      'Le FIR de 2020 est réparti selon les enfants de 0 à 6 ans (50 %), les ménages pauvres (30 %), les bénéficiaires de l’ASF (10 %) et de l’AEEH (10 %) ; le montant qui compte est celui qui vous est notifié.',
    referentiels: DE_2020,
    lieu: 'enveloppes',
  },
  {
    regle: 'DOT-03',
    source: 'circulaire du 20 février 2020, annexe 4, III-A',
    phrase:
      'Le programme 304 de 2020 est réparti selon les enfants de 0 à 19 ans (28,5 %), les enfants accueillis par l’ASE (28,5 %), les ménages pauvres (28,5 %) et les mesures jeunes majeurs (14,5 %) ; le montant qui compte est celui qui vous est notifié.',
    referentiels: DE_2020,
    lieu: 'enveloppes',
  },
  {
    regle: 'DOT-08',
    source: 'circulaire du 20 février 2020, annexe 5.1, art. 2.2.1',
    phrase:
      'Le contrat écrit des montants prévisionnels ; l’État notifie ensuite les montants définitifs : gardez les deux, dans deux colonnes.',
    referentiels: ['2020-2022', '2024'],
    lieu: 'enveloppes',
  },
  {
    regle: 'DOT-11',
    source: 'circulaire du 20 février 2020, annexe 4, I',
    phrase: 'Le FIR et l’ONDAM médico-social de 2020-2022 ont vocation à perdurer au-delà des trois ans.',
    referentiels: DE_2020,
    lieu: 'enveloppes',
  },
  {
    regle: 'FON-07',
    source: 'projet de contrat 2024 du Pas-de-Calais, projet de contrat 2024, art. 5',
    phrase:
      'En 2024, un avenant en cours d’année peut changer les montants alloués ; il n’est pas obligatoire.',
    referentiels: DE_2024,
    lieu: 'enveloppes',
  },
  {
    regle: 'COF-08',
    source: 'circulaire du 20 février 2020, annexe 4, I',
    phrase:
      'Un Département qui ne tient pas ses engagements une année peut recevoir moins de crédits de l’État l’année suivante.',
    referentiels: DE_2020,
    lieu: 'cofinancement',
  },
  {
    regle: 'COF-12',
    source: 'circulaire du 20 février 2020, annexe 4, II-B',
    phrase:
      'Sur la PMI, l’État finance dans une logique d’amorçage : prévoyez comment le Département prendra la suite.',
    referentiels: DE_2020,
    lieu: 'cofinancement',
    objectifs: [1, 2, 3, 4, 5, 13],
    enveloppe: 'FIR',
  },
  {
    regle: 'NAT-05',
    source: 'circulaire du 20 février 2020, annexe 4, III-B',
    phrase:
      'Autant que possible, le programme 304 amorce une action ou sa montée en charge : prévoyez comment elle continue ensuite.',
    referentiels: DE_2020,
    lieu: 'cofinancement',
    enveloppe: 'P304',
  },
  {
    regle: 'DOT-09',
    source: 'circulaire du 20 février 2020, II',
    phrase: 'En 2020, les montants sont communiqués par la DGCS d’ici à la fin du mois de juin.',
    referentiels: DE_2020,
    lieu: 'calendrier',
  },
  {
    regle: 'CAL-07',
    source: 'circulaire du 20 février 2020, I-B',
    phrase:
      'L’administration centrale ne vise pas les contrats avant leur signature : n’attendez pas son accord pour signer.',
    referentiels: DE_2020,
    lieu: 'calendrier',
  },
  {
    regle: 'CAL-15',
    source: 'instruction du 14 août 2024, corps',
    phrase:
      'En 2024, le bilan des actions de l’année précédente n’a pas à être joint au projet de contrat ; l’instruction de 2023 le demandait.',
    referentiels: DE_2024,
    lieu: 'calendrier',
  },
  {
    regle: 'CAL-16',
    source: 'instruction du 14 août 2024, corps',
    phrase:
      'Les délais de 2024 sont impératifs : une demande envoyée après la date n’est pas prise en compte.',
    referentiels: DE_2024,
    lieu: 'calendrier',
  },
  {
    regle: 'GOU-04',
    source: 'circulaire du 20 février 2020, IV',
    phrase:
      'La circulaire recommande de réunir régulièrement le préfet, l’ARS et le Département : gardez les comptes rendus.',
    referentiels: DE_2020,
    lieu: 'calendrier',
  },
  {
    regle: 'GOU-05',
    source: 'circulaire du 20 février 2020, IV',
    phrase: 'Les commissaires à la lutte contre la pauvreté sont à associer à ces réunions.',
    referentiels: DE_2020,
    lieu: 'calendrier',
  },
  {
    regle: 'RET-01',
    source: 'circulaire du 20 février 2020, annexe 3.2',
    phrase:
      'Chaque date du rétroplanning se compte à rebours du jour de prise d’effet du contrat : si ce jour change, toutes changent.',
    referentiels: DE_2020,
    lieu: 'calendrier',
  },
  ...duCatalogue([
    [
      'OBJ-03',
      'Le contrat-type de 2020 écrit que onze objectifs améliorent l’exercice des missions du Département.',
    ],
    ['DOT-12', 'Le contrat 2022-2024 du Cantal inscrit 100 000 € de FIR, le plancher de 2020.'],
    [
      'DOT-13',
      'Le contrat du Cantal totalise 810 000 € par an : 100 000 € de FIR, 110 000 € d’ONDAM, 600 000 € de programme 304.',
    ],
    [
      'DOT-14',
      'Le projet 2024 du Pas-de-Calais totalise 5 317 123 € (336 680 € de FIR, 4 980 443 € de programme 304), et 1 185 174 € d’ONDAM à part.',
    ],
    [
      'DOT-15',
      'Une recette votée au budget peut différer de la demande : le Pas-de-Calais a voté 3 562 943 € pour 2024. Une décision modificative la corrige.',
    ],
    [
      'FON-08',
      'Vérifiez que votre délibération autorise à signer un avenant : celle du Pas-de-Calais le prévoit pour des crédits complémentaires.',
    ],
    [
      'VER-04',
      'Le programme 304 peut demander une convention financière et son CERFA, comme dans la délibération 2024 du Pas-de-Calais.',
    ],
    [
      'CAL-17',
      'Le contrat finalisé peut être postérieur à la délibération, comme au Pas-de-Calais en 2024 : gardez les deux versions.',
    ],
    [
      'BIL-12',
      'Exemple : le bilan 2020-2022 du Pas-de-Calais a été délibéré le 12 juin 2023 et envoyé le 27 juin 2023.',
    ],
  ]),
]

/** What one contract shows, or how a text is worded: read in the catalogue, shown beside no plan. */
function duCatalogue(exemples: readonly (readonly [string, string])[]): Rappel[] {
  return exemples.map(([regle, phrase]) => ({ regle, phrase, source: '', referentiels: [], lieu: 'plan' }))
}

/** The reminders of a place that concern this plan under this référentiel, in the order above. */
export function rappelsPour(plan: PlanAction, referentiel: Referentiel, lieu: LieuRappel): Rappel[] {
  return RAPPELS.filter((r) => {
    if (r.lieu !== lieu || !r.referentiels.includes(referentiel.id)) return false
    if (r.objectifs === undefined && r.enveloppe === undefined) return true
    return plan.actions.some(
      (a) =>
        (r.objectifs === undefined || (a.objectif !== null && r.objectifs.includes(a.objectif))) &&
        (r.enveloppe === undefined ||
          a.financements.some((f) => f.prevu !== null && enveloppeDe(referentiel, a, f) === r.enveloppe)),
    )
  })
}

/** The enveloppe that is written, or the one that alone may pay a part of the State that names none. */
function enveloppeDe(referentiel: Referentiel, { objectif }: Action, f: Financement): Enveloppe | null {
  if (f.enveloppe !== null || f.financeur !== 'Etat' || objectif === null) return f.enveloppe
  const admises = enveloppesAdmises(referentiel, objectif)
  return admises.length === 1 ? admises[0]! : null
}
