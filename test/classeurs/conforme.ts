import type { FeuilleDecrite, ValeurDecrite } from './fabrique.ts'
import { fabriquerClasseur } from './fabrique.ts'
import { cellule, ENTETE, EUROS, ligneDeTotal, NOMBRE, SOUS_TITRE, TEXTE, TITRE } from './mise-en-page.ts'

/**
 * A small workbook that conforms to the texts of 2020-2022, for an invented department: its figures demonstrate and
 * say so. Enveloppes by annexe 4 of the circular of 20 February 2020, titles by its annexe 2.
 */

export const NOM_CONFORME = 'CDPPE_conforme_2020-2022.xlsx'

const COLONNES = [
  'N°',
  'Engagement',
  'Objectif',
  "Intitulé de l'action",
  'Exercice',
  'Enveloppe',
  'Part État',
  'Part Département',
  'Dépenses fléchées',
  'Dépenses engagées',
  'Dépenses exécutées',
]
const COLONNES_MONTANT = [6, 7, 8, 9, 10]
const EXERCICES = [2020, 2021, 2022]

/** State's and department's parts of each of the three years, in thousands of euros. */
interface ActionConforme {
  engagement: string
  objectif: string
  intitule: string
  enveloppe: 'FIR' | 'P304' | 'ONDAM'
  etat: [number, number, number]
  departement: [number, number, number]
}

const action = (
  engagement: string,
  objectif: string,
  intitule: string,
  enveloppe: ActionConforme['enveloppe'],
  etat: ActionConforme['etat'],
  departement: ActionConforme['departement'],
): ActionConforme => ({ engagement, objectif, intitule, enveloppe, etat, departement })

const E1 =
  'Engagement 1 : agir le plus précocement possible pour répondre aux besoins des enfants et de leurs familles'
const E2 = 'Engagement 2 : sécuriser les parcours des enfants protégés et prévenir les ruptures'
const E3 = "Engagement 3 : donner aux enfants les moyens d'agir et garantir leurs droits"
const E4 = "Engagement 4 : préparer leur avenir et sécuriser la vie d'adulte"
const TRANSVERSE = 'Engagement transverse'
const OBJECTIF_24 =
  "Objectif facultatif 24 : Mettre en place des dispositifs d'accompagnement global et passerelles, notamment pour les jeunes en situation de handicap"

/** One action for each objectif fondamental, and objectifs 13 and 24, the latter paid by two enveloppes. */
export const ACTIONS_CONFORMES: ActionConforme[] = [
  action(
    E1,
    "Objectif fondamental 1 : Atteindre à horizon 2022 un taux de couverture par la PMI d'au moins 20 % des entretiens prénataux précoces au niveau national",
    "Faire connaître l'entretien prénatal précoce auprès des futurs parents",
    'FIR',
    [40, 40, 40],
    [45, 45, 45],
  ),
  action(
    E1,
    "Objectif fondamental 2 : Faire progresser le nombre de bilans de santé en école maternelle réalisés par la PMI et se rapprocher du contenu de l'examen de santé tel que défini dans le carnet de santé",
    'Équiper les équipes de PMI pour le dépistage visuel et auditif en école maternelle',
    'FIR',
    [120, 120, 120],
    [130, 130, 130],
  ),
  action(
    E1,
    'Objectif fondamental 3 : Doubler au niveau national le nombre de visites à domicile pré et postnatales réalisées par des sages-femmes de PMI en faveur des familles vulnérables',
    'Organiser les visites à domicile avant et après la naissance dans deux territoires ruraux',
    'FIR',
    [60, 60, 60],
    [60, 60, 60],
  ),
  action(
    E1,
    "Objectif fondamental 4 : Permettre qu'à horizon 2022, au niveau national, au moins 15 % des enfants bénéficient de l'intervention à domicile d'infirmières puéricultrices de la PMI, notamment jusqu'aux deux ans de l'enfant et dans les familles vulnérables",
    'Proposer un accompagnement à domicile aux familles à la sortie de la maternité',
    'FIR',
    [60, 60, 60],
    [75, 75, 75],
  ),
  action(
    E1,
    "Objectif fondamental 5 : Permettre qu'à horizon 2022, au niveau national, au moins 20 % des enfants bénéficient de consultations infantiles",
    'Ouvrir des consultations infantiles itinérantes',
    'FIR',
    [40, 40, 40],
    [50, 50, 50],
  ),
  action(
    E1,
    'Objectif facultatif 13 : Soutenir les actions innovantes en PMI en matière de santé publique',
    "Mener des actions collectives de prévention de l'exposition précoce aux écrans",
    'FIR',
    [30, 30, 30],
    [30, 30, 30],
  ),
  action(
    E2,
    "Objectif fondamental 6 : Renforcer les moyens, les ressources et la pluridisciplinarité des cellules de recueil des informations préoccupantes (CRIP) pour atteindre sur l'ensemble du territoire un délai maximal de trois mois par évaluation",
    "Former et outiller les professionnels à l'évaluation des informations préoccupantes",
    'P304',
    [220, 240, 240],
    [260, 260, 260],
  ),
  action(
    E2,
    'Objectif fondamental 7 : Systématiser et renforcer les protocoles informations préoccupantes (IP)',
    'Former ensemble les partenaires signataires des protocoles',
    'P304',
    [80, 80, 80],
    [85, 85, 85],
  ),
  action(
    E2,
    'Objectif fondamental 8 : Systématiser un volet "maîtrise des risques" dans les schémas départementaux de protection de l\'enfance, incluant un plan de contrôle des établissements et services',
    'Élaborer le plan de contrôle des établissements avec une prestation de conseil',
    'P304',
    [100, 100, 100],
    [110, 110, 110],
  ),
  action(
    E2,
    "Objectif fondamental 9 : Garantir l'accompagnement de tous les enfants protégés en situation de handicap",
    "Équipe mobile d'appui aux lieux d'accueil d'enfants protégés en situation de handicap",
    'ONDAM',
    [180, 180, 180],
    [190, 190, 190],
  ),
  action(
    E3,
    "Objectif fondamental 10 : Systématiser la participation des enfants et des jeunes aux observatoires départementaux de la protection de l'enfance (ODPE)",
    "Concevoir avec une association le conseil des jeunes de l'observatoire",
    'P304',
    [70, 70, 70],
    [70, 70, 70],
  ),
  action(
    E4,
    OBJECTIF_24,
    "Passerelle entre l'établissement médico-social et le logement accompagné",
    'ONDAM',
    [60, 60, 60],
    [65, 65, 65],
  ),
  action(
    E4,
    OBJECTIF_24,
    "Accompagnement global vers l'autonomie des jeunes de 16 à 21 ans",
    'P304',
    [120, 120, 120],
    [140, 140, 140],
  ),
  action(
    TRANSVERSE,
    'Objectif fondamental 11 : Renforcer les ODPE',
    "Construire le tableau de bord partagé de l'observatoire",
    'P304',
    [110, 110, 110],
    [120, 120, 120],
  ),
]

