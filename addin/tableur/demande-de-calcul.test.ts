import { describe, expect, it } from 'vitest'
import { ajouterDemande, estVide } from './demande-de-calcul.ts'
import type { Demande } from './demande-de-calcul.ts'

const RIEN: Demande = {
  forceCalculation: false,
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
  options: null,
}

const cellule = (sheetId: string, ligne: number): Demande['dirtyRanges'][number] => ({
  unitId: 'u',
  sheetId,
  range: { startRow: ligne, endRow: ligne, startColumn: 5, endColumn: 5 },
})

describe('what a calculation is asked to begin with', () => {
  it.each<[string, Partial<Demande> | undefined, boolean]>([
    ['nothing at all', undefined, true],
    ['nothing', RIEN, true],
    ['a cell', { ...RIEN, dirtyRanges: [cellule('a', 1)] }, false],
    ['a name', { ...RIEN, dirtyDefinedNameMap: { u: { taux: '=1' } } }, false],
    ['a table', { ...RIEN, dirtySuperTableMap: { u: { plan: '1' } } }, false],
    ['the whole', { ...RIEN, forceCalculation: true }, false],
  ])('is %s', (_, demande, vide) => {
    expect(estVide(demande)).toBe(vide)
  })

  it('is the same when nothing waits', () => {
    const seule = { ...RIEN, dirtyRanges: [cellule('a', 1)] }
    expect(ajouterDemande(undefined, seule)).toBe(seule)
  })

  it('is all that both ask for, each cell once', () => {
    const premiere: Demande = {
      ...RIEN,
      forceCalculation: true,
      dirtyRanges: [cellule('a', 1), cellule('b', 1)],
      dirtyDefinedNameMap: { u: { taux: '=1', part: '=2' } },
      dirtyUnitFeatureMap: { u: { a: { filtre: true } } },
    }
    const seconde: Demande = {
      ...RIEN,
      dirtyRanges: [cellule('a', 1), cellule('a', 2)],
      dirtyDefinedNameMap: { u: { part: '=3' }, v: { part: '=4' } },
      dirtyUnitFeatureMap: { u: { a: { image: true }, b: { filtre: true } } },
    }
    const avant = structuredClone([premiere, seconde])
    expect(ajouterDemande(premiere, seconde)).toEqual({
      ...RIEN,
      forceCalculation: true,
      dirtyRanges: [cellule('a', 1), cellule('b', 1), cellule('a', 2)],
      dirtyDefinedNameMap: { u: { taux: '=1', part: '=3' }, v: { part: '=4' } },
      dirtyUnitFeatureMap: { u: { a: { filtre: true, image: true }, b: { filtre: true } } },
    })
    expect([premiere, seconde]).toEqual(avant)
  })
})
