import type { ColonneReconnue, RoleColonne, Surete } from '../../../shared/classeur/comprehension.ts'

/** The words for what a column was taken for. */
export const NOMS_ROLES: Readonly<Record<RoleColonne, string>> = {
  numero: 'Numéro de l’action',
  intitule: 'Intitulé',
  engagement: 'Engagement',
  objectif: 'Objectif',
  exercice: 'Exercice',
  enveloppe: 'Enveloppe',
  financeur: 'Financeur',
  montant: 'Montant',
  etat: 'Part de l’État',
  departement: 'Part du Département',
  autres: 'Autres financeurs',
  FIR: 'Part du FIR',
  P304: 'Part du programme 304',
  ONDAM: 'Part de l’ONDAM médico-social',
  fleche: 'Dépenses fléchées',
  engage: 'Dépenses engagées',
  execute: 'Dépenses exécutées',
}

export const NOMS_SURETES: Readonly<Record<Surete, string>> = {
  choisie: 'votre choix',
  sure: 'sûr',
  probable: 'probable',
  'a-confirmer': 'à confirmer',
}

/** « Part de l’État, 2022, en k€ ». */
export function direRole({ role, exercice, unite }: ColonneReconnue): string {
  const parts = [role === null ? 'Non utilisée' : NOMS_ROLES[role]]
  if (role !== null && exercice !== null) parts.push(String(exercice))
  if (role !== null && unite === 1000) parts.push('en k€')
  if (role !== null && unite === 1_000_000) parts.push('en M€')
  return parts.join(', ')
}
