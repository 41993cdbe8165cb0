import type { Bornes } from '../../finances.ts'
import { circulaire2020 } from '../lieu.ts'

/** The bounds of programme 304 in 2020: the part of annexe 4 that a cell asks for. */
export const BORNES_P304_2020: Bornes = {
  enveloppe: 'P304',
  exercices: [2020],
  plancher: {
    centimes: 60_000_000,
    reference: circulaire2020('annexe 4, III-A', 'Dotation minimale par département : 600 000 €'),
  },
  plafond: {
    centimes: 450_000_000,
    reference: circulaire2020('annexe 4, III-A', 'Dotation maximale par département : 4 500 000 €'),
  },
  plafondDelegue: null,
}
