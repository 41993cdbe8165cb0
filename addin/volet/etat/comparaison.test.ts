import { describe, expect, it } from 'vitest'
import type { Constat } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { catalogue } from '../../../shared/regles/catalogue.ts'
import { chercherRegles } from './catalogue.ts'
import { comparerConstats, parRubrique } from './comparaison.ts'

function constat(regle: string, cellule: string, gravite: Gravite = 'bloquant', constate = 'c'): Constat {
  const reference = { texte: 't', article: 'a', citation: null, source: 's', verifieLe: '2024-01-01' }
  return {
    regle,
    gravite,
    cellules: [cellule],
    message: 'm',
    constate,
    attendu: '',
    reference: reference as unknown as Constat['reference'],
    correction: null,
  }
}

describe('comparerConstats', () => {
  it('tells what comes, what goes, what bites otherwise, and counts the rest', () => {
    const [reste, part, mord] = [
      constat('A', 'P!A1'),
      constat('B', 'P!A1'),
      constat('C', 'P!A1', 'a-justifier'),
    ]
    const [vient, mordu] = [constat('D', 'P!A1'), constat('C', 'P!A1', 'bloquant')]
    expect(comparerConstats([reste, part, mord], [vient, mordu, { ...reste }])).toEqual({
      apparaissent: [vient],
      disparaissent: [part],
      changent: [{ avant: mord, apres: mordu }],
      inchanges: 1,
    })
  })

  it('sets the points of one rule on the same cells against those that say the same', () => {
    const un = constat('A', 'P!A1', 'bloquant', 'un')
    const deux = constat('A', 'P!A1', 'bloquant', 'deux')
    expect(comparerConstats([un, deux], [{ ...deux }])).toMatchObject({ disparaissent: [un], inchanges: 1 })
    expect(comparerConstats([un], [constat('A', 'P!A2')])).toMatchObject({
      disparaissent: [un],
      inchanges: 0,
    })
  })
})

describe('parRubrique', () => {
  it('keeps the order and puts the sentences together', () => {
    expect(
      parRubrique([
        { rubrique: 'objectifs', phrase: '1' },
        { rubrique: 'finances', phrase: '2' },
        { rubrique: 'objectifs', phrase: '3' },
      ]),
    ).toEqual([
      ['objectifs', ['1', '3']],
      ['finances', ['2']],
    ])
  })
})

describe('chercherRegles', () => {
  const toutes = catalogue()
  it('finds by id and by words without case or accents, and keeps a state', () => {
    expect(chercherRegles(toutes, '', '')).toHaveLength(toutes.length)
    expect(chercherRegles(toutes, 'env-01', '').map((r) => r.id)).toContain('ENV-01')
    expect(chercherRegles(toutes, 'COFINANCEMENT', 'verifiee').length).toBeGreaterThan(0)
    expect(chercherRegles(toutes, '', 'rappel').every((r) => r.etat === 'rappel')).toBe(true)
    expect(chercherRegles(toutes, 'xyzzy', '')).toEqual([])
  })
})
