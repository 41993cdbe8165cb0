import { SaxesParser } from 'saxes'
import type { Limites } from './limites.ts'
import { exiger, RefusClasseur } from './refus.ts'

export type Attributs = Readonly<Record<string, string>>

/** What is told of an XML part as it streams by. Names come without their prefix. */
export interface XmlHandler {
  open?(nom: string, attributs: Attributs): void
  text?(texte: string): void
  close?(nom: string): void
}

/** Takes the bytes of one part, chunk by chunk. */
export interface XmlSink {
  write(chunk: Uint8Array): void
  end(): void
}

/**
 * A strict SAX parser over one part of the archive. Refuses any DOCTYPE (so no entity is ever declared),
 * malformed text, unknown encodings, nesting and tokens beyond the limits.
 */
export function xmlSink(part: string, handler: XmlHandler, limites: Limites): XmlSink {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  let decoder: TextDecoder | undefined
  let profondeur = 0
  let depuis = 0
  let balises = 0
  parser.on('doctype', () => {
    throw new RefusClasseur('doctype', part)
  })
  parser.on('error', (erreur) => {
    throw new RefusClasseur('xml', `${part}: ${erreur.message}`)
  })
  parser.on('opentag', (balise) => {
    depuis = 0
    exiger(++profondeur <= limites.profondeur, 'profondeur', part)
    exiger(++balises <= limites.balises, 'trop-de-cellules', part)
    handler.open?.(nomLocal(balise.name), balise.attributes)
  })
  parser.on('closetag', (balise) => {
    depuis = 0
    profondeur--
    handler.close?.(nomLocal(balise.name))
  })
  if (handler.text) {
    const text = handler.text.bind(handler)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const ecrire = (texte: string) => {
    depuis += texte.length
    exiger(depuis <= limites.jeton + texte.length, 'trop-de-texte', part)
    parser.write(texte)
  }
  // The declaration is to be seen whole before it is believed.
  let tete: Uint8Array | undefined = new Uint8Array()
  const commencer = (debut: Uint8Array) => {
    tete = undefined
    decoder = new TextDecoder(encodage(debut, part), { fatal: true })
    ecrire(decoderTexte(decoder, part, debut))
  }
  return {
    write(chunk) {
      if (decoder) ecrire(decoderTexte(decoder, part, chunk))
      else {
        tete = joindre(tete, chunk)
        if (tete.length >= TETE) commencer(tete)
      }
    },
    end() {
      if (!decoder && tete) commencer(tete)
      if (decoder) ecrire(decoderTexte(decoder, part))
      parser.close()
    },
  }
}

/** Bytes that hold any XML declaration. */
const TETE = 256

function joindre(a: Uint8Array | undefined, b: Uint8Array): Uint8Array {
  if (!a || a.length === 0) return b
  const tout = new Uint8Array(a.length + b.length)
  tout.set(a)
  tout.set(b, a.length)
  return tout
}

function decoderTexte(decoder: TextDecoder, part: string, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new RefusClasseur('encodage', part)
  }
}

/** The encoding by its byte order mark or its declaration; only those that Excel and its peers write. */
export function encodage(chunk: Uint8Array, part: string): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  if (chunk[0] === 0x3c && chunk[1] === 0) return 'utf-16le'
  if (chunk[0] === 0 && chunk[1] === 0x3c) return 'utf-16be'
  const tete = new TextDecoder('windows-1252').decode(chunk.subarray(0, 200))
  const declare = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(tete)?.[1]?.toLowerCase() ?? 'utf-8'
  if (declare === 'utf-8' || declare === 'utf8') return 'utf-8'
  if (/^(iso-8859-1|windows-1252|us-ascii)$/.test(declare)) return 'windows-1252'
  throw new RefusClasseur('encodage', `${part}: ${declare}`)
}

function nomLocal(nom: string): string {
  const i = nom.indexOf(':')
  return i < 0 ? nom : nom.slice(i + 1)
}

/** An attribute by its local name, whatever its prefix (r:id). */
export function attributPrefixe(attributs: Attributs, nom: string): string | undefined {
  const direct = attributs[`r:${nom}`]
  if (direct !== undefined) return direct
  for (const cle in attributs) if (cle.endsWith(`:${nom}`)) return attributs[cle]
  return undefined
}

/** An XML boolean: '1', 'true' or 'on'. */
export function estVrai(valeur: string | undefined): boolean {
  return valeur === '1' || valeur === 'true' || valeur === 'on'
}

/** A whole number of digits only, undefined otherwise. */
export function entier(valeur: string | undefined): number | undefined {
  return valeur !== undefined && /^\d{1,10}$/.test(valeur) ? Number(valeur) : undefined
}
