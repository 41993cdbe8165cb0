import { readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** What each bundle may weigh, bytes: a cold start reads it whole. A bundle that grows is looked at, then this is. */
export const BUDGETS = { api: 2_250_000, transmission: 2_400_000 } as const

export type NomPaquet = keyof typeof BUDGETS

export interface Poids {
  /** Bytes, as the function reads them. */
  taille: number
  /** Bytes, as they travel. */
  compresse: number
}

export function peser(fichier: string): Poids {
  return { taille: statSync(fichier).size, compresse: gzipSync(readFileSync(fichier)).length }
}

/** @throws Error naming the bundle that weighs more than its budget */
export function tenirBudget(nom: NomPaquet, { taille }: Poids): void {
  if (taille > BUDGETS[nom])
    throw new Error(
      `The bundle of ${nom} weighs ${taille} bytes, more than its budget of ${BUDGETS[nom]} (infra/budgets.ts).`,
    )
}

const ko = (octets: number): string => `${Math.round(octets / 1000)} kB`

/** « api: 1900 kB of 2200 kB, 520 kB gz » */
export function direPoids(nom: NomPaquet, { taille, compresse }: Poids): string {
  return `${nom}: ${ko(taille)} of ${ko(BUDGETS[nom])}, ${ko(compresse)} gz`
}
