import { memoriser } from './memoire.ts'

/** Every kind of space that French tables hold, no-break and narrow ones included. */
const ESPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g

/**
 * A text for comparison: no case, no accents, straight apostrophes and quotes, « n° » and « N°» as n,
 * single spaces. Never shown to anyone.
 */
export const normaliser: (texte: string) => string = memoriser(
  (texte) => (SIMPLE.test(texte) ? texte.toLowerCase() : reduire(texte)),
  200,
)

/** Plain letters, figures and signs, single spaces between them: nothing but the case to reduce. */
const SIMPLE = /^(?:[!#-_a-~]+(?: [!#-_a-~]+)*)?$/

function reduire(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[«»“”„"]/g, ' ')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'oe')
    .replace(/n\s?[°º]/gi, 'n ')
    .replace(ESPACES, ' ')
    .trim()
    .toLowerCase()
}

/** Spaces of all kinds folded to one plain space, ends trimmed; case and accents stay. */
export function aplatir(texte: string): string {
  return texte.replace(ESPACES, ' ').trim()
}

/** « 1 point », « 3 points »: the French plural begins at 2. */
export function accorder(n: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${n} ${Math.abs(n) < 2 ? singulier : pluriel}`
}

/** « FIR », « FIR ou ONDAM », « 1, 2 et 3 ». */
export function enumerer(elements: readonly (string | number)[], liaison = 'et'): string {
  if (elements.length < 2) return elements.join('')
  return `${elements.slice(0, -1).join(', ')} ${liaison} ${elements.at(-1)}`
}
