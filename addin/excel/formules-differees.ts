/**
 * Ties the functions of the cells without the pane having to wait for their code. Excel is told to hold its
 * calls until they are tied, so that no cell finds a function missing meanwhile.
 */
export async function chargerFormules(): Promise<void> {
  if (typeof CustomFunctions === 'undefined') return
  CustomFunctions.delayInitialization?.()
  const { associerFormules } = await import('./formules.ts')
  associerFormules()
}
