/**
 * Walks the tags of an XML text that a strict parser has already accepted, with their places, so that a
 * part of it can be replaced and the rest kept character for character.
 */
export class Balises {
  /** The current tag, from its '<' to after its '>'. */
  debut = 0
  fin = 0
  /** Its name as written, prefix included. */
  nom = ''
  genre: 'ouvrante' | 'fermante' | 'vide' = 'ouvrante'
  private readonly xml: string

  constructor(xml: string, depart = 0) {
    this.xml = xml
    this.fin = depart
  }

  /** Name without prefix. */
  get local(): string {
    return this.nom.slice(this.nom.indexOf(':') + 1)
  }

  /** Goes to the next tag, over comments, CDATA and instructions; false at the end. */
  suivante(): boolean {
    const { xml } = this
    for (;;) {
      const debut = xml.indexOf('<', this.fin)
      if (debut < 0) return false
      if (xml.startsWith('<!--', debut)) this.fin = apres(xml, '-->', debut + 4)
      else if (xml.startsWith('<![CDATA[', debut)) this.fin = apres(xml, ']]>', debut + 9)
      else if (xml.startsWith('<?', debut)) this.fin = apres(xml, '?>', debut + 2)
      else {
        this.poser(debut)
        return true
      }
    }
  }

  /** Attributes of the current tag, names as written, values decoded. */
  attributs(): Map<string, string> {
    return attributsDe(this.xml.slice(this.debut, this.fin))
  }

  /** From the current opening tag, place after its closing tag. Leaves the walk there. */
  sauter(): number {
    if (this.genre === 'vide') return this.fin
    for (let profondeur = 1; profondeur > 0 && this.suivante();)
      profondeur += this.genre === 'ouvrante' ? 1 : this.genre === 'fermante' ? -1 : 0
    return this.fin
  }

  private poser(debut: number): void {
    const { xml } = this
    const fermante = xml.charCodeAt(debut + 1) === 0x2f
    let p = debut + (fermante ? 2 : 1)
    const debutNom = p
    // A name ends at a space, '/' or '>'.
    for (let c = xml.charCodeAt(p); c > 0x20 && c !== 0x2f && c !== 0x3e;) c = xml.charCodeAt(++p)
    this.nom = xml.slice(debutNom, p)
    for (let c = xml.charCodeAt(p); c !== 0x3e; c = xml.charCodeAt(++p))
      if (c === 0x22 || c === 0x27) p = xml.indexOf(String.fromCharCode(c), p + 1)
    this.debut = debut
    this.fin = p + 1
    this.genre = fermante ? 'fermante' : xml.charCodeAt(p - 1) === 0x2f ? 'vide' : 'ouvrante'
  }
}

function apres(xml: string, marque: string, depuis: number): number {
  const i = xml.indexOf(marque, depuis)
  return i < 0 ? xml.length : i + marque.length
}

const ATTRIBUT = /([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributsDe(balise: string): Map<string, string> {
  const attributs = new Map<string, string>()
  for (const m of balise.matchAll(ATTRIBUT)) attributs.set(m[1]!, decoderEntites(m[2] ?? m[3] ?? ''))
  return attributs
}

/** A tag with one attribute set to a value, or taken away (null). The value is already escaped. */
export function avecAttribut(balise: string, nom: string, valeur: string | null): string {
  for (const m of balise.matchAll(ATTRIBUT)) {
    if (m[1] !== nom) continue
    const fin = m.index + m[0].length
    return valeur === null
      ? balise.slice(0, m.index).trimEnd() + balise.slice(fin)
      : `${balise.slice(0, m.index)}${nom}="${valeur}"${balise.slice(fin)}`
  }
  if (valeur === null) return balise
  const fin = /\s*\/?>$/.exec(balise)!.index
  return `${balise.slice(0, fin)} ${nom}="${valeur}"${balise.slice(fin)}`
}

const ENTITES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text of an XML fragment without tags: entities decoded, CDATA opened, comments left out. */
export function texteXml(fragment: string): string {
  const sans = fragment.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '')
  return sans
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decoderEntites(part)))
    .join('')
    .replace(/\r\n?/g, '\n')
}

function decoderEntites(texte: string): string {
  if (!texte.includes('&')) return texte
  return texte.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (tout, hexa?: string, dec?: string, nom?: string) => {
      if (hexa !== undefined) return String.fromCodePoint(parseInt(hexa, 16))
      if (dec !== undefined) return String.fromCodePoint(Number(dec))
      return ENTITES[nom ?? ''] ?? tout
    },
  )
}
