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
  verifier: ({ plan }) => {
    const suivies = plan.actions.filter((a) => colonne(a, 'engage').length > 0)
    if (suivies.length === 0) return { sansObjet: 'Le plan ne suit pas les dépenses engagées.' }
    return {
      constats: suivies.flatMap((a): ConstatBrut[] => [
        ...comparer(a, 'execute', 'engage'),
        ...comparer(a, 'engage', 'fleche'),
      ]),
    }
  },
}

type Colonne = 'fleche' | 'engage' | 'execute'
const NOMS: Record<Colonne, string> = { fleche: 'fléchées', engage: 'engagées', execute: 'exécutées' }

function colonne(action: Action, c: Colonne): MontantLu[] {
  return action.financements.map((f) => f[c]).filter((m) => m !== null)
}

function comparer(action: Action, petite: Colonne, grande: Colonne): ConstatBrut[] {
  const a = colonne(action, petite)
  const b = colonne(action, grande)
  if (a.length === 0 || b.length === 0 || b.some((m) => m.centimes === null)) return []
  const depasse = somme(a) - somme(b)
  if (depasse <= 0) return []
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
