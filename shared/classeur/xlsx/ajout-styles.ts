import { formatDate } from '../format-date.ts'
import { avecAttribut, Balises } from './balises.ts'
import { formatIntegre } from './formats.ts'
import { echapperXml } from './texte.ts'

/** Built-in formats that every language shows alike: they need no code of their own in the file. */
const SANS_CODE = new Map([1, 2, 3, 4, 9, 10, 11, 49].map((id) => [formatIntegre(id)!, id]))
/** Numbers from here on are for the formats of the file. */
const PREMIER_LIBRE = 164

/**
 * The looks of a file with some added: each is an existing one with another number format. What stands there is
 * kept character for character, and an existing look is used where there is one.
 */
export class AjoutStyles {
  private readonly xml: string
  private prefixe = ''
  private racine = 0
  private formats: { debut: number; finBalise: number; fin: number; vide: boolean } | undefined
  private looks: { debut: number; finBalise: number; fin: number } | undefined
  private readonly codes = new Map<number, string>()
  private readonly xfs: string[] = []
  private dejaLa = 0
  private readonly nouveaux: string[] = []

  /** @param xml the styles part; `null` when the file has none: no look is then ever added */
  constructor(xml: string | null) {
    this.xml = xml ?? ''
    this.relever()
    this.dejaLa = this.xfs.length
  }

  /**
   * The number of the look `style` shown in a number format. One that already shows the same kind of thing (an
   * amount, a percentage, a date) is left: a department's own way of writing amounts stays.
   */
  pour(style: string | undefined, format: string): string | undefined {
    const xf = this.xfs[Number(style ?? 0)]
    if (xf === undefined) return style
    const actuel = this.codeDe(xf)
    if (actuel !== undefined && genre(actuel) === genre(format)) return style
    const id = String(this.numeroDe(format))
    const voulu = balise(xf, (b) => avecAttribut(avecAttribut(b, 'numFmtId', id), 'applyNumberFormat', '1'))
    let rang = this.xfs.indexOf(voulu)
    if (rang < 0) rang = this.xfs.push(voulu) - 1
    return String(rang)
  }

  /** The part with what was added. */
  texte(): string {
    const { looks, formats, xml, prefixe: p } = this
    if (!looks || this.xfs.length === this.dejaLa) return xml
    const compte = (debut: number, fin: number, n: number): string =>
      avecAttribut(xml.slice(debut, fin), 'count', String(n))
    const codes = this.nouveaux.join('')
    const avant =
      codes === ''
        ? xml.slice(0, looks.debut)
        : !formats
          ? `${xml.slice(0, this.racine)}<${p}numFmts count="${String(this.nouveaux.length)}">${codes}</${p}numFmts>${xml.slice(this.racine, looks.debut)}`
          : `${xml.slice(0, formats.debut)}${ouverte(compte(formats.debut, formats.finBalise, this.codes.size))}${
              formats.vide ? '' : xml.slice(formats.finBalise, formats.fin)
            }${codes}${formats.vide ? `</${p}numFmts>` : ''}${xml.slice(formats.fin, looks.debut)}`
    const ajoutes = this.xfs.slice(this.dejaLa).join('')
    return `${avant}${compte(looks.debut, looks.finBalise, this.xfs.length)}${xml.slice(looks.finBalise, looks.fin)}${ajoutes}${xml.slice(looks.fin)}`
  }

  /** Finds the formats and the looks of cells; `fin` is where the closing tag of each begins. */
  private relever(): void {
    const balises = new Balises(this.xml)
    while (balises.suivante()) {
      const { local, genre: sorte, debut, fin } = balises
      if (sorte === 'fermante') continue
      if (local === 'styleSheet') {
        this.racine = fin
        this.prefixe = balises.nom.slice(0, balises.nom.length - local.length)
      } else if (local === 'numFmts') {
        this.formats = { debut, finBalise: fin, fin, vide: sorte === 'vide' }
        if (sorte === 'vide') continue
        while (balises.suivante() && balises.local === 'numFmt')
          if (balises.genre !== 'fermante') {
            const a = balises.attributs()
            this.codes.set(Number(a.get('numFmtId')), a.get('formatCode') ?? '')
          }
        this.formats.fin = balises.debut
      } else if (local === 'cellXfs' && sorte === 'ouvrante') {
        this.looks = { debut, finBalise: fin, fin }
        while (balises.suivante() && balises.local !== 'cellXfs') {
          const depart = balises.debut
          this.xfs.push(this.xml.slice(depart, balises.sauter()))
        }
        this.looks.fin = balises.debut
        return
      } else if (local !== 'cellXfs') balises.sauter()
    }
  }

  private codeDe(xf: string): string | undefined {
    const id = Number(/\snumFmtId\s*=\s*["'](\d+)/.exec(xf)?.[1] ?? 0)
    const code = this.codes.get(id) ?? formatIntegre(id)
    return code === undefined || code === '' || code.toLowerCase() === 'general' ? undefined : code
  }

  private numeroDe(format: string): number {
    if (format === 'General') return 0
    const integre = SANS_CODE.get(format)
    if (integre !== undefined) return integre
    for (const [id, code] of this.codes) if (code === format) return id
    const id = Math.max(PREMIER_LIBRE - 1, ...this.codes.keys()) + 1
    this.codes.set(id, format)
    this.nouveaux.push(
      `<${this.prefixe}numFmt numFmtId="${String(id)}" formatCode="${echapperXml(format)}"/>`,
    )
    return id
  }
}

const genre = (code: string): string =>
  formatDate(code) ? 'date' : /%/.test(code.replace(/"[^"]*"|\\./g, '')) ? 'pourcentage' : 'nombre'

/** An element with its opening tag changed. */
function balise(element: string, changer: (balise: string) => string): string {
  const balises = new Balises(element)
  balises.suivante()
  return changer(element.slice(0, balises.fin)) + element.slice(balises.fin)
}

/** An empty element's tag, opened. */
const ouverte = (tag: string): string => tag.replace(/\s*\/>$/, '>')
