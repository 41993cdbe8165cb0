import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflaterDEssai } from '../../../test/hostiles/inflater.ts'
import { classeurZip, parties } from '../../../test/hostiles/squelette.ts'
import { ecrireZip, type EntreeZip, type OptionsZip } from '../../../test/hostiles/zip.ts'
import { LIMITES } from './limites.ts'
import { lireClasseur } from './lire.ts'
import { RefusClasseur } from './refus.ts'
import { lireRepertoire } from './repertoire.ts'

const avec = (changement: Partial<EntreeZip>, options?: OptionsZip) =>
  ecrireZip(
    parties().map((e) => ({ ...e, ...changement })),
    options,
  )
const lire = (octets: Uint8Array) => lireClasseur(octets, 'x', inflaterDEssai())

describe('archives that well-known writers make', () => {
  it.each<[string, Uint8Array]>([
    ['as Excel does', classeurZip()],
    ['with sizes after the data, signed', avec({ descripteur: 'signe' })],
    ['with sizes after the data, unsigned', avec({ descripteur: 'nu' })],
    ['with zip64 sizes', avec({ zip64: true })],
    ['with zip64 sizes after the data', avec({ zip64: true, descripteur: 'signe' })],
    ['with a zip64 end record', avec({}, { zip64: true })],
    ['with a comment', avec({}, { commentaire: 'PK\u0005\u0006 commentaire' })],
    ['stored', avec({ stocke: true })],
    ['with folders', ecrireZip([{ nom: 'xl/', stocke: true }, ...parties()])],
    ['with backslashes', ecrireZip(parties().map((e) => ({ ...e, nom: e.nom.replaceAll('/', '\\') })))],
    ['with names in another case', ecrireZip(parties().map((e) => ({ ...e, nom: e.nom.toLowerCase() })))],
  ])('%s', async (_, octets) => {
    const classeur = await lire(octets)
    expect(classeur.feuilles[0]!.lignes.get(0)!.get(1)).toEqual({ valeur: 42 })
  })
})

describe('lireRepertoire', () => {
  it('gives entries that tile the archive up to the directory', () => {
    const { entrees, debut } = lireRepertoire(avec({ descripteur: 'nu' }), LIMITES)
    expect(entrees.map((e) => e.nom)).toEqual(parties().map((e) => e.nom))
    entrees.forEach((e, i) => expect(e.fin).toBe(entrees[i + 1]?.debut ?? debut))
  })

  it('holds to the limits it is given', () => {
    const code = (limites: Partial<typeof LIMITES>) => {
      try {
        lireRepertoire(classeurZip(), { ...LIMITES, ...limites })
        return 'lu'
      } catch (erreur) {
        return (erreur as RefusClasseur).code
      }
    }
    expect(code({})).toBe('lu')
    expect(code({ parties: 6 })).toBe('trop-de-parties')
    expect(code({ partie: 300 })).toBe('contenu-trop-gros')
    expect(code({ total: 2000 })).toBe('contenu-trop-gros')
    expect(code({ seuilRatio: 100, ratio: 1 })).toBe('bombe')
  })
})

describe('a workbook that something has damaged', () => {
  const sain = classeurZip()

  /** The file is read as before, or refused; never half read, never another error. */
  async function toutOuRien(octets: Uint8Array): Promise<void> {
    try {
      expect(await lire(octets)).toEqual(await lire(sain))
    } catch (erreur) {
      if (!(erreur instanceof RefusClasseur)) throw erreur
    }
  }

  it('by one byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sain.length - 1), fc.integer({ min: 1, max: 255 }), async (place, masque) => {
        const octets = sain.slice()
        octets[place]! ^= masque
        await toutOuRien(octets)
      }),
      { numRuns: 1500 },
    )
  })

  it('by a cut, anywhere', async () => {
    for (let fin = 0; fin < sain.length; fin++)
      await expect(lire(sain.subarray(0, fin))).rejects.toBeInstanceOf(RefusClasseur)
  })

  it('by bytes put in, taken out or repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sain.length),
        fc.nat(sain.length),
        fc.uint8Array({ maxLength: 40 }),
        async (a, b, dedans) => {
          await toutOuRien(Buffer.concat([sain.subarray(0, a), dedans, sain.subarray(b)]))
        },
      ),
      { numRuns: 500 },
    )
  })
})
