import { describe, expect, it } from 'vitest'
import type { Constat } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { graviteSuivante, prochaineEtape } from './prochaine.ts'

const JUSTIFICATION = {
  regle: 'X',
  cellules: [],
  constate: '',
  texte: 'Vingt signes au moins.',
  auteur: 'Anne',
  le: '2024-03-03T13:05:00.000Z',
}

function constat(gravite: Gravite, justifie = false): Constat {
  const reference = { texte: '', article: '', source: '', verifieLe: '' }
  const base = { regle: 'X', gravite, cellules: [], message: '', constate: '', attendu: '', reference }
  return { ...base, correction: null, ...(justifie ? { justification: JUSTIFICATION } : {}) }
}

describe('what is to be done next', () => {
  it.each([
    [[constat('bloquant'), constat('a-justifier')], 'bloquant', /corriger le point bloquant/],
    [[constat('bloquant'), constat('bloquant')], 'bloquant', /corriger les 2 points bloquants/],
    [[constat('a-justifier'), constat('a-justifier', true)], 'a-justifier', /justifier le point qui reste/],
    [[constat('a-justifier'), constat('a-justifier')], 'a-justifier', /justifier les 2 points qui restent/],
    [[constat('a-justifier', true), constat('information')], null, /^Tout est en ordre/],
    [[], null, /^Tout est en ordre/],
  ])('follows the gravest point that has no answer', (constats, gravite, phrase) => {
    expect(graviteSuivante({ constats })).toBe(gravite)
    expect(prochaineEtape({ constats })).toMatch(phrase)
  })
})
