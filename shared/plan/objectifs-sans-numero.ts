import { accorder, enumerer } from '../classeur/texte.ts'
import { lireObjectif } from '../referentiel/lire.ts'
import type { PlanAction } from './plan.ts'

/** A sentence on the actions whose objectif is known by its official title alone; none where there is no such action. */
export function direObjectifsSansNumero({ actions }: PlanAction): string[] {
  const siennes = actions.filter(
    ({ objectif, objectifsLus: [lu] }) => objectif !== null && lu && lireObjectif(lu.texte) === null,
  )
  const numeros = [...new Set(siennes.map((a) => a.objectif!))].sort((a, b) => a - b)
  if (numeros.length === 0) return []
  const quels = `${numeros.length > 1 ? 'objectifs' : 'objectif'} ${enumerer(numeros)}`
  return [
    `L’objectif de ${accorder(siennes.length, 'action')} est reconnu à son titre officiel, sans numéro (${quels}).`,
  ]
}
