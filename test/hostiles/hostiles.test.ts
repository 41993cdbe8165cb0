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

  it('leaves no trace on the prototypes', async () => {
    const avant = Reflect.ownKeys(Object.prototype)
    const fichier = FICHIERS_HOSTILES.find((f) => f.nom === 'noms-du-prototype')!
    const classeur = await lireClasseur(fichier.octets(), 'x')
    expect(classeur.feuilles[0]!.nom).toBe('__proto__')
    expect(classeur.feuilles[0]!.lignes.get(0)!.get(0)).toEqual({ valeur: '__proto__' })
    expect(classeur.noms.map((n) => n.nom)).toEqual(['__proto__', 'constructor'])
    expect(Reflect.ownKeys(Object.prototype)).toEqual(avant)
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

describe('a process that reads them', () => {
  let dossier: string
  beforeAll(() => {
    dossier = mkdtempSync(join(tmpdir(), 'cdppe-hostiles-'))
    for (const { nom, octets } of FICHIERS_HOSTILES) writeFileSync(join(dossier, nom), octets())
  })
  afterAll(() => rmSync(dossier, { recursive: true }))

  const lourds = FICHIERS_HOSTILES.filter((f) => f.lourd)
  const legers = FICHIERS_HOSTILES.filter((f) => !f.lourd)

  it.each([...lourds.map((f) => [f.nom, [f]] as const), ['all the others', legers] as const])(
    'stays alive and under 300 MB: %s',
    (_, fichiers) => {
      const sonde = new URL('sonde.ts', import.meta.url).pathname
      const chemins = fichiers.map((f) => join(dossier, f.nom))
      const { status, stdout } = spawnSync(process.execPath, [sonde, ...chemins], { encoding: 'utf8' })
      expect(status).toBe(0)
      const { issues, memoire } = JSON.parse(stdout) as ResultatHostile
      expect(issues).toEqual(Object.fromEntries(fichiers.map((f) => [f.nom, f.attendu])))
      expect(memoire / 1024).toBeLessThan(300)
    },
    60_000,
  )
})
