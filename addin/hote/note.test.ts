import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composerNote, empreinteNote, noteDAvant } from './note.ts'

describe('the note of a mark', () => {
  it('gives back what stood there before, whatever it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (texte, avant) => {
        fc.pre(!texte.includes('— Note d’origine —'))
        expect(noteDAvant(composerNote(texte, avant))).toBe(avant)
      }),
    )
  })

  it('is known where lines end in another way, and no other note is taken for it', () => {
    expect(noteDAvant(composerNote('a', 'b').replaceAll('\n', '\r\n'))).toBe('b')
    expect(noteDAvant('Contrôle CDPPE fait hier')).toBeUndefined()
    expect(noteDAvant('')).toBeUndefined()
  })

  it('has a print that a written word changes, and line ends do not', () => {
    const note = composerNote('à corriger', null)
    expect(empreinteNote(note.replaceAll('\n', '\r\n'))).toBe(empreinteNote(note))
    expect(empreinteNote(`${note} vu`)).not.toBe(empreinteNote(note))
  })
})
