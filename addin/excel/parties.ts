import { ESPACE_DE_NOMS, lireDonneeXml } from '../../shared/classeur/donnee-xml.ts'

/** The small texts that the product keeps in the workbook, as Excel's custom XML parts. */

export interface PartieLue {
  partie: Excel.CustomXmlPart
  donnee: ReturnType<typeof lireDonneeXml>
}

/** Asks for the parts of our namespace; read once the context has been synchronised. */
export function demanderParties(contexte: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parties = contexte.workbook.customXmlParts.getByNamespace(ESPACE_DE_NOMS)
  parties.load('items')
  return parties
}

/** To be called once the list has been synchronised. */
export async function lireParties(
  contexte: Excel.RequestContext,
  parties: Excel.CustomXmlPartScopedCollection,
): Promise<PartieLue[]> {
  if (parties.items.length === 0) return []
  const lues = parties.items.map((partie) => ({ partie, xml: partie.getXml() }))
  await contexte.sync()
  return lues.map(({ partie, xml }) => ({ partie, donnee: lireDonneeXml(xml.value) }))
}

/** Each of our parts with what it says. */
export async function partiesDe(contexte: Excel.RequestContext): Promise<PartieLue[]> {
  const parties = demanderParties(contexte)
  await contexte.sync()
  return lireParties(contexte, parties)
}
