import { describe, expect, it } from 'vitest'
import { FONDS, marquesDuRapport } from './marques.ts'
import type { Constat } from './rapport.ts'

const constat = (suite: Partial<Constat>): Constat => ({
  regle: 'COF-01',
  gravite: 'bloquant',
  cellules: ['Plan!G8'],
  message: 'Il manque 303 048 €.',
  constate: '',
  attendu: '',
  reference: { texte: 'contrat-type', article: 'article 2.2.2', citation: '', source: '', verifieLe: '' },
  correction: null,
  ...suite,
})

describe('marquesDuRapport', () => {
  it('gives a cell the fill of its worst point and the words of all, the worst first', () => {
    const marques = marquesDuRapport([
      constat({ regle: 'LEC-01', gravite: 'information', message: 'Lu ainsi.' }),
      constat({}),
    ])
    expect(marques).toEqual([
      {
        cellule: 'Plan!G8',
        fond: FONDS.bloquant,
        note: 'Point bloquant (COF-01)\nIl manque 303 048 €.\nTexte : contrat-type, article 2.2.2.\n\nInformation (LEC-01)\nLu ainsi.\nTexte : contrat-type, article 2.2.2.',
      },
    ])
  })

  it('marks each cell of a range, the first sixty of a whole table', () => {
    expect(
      marquesDuRapport([constat({ cellules: ['Plan!B2:C3', 'Plan!B2'] })]).map((m) => m.cellule),
    ).toEqual(['Plan!B2', 'Plan!C2', 'Plan!B3', 'Plan!C3'])
    expect(marquesDuRapport([constat({ cellules: ['Plan!A1:J1000'] })])).toHaveLength(60)
  })

  it('marks nothing for a point that is justified, nor for one without a cell', () => {
    const justification = { regle: '', cellules: [], constate: '', texte: '', auteur: '', le: '' }
    expect(marquesDuRapport([constat({ justification }), constat({ cellules: [] })])).toEqual([])
  })

  it('cuts a note that nobody would read to its end', () => {
    const [marque] = marquesDuRapport([constat({ message: 'x'.repeat(2500) })])
    expect(marque!.note).toHaveLength(1200)
    expect(marque!.note.endsWith('…')).toBe(true)
  })
})
