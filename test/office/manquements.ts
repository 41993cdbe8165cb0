import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe has to say of the page as it stands: rule, and the elements concerned. */
export async function manquements(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (c: object, o: RunOptions) => Promise<AxeResults> } }).axe.run(
        // Fluent's marks at the ends of a group hand the focus on at once: nobody stays on them. What is hidden is
        // looked at when it is shown.
        { exclude: [['[data-tabster-dummy]'], ['[hidden]']] },
        options,
      ),
    { resultTypes: ['violations'] } satisfies RunOptions,
  )
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
}
