/**
 * The one form in which both hosts keep a small text inside the workbook (custom XML part), so that what
 * Excel wrote the page finds again.
 */

export const ESPACE_DE_NOMS = 'urn:cdppe:donnee:1'

/** The XML of a custom part. Key and value are percent-encoded: nothing in them can close an element. */
export function ecrireDonneeXml(cle: string, valeur: string): string {
  return `<donnee xmlns="${ESPACE_DE_NOMS}" cle="${encodeURIComponent(cle)}">${encodeURIComponent(valeur)}</donnee>`
}

/** Reads such a part; null when it is another one's or when it was damaged. */
export function lireDonneeXml(xml: string): { cle: string; valeur: string } | null {
  const element = /<donnee\s([^<>]*?)(?:\/>|>([^<>]*)<\/donnee>)\s*$/.exec(xml)
  const attributs = element?.[1] ?? ''
  const cle = /(?:^|\s)cle=(?:"([^"]*)"|'([^']*)')/.exec(attributs)
  if (!cle || !attributs.includes(ESPACE_DE_NOMS)) return null
  try {
    return {
      cle: decodeURIComponent(cle[1] ?? cle[2] ?? ''),
      valeur: decodeURIComponent((element?.[2] ?? '').trim()),
    }
  } catch {
    return null
  }
}
