import type { Bornes } from '../../finances.ts'
import { instruction2024 } from '../lieu.ts'

/** The bounds of programme 304 in 2024: what a cell asks for. */
export const BORNES_P304_2024: Bornes = {
  enveloppe: 'P304',
  exercices: [2024],
  plancher: null,
  plafond: null,
  plafondDelegue: {
    exercices: [2023, 2022],
    reference: instruction2024(
      'crédits du programme 304',
      'la demande budgétaire par collectivité ne pourra dépasser le montant délégué en 2023, ou à défaut en 2022 pour les collectivités non financées en 2023.',
    ),
  },
}
