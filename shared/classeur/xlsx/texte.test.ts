import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texteXml } from './balises.ts'
import { decoderTexte, echapperXml, encoderTexte } from './texte.ts'

describe('the escapes of texts', () => {
  it.each([
    ['ABC_x000D_\nDEF', 'ABC\r\nDEF'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x005F_x005F_x005F_x000D_', '_x005F_x000D_'],
    ['_xD83D__xDE1C_', '😜'],
    ['_x00_ _xZZZZ_ _X000D_', '_x00_ _xZZZZ_ _X000D_'],
  ])('decodes %s', (ecrit, lu) => expect(decoderTexte(ecrit)).toBe(lu))

  it('reads back any text as it was, through XML', () => {
    const morceau = fc.constantFrom(
      '_x000D_',
      '_',
      'x005F',
      '\r',
      '\n',
      '\t',
      '\u0000',
      '\ufffe',
      '\ud800',
      '😜',
      'é',
      '&',
      '<',
      ']]>',
      '"',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(morceau, fc.string())), (morceaux) => {
        const texte = morceaux.join('')
        const xml = echapperXml(encoderTexte(texte))
        const interdit = [...xml].some((c) => c < ' ' && c !== '\n' && c !== '\t')
        return !interdit && decoderTexte(texteXml(xml)) === texte
      }),
    )
  })
})
