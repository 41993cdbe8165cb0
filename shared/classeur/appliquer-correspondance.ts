import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import {
  avecChoix,
  choisieDe,
  cleEntete,
  cleSansAnnee,
  rangs,
  type ColonneChoisie,
  type Correspondance,
  type TableChoisie,
} from './correspondance.ts'
import { enCouples } from './departager-colonnes.ts'
import { estCochee } from './objectifs-coches.ts'
import { enumerer } from './texte.ts'

/** What the officer said wins over the guess, where her columns are found again by their headers. */

/** Roles that one column of a table holds: a guess gives way to the one that was said. */
const UNIQUES: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>([
  'numero',
  'intitule',
  'engagement',
  'objectif',
  'exercice',
  'enveloppe',
  'financeur',
])

export interface Application {
  tables: TableReconnue[]
  /** The layout changed since: French sentences. */
  changements: string[]
}

/** The tables with what was kept of them, and how their layouts changed since. */
export function appliquerCorrespondance(
  tables: readonly TableReconnue[],
  correspondance: Correspondance | null,
  feuilles: readonly string[],
): Application {
  if (!correspondance) return { tables: [...tables], changements: [] }
  const retrouvees = new Set<TableChoisie>()
  const changements: string[] = []
  const corrigees = tables.map((table) => {
    const choisie = choisieDe(correspondance, table)
    if (!choisie) return table
    retrouvees.add(choisie)
    changements.push(...direChangements(table, choisie))
    return corriger(table, choisie)
  })
  for (const perdue of correspondance.tables)
    if (!retrouvees.has(perdue) && feuilles.includes(perdue.feuille))
      changements.push(
        `Le tableau de « ${perdue.feuille} » que vous aviez confirmé n’y est plus reconnu : ses en-têtes ont changé. Vérifiez ses colonnes.`,
      )
  return { tables: corrigees, changements: [...new Set(changements)] }
}

function corriger(table: TableReconnue, choisie: TableChoisie): TableReconnue {
  const choix = new Map<ColonneReconnue, ColonneChoisie>()
  const reste = new Set(choisie.colonnes)
  const exacts = rangs(table.colonnes, (c) => cleEntete(c.entete))
  for (const c of table.colonnes) {
    const dit = choisie.colonnes.find(
      (x) => cleEntete(x.entete) === cleEntete(c.entete) && x.rang === exacts.get(c),
    )
    if (!dit) continue
    choix.set(c, dit)
    reste.delete(dit)
  }
  // Next year's copy: the same header under another year keeps its role and takes its own year.
  for (const c of table.colonnes) {
    if (choix.has(c) || c.exercice === null) continue
    const dit = [...reste].find((x) => cleSansAnnee(x.entete) === cleSansAnnee(c.entete))
    if (!dit) continue
    choix.set(c, { ...dit, exercice: c.exercice })
    reste.delete(dit)
  }
  const dits = new Set([...choix.values()].map((x) => x.role))
  const couples = enCouples(table.colonnes)
  return {
    ...table,
    colonnes: table.colonnes.map((c) => {
      const dit = choix.get(c)
      if (dit) return avecChoix(c, dit)
      return UNIQUES.has(c.role) && dits.has(c.role) && !couples.has(c) && !estCochee(c)
        ? { ...c, role: null }
        : c
    }),
  }
}

function direChangements(table: TableReconnue, choisie: TableChoisie): string[] {
  const avant = choisie.entetes.filter((e) => e !== '')
  const maintenant = table.colonnes.map((c) => c.entete).filter((e) => e !== '')
  const sans = (liste: string[], autres: string[]) => {
    const cles = new Set(autres.map(cleSansAnnee))
    return [...new Set(liste.filter((e) => !cles.has(cleSansAnnee(e))))]
  }
  const parties = sans(avant, maintenant)
  const venues = sans(maintenant, avant)
  const noms = (liste: string[]) => enumerer(liste.map((e) => `« ${e} »`))
  const phrases: string[] = []
  if (parties.length > 0)
    phrases.push(
      parties.length < 2
        ? `La colonne ${noms(parties)} n’existe plus dans « ${table.feuille} » : ce que vous en aviez dit n’est plus appliqué.`
        : `Les colonnes ${noms(parties)} n’existent plus dans « ${table.feuille} » : ce que vous en aviez dit n’est plus appliqué.`,
    )
  if (venues.length > 0)
    phrases.push(
      venues.length < 2
        ? `La colonne ${noms(venues)} est nouvelle dans « ${table.feuille} » : vérifiez ce pour quoi elle est prise.`
        : `Les colonnes ${noms(venues)} sont nouvelles dans « ${table.feuille} » : vérifiez ce pour quoi elles sont prises.`,
    )
  return phrases
}
