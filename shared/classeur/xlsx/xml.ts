import { AnalyseurRapide } from './xml-rapide.ts'
import { AnalyseurSaxes, encodage } from './xml-saxes.ts'
import { Garde } from './xml-garde.ts'
import { joindre } from './xml-octets.ts'
import type { XmlHandler, XmlSink } from './xml-interfaces.ts'
import type { Limites } from './limites.ts'

export type { Attributs, XmlHandler, XmlSink } from './xml-interfaces.ts'

/** Bytes that hold any XML declaration. */
const TETE = 256

/**
 * A strict parser over one part of the archive. Refuses any DOCTYPE (so no entity is ever declared),
 * malformed text, unknown encodings, nesting and tokens beyond the limits. Ordinary UTF-8 goes through
 * AnalyseurRapide; as soon as anything unusual comes (comments, CDATA, other encodings), and for every error,
 * saxes takes over and has the last word.
 */
export function xmlSink(part: string, handler: XmlHandler, limites: Limites): XmlSink {
  const garde = new Garde(part, handler, limites)
  let tete = new Uint8Array()
  let analyseur: XmlSink | undefined
  // The declaration is to be seen whole before it is believed.
  const commencer = () => {
    const encoding = encodage(tete, part)
    analyseur = encoding === 'utf-8' ? new AnalyseurRapide(garde) : new AnalyseurSaxes(garde, encoding)
    analyseur.write(tete)
  }
  return {
    write(chunk) {
      if (analyseur) return analyseur.write(chunk)
      tete = joindre(tete, chunk)
      if (tete.length >= TETE) commencer()
    },
    end() {
      if (!analyseur) commencer()
      analyseur?.end()
    },
  }
}

/** An XML boolean: '1', 'true' or 'on'. */
export function estVrai(valeur: string | undefined): boolean {
  return valeur === '1' || valeur === 'true' || valeur === 'on'
}
