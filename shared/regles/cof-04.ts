import { formatEuros } from '../montant/format.ts'
import { somme } from '../plan/comptes.ts'
import type { Action, MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** COF-04: the State's money does not take the place of the department's (annexe 4, I): its part should not fall from one year to the next on an action that receives some. */
export const COF_04: Regle = {
  id: 'COF-04',
  titre: 'La part du Département ne baisse pas d’un exercice à l’autre sur une action cofinancée',
  verifier: ({ plan }) => {
    if (plan.exercices.length < 2) return { sansObjet: 'Le plan ne porte que sur un exercice.' }
    return { constats: plan.actions.flatMap(baisses) }
  },
}

function baisses(action: Action): ConstatBrut[] {
  if (!recoitEtBaisse(action)) return []
  const parts = new Map<number, MontantLu[]>()
  for (const f of action.financements) {
    if (f.prevu === null || f.financeur !== 'Departement' || f.exercice === null) continue
    const lus = parts.get(f.exercice)
    if (lus) lus.push(f.prevu)
    else parts.set(f.exercice, [f.prevu])
  }
  const constats: ConstatBrut[] = []
  for (const annee of [...parts.keys()].sort((a, b) => a - b)) {
    const avant = parts.get(annee - 1)
    if (!avant) continue
    const apres = parts.get(annee)!
    const baisse = somme(avant) - somme(apres)
    if (baisse <= 0 || [...avant, ...apres].some((m) => m.centimes === null)) continue
    constats.push({
      cellules: [...avant, ...apres].map((m) => m.cellule),
      message: `Action ${action.numero} : la part du Département baisse de ${formatEuros(baisse)} entre ${annee - 1} et ${annee}, alors que l’action reçoit un financement de l’État. Vérifiez que ce financement ne se substitue pas au vôtre.`,
      constate: `${formatEuros(somme(avant))} en ${annee - 1}, ${formatEuros(somme(apres))} en ${annee}`,
      attendu: 'une part du Département maintenue',
      correction: null,
    })
  }
  return constats
}

/** A first look, for every action of a plan: nearly none has a year whose part is the smaller one. */
function recoitEtBaisse({ financements }: Action): boolean {
  let recu = 0
  const annees: number[] = []
  const parts: number[] = []
  for (const { prevu, financeur, exercice } of financements) {
    if (prevu === null) continue
    if (financeur === 'Etat') recu += prevu.centimes ?? 0
    else if (financeur === 'Departement' && exercice !== null) {
      const rang = annees.indexOf(exercice)
      if (rang < 0) {
        annees.push(exercice)
        parts.push(prevu.centimes ?? 0)
      } else parts[rang]! += prevu.centimes ?? 0
    }
  }
  if (recu === 0) return false
  for (let i = 0; i < annees.length; i++) {
    const avant = annees.indexOf(annees[i]! - 1)
    if (avant >= 0 && parts[i]! < parts[avant]!) return true
  }
  return false
}
