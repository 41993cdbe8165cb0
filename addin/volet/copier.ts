/**
 * Puts a text on the clipboard. Excel on the web keeps its panes from the clipboard's own door: there the text is
 * selected and copied as a person would. False when neither is possible.
 */
export async function copier(texte: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(texte)
    return true
  } catch {
    return copierParSelection(texte)
  }
}

function copierParSelection(texte: string): boolean {
  const avant = document.activeElement
  const zone = document.createElement('textarea')
  zone.value = texte
  zone.setAttribute('aria-hidden', 'true')
  zone.style.position = 'fixed'
  zone.style.opacity = '0'
  document.body.append(zone)
  zone.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    zone.remove()
    if (avant instanceof HTMLElement) avant.focus()
  }
}
