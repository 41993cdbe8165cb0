import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reference } from '../../shared/classeur/adresse.ts'
import { adressePlage, regrouper } from './plages.ts'

const adresses = (cellules: string[]): string[] => regrouper(cellules)?.plages.map(adressePlage) ?? []

describe('regrouper', () => {
  it('joins neighbours of a column, keeps the rest apart', () => {
    expect(adresses(['P!G8', 'P!G9', 'P!G10', 'P!G14'])).toEqual(['G8:G10', 'G14'])
    expect(adresses(['P!A6:I86'])).toEqual(['A6:I86'])
  })

  it('puts the rectangle of the first cell named in front', () => {
    expect(adresses(['P!G14', 'P!B2', 'P!G8', 'P!G9'])).toEqual(['G14', 'B2', 'G8:G9'])
  })

  it('keeps to the first sheet, parted at the last « ! »', () => {
    expect(regrouper(['Bilan!2022!A1', 'Autre!A2', 'Bilan!2022!A2'])).toMatchObject({ feuille: 'Bilan!2022' })
    expect(adresses(['Bilan!2022!A1', 'Autre!A2', 'Bilan!2022!A2'])).toEqual(['A1:A2'])
  })

  it('says nothing for nothing', () => {
    expect(regrouper([])).toBeUndefined()
    expect(regrouper(['P!pas une adresse', 'P!A0'])).toBeUndefined()
  })

  it('covers every cell that was named and no other', () => {
    const cellule = fc.record({ ligne: fc.nat(12), colonne: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(cellule, { minLength: 1 }), (cellules) => {
        const selection = regrouper(cellules.map((c) => reference('P', c.ligne, c.colonne)))
        const couvertes = new Set<string>()
        for (const p of selection?.plages ?? [])
          for (let l = p.ligne; l <= p.derniereLigne; l++)
            for (let c = p.colonne; c <= p.derniereColonne; c++) couvertes.add(`${l},${c}`)
        expect(couvertes).toEqual(new Set(cellules.map((c) => `${c.ligne},${c.colonne}`)))
        const premiere = selection!.plages[0]!
        expect(cellules[0]!.ligne).toBeGreaterThanOrEqual(premiere.ligne)
        expect(cellules[0]!.ligne).toBeLessThanOrEqual(premiere.derniereLigne)
        expect(cellules[0]!.colonne).toBe(premiere.colonne)
      }),
    )
  })
})
