import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CALCULS } from './calculs.ts'
import { CATALOGUE } from './catalogue.ts'
import * as fonctions from './fonctions.ts'
import { genererMetadonnees } from './generer-metadonnees.ts'
import { ENVELOPPES } from '../../shared/referentiel/referentiel.ts'

interface Metadonnees {
  allowErrorForDataTypeAny: boolean
  functions: {
    id: string
    name: string
    description: string
    parameters: {
      name: string
      description: string
      type: string
      dimensionality: string
      customEnumId?: string
      optional?: boolean
    }[]
    result: { dimensionality: string }
    options?: unknown
  }[]
  enums: { id: string; type: string; values: { name: string; stringValue: string; tooltip: string }[] }[]
}

const publie = readFileSync(new URL('../public/fonctions.json', import.meta.url), 'utf8')
const metadonnees = JSON.parse(publie) as Metadonnees

describe('the metadata that Excel reads', () => {
  it('are what the docstrings give today', async () => {
    expect(await genererMetadonnees()).toBe(publie)
  })

  it('name every documented function and nothing else, as the catalogue does', () => {
    const ids = metadonnees.functions.map((f) => f.id)
    expect(ids).toEqual(Object.keys(fonctions).map((nom) => nom.toUpperCase()))
    expect(CATALOGUE.map((f) => f.id)).toEqual(ids)
    expect(Object.keys(CALCULS)).toEqual(ids)
    expect(CALCULS).toEqual(
      Object.fromEntries(Object.entries(fonctions).map(([nom, f]) => [nom.toUpperCase(), f])),
    )
    // Excel adds an argument of its own after these: their number is the calculation's.
    expect(Object.values(CALCULS).map((f) => f.length)).toEqual(
      metadonnees.functions.map((f) => f.parameters.length),
    )
    expect(ids.slice(0, 2)).toEqual(['ELIGIBLE', 'MOTIF'])
  })

  it.each(metadonnees.functions)(
    '$id: an ASCII id that is its name, matrices in and out, synchronous',
    (f) => {
      expect(f.id).toMatch(/^[A-Z][A-Z0-9._]{2,63}$/)
      expect(f.name).toBe(f.id)
      expect(f.result.dimensionality).toBe('matrix')
      expect(f.parameters.map((p) => p.dimensionality)).toEqual(f.parameters.map(() => 'matrix'))
      expect(f.options).toBeUndefined()
      // Optional parameters come last: Excel fills arguments by their rank.
      const optionnels = f.parameters.map((p) => p.optional === true)
      expect(optionnels).toEqual([...optionnels].sort((a, b) => Number(a) - Number(b)))
    },
  )

  it.each(metadonnees.functions)('$id: described in French, within what Excel shows', (f) => {
    for (const texte of [f.description, ...f.parameters.map((p) => p.description)]) {
      expect(texte.length).toBeGreaterThan(10)
      expect(texte.length).toBeLessThanOrEqual(128)
      expect(texte).toMatch(/[’éèêàù]|\b(ou|une|le|la|des)\b/)
      expect(texte).not.toMatch(/\b(the|and|value|range|cell)\b/i)
    }
    for (const p of f.parameters) expect(p.name).toMatch(/^[a-z0-9]{2,64}$/)
  })

  it('propose the enveloppes, all of them, each with what it is', () => {
    const enveloppe = metadonnees.enums.find((e) => e.id === 'ENVELOPPE')
    expect(enveloppe?.type).toBe('string')
    expect(enveloppe?.values.map((v) => v.stringValue)).toEqual(ENVELOPPES)
    expect(enveloppe?.values.map((v) => v.name)).toEqual(ENVELOPPES)
    for (const valeur of enveloppe!.values) expect(valeur.tooltip.length).toBeGreaterThan(20)
    const parametre = metadonnees.functions[0]!.parameters[1]!
    expect(parametre).toMatchObject({ name: 'enveloppe', type: 'string', customEnumId: 'ENVELOPPE' })
  })

  it('let a cell in error through, so that one wrong cell does not darken a range', () => {
    expect(metadonnees.allowErrorForDataTypeAny).toBe(true)
  })

  it.each([
    [
      'a type that Excel does not know',
      '/** Doc.\n * @customfunction\n * @param a A\n */\nexport function f(a: Date) {}',
      /does not support type/,
    ],
    ['no function at all', 'export const rien = 1', /no function/],
  ])('fail the build on %s', async (_, source, message) => {
    const dossier = mkdtempSync(join(tmpdir(), 'cdppe-metadonnees-'))
    try {
      const fichier = join(dossier, 'source.ts')
      writeFileSync(fichier, source)
      await expect(genererMetadonnees(fichier)).rejects.toThrow(message)
    } finally {
      rmSync(dossier, { recursive: true })
    }
  })
})
