import { formatEuros } from '../montant/format.ts'
import { somme } from '../plan/comptes.ts'
import type { Action, MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * BIL-13: executed ≤ committed ≤ earmarked, on amounts cumulated over the exercices: an expense committed in
 * one year is often executed in the next. A column with an unreadable amount is not compared.
 */
export const BIL_13: Regle = {
  id: 'BIL-13',
  titre:
    'Les dépenses exécutées ne dépassent pas les dépenses engagées, ni celles-ci les dépenses fléchées (en cumul)',
  verifier: ({ classement }) => {
    const suivies = classement.suivies.map(depensesDe).filter((d) => d.engage.length > 0)
    if (suivies.length === 0) return { sansObjet: 'Le plan ne suit pas les dépenses engagées.' }
    return {
      constats: suivies.flatMap((d): ConstatBrut[] => [
        ...comparer(d, 'execute', 'engage'),
        ...comparer(d, 'engage', 'fleche'),
      ]),
    }
  },
}

type Colonne = 'fleche' | 'engage' | 'execute'
const NOMS: Record<Colonne, string> = { fleche: 'fléchées', engage: 'engagées', execute: 'exécutées' }

type Depenses = Record<Colonne, MontantLu[]> & { action: Action }

/** The expenses of an action over the exercices, column by column. */
function depensesDe(action: Action): Depenses {
  const depenses: Depenses = { action, fleche: [], engage: [], execute: [] }
  for (const { fleche, engage, execute } of action.financements) {
    if (fleche !== null) depenses.fleche.push(fleche)
    if (engage !== null) depenses.engage.push(engage)
    if (execute !== null) depenses.execute.push(execute)
  }
  return depenses
}

function comparer(depenses: Depenses, petite: Colonne, grande: Colonne): ConstatBrut[] {
  const { action, [petite]: a, [grande]: b } = depenses
  if (a.length === 0 || b.length === 0) return []
  const depasse = somme(a) - somme(b)
  if (depasse <= 0 || b.some((m) => m.centimes === null)) return []
  return [
    {
      cellules: [...a, ...b].map((m) => m.cellule),
      message: `Action ${action.numero} : en cumul sur les exercices, les dépenses ${NOMS[petite]} (${formatEuros(somme(a))}) dépassent les dépenses ${NOMS[grande]} (${formatEuros(somme(b))}) de ${formatEuros(depasse)}. Corrigez le montant fautif, ou expliquez l’écart dans le bilan.`,
      constate: `${NOMS[petite]} ${formatEuros(somme(a))}, ${NOMS[grande]} ${formatEuros(somme(b))}`,
      attendu: `${NOMS[petite]} ≤ ${NOMS[grande]}, en cumul`,
      correction: null,
    },
  ]
}
