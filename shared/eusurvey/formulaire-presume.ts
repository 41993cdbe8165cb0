import type { Champ, Formulaire } from './formulaire.ts'

/** The columns of the plan d'action model, which the form is presumed to ask for. */
const CHAMPS: readonly Champ[] = [
  { id: 'departement', libelle: 'Département', portee: 'plan', source: 'departement' },
  { id: 'exercice', libelle: 'Exercice', portee: 'plan', source: 'exercice' },
  { id: 'nombre-actions', libelle: 'Nombre d’actions', portee: 'plan', source: 'nombre-actions' },
  { id: 'total-etat', libelle: 'Total de la part État (€)', portee: 'plan', source: 'total-etat' },
  {
    id: 'total-departement',
    libelle: 'Total de la part du département (€)',
    portee: 'plan',
    source: 'total-departement',
  },
  { id: 'numero', libelle: 'N° de l’action', portee: 'action', source: 'numero' },
  { id: 'intitule', libelle: 'Intitulé de l’action', portee: 'action', source: 'intitule' },
  { id: 'engagement', libelle: 'Engagement', portee: 'action', source: 'engagement' },
  { id: 'objectif', libelle: 'N° de l’objectif', portee: 'action', source: 'objectif' },
  { id: 'titre-objectif', libelle: 'Objectif', portee: 'action', source: 'titre-objectif' },
  { id: 'enveloppes', libelle: 'Enveloppes de l’État', portee: 'action', source: 'enveloppes' },
  { id: 'part-fir', libelle: 'Crédits FIR (€)', portee: 'action', source: 'part-fir' },
  { id: 'part-p304', libelle: 'Crédits du programme 304 (€)', portee: 'action', source: 'part-p304' },
  { id: 'part-ondam', libelle: 'Crédits ONDAM médico-social (€)', portee: 'action', source: 'part-ondam' },
  {
    id: 'part-departement',
    libelle: 'Part du département (€)',
    portee: 'action',
    source: 'part-departement',
  },
  { id: 'part-autres', libelle: 'Autres financements (€)', portee: 'action', source: 'part-autres' },
  { id: 'observations', libelle: 'Observations', portee: 'action', source: 'observations' },
]

/** The list while no administrateur has said another one. It says itself that it is presumed. */
export function formulairePresume(exercice: number): Formulaire {
  return {
    exercice,
    adresse: null,
    avertissement:
      'Les champs du formulaire EUSurvey ne sont pas publics : cette liste reprend les colonnes du plan d’action. Si le formulaire en demande d’autres, ou dans un autre ordre, signalez-le à l’administrateur, qui peut la modifier.',
    champs: [...CHAMPS],
  }
}
