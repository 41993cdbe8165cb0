import { mesurerPageLongue } from './page-longue.ts'
import { mesurerVoletLong } from './volet-long.ts'

/**
 * `npm run bench:volet`: in a real browser, what keeps the screen's thread for more than 50 ms while a plan of 10,000
 * financing rows is checked in the pane, and while the page holds a workbook of 20 sheets × 1,000 rows. Figures to
 * read, never asserted.
 */
const FINANCEMENTS = 10_000

await mesurerVoletLong(FINANCEMENTS)
await mesurerPageLongue()
