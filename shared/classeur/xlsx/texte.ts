/**
 * Decodes the `_xHHHH_` escapes of the format's texts (`_x000D_` is a carriage return, `_x005F_` protects
 * an underscore).
 */
export function decoderTexte(texte: string): string {
  if (!texte.includes('_x')) return texte
  return texte.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hexa: string) => String.fromCharCode(parseInt(hexa, 16)))
}

/** Encodes what an XML text cannot hold, and what would read back as an escape. */
export function encoderTexte(texte: string): string {
  return texte
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd]/gu, (c) =>
      c.length === 2 ? c : `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

/** Escapes a text for XML, within an element or a double-quoted attribute. */
export function echapperXml(texte: string): string {
  return texte.replace(/[&<>"]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;',
  )
}
