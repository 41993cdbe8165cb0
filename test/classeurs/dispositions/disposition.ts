import type { Classeur } from '../../../shared/classeur/classeur.ts'
import { comprendre } from '../../../shared/classeur/comprendre.ts'
import type { RoleColonne } from '../../../shared/classeur/comprehension.ts'
import { lireClasseur } from '../../../shared/classeur/xlsx/lire.ts'
import { lireContrat } from '../../../shared/contrat/lire-contrat.ts'
import { lireTableauDeBord } from '../../../shared/contrat/lire-tableau-de-bord.ts'
import { planDe } from '../../../shared/controle/controler.ts'
import { totauxDe } from '../../../shared/controle/totaux.ts'
import { REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import { inflaterDEssai } from '../../hostiles/inflater.ts'
import { fabriquerClasseur, type ValeurDecrite } from '../fabrique.ts'

/** What a column of theirs is: « etat 2021 k€ », « FIR », « T0 2019 » on a tableau de bord; null: of no use here. */
export type Attendu = string | null

/** A layout that departments use, as a workbook, and what a person reads in each of its columns. */
export interface Disposition {
  nom: string
  octets(): Promise<Uint8Array>
  /** By sheet: each column (or label, on a fiche and on a contract) in the order of the sheet. */
  attendu: Record<string, Attendu[]>
  /** Whole euros by enveloppe and funder, that a person adds up, those that are not 0; null: held against the printed totals elsewhere. */
  totaux: Partial<
    Record<'FIR' | 'P304' | 'ONDAM' | 'etatNonVentile' | 'departement' | 'autres', number>
  > | null
  actions: number
}

/** A workbook of one sheet, « Plan ». */
export const feuillePlan =
  (lignes: ValeurDecrite[][]): Disposition['octets'] =>
  () =>
    fabriquerClasseur([{ nom: 'Plan', lignes }])

/** « etat 2021 k€ ». */
export function ecrireAttendu(c: {
  role: RoleColonne | null
  exercice: number | null
  unite: number
}): Attendu {
  if (c.role === null) return null
  const unite = c.unite === 1000 ? ' k€' : c.unite === 1_000_000 ? ' M€' : ''
  return `${c.role}${c.exercice === null ? '' : ` ${String(c.exercice)}`}${MONTANTS.has(c.role) ? unite : ''}`
}

const MONTANTS: ReadonlySet<RoleColonne> = new Set<RoleColonne>([
  'etat',
  'departement',
  'autres',
  'FIR',
  'P304',
  'ONDAM',
  'montant',
  'fleche',
  'engage',
  'execute',
])

export const ouvrirDisposition = async (d: Disposition): Promise<Classeur> =>
  lireClasseur(await d.octets(), `${d.nom}.xlsx`, inflaterDEssai())

/** What the product found in each sheet, without help, in the same words. */
export function trouve(classeur: Classeur): Record<string, Attendu[]> {
  const comprehension = comprendre(classeur)
  const par: Record<string, Attendu[]> = {}
  const ajouter = (feuille: string, quoi: Attendu[]) => (par[feuille] = [...(par[feuille] ?? []), ...quoi])
  for (const t of comprehension.tables) ajouter(t.feuille, t.colonnes.map(ecrireAttendu))
  for (const f of comprehension.fiches)
    ajouter(
      f.feuille,
      f.reperes.map((r) => r.role),
    )
  const prises = new Set(Object.keys(par))
  for (const feuille of classeur.feuilles.filter((f) => f.etat === 'visible' && !prises.has(f.nom))) {
    const bord = lireTableauDeBord([feuille], REFERENTIELS[0]!)
    if (bord) {
      ajouter(
        feuille.nom,
        bord.colonnes.map((c) => `${c.nature}${c.annee === null ? '' : ` ${String(c.annee)}`}`),
      )
      continue
    }
    const contrat = lireContrat(classeur, [feuille])
    if (contrat)
      ajouter(
        feuille.nom,
        contrat.champs.map((c) => c.cle),
      )
  }
  return par
}

/** Columns found right, out of all. */
export function compter(d: Disposition, lu: Record<string, Attendu[]>): { justes: number; total: number } {
  let justes = 0
  let total = 0
  for (const [feuille, attendus] of Object.entries(d.attendu)) {
    total += attendus.length
    justes += attendus.filter((a, i) => lu[feuille]?.[i] === a && i < (lu[feuille]?.length ?? 0)).length
  }
  return { justes, total }
}

/** The totals of the plan in whole euros, those that are not 0. */
export function totauxLus(classeur: Classeur): { actions: number; totaux: Disposition['totaux'] } {
  const plan = planDe(classeur, comprendre(classeur))
  if (!plan) return { actions: 0, totaux: {} }
  const totaux = Object.entries(totauxDe(plan)).filter(([, centimes]) => centimes !== 0)
  return {
    actions: plan.actions.length,
    totaux: Object.fromEntries(totaux.map(([cle, centimes]) => [cle, centimes / 100])),
  }
}
