import { SaxesParser } from 'saxes'
import { RefusClasseur } from './refus.ts'
import { adresseDeTexte, entierDeTexte } from './xml-attributs.ts'
import type { Garde } from './xml-garde.ts'
import type { Attributs, XmlSink } from './xml-interfaces.ts'

export type Encodage = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** saxes behind the interface of the parts' parsers. */
export class AnalyseurSaxes implements XmlSink {
  private readonly parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  })
  private readonly decoder: TextDecoder
  private readonly garde: Garde
  private readonly attributs = new AttributsSaxes()
  private depuis = 0
  private muet = false

  /**
   * `ouverts`: names of the elements that another parser has already opened and told of; the rest of the
   * part is then read inside of them. [] when the part starts here, null after its root has closed.
   */
  constructor(garde: Garde, encodage: Encodage, ouverts: readonly string[] | null = []) {
    this.garde = garde
    this.decoder = new TextDecoder(encodage, { fatal: true })
    this.ecouter()
    this.muet = true
    this.parser.write(ouverts === null ? '<x/>' : ouverts.map((nom) => `<${nom}>`).join(''))
    this.muet = false
  }

  write(chunk: Uint8Array): void {
    this.ecrire(this.decoder.decode.bind(this.decoder, chunk, { stream: true }))
  }

  end(): void {
    this.ecrire(this.decoder.decode.bind(this.decoder))
    this.parser.close()
  }

  private ecouter(): void {
    const { parser, garde } = this
    parser.on('doctype', () => {
      throw new RefusClasseur('doctype', garde.part)
    })
    parser.on('error', (erreur) => garde.refuser(erreur.message))
    parser.on('opentag', (balise) => {
      if (this.muet) return
      this.depuis = 0
      this.attributs.valeurs = balise.attributes
      garde.open(nomLocal(balise.name), this.attributs)
    })
    parser.on('closetag', (balise) => {
      if (this.muet) return
      this.depuis = 0
      garde.close(nomLocal(balise.name))
    })
    const text = (texte: string) => garde.text(texte)
    parser.on('text', text)
    parser.on('cdata', text)
  }

  private ecrire(decoder: () => string): void {
    let texte: string
    try {
      texte = decoder()
    } catch {
      throw new RefusClasseur('encodage', this.garde.part)
    }
    this.garde.verifierJeton(this.depuis)
    this.depuis += texte.length
    this.parser.write(texte)
  }
}

class AttributsSaxes implements Attributs {
  valeurs: Readonly<Record<string, string>> = {}

  get(nom: string): string | undefined {
    return this.valeurs[nom]
  }

  getPrefixe(local: string): string | undefined {
    for (const nom in this.valeurs) if (nom.endsWith(`:${local}`)) return this.valeurs[nom]
    return undefined
  }

  entier(nom: string): number {
    const valeur = this.valeurs[nom]
    return valeur === undefined ? -1 : entierDeTexte(valeur)
  }

  adresse(nom: string): number {
    const valeur = this.valeurs[nom]
    return valeur === undefined ? -1 : adresseDeTexte(valeur)
  }
}

/** The encoding by its byte order mark or its declaration; only those that Excel and its peers write. */
export function encodage(tete: Uint8Array, part: string): Encodage {
  if (tete[0] === 0xff && tete[1] === 0xfe) return 'utf-16le'
  if (tete[0] === 0xfe && tete[1] === 0xff) return 'utf-16be'
  if (tete[0] === 0x3c && tete[1] === 0) return 'utf-16le'
  if (tete[0] === 0 && tete[1] === 0x3c) return 'utf-16be'
  const texte = new TextDecoder('windows-1252').decode(tete.subarray(0, 256))
  const declare = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(texte)?.[1]?.toLowerCase() ?? 'utf-8'
  if (declare === 'utf-8' || declare === 'utf8') return 'utf-8'
  if (/^(iso-8859-1|windows-1252|us-ascii)$/.test(declare)) return 'windows-1252'
  throw new RefusClasseur('encodage', `${part}: ${declare}`)
}

export function nomLocal(nom: string): string {
  return nom.slice(nom.indexOf(':') + 1)
}
