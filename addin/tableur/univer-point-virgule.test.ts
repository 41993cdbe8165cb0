import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { accepterPointVirgule } from './univer-point-virgule.ts'

describe('the semicolon in the formula engine', () => {
  const moteur = readFileSync(
    createRequire(import.meta.url)
      .resolve('@univerjs/engine-formula')
      .replace(/lib[\\/]cjs[\\/]index\.js$/, 'lib/es/index.js'),
    'utf8',
  )

  it('finds its four places in the pinned version', () => {
    expect(accepterPointVirgule(moteur)).toContain('matchToken["SEMI"]')
  })

  it('fails loudly where one place has moved', () => {
    expect(() => accepterPointVirgule(moteur.replace('node === "@" || node === "," ||', ''))).toThrow(
      /univer-point-virgule/,
    )
  })
})
