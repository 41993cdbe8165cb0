import type { FUniver } from '@univerjs/core/facade'

/**
 * This page edits what cells hold. The department's file is never rewritten: only the cells that change are put
 * back into its own bytes, so formatting and structure (rows, sheets, merges) are not for here, and are refused
 * rather than lost when saving.
 */
const PHRASE =
  'Cette page modifie le contenu des cellules. La mise en forme, les lignes, les colonnes et les feuilles se modifient dans Excel.'

/** Commands that change contents, or only the view: sizes, zoom, selection, scrolling. */
const PERMISES = new Set(
  [
    'auto-clear-content',
    'auto-fill',
    'change-zoom-ratio',
    'clear-selection-content',
    'copy-down',
    'copy-formula-only',
    'copy-right',
    'delta-column-width',
    'delta-row-height',
    'expand-selection',
    'move-selection',
    'move-selection-enter-tab',
    'paste-by-short-key',
    'paste-formula',
    'paste-value',
    'refill',
    'repeat-last-action',
    'scroll-to-cell',
    'scroll-view',
    'scroll-view-reset',
    'select-all',
    'select-range',
    'set-col-auto-width',
    'set-range-values',
    'set-row-height',
    'set-row-is-auto-height',
    'set-scroll-relative',
    'set-worksheet-activate',
    'set-worksheet-col-width',
    'set-zoom-ratio',
    'text-to-number',
  ].map((nom) => `sheet.command.${nom}`),
)

/** Whether the page does what a command asks. Commands outside the sheets (editor, undo, clipboard) always pass. */
export function estPermise(commande: string): boolean {
  return !commande.startsWith('sheet.command.') || PERMISES.has(commande)
}

/** Refuses what would be lost on saving, and says so. */
export function verrouiller(api: FUniver, auRefus: (phrase: string) => void): void {
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (estPermise(event.id)) return
    event.cancel = true
    auRefus(PHRASE)
  })
}

/** Keeps the tabs' names from being typed over, which the grid lets begin before any command is given. */
export async function verrouillerOnglets(api: FUniver): Promise<void> {
  await api
    .getActiveWorkbook()
    ?.getWorkbookPermission()
    .setPoint(api.Enum.WorkbookPermissionPoint.RenameSheet, false)
}
