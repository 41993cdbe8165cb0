import type { Apparence } from '../volet/apparence-systeme.ts'

/** How long the host may take before the pane says that it is not in Excel, in ms. */
const DELAI_MS = 20_000

/**
 * Waits for Office to be ready. False when the page was not opened by Excel, or when Office.js could not be
 * loaded.
 */
export async function demarrerDansExcel(): Promise<boolean> {
  if (typeof Office === 'undefined') return false
  const delai = new Promise<null>((tenir) => setTimeout(() => tenir(null), DELAI_MS))
  const accueil = await Promise.race([Office.onReady(), delai])
  return accueil?.host === Office.HostType.Excel
}

/** Excel's own theme, undefined where it states none (then the system's is followed). */
export function lireApparence(): Apparence | undefined {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined
  if (!theme) return undefined
  if (typeof theme.isDarkTheme === 'boolean') return theme.isDarkTheme ? 'sombre' : 'clair'
  const fond = /^#?([0-9a-f]{6})/i.exec(theme.bodyBackgroundColor ?? '')?.[1]
  if (fond === undefined) return undefined
  const [r = 0, v = 0, b = 0] = [0, 2, 4].map((i) => parseInt(fond.slice(i, i + 2), 16))
  return 0.299 * r + 0.587 * v + 0.114 * b < 128 ? 'sombre' : 'clair'
}
