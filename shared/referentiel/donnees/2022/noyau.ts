import type { Eligibilite, EnveloppeNonDite, Noyau, Objectif } from '../../referentiel.ts'
import { FIR, ONDAM, P304 } from '../2020-2022/eligibilites.ts'
import { OBJECTIFS } from '../2020-2022/objectifs.ts'
import { bilanPasDeCalais, contratCantal, presumer, VERIFIE_LE } from '../lieu.ts'

/**
 * The contracts opened from 2022 on, as far as the contract of Cantal (S003) and the bilan of Pas-de-Calais
 * (S004) show them: the instruction of 2022 itself is not among the documents.
 */

/** Why what 2020 writes is taken up here. */
export const REPRIS_DE_2020 =
  'repris de la circulaire du 20 février 2020, l’instruction de 2022 n’étant pas dans les documents'

const PMI = contratCantal(
  'actions à caractère fondamental',
  'Il est attendu que soient mises en oeuvre 5 actions concernant spécifiquement l’activité du Service de Protection Maternelle et Infantile (PMI).',
)

/** The five PMI actions, in the words of the contract of Cantal. */
const TITRES_PMI: Record<number, string> = {
  1: 'Augmenter le nombre d’entretiens prénataux précoces réalisés par la PMI',
  2: 'Faire progresser le nombre de bilans de santé en école maternelle réalisés par la PMI',
  3: 'Augmenter le nombre de visites à domicile pré et postnatales réalisées par des sages-femmes de la PMI',
  4: 'Augmenter le nombre de visites à domicile réalisées par les infirmières puéricultrices de la PMI',
  5: 'Augmenter le nombre de consultations infantiles',
}

/** Facultatifs that the contract of Cantal lists, with its words. */
const FACULTATIFS_CANTAL: Record<number, string> = {
  6: 'Renforcer les moyens, les ressources et la pluridisciplinarité de la cellule de recueil des informations préoccupantes (CRIP)',
  8: 'Systématiser un plan de contrôle des établissements et services de protection de l’enfance',
  20: 'Structurer le soutien aux tiers de confiance et aux tiers bénévoles',
  23: 'Développer le parrainage au bénéfice des enfants confiés à l’Aide sociale à l’enfance',
  25: 'Favoriser l’accès aux droits et l’accompagnement vers l’autonomie des anciens mineurs non accompagnés (MNA)',
}

const SIXIEME = presumer(
  contratCantal(
    'actions facultatives',
    'En complément des 6 actions qui doivent figurer dans le cadre de la contractualisation',
  ),
  'les documents comptent six objectifs obligatoires et n’en nomment que cinq (PMI) ; l’objectif 9 est déduit de l’instruction du 14 août 2024, qui le cite',
)

function enFacultatif(o: Objectif): Objectif {
  const titre = FACULTATIFS_CANTAL[o.numero]
  return {
    ...o,
    caractere: 'facultatif',
    reference:
      titre === undefined
        ? presumer(o.reference, REPRIS_DE_2020)
        : contratCantal('actions facultatives', titre),
  }
}

function en2022(o: Objectif): Objectif {
  const titre = TITRES_PMI[o.numero]
  if (titre !== undefined)
    return {
      ...o,
      titre,
      variantes: [o.titre, ...o.variantes.filter((v) => v !== titre)],
      caractere: 'obligatoire',
      reference: PMI,
    }
  if (o.numero === 9) return { ...o, caractere: 'obligatoire', reference: SIXIEME }
  return enFacultatif(o)
}

/** The two objectifs that the bilan of Pas-de-Calais prints beside the 26. */
const NOUVEAUX: Objectif[] = [
  {
    numero: 27,
    engagement: 'transverse',
    caractere: 'facultatif',
    titre: 'Soutien au plan de lutte contre la prostitution des mineur.e.s',
    variantes: ['Lutte contre la prostitution des mineurs'],
    reference: bilanPasDeCalais(
      'action 25',
      'OBJECTIF FACULTATIF N°27 : SOUTIEN AU PLAN DE LUTTE CONTRE LA PROSTITUTION DES MINEUR.E.S',
    ),
  },
  {
    numero: 28,
    engagement: 'transverse',
    caractere: 'facultatif',
    titre: 'Soutien à la loi du 7 février 2022 relative à la protection de l’enfance',
    variantes: ['Soutien à la loi du 07 février 2022 relative à la protection des enfants'],
    reference: bilanPasDeCalais(
      'action 15 bis',
      'OBJECTIF FACULTATIF 28 : SOUTIEN A LA LOI DU 07 FEVRIER 2022 RELATIVE A LA PROTECTION DE L’ENFANCE',
    ),
  },
]

export const OBJECTIFS_2022: Objectif[] = [...OBJECTIFS.map(en2022), ...NOUVEAUX]

/** The same eligibility, carried over: its own place and that of each of its conditions. */
export function reprendre(eligibilite: Eligibilite, presomption: string): Eligibilite {
  return {
    ...eligibilite,
    conditions: eligibilite.conditions.map((c) => ({ ...c, reference: presumer(c.reference, presomption) })),
    reference: presumer(eligibilite.reference, presomption),
  }
}

export const NON_DITES: EnveloppeNonDite[] = [
  {
    objectifs: [27],
    motif: 'la seule action connue est menée sur les fonds propres du Département',
    reference: bilanPasDeCalais('action 25, § 3.1', 'Sur fonds propres du Département'),
  },
  {
    objectifs: [28],
    motif: 'la seule action connue inscrit une part de l’État sans nommer d’enveloppe',
    reference: bilanPasDeCalais('action 15 bis, § 3.1', '413.500 €'),
  },
]

export const NOYAU_2022: Noyau = {
  id: '2022',
  titre: 'Contrats 2022-2024 (d’après le contrat du Cantal et le bilan du Pas-de-Calais)',
  version: VERIFIE_LE,
  exercices: [2022, 2023],
  reference: contratCantal('présentation', 'une contractualisation sur la période de 2022 à 2024.'),
  objectifs: OBJECTIFS_2022,
  eligibilites: [
    {
      ...reprendre(
        FIR,
        `${REPRIS_DE_2020} ; le contrat du Cantal finance bien par le FIR ses cinq actions de PMI`,
      ),
      objectifs: [1, 2, 3, 4, 5],
    },
    { ...reprendre(FIR, REPRIS_DE_2020), objectifs: [13] },
    reprendre(P304, REPRIS_DE_2020),
    reprendre(ONDAM, REPRIS_DE_2020),
  ],
  enveloppesNonDites: NON_DITES,
}
