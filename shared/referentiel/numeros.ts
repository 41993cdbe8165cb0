import { enumerer } from '../classeur/texte.ts'

/** Lists of numbers as an officer writes them: « 1 à 5, 13 ». */

/** Ascending numbers, runs of three and more folded: [1,2,3,13] → « 1 à 3 », « 13 ». */
function morceaux(numeros: readonly number[]): string[] {
  const tries = [...new Set(numeros)].sort((a, b) => a - b)
  const plages: string[] = []
  for (let i = 0; i < tries.length;) {
    let fin = i
    while (fin + 1 < tries.length && tries[fin + 1] === tries[fin]! + 1) fin++
    if (fin - i >= 2) plages.push(`${tries[i]} à ${tries[fin]}`)
    else for (let k = i; k <= fin; k++) plages.push(String(tries[k]))
    i = fin + 1
  }
  return plages
}

/** As a cell holds them: « 1 à 5, 13 ». */
export function ecrireNumeros(numeros: readonly number[]): string {
  return morceaux(numeros).join(', ')
}

/** As a sentence says them: « 1 à 5 et 13 ». */
export function direNumeros(numeros: readonly number[]): string {
  return enumerer(morceaux(numeros))
}

/** How many numbers one list may hold: « 1 à 9999999 » is a mistake, not a list. */
const PLUS_LONGUE = 500

/** Reads « 1 à 5, 13 », « 6;7 » or « 2025-2027 »; null when it is no list of whole numbers. */
export function lireNumeros(texte: string): number[] | null {
  const numeros: number[] = []
  for (const morceau of texte.split(/[,;]|\bet\b/)) {
    const m = /^\s*(\d{1,4})\s*(?:(?:à|a|-|–|—)\s*(\d{1,4}))?\s*$/i.exec(morceau)
    if (!m) return null
    const debut = Number(m[1])
    const fin = m[2] === undefined ? debut : Number(m[2])
    if (fin < debut || numeros.length + fin - debut >= PLUS_LONGUE) return null
    for (let n = debut; n <= fin; n++) numeros.push(n)
  }
  return numeros
}
