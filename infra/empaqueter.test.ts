import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUDGETS, direPoids, tenirBudget } from './budgets.ts'
import { empaqueter } from './empaqueter.ts'

const dossier = mkdtempSync(join(tmpdir(), 'cdppe-paquets-'))
const dossiers = { api: join(dossier, 'api'), transmission: join(dossier, 'transmission') }
let paquets: Awaited<ReturnType<typeof empaqueter>>

beforeAll(async () => {
  paquets = await empaqueter(dossiers)
}, 60_000)
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

describe('the bundles of the Lambdas', () => {
  it.each([
    ['api', ['handler']],
    ['transmission', ['evenementEnvoi', 'handler']],
  ] as const)('%s loads by itself and offers what the deployment calls', (nom, entrees) => {
    const chargement = `console.log(JSON.stringify(Object.keys(await import('./index.mjs'))))`
    const sortie = execFileSync(process.execPath, ['--input-type=module', '--eval', chargement], {
      cwd: dossiers[nom],
      encoding: 'utf8',
    })
    expect(JSON.parse(sortie)).toEqual(entrees)
  })

  it('stay within their budgets, and one that does not stops the synthesis', () => {
    expect(paquets.map(({ nom }) => nom)).toEqual(['api', 'transmission'])
    for (const { nom, ...poids } of paquets) {
      expect(poids.taille, nom).toBeGreaterThan(50_000)
      tenirBudget(nom, poids)
      expect(direPoids(nom, poids)).toMatch(/^(api|transmission): \d+ kB of \d+ kB, \d+ kB gz$/)
      // A budget far above what there is would hold nothing.
      expect(poids.taille, nom).toBeGreaterThan(BUDGETS[nom] * 0.8)
    }
    expect(() => tenirBudget('api', { taille: BUDGETS.api + 1, compresse: 0 })).toThrow(
      /The bundle of api weighs \d+ bytes, more than its budget/,
    )
  })
})
