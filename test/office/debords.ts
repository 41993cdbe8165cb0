import type { Page } from 'playwright-core'

/** A search box clips its own text, and a bar that waits runs from one side to the other within its frame. */
const IGNORES = '[class*="fui-SearchBox"], [class*="fui-ProgressBar__bar"], [aria-hidden="true"]'

/** The elements in sight that go past an edge of the window, to its left or to its right. */
export function debords(page: Page): Promise<string[]> {
  return page.evaluate(
    (ignores) =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((e) => e.checkVisibility() && !e.closest(ignores))
        .filter((e) => {
          const { left, right, width } = e.getBoundingClientRect()
          return width > 1 && (left < -0.5 || right > window.innerWidth + 0.5)
        })
        .map((e) => e.outerHTML.slice(0, 100)),
    IGNORES,
  )
}
