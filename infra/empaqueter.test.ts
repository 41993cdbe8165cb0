import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('stay small: a cold start reads them whole', () => {
    expect(paquets).toHaveLength(2)
    for (const { fichier, taille } of paquets) {
      expect(taille, fichier).toBeGreaterThan(50_000)
      expect(taille, fichier).toBeLessThan(3_000_000)
    }
  })
})
