/**
 * Ties the functions of the cells without the pane having to wait for their code. Excel is told to hold its
 * calls until they are tied, so that no cell finds a function missing meanwhile.
 */
export async function chargerFormules(): Promise<void> {
  if (typeof CustomFunctions === 'undefined') return
  CustomFunctions.delayInitialization?.()
  const { associerFormules } = await import('./formules.ts')
  const suivi = suivre().catch(() => undefined)
  // The data of the référentiels weigh more than the functions: they are waited for where one was loaded only.
  if (enGarde()) await suivi
  associerFormules()
}

async function suivre(): Promise<void> {
  const { suivreReferentiels } = await import('../referentiels/cellules.ts')
  await suivreReferentiels()
}

/** Is a référentiel kept on this computer? */
function enGarde(): boolean {
  try {
    return (localStorage.getItem('cdppe-referentiels') ?? '[]') !== '[]'
  } catch {
    return false
  }
}
