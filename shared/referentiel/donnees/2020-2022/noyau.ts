import type { Noyau } from '../../referentiel.ts'
import { circulaire2020, VERIFIE_LE } from '../lieu.ts'
import { FIR, ONDAM, P304 } from './eligibilites.ts'
import { OBJECTIFS } from './objectifs.ts'

/** The circular n° DGCS/SD2B/DGS/SP1/2020/34 of 20 February 2020, as far as a cell needs it. */
export const NOYAU_2020_2022: Noyau = {
  id: '2020-2022',
  titre: 'Contrats 2020-2022 (circulaire n° DGCS/SD2B/DGS/SP1/2020/34 du 20 février 2020)',
  version: VERIFIE_LE,
  exercices: [2020, 2021],
  reference: circulaire2020('titre', 'CIRCULAIRE n° DGCS/SD2B/DGS/SP1/2020/34 du 20 février'),
  objectifs: OBJECTIFS,
  eligibilites: [FIR, P304, ONDAM],
  enveloppesNonDites: [],
}
