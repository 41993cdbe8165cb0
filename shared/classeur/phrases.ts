import type { PlanAction } from '../plan/plan.ts'
import type { Classeur } from './classeur.ts'
import { lettresDeColonne } from './adresse.ts'
import type { Comprehension } from './comprehension.ts'
import { accorder, enumerer } from './texte.ts'

/** What was understood of the workbook, in sentences for the officer, before anything is judged. */
export function direComprehension(classeur: Classeur, c: Comprehension, plan: PlanAction): string[] {
  const phrases: string[] = []
  for (const [i, table] of c.tables.entries()) {
    const { feuille, plage, colonnes, lignesTotal } = table
    const compte =
      i > 0
        ? ''
        : ` : ${accorder(plan.actions.length, 'action')}, ${accorder(plan.exercices.length, 'exercice')}${plan.exercices.length > 0 ? ` (${enumerer(plan.exercices)})` : ''}`
    phrases.push(
      `Plan d’action reconnu dans « ${feuille} », lignes ${plage.ligne + 1} à ${plage.derniereLigne + 1}${compte}.`,
    )
    const reconnues = colonnes.filter((x) => x.role !== null)
    const autres = colonnes.filter((x) => x.role === null)
    phrases.push(
      `${accorder(reconnues.length, 'colonne reconnue', 'colonnes reconnues')} sur ${colonnes.length}.` +
        (autres.length === 0
          ? ''
          : ` ${enumerer(autres.map((x) => `« ${x.entete} » (colonne ${lettresDeColonne(x.colonne)})`))} ${autres.length < 2 ? 'n’est pas utilisée' : 'ne sont pas utilisées'}.`),
    )
    if (lignesTotal.length > 0)
      phrases.push(
        `${accorder(lignesTotal.length, 'ligne de total ou de sous-total mise', 'lignes de total ou de sous-total mises')} de côté (${enumerer(lignesTotal.map((l) => l + 1))}).`,
      )
    const etat = colonnes.find((x) => x.role === 'etat')
    if (etat && !colonnes.some((x) => x.role === 'enveloppe' || x.role === 'financeur'))
      phrases.push(
        `Une colonne à confirmer : « ${etat.entete} » (colonne ${lettresDeColonne(etat.colonne)}) — aucune enveloppe n’est indiquée.`,
      )
    const kilo = colonnes.filter((x) => x.unite !== 1)
    if (kilo.length > 0)
      phrases.push(
        `Montants lus en ${kilo[0]!.unite === 1000 ? 'milliers' : 'millions'} d’euros, d’après les en-têtes.`,
      )
    const masquees = classeur.feuilles.find((f) => f.nom === feuille)?.lignesMasquees ?? new Set<number>()
    const lues = [...masquees].filter((l) => l > table.derniereLigneEntete && l <= plage.derniereLigne)
    if (lues.length > 0)
      phrases.push(
        `${accorder(lues.length, 'ligne masquée est lue', 'lignes masquées sont lues')} comme les autres.`,
      )
  }
  if (c.feuillesIgnorees.length > 0)
    phrases.push(
      `${c.feuillesIgnorees.length < 2 ? 'Feuille non utilisée' : 'Feuilles non utilisées'} : ${enumerer(c.feuillesIgnorees.map((f) => `« ${f} »`))}.`,
    )
  return phrases
}
