import type { Finances } from '../../finances.ts'
import { contrat2024, instruction2024 } from '../lieu.ts'
import { BORNES_P304_2024 } from './bornes.ts'

/** Money in 2024. The floors and ceilings of 2020 are not those of 2024: the instruction writes another ceiling. */
export const FINANCES_2024: Finances = {
  dotations: [
    {
      enveloppe: 'FIR',
      exercices: [2024],
      modalite: {
        phrase:
          'Les crédits reconduits sont fondus dans la dotation fongible du FIR, notifiée par l’arrêté du 8 avril 2024 : l’ARS en notifie le montant.',
        reference: instruction2024(
          'crédits du FIR',
          'ceux-ci ont été intégrés à la dotation fongible du FIR, qui a été notifiée pour 2024 par l’arrêté du 8 avril 2024',
        ),
      },
      nationale: null,
      criteres: [],
      plancher: null,
      plafond: null,
      plafondDelegue: null,
    },
    {
      ...BORNES_P304_2024,
      modalite: {
        phrase:
          'La demande est plafonnée au montant délégué auparavant ; la notification suit les besoins exprimés, dans la limite des crédits disponibles.',
        reference: instruction2024(
          'crédits du programme 304',
          'La notification des enveloppes se fera ensuite en fonction des besoins exprimés et dans la limite des crédits disponibles inscrits au programme pour 2024.',
        ),
      },
      nationale: null,
      criteres: [],
    },
    {
      enveloppe: 'ONDAM',
      exercices: [2024],
      modalite: {
        phrase:
          'Les crédits sont déjà délégués, par l’instruction du 22 mai 2024 sur la campagne budgétaire des établissements et services.',
        reference: instruction2024(
          'crédits de l’ONDAM médico-social',
          'La délégation des crédits pour 2024 a été réalisée dans le cadre de l’instruction n° DGCS/SD5B/DSS/SD1A/CNSA/2024/62 du 22 mai 2024',
        ),
      },
      nationale: null,
      criteres: [],
      plancher: null,
      plafond: null,
      plafondDelegue: null,
    },
  ],
  anneeDeReference: {
    annee: 2023,
    reference: contrat2024(
      'article 2.2.2',
      'par rapport à l’année de référence 2023 et pour toute la durée du contrat.',
    ),
  },
}
