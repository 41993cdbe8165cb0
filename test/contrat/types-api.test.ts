import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { FICHIER, genererTypes } from './types-api.ts'

it('the pane’s types are those of the document that the API publishes (else: npm run types-api)', async () => {
  expect(await readFile(FICHIER, 'utf8')).toBe(await genererTypes())
})
