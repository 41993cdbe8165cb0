import type { Classeur } from '../classeur/classeur.ts'

/**
 * « Ceux qui lui sont versés par l’État » (article 2.2.2) : to the department (the ONDAM, paid to the establishments,
 * is left out) or to the objectif (it counts). The DGCS has not said.
 */
export type LectureOndam = 'exclu' | 'inclus'

/** Key of Classeur.donnees under which the reading chosen for a workbook is kept. */
export const CLE_LECTURE_ONDAM = 'lecture-ondam'

/** The reading that the workbook keeps; anything else that stands there counts for nothing. */
export function lectureGardee(classeur: Classeur): LectureOndam {
  return classeur.donnees?.[CLE_LECTURE_ONDAM] === 'inclus' ? 'inclus' : 'exclu'
}
