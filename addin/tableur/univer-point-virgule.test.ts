import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { accepterPointVirgule, MODULES } from './univer-point-virgule.ts'

const source = (module: string): string =>
  readFileSync(fileURLToPath(new URL(`../../node_modules/${module}`, import.meta.url)), 'utf8')

describe('the semicolon in the formula editor', () => {
  it.each(MODULES)('finds all its places in the pinned version of %s', (module) => {
    const avant = source(module)
    expect(accepterPointVirgule(module, avant)).not.toBe(avant)
  })

  it('fails loudly where one place has moved', () => {
    const moteur = '@univerjs/engine-formula/lib/es/index.js'
    const autre = source(moteur).replace('node === "@" || node === "," ||', '')
    expect(() => accepterPointVirgule(moteur, autre)).toThrow(/univer-point-virgule/)
  })
})
