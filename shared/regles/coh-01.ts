import { enumerer } from '../classeur/texte.ts'
import { formatEuros } from '../montant/format.ts'
import { anneesNommees, estPluriannuel } from '../plan/exercice.ts'
import type { Action, Financement } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * COH-01: one year, one value. A cell that says « 1 615 070 € pour 2022 » while the row of 2022 holds another
 * figure gives two values for the same credits; which one is right is the department's to say.
 */
export const COH_01: Regle = {
  id: 'COH-01',
  titre: 'Un même exercice n’a pas deux montants',
  // Without words that name a year there is nothing to contradict: such is nearly every action of a long plan.
  verifier: ({ classement }) => ({ constats: classement.nommantUneAnnee.flatMap(deuxValeurs) }),
}

/** What a financement says of each year: its own row's, or the years that its words name. */
function valeurs(f: Financement): { annee: number; centimes: number; cellule: string }[] {
  if (!f.prevu) return []
  const { cellule, composantes, centimes } = f.prevu
  const nommees = composantes.flatMap((c) => {
    const annees = /20\d\d/.test(c.libelle) ? anneesNommees(c.libelle) : []
    return annees.length === 1 && /\b(pour|en|au titre de)\s*20\d\d/.test(c.libelle)
      ? [{ annee: annees[0]!, centimes: c.centimes, cellule }]
      : []
  })
  if (nommees.length > 0) return nommees
  return f.exercice !== null && centimes !== null ? [{ annee: f.exercice, centimes, cellule }] : []
}

/** « 1 096 000 € sur deux ans (2021 et 2022) »: the years that one amount is said to cover together, null for any other. */
function periode(f: Financement): string | null {
  if (!f.prevu || f.prevu.centimes === null || !estPluriannuel(f.prevu.texte)) return null
  const annees = anneesNommees(f.prevu.texte)
  return annees.length < 2 ? null : enumerer(annees)
}

/** Amounts said to cover the same years, of which there are several. */
function deuxValeursDePeriode(action: Action): ConstatBrut[] {
  return (['Etat', 'Departement'] as const).flatMap((financeur) => {
    const lues = action.financements.filter((f) => f.financeur === financeur && periode(f) !== null)
    return [...Map.groupBy(lues, (f) => `${periode(f)}|${f.enveloppe}`).values()].flatMap(
      (liste): ConstatBrut[] => {
        const montants = [...new Set(liste.map((f) => f.prevu!.centimes!))]
        if (montants.length < 2) return []
        return [
          dire(action, financeur, `l’ensemble ${periode(liste[0]!)}`, montants, [
            ...new Set(liste.map((f) => f.prevu!.cellule)),
          ]),
        ]
      },
    )
  })
}

function dire(
  action: Action,
  financeur: 'Etat' | 'Departement',
  quand: string,
  montants: number[],
  cellules: string[],
): ConstatBrut {
  const valeurs = enumerer(montants.map((m) => formatEuros(m)))
  return {
    cellules,
    message: `Action ${action.numero} : la part ${financeur === 'Etat' ? 'de l’État' : 'du Département'} pour ${quand} a ${montants.length} valeurs : ${valeurs}. Gardez la bonne, et retirez l’autre.`,
    constate: valeurs,
    attendu: `un seul montant pour ${quand}`,
    correction: null,
  }
}

function deuxValeurs(action: Action): ConstatBrut[] {
  const constats: ConstatBrut[] = deuxValeursDePeriode(action)
  for (const financeur of ['Etat', 'Departement'] as const) {
    const lues = action.financements.filter((f) => f.financeur === financeur)
    const parAnnee = Map.groupBy(lues.flatMap(valeurs), (v) => v.annee)
    for (const [annee, liste] of parAnnee) {
      const cellules = [...new Set(liste.map((v) => v.cellule))]
      const montants = [...new Set(liste.map((v) => v.centimes))]
      // Rows of the same year add up; only words about another row's year can contradict it.
      const croisees = liste.some((v) =>
        lues.some((f) => f.prevu?.cellule === v.cellule && f.exercice !== annee),
      )
      if (cellules.length < 2 || montants.length < 2 || !croisees) continue
      constats.push(dire(action, financeur, String(annee), montants, cellules))
    }
  }
  return constats
}
