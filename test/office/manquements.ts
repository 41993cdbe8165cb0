import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Px above and below what the pane scrolls. */
const CADRE = 400

/**
 * What axe has to say of the page as it stands: rule, and the elements concerned. The pane scrolls within itself, and
 * axe does not judge the contrast of what is scrolled out of sight: it looks through a window that shows everything,
 * and what it could not judge even so is told as well.
 * @param quoi 'couleurs': what another theme may change, of a page whose every other rule was held in the first one
 */
export async function manquements(page: Page, quoi: 'tout' | 'couleurs' = 'tout'): Promise<string[]> {
  const fenetre = page.viewportSize()
  const longueur = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('body, body *')].map((e) => e.scrollHeight)),
  )
  if (fenetre) await page.setViewportSize({ ...fenetre, height: longueur + CADRE })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const { violations, incomplete } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (c: object, o: RunOptions) => Promise<AxeResults> } }).axe.run(
        // Fluent's marks at the ends of a group hand the focus on at once: nobody stays on them. What is hidden is
        // looked at when it is shown.
        { exclude: [['[data-tabster-dummy]'], ['[hidden]']] },
        options,
      ),
    {
      resultTypes: ['violations', 'incomplete'],
      ...(quoi === 'couleurs'
        ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
        : {}),
    } satisfies RunOptions,
  )
  if (fenetre) await page.setViewportSize(fenetre)
  const horsDeVue = incomplete.flatMap((v) =>
    v.nodes
      .filter((n) =>
        n.any.some((c) => (c.data as { messageKey?: string } | null)?.messageKey === 'elmPartiallyObscured'),
      )
      .map((n) => `not judged, ${v.id}: ${n.target.join(' ')}`),
  )
  return [
    ...violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`),
    ...horsDeVue,
  ]
}
