import { describe, expect, it } from 'vitest'
import { premierePhrase } from './phrase.ts'
import { typographier } from './typographie.ts'

describe('the first sentence of a message', () => {
  it('ends at the first full stop that a sentence follows', () => {
    expect(premierePhrase('Il manque 3,5 %. Complétez. « A » suit.')).toEqual([
      'Il manque 3,5 %.',
      'Complétez. « A » suit.',
    ])
    expect(premierePhrase('Une seule phrase.')).toEqual(['Une seule phrase.', ''])
    expect(premierePhrase('')).toEqual(['', ''])
  })

  it('never ends inside a quotation', () => {
    const titre = 'L’intitulé « Former les agents. Attention à raisonner en ETP. Voir B » n’est pas reconnu.'
    expect(premierePhrase(typographier(`${titre} Reprenez celui du texte.`))).toEqual([
      typographier(titre),
      'Reprenez celui du texte.',
    ])
    expect(premierePhrase('« Un » et « Deux. Trois » ensemble. Suite.')[1]).toBe('Suite.')
  })

  it('keeps the whole message when a quotation is left open', () => {
    expect(premierePhrase('Le texte « Un. Deux. Trois')).toEqual(['Le texte « Un. Deux. Trois', ''])
  })
})
