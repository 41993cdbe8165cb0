import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { ajouterReferentiel, REFERENTIELS } from '../../shared/referentiel/registre.ts'

/** The référentiels by which this page judges: those that ship, and those that were loaded here. */
let enPlus: readonly Referentiel[] = []
const abonnes = new Set<() => void>()

/** Where the loaded ones are kept between two openings, as a JSON array. */
export const CLE_GARDES = 'cdppe-referentiels'

/** Those that were loaded here: what a worker has to be told. */
export function referentielsEnPlus(): readonly Referentiel[] {
  return enPlus
}

export function referentielsCharges(): readonly Referentiel[] {
  return enPlus.reduce((charges, r) => ajouterReferentiel(charges, r), REFERENTIELS)
}

/** Adds one, in the place of its earlier version, and keeps it for the next opening. Whoever calls has read it. */
export function chargerReferentiel(referentiel: Referentiel): void {
  poser([...enPlus.filter((r) => r.id !== referentiel.id), referentiel])
  garder()
}

/** Takes a loaded one away. */
export function retirerReferentiel(id: string): void {
  poser(enPlus.filter((r) => r.id !== id))
  garder()
}

/** Calls back after each change; returns how to stop. */
export function surCharges(rappel: () => void): () => void {
  abonnes.add(rappel)
  return () => abonnes.delete(rappel)
}

/** Reads back what was kept, each checked as a file is; what no longer passes is left out. */
export async function relireGardes(): Promise<void> {
  const gardes = lireGardes()
  if (gardes.length === 0) return
  const { lireReferentiel } = await import('../../shared/referentiel/importer.ts')
  let lus: readonly Referentiel[] = []
  for (const garde of gardes) {
    const charges = lus.reduce((c, r) => ajouterReferentiel(c, r), REFERENTIELS)
    const lecture = lireReferentiel(garde, { charges })
    if ('referentiel' in lecture) lus = [...lus, lecture.referentiel]
  }
  poser(lus)
}

function poser(referentiels: readonly Referentiel[]): void {
  enPlus = referentiels
  for (const rappel of abonnes) rappel()
}

function lireGardes(): unknown[] {
  try {
    const lus: unknown = JSON.parse(localStorage.getItem(CLE_GARDES) ?? '[]')
    return Array.isArray(lus) ? lus : []
  } catch {
    return []
  }
}

function garder(): void {
  try {
    localStorage.setItem(CLE_GARDES, JSON.stringify(enPlus))
  } catch {
    // Storage is off or full: they last as long as the page.
  }
}
