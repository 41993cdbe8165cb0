import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lancerNavigateur } from '../navigateur/lancer.ts'
import { debords, debordsEspaces } from './debords.ts'

/** What the tests of the pane see of a text that cannot be read whole, and what they let pass. */

let navigateur: Browser
let page: Page
beforeAll(async () => {
  navigateur = await lancerNavigateur()
  page = await navigateur.newPage({ viewport: { width: 320, height: 400 } })
})
afterAll(() => navigateur.close())

const LONG = 'Programme 304 et Fonds d’intervention régional'

describe('debords', () => {
  it.each([
    ['past the right edge', `<div style="width:400px">${LONG}</div>`],
    ['past the left edge', '<div style="position:absolute;left:-20px">Aide</div>'],
    ['cut by its frame', `<p style="width:80px;overflow:hidden;white-space:nowrap">${LONG}</p>`],
    [
      'cut with an ellipsis',
      `<p style="width:80px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${LONG}</p>`,
    ],
    ['cut below', `<div style="height:20px;overflow:hidden;width:100px"><span>${LONG}</span></div>`],
    [
      'out of its card',
      `<div style="width:80px;border:1px solid"><p style="white-space:nowrap">${LONG}</p></div>`,
    ],
    ['out of its button', `<button style="width:80px;white-space:nowrap">${LONG}</button>`],
  ])('sees a text %s', async (_, html) => {
    await page.setContent(`<body>${html}</body>`)
    expect(await debords(page)).toHaveLength(1)
  })

  it.each([
    ['that wraps', `<div style="width:160px;border:1px solid">${LONG}</div>`],
    ['to scroll to', `<div style="height:40px;width:160px;overflow-y:auto;border:1px solid">${LONG}</div>`],
    ['that is hidden', `<p hidden style="width:400px">${LONG}</p>`],
    [
      'for screen readers',
      `<span style="position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap">${LONG}</span>`,
    ],
  ])('lets a text pass %s', async (_, html) => {
    await page.setContent(`<body>${html}</body>`)
    expect(await debords(page)).toEqual([])
  })

  it('sees what only holds while the text is not spaced out, and puts the spacing back', async () => {
    await page.setContent(
      `<body style="margin:0;font:16px monospace"><p style="width:320px;margin:0;overflow:hidden;white-space:nowrap">${'a'.repeat(32)}</p></body>`,
    )
    expect(await debords(page)).toEqual([])
    expect(await debordsEspaces(page)).toHaveLength(1)
    expect(await debords(page)).toEqual([])
  })
})
