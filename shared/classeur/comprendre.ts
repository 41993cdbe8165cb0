import type { Classeur } from './classeur.ts'
import type { Comprehension, TableReconnue } from './comprehension.ts'
import { trouverTables } from './tables.ts'

/**
 * Finds the plan d'action of a workbook. A table without a column of actions (a synthesis by objectif) is
 * only used when there is none with one: its amounts would count twice. Hidden sheets are not read.
 */
export function comprendre(classeur: Classeur): Comprehension {
  const toutes = classeur.feuilles
    .filter((f) => f.etat === 'visible')
    .map((feuille) => trouverTables(feuille))
  const parActions = (t: TableReconnue) =>
    t.colonnes.some((c) => c.role === 'numero' || c.role === 'intitule')
  const candidates = toutes.flat().filter((t) => !estTableauDeBord(t))
  const tables = candidates.some(parActions) ? candidates.filter(parActions) : candidates
  const utilisees = new Set(tables.map((t) => t.feuille))
  return {
    tables,
    feuillesIgnorees: classeur.feuilles.filter((f) => !utilisees.has(f.nom)).map((f) => f.nom),
    phrases: [],
  }
}

/** A table of indicators bears years and results as a plan does, and no funder's part. */
function estTableauDeBord({ colonnes }: TableReconnue): boolean {
  const argent = new Set(['etat', 'departement', 'autres', 'FIR', 'P304', 'ONDAM', 'montant'])
  return (
    colonnes.some((c) => /^(libell[ée] de l.)?indicateurs?\b/i.test(c.entete)) &&
    !colonnes.some((c) => c.role !== null && argent.has(c.role))
  )
}
