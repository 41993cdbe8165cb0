import { inflateSync } from 'node:zlib'

/** The words of a PDF of ours, for the tests: its page streams, whose texts are hexadecimal WinAnsi. */
export function texteDuPdf(fichier: Uint8Array): string {
  const brut = Buffer.from(fichier)
  const morceaux: string[] = []
  for (let i = brut.indexOf('stream\n'); i >= 0; i = brut.indexOf('stream\n', i + 7)) {
    const fin = brut.indexOf('endstream', i)
    try {
      const flux = inflateSync(brut.subarray(i + 7, fin)).toString('latin1')
      for (const [, hexa] of flux.matchAll(/<([0-9A-F]+)> Tj/g))
        morceaux.push(new TextDecoder('windows-1252').decode(Buffer.from(hexa!, 'hex')))
    } catch {
      // Not a compressed stream of text.
    }
  }
  return morceaux.join(' ')
}