/** Share of the earmarked money that is committed, then executed, year after year: cumulated, each stays below the one before. */
const PART_ENGAGEE = [0.9, 1, 1]
const PART_EXECUTEE = [0.8, 0.95, 1]

function feuillePlan(): FeuilleDecrite {
  const lignes: ValeurDecrite[][] = [
    [cellule("Contrat départemental de prévention et de protection de l'enfance 2020-2022", TITRE)],
    [cellule('Département de démonstration', { gras: true, taille: 12 })],
    [cellule("Plan d'action : financements et dépenses, par action et par exercice", SOUS_TITRE)],
    [
      cellule(
        'Classeur de démonstration : le département et tous les montants sont inventés, ils ne viennent d’aucun contrat',
        SOUS_TITRE,
      ),
    ],
    [],
    COLONNES.map((c) => cellule(c, ENTETE)),
  ]
  const premiere = lignes.length + 1
  let debutBloc = premiere
  const euros = (milliers: number): ValeurDecrite => ({
    valeur: Math.round(milliers * 1000),
    format: EUROS,
    style: NOMBRE,
  })
  for (const [i, a] of ACTIONS_CONFORMES.entries()) {
    for (const [an, exercice] of EXERCICES.entries())
      lignes.push([
        cellule(i + 1, { ...TEXTE, horizontal: 'center' }),
        cellule(a.engagement, TEXTE),
        cellule(a.objectif, TEXTE),
        cellule(a.intitule, TEXTE),
        cellule(exercice, { ...TEXTE, horizontal: 'center' }),
        cellule(a.enveloppe, { ...TEXTE, horizontal: 'center' }),
        euros(a.etat[an]!),
        euros(a.departement[an]!),
        euros(a.etat[an]!),
        euros(a.etat[an]! * PART_ENGAGEE[an]!),
        euros(a.etat[an]! * PART_EXECUTEE[an]!),
      ])
    if (ACTIONS_CONFORMES[i + 1]?.engagement === a.engagement) continue
    const libelle = `Sous-total ${/^Engagement (?:\d|transverse)/.exec(a.engagement)![0].toLowerCase()}`
    lignes.push(ligneDeTotal(lignes, libelle, COLONNES.length, COLONNES_MONTANT, debutBloc, lignes.length))
    debutBloc = lignes.length + 1
  }
  lignes.push(
    ligneDeTotal(lignes, 'TOTAL GÉNÉRAL', COLONNES.length, COLONNES_MONTANT, premiere, lignes.length),
  )
  return {
    nom: "Plan d'action",
    lignes,
    largeurs: [7, 30, 44, 40, 11, 12, 16, 18, 16, 16, 16],
    fusions: ['A1:K1', 'A2:K2', 'A3:K3', 'A4:K4'],
    figes: { lignes: 6, colonnes: 1 },
    impression: { titres: '6:6' },
  }
}

/** The workbook's sheets. */
export function feuillesConformes(): FeuilleDecrite[] {
  return [feuillePlan()]
}

/** The workbook's bytes; the same on every run. */
export function classeurConforme(): Promise<Uint8Array> {
  return fabriquerClasseur(feuillesConformes(), {
    titre: 'CDPPE 2020-2022, classeur conforme de démonstration',
  })
}
