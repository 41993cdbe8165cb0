import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { adapter, MODULES } from './univer-adapte.ts'

const source = (module: string): string =>
  readFileSync(fileURLToPath(new URL(`../../node_modules/${module}`, import.meta.url)), 'utf8')

describe('what is changed in Univer', () => {
  it.each(MODULES)('finds all its places in the pinned version of %s', (module) => {
    const avant = source(module)
    expect(adapter(module, avant)).not.toBe(avant)
  })

  it('fails loudly where one place has moved', () => {
    const moteur = '@univerjs/engine-formula/lib/es/index.js'
    const autre = source(moteur).replace('node === "@" || node === "," ||', '')
    expect(() => adapter(moteur, autre)).toThrow(/univer-adapte/)
  })
})
