import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireClasseur as lireDansLeNavigateur } from '../../addin/hote/lire-classeur.ts'
import { lireClasseur } from '../../functions/depot/lire-classeur.ts'
import { MESSAGES_REFUS, RefusClasseur } from '../../shared/classeur/xlsx/refus.ts'
import { FICHIERS_HOSTILES } from './generer.ts'
import type { ResultatHostile } from './sonde.ts'

/** What became of a file: 'lu', a refusal's code, or the unexpected error itself. */
async function issue(lire: typeof lireClasseur, octets: Uint8Array, nom: string): Promise<unknown> {
  try {
    await lire(octets, nom)
    return 'lu'
  } catch (erreur) {
    if (!(erreur instanceof RefusClasseur)) return erreur
    expect(erreur.message).toBe(MESSAGES_REFUS[erreur.code])
    return erreur.code
  }
}

describe('hostile and foreign files', () => {
  it.each(FICHIERS_HOSTILES)(
    '$nom: $attendu, in Node and in the browser alike',
    async ({ nom, attendu, octets }) => {
      const contenu = octets()
      expect(await issue(lireClasseur, contenu, nom)).toBe(attendu)
      expect(await issue(lireDansLeNavigateur, contenu, nom)).toBe(attendu)
    },
  )

  it('leaves no trace on the prototypes', () => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(
      Object.getOwnPropertyNames(Object.prototype.constructor.prototype).sort(),
    )
    expect(({} as Record<string, unknown>)['nom']).toBeUndefined()
  })
})

describe('the sentences of the refusals', () => {
  it.each(Object.entries(MESSAGES_REFUS))(
    '%s says what is wrong and what to do, in one French sentence',
    (_, message) => {
      expect(message).toMatch(/^Ce (fichier|classeur) .+ : .+\.$/u)
      expect(message).not.toMatch(/!|\.\s+\p{Lu}|\b(error|zip|sheet|null|undefined|offset|central)\b/u)
    },
  )

  it('differ from one another', () => {
    expect(new Set(Object.values(MESSAGES_REFUS)).size).toBe(Object.keys(MESSAGES_REFUS).length)
  })

  it('are all reached by a file of the set', () => {
    const atteints = new Set(FICHIERS_HOSTILES.map((f) => f.attendu))
    expect(Object.keys(MESSAGES_REFUS).filter((code) => !atteints.has(code as never))).toEqual([])
  })
})

describe('one process that reads the whole set', () => {
  let dossier: string
  beforeAll(() => {
    dossier = mkdtempSync(join(tmpdir(), 'cdppe-hostiles-'))
    for (const { nom, octets } of FICHIERS_HOSTILES) writeFileSync(join(dossier, `${nom}.xlsx`), octets())
  })
  afterAll(() => rmSync(dossier, { recursive: true }))

  it('stays alive and under 300 MB', () => {
    const sonde = new URL('sonde.ts', import.meta.url).pathname
    const { status, stdout } = spawnSync(process.execPath, [sonde, dossier], {
      encoding: 'utf8',
      timeout: 120_000,
    })
    expect(status).toBe(0)
    const { issues, memoire } = JSON.parse(stdout) as ResultatHostile
    expect(issues).toEqual(Object.fromEntries(FICHIERS_HOSTILES.map((f) => [`${f.nom}.xlsx`, f.attendu])))
    expect(memoire / 1024).toBeLessThan(300)
  }, 150_000)
})
