import { trouverRedites } from '../plan/redites.ts'
import { lirePlanDesFiches } from '../plan/plan-des-fiches.ts'
import { decouperReference, lirePlage } from './adresse.ts'
import { appliquerCorrespondance } from './appliquer-correspondance.ts'
import type { Classeur, Feuille } from './classeur.ts'
import { douterDeLEnveloppe, observerColonnes } from './colonnes.ts'
import type { Comprehension, FeuilleEcartee, TableReconnue } from './comprehension.ts'
import {
  CLE_CORRESPONDANCE,
  lectureDeFeuille,
  lireCorrespondance,
  type Correspondance,
} from './correspondance.ts'
import { quiPaieParTitre } from './qui-paie-par-titre.ts'
import { releverLignes, tableDemandee, trouverTables } from './tables.ts'

const ILLISIBLE =
  'Vos indications sur les colonnes, gardées dans ce classeur, sont abîmées et n’ont pas été suivies : vérifiez chaque colonne.'

/**
 * Finds the plan d'action of a workbook; what the officer said of its sheets and columns, kept in the workbook, wins
 * over the guess. A table without a column of actions (a synthesis by objectif) is only used when there is none with
 * one, and a table that repeats another is left aside: its amounts would count twice. Hidden sheets are not read.
 * Without any table, the fiches action make the plan.
 */
export function comprendre(classeur: Classeur): Comprehension {
  const gardee = lireCorrespondance(classeur.donnees?.[CLE_CORRESPONDANCE])
  const correspondance = gardee === 'illisible' ? null : gardee
  const dite = (nom: string) => lectureDeFeuille(correspondance, nom)
  const visibles = classeur.feuilles.filter((f) => f.etat === 'visible')
  const lues = visibles.filter((f) => dite(f.nom) !== 'ignorer')
  const voulues = new Set(lues.filter((f) => dite(f.nom) === 'lire').map((f) => f.nom))

  const { tables: toutes, changements } = reconnaitre(classeur, lues, voulues, correspondance)
  const parActions = (t: TableReconnue) =>
    voulues.has(t.feuille) || t.colonnes.some((c) => c.role === 'numero' || c.role === 'intitule')
  const candidates = toutes.filter((t) => voulues.has(t.feuille) || !estTableauDeBord(t))
  const detail = candidates.some(parActions) ? candidates.filter(parActions) : candidates
  const redites = trouverRedites(classeur, detail, voulues)
  const tables = detail.filter((t) => !redites.some((r) => r.table === t))

  const utilisees = new Set(tables.map((t) => t.feuille))
  const fiches = tables.length === 0 ? lirePlanDesFiches(lues).fiches : []
  for (const f of fiches) utilisees.add(f.feuille)
  const ecartees = classeur.feuilles
    .filter((f) => !utilisees.has(f.nom))
    .map((f): FeuilleEcartee => {
      const redite = redites.find((r) => r.table.feuille === f.nom)
      const ecartee = (raison: FeuilleEcartee['raison'], auProfitDe: string | null = null) => ({
        feuille: f.nom,
        raison,
        auProfitDe,
        plage: null,
      })
      if (f.etat !== 'visible') return ecartee('masquee')
      if (dite(f.nom) === 'ignorer') return ecartee('choix')
      if (redite) return ecartee(redite.genre, redite.auProfitDe.feuille)
      return ecartee(candidates.some((t) => t.feuille === f.nom) ? 'synthese' : 'sans-tableau')
    })
  const partielles = redites
    .filter((r) => utilisees.has(r.table.feuille))
    .map(({ table, genre, auProfitDe }): FeuilleEcartee => ({
      feuille: table.feuille,
      raison: genre,
      auProfitDe: auProfitDe.feuille,
      plage: table.plage,
    }))
  const syntheses = candidates
    .filter((t) => !detail.includes(t) && utilisees.has(t.feuille))
    .map(({ feuille, plage }): FeuilleEcartee => ({ feuille, raison: 'synthese', auProfitDe: null, plage }))
  return {
    tables,
    feuillesIgnorees: ecartees.map((e) => e.feuille),
    ecartees: [...ecartees, ...partielles, ...syntheses],
    fiches,
    changements: gardee === 'illisible' ? [ILLISIBLE] : changements,
    phrases: [],
  }
}

/** The tables of the sheets to read, with what their values say and what was said of them. */
function reconnaitre(
  classeur: Classeur,
  feuilles: readonly Feuille[],
  voulues: ReadonlySet<string>,
  correspondance: Correspondance | null,
): { tables: TableReconnue[]; changements: string[] } {
  const parNom = new Map(feuilles.map((f) => [f.nom, f]))
  const trouvees = feuilles.flatMap((f) => {
    const tables = trouverTables(f, debutsNommes(classeur, f))
    const demandee = tables.length === 0 && voulues.has(f.nom) ? tableDemandee(f) : null
    return (demandee ? [demandee] : tables).map((t) => observerColonnes(f, t, classeur.date1904))
  })
  const { tables, changements } = appliquerCorrespondance(trouvees, correspondance, [...parNom.keys()])
  return {
    changements,
    tables: quiPaieParTitre(tables, parNom).map((t) =>
      douterDeLEnveloppe(
        parNom.get(t.feuille)!,
        // What a column was said or found to be may make a total of a row, or an action; so may one without a header.
        t.colonnes.some((c) => c.surete !== 'sure' || c.entete === '')
          ? releverLignes(parNom.get(t.feuille)!, t)
          : t,
      ),
    ),
  }
}

/** The rows on which an Excel table, or a range that has a name, begins. Excel's own names (filters, print areas) are left out. */
function debutsNommes(classeur: Classeur, feuille: Feuille): Set<number> {
  const debuts = new Set(feuille.tableaux.map((t) => t.plage.ligne))
  for (const { nom, reference } of classeur.noms) {
    if (/^_xlnm/i.test(nom)) continue
    const { feuille: cible, adresse } = decouperReference(reference)
    const plage = lirePlage(adresse.replaceAll('$', ''))
    const nue = cible.replace(/^'(.*)'$/, '$1').replaceAll("''", "'")
    if (nue === feuille.nom && plage && plage.derniereColonne > plage.colonne) debuts.add(plage.ligne)
  }
  return debuts
}

/** A table of indicators bears years and results as a plan does, and no funder's part. */
function estTableauDeBord({ colonnes }: TableReconnue): boolean {
  const argent = new Set(['etat', 'departement', 'autres', 'FIR', 'P304', 'ONDAM', 'montant'])
  return (
    colonnes.some((c) => /^(libell[ée] de l.)?indicateurs?\b/i.test(c.entete)) &&
    !colonnes.some((c) => c.role !== null && argent.has(c.role))
  )
}
