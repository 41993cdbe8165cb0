import type { Calendrier } from './calendrier.ts'
import { CALENDRIER } from './donnees/2020-2022/calendrier.ts'
import { BORNES_P304_2020 } from './donnees/2020-2022/bornes.ts'
import { CALENDRIER_2022 } from './donnees/2022/calendrier.ts'
import { CALENDRIER_2024 } from './donnees/2024/calendrier.ts'
import { BORNES_P304_2024 } from './donnees/2024/bornes.ts'
import type { Bornes } from './finances.ts'
import { geler } from './geler.ts'
import { NOYAUX } from './noyaux.ts'
import type { Noyau } from './referentiel.ts'

/** What the functions of the cells ask of a référentiel: no indicator, no criterion of the dotations, no pack of rules. */
export interface ReferentielDesCellules
  extends Noyau, Pick<Calendrier, 'echeances' | 'pieces' | 'retroplanning'> {
  /** Of programme 304 at least: PLAFOND304 asks for no other. */
  dotations: Bornes[]
}

const [NOYAU_2020_2022, NOYAU_2022, NOYAU_2024] = NOYAUX as readonly [Noyau, Noyau, Noyau]

/** The référentiels that ship, as the cells need them: the very data of registre.ts, without what weighs on their bundle. */
export const REFERENTIELS_DES_CELLULES: readonly ReferentielDesCellules[] = geler([
  { ...NOYAU_2020_2022, ...CALENDRIER, dotations: [BORNES_P304_2020] },
  { ...NOYAU_2022, ...CALENDRIER_2022, dotations: [] },
  { ...NOYAU_2024, ...CALENDRIER_2024, dotations: [BORNES_P304_2024] },
])
