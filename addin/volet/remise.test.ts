import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classeurVide, feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import type { Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { Reception, Remise } from './remise.ts'
import type { MorceauClasseur } from './remise.ts'

function feuille(nom: string, valeurs: readonly number[], colonnes = 1): Feuille {
  const nouvelle = feuilleVide(nom)
  for (const [i, valeur] of valeurs.entries())
    for (let colonne = 0; colonne < colonnes; colonne++) poserCellule(nouvelle, 2 * i, colonne, { valeur })
  return nouvelle
}

const classeurDe = (feuilles: Feuille[]): Classeur => ({ ...classeurVide('plan.xlsx'), feuilles })

/** A pane and a worker, and what went from one to the other. */
function liaison() {
  const [remise, reception] = [new Remise(), new Reception()]
  const envois: MorceauClasseur[] = []
  return {
    envois,
    passer: async (classeur: Classeur): Promise<Classeur> => {
      envois.length = 0
      await remise.remettre(classeur, (morceau) => {
        envois.push(morceau)
        reception.recevoir(structuredClone(morceau))
      })
      return reception.classeur()
    },
  }
}

describe('a workbook given to the worker that checks it', () => {
  it('arrives whole, whatever was given before it', async () => {
    const contenus = fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(contenus, { minLength: 1, maxLength: 4 }), async (etats) => {
        const { passer } = liaison()
        // The same content is the same sheet: some come back, in another place or after an absence.
        const connues = new Map<string, Feuille>()
        for (const etat of etats) {
          const feuilles = etat.map((valeurs, rang) => {
            const cle = `${rang}:${valeurs.join()}`
            if (!connues.has(cle)) connues.set(cle, feuille(`F${rang}`, valeurs))
            return connues.get(cle)!
          })
          if (etat.length % 2 === 0) feuilles.reverse()
          expect(await passer(classeurDe(feuilles))).toEqual(classeurDe(feuilles))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives again only the sheets that have changed, and leaves the others the objects that they were', async () => {
    const { passer, envois } = liaison()
    const [a, b] = [feuille('A', [1, 2]), feuille('B', [3])]
    const avant = await passer(classeurDe([a, b]))
    const apres = await passer(classeurDe([a, feuille('B', [4])]))
    expect(envois.flatMap((m) => ('tranche' in m ? [m.tranche.rang] : []))).toEqual([1])
    expect(apres.feuilles[0]).toBe(avant.feuilles[0])
    expect(apres.feuilles[1]).not.toBe(avant.feuilles[1])
  })

  it('comes by slices where it is long', async () => {
    const { passer, envois } = liaison()
    const longue = feuille('A', Array<number>(4000).fill(1), 10)
    expect(await passer(classeurDe([longue]))).toEqual(classeurDe([longue]))
    expect(envois.length).toBeGreaterThan(4)
  })
})
