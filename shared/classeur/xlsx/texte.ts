/**
 * Decodes the `_xHHHH_` escapes of the format's texts (`_x000D_` is a carriage return, `_x005F_` protects
 * an underscore).
 */
export function decoderTexte(texte: string): string {
  if (!texte.includes('_x')) return texte
  return texte.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hexa: string) => String.fromCharCode(parseInt(hexa, 16)))
}

/** A character that XML cannot hold, or an underscore that would then read as the start of an escape. */
const A_ENCODER =
  /_(?=x[0-9A-Fa-f]{4}(?:_|[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]))|[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Encodes what an XML text cannot hold, and what would read back as an escape. */
export function encoderTexte(texte: string): string {
  return texte.replace(A_ENCODER, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

/** Escapes a text for XML, within an element or a double-quoted attribute. */
export function echapperXml(texte: string): string {
  return texte.replace(/[&<>"]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;',
  )
}
