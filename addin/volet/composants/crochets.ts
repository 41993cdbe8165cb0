import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Magasin } from '../etat/magasin.ts'

/** The state of a store, followed. */
export function useMagasin<T extends object>(magasin: Magasin<T>): T {
  return useSyncExternalStore(magasin.abonner, () => magasin.etat)
}

/** The clock in ms, read again every `pas` ms: for « il y a 4 minutes ». */
export function useMaintenant(pas = 20_000): number {
  const [maintenant, poser] = useState(() => Date.now())
  useEffect(() => {
    const minuterie = setInterval(() => poser(Date.now()), pas)
    return () => clearInterval(minuterie)
  }, [pas])
  return maintenant
}

/** True once `condition` has held for `delai` ms without a break. */
export function useDepuis(condition: boolean, delai: number): boolean {
  const [atteint, poser] = useState(false)
  useEffect(() => {
    if (!condition) return
    const minuterie = setTimeout(() => poser(true), delai)
    return () => {
      clearTimeout(minuterie)
      poser(false)
    }
  }, [condition, delai])
  return condition && atteint
}

/** A choice that outlives a reload of the pane, where the browser lets it be kept. */
export function useChoixGarde<T extends string>(
  cle: string,
  valeurs: readonly T[],
  defaut: T,
): [T, (v: T) => void] {
  const [valeur, poser] = useState<T>(() => {
    const gardee = lire(cle)
    return valeurs.find((v) => v === gardee) ?? defaut
  })
  return [
    valeur,
    (v) => {
      poser(v)
      garder(cle, v)
    },
  ]
}

/** A text that outlives a reload of the pane, '' at first: a search, a filter. */
export function useTexteGarde(cle: string): [string, (texte: string) => void] {
  const [texte, poser] = useState(() => lire(cle) ?? '')
  return [
    texte,
    (t) => {
      poser(t)
      garderTexte(cle, t === '' ? null : t)
    },
  ]
}

function lire(cle: string): string | null {
  try {
    return sessionStorage.getItem(cle)
  } catch {
    return null
  }
}

function garder(cle: string, valeur: string): void {
  try {
    sessionStorage.setItem(cle, valeur)
  } catch {
    // Storage is off: the choice lasts as long as the pane.
  }
}

/** A text being typed, kept through a reload of the pane; null when there is none. */
export function texteGarde(cle: string): string | null {
  return lire(cle)
}

/** Keeps a text being typed, or forgets it. */
export function garderTexte(cle: string, texte: string | null): void {
  if (texte !== null) garder(cle, texte)
  else {
    try {
      sessionStorage.removeItem(cle)
    } catch {
      // Storage is off: there is nothing to forget.
    }
  }
}
