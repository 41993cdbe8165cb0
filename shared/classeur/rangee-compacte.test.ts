import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { celluleEn, classeurVide, feuilleVide, poserCellule, type Cellule } from './classeur.ts'
import { enTables, RangeeCompacte } from './rangee-compacte.ts'

const COLONNES = 40
const colonnes = fc
  .uniqueArray(fc.nat(COLONNES), { maxLength: 20 })
  .map((nombres) => nombres.sort((a, b) => a - b))

function rangees(pleines: number[]): { compacte: RangeeCompacte; table: Map<number, Cellule> } {
  const table = new Map(pleines.map((c) => [c, { valeur: c }]))
  return { compacte: new RangeeCompacte(pleines, [...table.values()]), table }
}

describe('RangeeCompacte', () => {
  it('answers as a Map of the same cells would', () => {
    fc.assert(
      fc.property(colonnes, (pleines) => {
        const { compacte, table } = rangees(pleines)
        expect(compacte.size).toBe(table.size)
        expect([...compacte]).toEqual([...table])
        expect([...compacte.keys()]).toEqual([...table.keys()])
        expect([...compacte.values()]).toEqual([...table.values()])
        const vues: [number, Cellule][] = []
        compacte.forEach((cellule, colonne) => vues.push([colonne, cellule]))
        expect(vues).toEqual([...table])
        for (let c = -1; c <= COLONNES + 1; c++) {
          expect(compacte.get(c)).toBe(table.get(c))
          expect(compacte.has(c)).toBe(table.has(c))
        }
      }),
    )
  })

  it('refuses structuredClone rather than to come out empty, until it is a table', () => {
    const classeur = classeurVide('x')
    const feuille = feuilleVide('F')
    const { compacte, table } = rangees([1, 4])
    feuille.lignes.set(0, compacte)
    classeur.feuilles.push(feuille)
    expect(() => structuredClone(classeur)).toThrow()
    expect(structuredClone(enTables(classeur)).feuilles[0]!.lignes.get(0)).toEqual(table)
  })

  it('takes a cell that is put in it', () => {
    const feuille = feuilleVide('F')
    feuille.lignes.set(0, rangees([1]).compacte)
    poserCellule(feuille, 0, 2, { valeur: 'x' })
    expect(celluleEn(feuille, 0, 1)).toEqual({ valeur: 1 })
    expect(celluleEn(feuille, 0, 2)).toEqual({ valeur: 'x' })
  })
})
