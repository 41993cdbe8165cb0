import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITES } from './limites.ts'
import { RefusClasseur } from './refus.ts'
import { Garde } from './xml-garde.ts'
import { AnalyseurRapide } from './xml-rapide.ts'
import { AnalyseurSaxes } from './xml-saxes.ts'
import { xmlSink, type XmlHandler, type XmlSink } from './xml.ts'

/** What a handler is told, texts joined; or the code of the refusal. */
function histoire(analyseur: (handler: XmlHandler) => XmlSink, octets: Uint8Array, coupes: number[]): string {
  const faits: string[] = []
  const handler: XmlHandler = {
    open(nom, a) {
      const r =
        a.get('r') === undefined ? '' : `${a.get('r')!}|${String(a.entier('r'))}|${String(a.adresse('r'))}`
      faits.push(`<${nom} ${r} ${String(a.get('x'))} ${String(a.getPrefixe('id'))}>`)
    },
    text(texte) {
      const dernier = faits.at(-1)
      if (dernier?.startsWith('"')) faits[faits.length - 1] = dernier + texte
      else faits.push(`"${texte}`)
    },
    close: (nom) => void faits.push(`</${nom}>`),
  }
  try {
    const sink = analyseur(handler)
    let debut = 0
    for (const fin of [...coupes.map((c) => c % (octets.length + 1)).sort((a, b) => a - b), octets.length]) {
      sink.write(octets.subarray(debut, fin))
      debut = fin
    }
    sink.end()
    return faits.join('')
  } catch (erreur) {
    if (erreur instanceof RefusClasseur) return erreur.code
    throw erreur
  }
}

const rapide = (handler: XmlHandler) => new AnalyseurRapide(new Garde('p', handler, LIMITES))
const parEncodage = (handler: XmlHandler) => xmlSink('p', handler, LIMITES)
const saxes = (handler: XmlHandler) => new AnalyseurSaxes(new Garde('p', handler, LIMITES), 'utf-8')
const enOctets = (texte: string) => new TextEncoder().encode(texte)

const DOCUMENTS = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a x="1"><b/>texte<x:c r="B7" r:id="rId1"></x:c></a>',
  '\ufeff<a>é&amp;&#65;&#x1F61C;\r\nfin</a>\n',
  '<a x=\'&lt;\n&quot;\t\'  r = "12" ><b></b ></a >',
  '<a>1<!-- non --><b x="2"/><![CDATA[<&]]>2</a><!-- fin -->',
  '<?xml version="1.1"?><a/>',
  '<a xml:space="preserve"> </a>',
  '<a><?pi x?><b>v</b></a>',
  '<é x="ü">ça</é>',
  '<a r="XFD1048576"/>',
  '<a r="XFE1"/>',
  '<a r="$B$2"/>',
  '<a r="A0"/>',
  '<a r="B"/>',
]
const FAUTIFS = [
  '',
  ' ',
  'texte',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a/>texte',
  '<a x="1" x="2"/>',
  '<a x=1/>',
  '<a x/>',
  '<a x="1"y="2"/>',
  '<a x="<"/>',
  '<a x="&amp"/>',
  '<a>&inconnue;</a>',
  '<a>&#0;</a>',
  '<a>&#xD800;</a>',
  '<a>& </a>',
  '<a>]]></a>',
  '<a>\u0001</a>',
  '<a x="\u0001"/>',
  '<a / >',
  '< a/>',
  '<1a/>',
  '<a 1x="1"/>',
  '<a><b></a></b>',
  '<?xml version="1.0"?><?xml version="1.0"?><a/>',
  ' <?xml version="1.0"?><a/>',
  '<!DOCTYPE a><a/>',
]

describe('the two parsers', () => {
  it.each(DOCUMENTS)('tell the same of %s', (texte) => {
    const vu = histoire(rapide, enOctets(texte), [])
    expect(vu).toContain('</')
    expect(vu).toBe(histoire(saxes, enOctets(texte), []))
  })

  it.each(FAUTIFS)('refuse « %s » alike', (texte) => {
    const vu = histoire(rapide, enOctets(texte), [])
    expect(vu).toBe(texte.includes('DOCTYPE') ? 'doctype' : 'xml')
    expect(histoire(saxes, enOctets(texte), [])).toBe(vu)
  })

  it('tell the same of anything, however it is cut', () => {
    const jeton = fc.constantFrom(
      ...[
        '<a>',
        '</a>',
        '<b>',
        '</b>',
        '<b ',
        '/>',
        '>',
        ' x="1"',
        ' x="2"',
        " r='B7'",
        ' x:id="r"',
        ' ',
        '\r\n',
        '\n',
        '\t',
      ],
      ...[
        't',
        'é',
        '😜',
        '&amp;',
        '&#65;',
        '&no;',
        '&',
        '<!-- c -->',
        '<![CDATA[<]]>',
        ']]>',
        '<?p i?>',
        '"',
        "'",
        '<',
        '=',
        '\u0001',
      ],
    )
    const document = fc.oneof(
      fc.array(jeton).map((j) => j.join('')),
      fc.array(jeton).map((j) => `<a>${j.join('')}</a>`),
      fc
        .tuple(fc.constantFrom(...DOCUMENTS), fc.nat(200), jeton)
        .map(([d, i, j]) => d.slice(0, i) + j + d.slice(i)),
    )
    fc.assert(
      fc.property(document, fc.array(fc.nat(400), { maxLength: 6 }), (texte, coupes) => {
        const octets = enOctets(texte)
        expect(histoire(rapide, octets, coupes)).toBe(histoire(saxes, octets, []))
      }),
      { numRuns: 10_000 },
    )
  })

  it('reads UTF-16 and Western encodings', () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeff<a x="é">ü</a>', 'utf16le'))
    expect(histoire(parEncodage, utf16, [])).toContain('é')
    const latin = new Uint8Array(
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a x="é">ü</a>', 'latin1'),
    )
    expect(histoire(parEncodage, latin, [3])).toContain('é')
  })

  it('refuses bytes that are not of the encoding', () => {
    expect(histoire(rapide, new Uint8Array([...enOctets('<a>'), 0xc3, ...enOctets('</a>')]), [])).toBe(
      'encodage',
    )
  })

  it('stops at what goes on without end, and at nesting without end', () => {
    const limites = { ...LIMITES, jeton: 1000, profondeur: 5, balises: 50 }
    const etroit = (handler: XmlHandler) => xmlSink('p', handler, limites)
    const coupes = Array.from({ length: 100 }, (_, i) => i * 100)
    expect(histoire(etroit, enOctets(`<a>${'x'.repeat(9000)}</a>`), coupes)).toBe('trop-de-texte')
    expect(histoire(etroit, enOctets(`<a><!--${'x'.repeat(9000)}--></a>`), coupes)).toBe('trop-de-texte')
    expect(histoire(etroit, enOctets('<a>'.repeat(6)), [])).toBe('profondeur')
    expect(histoire(etroit, enOctets(`<a>${'<b/>'.repeat(50)}</a>`), [])).toBe('trop-de-cellules')
  })
})
