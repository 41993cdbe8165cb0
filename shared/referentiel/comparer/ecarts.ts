import { direNumeros } from '../numeros.ts'

/** What two lists have in common and apart, by key. */
export interface Ecarts<T> {
  ajoutes: T[]
  retires: T[]
  communs: [T, T][]
}

export function ecarts<T>(avant: readonly T[], apres: readonly T[], cle: (t: T) => unknown): Ecarts<T> {
  const parCle = new Map(avant.map((t) => [cle(t), t]))
  const cles = new Set(apres.map(cle))
  return {
    ajoutes: apres.filter((t) => !parCle.has(cle(t))),
    retires: avant.filter((t) => !cles.has(cle(t))),
    communs: apres.flatMap((t): [T, T][] => {
      const jumeau = parCle.get(cle(t))
      return jumeau === undefined ? [] : [[jumeau, t]]
    }),
  }
}

/** « auparavant A, désormais B », with the silences said: null is « rien d’écrit ». */
export function devient(avant: string | null, apres: string | null): string {
  return `auparavant ${avant ?? 'rien d’écrit'}, désormais ${apres ?? 'rien d’écrit'}`
}

/** « l’objectif 6 », « les objectifs 6 à 8 et 10 ». */
export function lesObjectifs(numeros: readonly number[]): string {
  return `${numeros.length > 1 ? 'les objectifs ' : 'l’objectif '}${direNumeros(numeros)}`
}

export function majuscule(phrase: string): string {
  return phrase === '' ? '' : phrase[0]!.toUpperCase() + phrase.slice(1)
}

/** Keys to the numbers that share them, in order of first appearance. */
export function grouper(paires: Iterable<readonly [cle: string, numero: number]>): [string, number[]][] {
  const groupes = new Map<string, number[]>()
  for (const [cle, numero] of paires) groupes.set(cle, [...(groupes.get(cle) ?? []), numero])
  return [...groupes]
}
