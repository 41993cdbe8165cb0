import { describe, expect, it } from 'vitest'
import { celluleLue } from './cellule-lue.ts'

describe('celluleLue', () => {
  it('leaves blanks out, but keeps a formula whose result is blank', () => {
    expect(celluleLue('', '', 'Empty', 'General')).toBeUndefined()
    expect(celluleLue('', '', 'Empty', '# ##0 €')).toBeUndefined()
    expect(celluleLue('', '=SI(A1="";"";1)', 'String', 'General')).toEqual({
      valeur: '',
      formule: 'SI(A1="";"";1)',
    })
  })

  it('keeps zero and FAUX', () => {
    expect(celluleLue(0, 0, 'Double', 'General')).toEqual({ valeur: 0 })
    expect(celluleLue(false, false, 'Boolean', 'General')).toEqual({ valeur: false })
  })

  it('names errors as a file does, whatever the language of Excel', () => {
    expect(celluleLue('#NOM?', '=TOTO()', 'Error', 'General')).toEqual({
      valeur: { erreur: '#NAME?' },
      formule: 'TOTO()',
    })
    expect(celluleLue('#REF!', '#REF!', 'Error', 'General')).toEqual({ valeur: { erreur: '#REF!' } })
  })

  it('keeps a text that reads like an error or a formula a text', () => {
    expect(celluleLue('#NOM?', '#NOM?', 'String', 'General')).toEqual({ valeur: '#NOM?' })
    expect(celluleLue('=9', '=9', 'String', '@')).toEqual({ valeur: '=9', format: '@' })
  })

  it('gives no value for what it does not know', () => {
    expect(celluleLue({ type: 'Entity' }, '=X()', 'RichValue', 'General')).toEqual({
      valeur: null,
      formule: 'X()',
    })
  })
})
