/**
 * The fields of the EUSurvey form that a plan d'action is typed into, as data: the form is not public, so the list
 * is what an administrateur says that it holds, and may say otherwise tomorrow.
 */

/** Where an answer is taken from in the signed version. 'libre': nowhere, it is typed by hand. */
export const SOURCES = {
  plan: [
    'departement',
    'exercice',
    'nombre-actions',
    'total-etat',
    'total-fir',
    'total-p304',
    'total-ondam',
    'total-departement',
    'total-autres',
    'libre',
  ],
  action: [
    'numero',
    'intitule',
    'engagement',
    'objectif',
    'titre-objectif',
    'enveloppes',
    'part-etat',
    'part-fir',
    'part-p304',
    'part-ondam',
    'part-departement',
    'part-autres',
    'observations',
    'libre',
  ],
} as const

export type SourcePlan = (typeof SOURCES.plan)[number]
export type SourceAction = (typeof SOURCES.action)[number]

/** One field of the form. `portee`: asked once, or once for each action. */
export type Champ = { id: string; libelle: string } & (
  { portee: 'plan'; source: SourcePlan } | { portee: 'action'; source: SourceAction }
)

export interface Formulaire {
  exercice: number
  /** Where the form is filled in (https), null while nobody has said it. */
  adresse: string | null
  /** What the person who types must know (French), null where there is nothing to say. */
  avertissement: string | null
  /** In the order of the form. */
  champs: Champ[]
}
