import type { ISetFormulaCalculationStartMutation } from '@univerjs/preset-sheets-core'

/** What a calculation of the grid is asked to begin with: cells that have changed, names, tables. */
export type Demande = ISetFormulaCalculationStartMutation

/** Each may be the only reason of a calculation; it does nothing where all of them are empty. */
const MOTIFS = [
  'dirtyRanges',
  'dirtyNameMap',
  'dirtyDefinedNameMap',
  'dirtySuperTableMap',
  'dirtyUnitFeatureMap',
  'dirtyUnitOtherFormulaMap',
  'clearDependencyTreeCache',
] as const

export function estVide(demande: Partial<Demande> | undefined): boolean {
  return (
    !demande?.forceCalculation && MOTIFS.every((motif) => Object.keys(demande?.[motif] ?? {}).length === 0)
  )
}

/**
 * One request for two: what each of them asks for, once. The settings are those of the second.
 * @param premiere left as it is, like the other
 */
export function ajouterDemande(premiere: Demande | undefined, seconde: Demande): Demande {
  if (!premiere) return seconde
  return {
    ...(fusionner(premiere, seconde) as Demande),
    forceCalculation: premiere.forceCalculation || seconde.forceCalculation,
    dirtyRanges: sansDoublons([...premiere.dirtyRanges, ...seconde.dirtyRanges]),
  }
}

/** The grid compares all ranges that it is given with one another. */
function sansDoublons(plages: Demande['dirtyRanges']): Demande['dirtyRanges'] {
  return [...new Map(plages.map((plage) => [JSON.stringify(plage), plage])).values()]
}

/** Maps within maps, by workbook, sheet and name: what only one of them holds is kept. */
function fusionner(premier: unknown, second: unknown): unknown {
  if (!estTable(premier) || !estTable(second)) return second ?? premier
  const fusion: Record<string, unknown> = { ...premier }
  for (const [cle, valeur] of Object.entries(second)) fusion[cle] = fusionner(premier[cle], valeur)
  return fusion
}

function estTable(valeur: unknown): valeur is Record<string, unknown> {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
}
