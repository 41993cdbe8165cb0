import { describe, expect, it } from 'vitest'
import { estPermise } from './verrous.ts'

describe('what the page lets the grid do', () => {
  it.each([
    'sheet.command.set-range-values',
    'sheet.command.clear-selection-content',
    'sheet.command.auto-fill',
  ])('changes contents: %s', (commande) => {
    expect(estPermise(commande)).toBe(true)
  })

  it.each([
    'sheet.command.insert-row',
    'sheet.command.remove-col',
    'sheet.command.set-bold',
    'sheet.command.numfmt.set.numfmt',
    'sheet.command.remove-sheet',
    'sheet.command.add-worksheet-merge',
    'sheet.command.move-range',
    'sheet.command.clear-selection-all',
    'sheet.command.of-a-later-version',
  ])('refuses what would not be saved: %s', (commande) => {
    expect(estPermise(commande)).toBe(false)
  })
})
