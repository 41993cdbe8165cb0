import type { HoteTableur } from './hote-tableur.ts'

declare global {
  /** Names of the example workbooks, put in by the build. */
  const __EXEMPLES__: readonly string[]

  interface Window {
    /** A small handle for tests of the page: its workbook, and when the first one is there. */
    cdppe?: { hote: HoteTableur | undefined; pret: Promise<void> }
  }
}
