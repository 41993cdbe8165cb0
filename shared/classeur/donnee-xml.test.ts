import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ESPACE_DE_NOMS, ecrireDonneeXml, lireDonneeXml } from './donnee-xml.ts'

describe('donnee-xml', () => {
  it('gives back any key and text', () => {
    const texte = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(texte, texte, (cle, valeur) => {
        expect(lireDonneeXml(ecrireDonneeXml(cle, valeur))).toEqual({ cle, valeur })
      }),
    )
  })

  it('reads what Excel wrote again in its own way', () => {
    const xml = `<?xml version="1.0"?>\r\n<donnee cle='a%20b' xmlns="${ESPACE_DE_NOMS}">x%0Ay</donnee>\r\n`
    expect(lireDonneeXml(xml)).toEqual({ cle: 'a b', valeur: 'x\ny' })
    expect(lireDonneeXml(`<donnee xmlns="${ESPACE_DE_NOMS}" cle="vide"/>`)).toEqual({
      cle: 'vide',
      valeur: '',
    })
  })

  it('leaves alone what is not its own or was damaged', () => {
    expect(lireDonneeXml('<donnee xmlns="urn:autre" cle="a">b</donnee>')).toBeNull()
    expect(lireDonneeXml(`<donnee xmlns="${ESPACE_DE_NOMS}" cle="a">%E0%A4%A</donnee>`)).toBeNull()
    expect(lireDonneeXml(`<donnee xmlns="${ESPACE_DE_NOMS}" cle="a">b`)).toBeNull()
    expect(lireDonneeXml('')).toBeNull()
  })
})
