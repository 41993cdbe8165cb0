import { NOYAU_2020_2022 } from './donnees/2020-2022/noyau.ts'
import { NOYAU_2022 } from './donnees/2022/noyau.ts'
import { NOYAU_2024 } from './donnees/2024/noyau.ts'
import { geler } from './geler.ts'
import type { Noyau } from './referentiel.ts'

/**
 * What cells need of the référentiels that ship: objectifs and eligibility, without the indicators, dates and
 * packs. Import this, not registre.ts, where the size of a bundle counts.
 */
export const NOYAUX: readonly Noyau[] = geler([NOYAU_2020_2022, NOYAU_2022, NOYAU_2024])
