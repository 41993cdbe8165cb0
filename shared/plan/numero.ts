/** The number of an action as it is compared and shown: « Action n° 9 bis » is « 9 BIS ». */
export function lireNumero(texte: string): string {
  const court = texte.replace(/^(fiche[\s-]*)?(action)?\s*(n\s*[°º]|no\.?|num[ée]ro)?\s*/i, '').trim()
  return (court === '' ? texte : court).toUpperCase().replace(/^(\d+)\s*(BIS|TER|QUATER)$/, '$1 $2')
}
