import type { Page } from 'playwright-core'

/** The elements in sight that go past the right edge of the window. */
export function debords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((e) => e.checkVisibility() && !e.closest('[class*="fui-SearchBox"], [aria-hidden="true"]'))
      .filter(
        (e) =>
          e.getBoundingClientRect().right > window.innerWidth + 0.5 && e.getBoundingClientRect().width > 1,
      )
      .map((e) => e.outerHTML.slice(0, 100)),
  )
}
