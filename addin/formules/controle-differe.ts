import { ErreurFormule } from './erreur.ts'

/**
 * The check weighs more than all the other functions together: they do not wait for it. Once it is there CONTROLE
 * answers at once, as the others do.
 */

type Controler = (plage: unknown[][], exercice: unknown) => unknown[][]

let controler: Controler | null = null

/** Gives CONTROLE its code, for whoever has it at hand: the page of the grid, the tests. */
export function installerControle(fonction: Controler): void {
  controler = fonction
}

/** Is CONTROLE able to answer? */
export function controlePret(): boolean {
  return controler !== null
}

/** Fetches the code of CONTROLE, once. */
export async function chargerControle(): Promise<void> {
  if (controler === null) installerControle((await import('./controle.ts')).controleDe)
}

/** The findings of a range, or the sentence that says that they cannot be had yet. */
export function controleDiffere(plage: unknown[][], exercice: unknown): unknown[][] {
  return controler === null ? [[PAS_CHARGE]] : controler(plage, exercice)
}

const PAS_CHARGE = new ErreurFormule(
  '#N/A',
  'Le contrôle n’a pas pu être chargé : vérifiez la connexion, puis recalculez la feuille (Ctrl + Alt + F9).',
)
