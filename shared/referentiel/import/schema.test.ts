import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { REFERENTIELS } from '../registre.ts'
import { SCHEMA, schemaJson } from './schema.ts'

describe('the schema', () => {
  it.each(REFERENTIELS.map((r) => [r.id, r] as const))('admits %s, which ships', (_id, r) => {
    expect(SCHEMA.parse(structuredClone(r))).toEqual(r)
  })

  it('is published as it is used (vitest -u writes it again)', async () => {
    const texte = await format(JSON.stringify(schemaJson()), { parser: 'json', printWidth: 110 })
    await expect(texte).toMatchFileSnapshot('../schema.json')
  })
})
