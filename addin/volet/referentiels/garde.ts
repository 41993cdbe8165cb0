/** The référentiels that this machine remembers, as their documents: they are read again, and judged again, at each start. */

const CLE = 'cdppe.referentiels'

export type SourceGardee =
  | { genre: 'poste'; le: string }
  | { genre: 'publie'; le: string; numero: number; par: { prenom: string; nom: string } }

export interface ReferentielGarde {
  document: unknown
  source: SourceGardee
}

/** What keeps texts from one start to the next: the browser's localStorage. */
export type Memoire = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What was kept; `endommage` where something was and cannot be read any more. */
export function lireGardes(memoire: Memoire | null): { gardes: ReferentielGarde[]; endommage: boolean } {
  let texte: string | null
  try {
    texte = memoire?.getItem(CLE) ?? null
  } catch {
    texte = null
  }
  if (texte === null) return { gardes: [], endommage: false }
  try {
    const lus: unknown = JSON.parse(texte)
    if (!Array.isArray(lus)) return { gardes: [], endommage: true }
    const gardes = lus.filter(estGarde)
    return { gardes, endommage: gardes.length < lus.length }
  } catch {
    return { gardes: [], endommage: true }
  }
}

/** Keeps them; false where the machine does not let it be done (storage off or full). */
export function garder(memoire: Memoire | null, gardes: readonly ReferentielGarde[]): boolean {
  try {
    if (gardes.length === 0) memoire?.removeItem(CLE)
    else memoire?.setItem(CLE, JSON.stringify(gardes))
    return memoire !== null
  } catch {
    return false
  }
}

/** The browser's own, null where it is off. */
export function memoireDuPoste(): Memoire | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function estGarde(valeur: unknown): valeur is ReferentielGarde {
  if (typeof valeur !== 'object' || valeur === null || !('document' in valeur) || !('source' in valeur))
    return false
  const source = valeur.source as Partial<SourceGardee & { par: unknown; numero: unknown }> | null
  if (typeof source !== 'object' || source === null || !estInstant(source.le)) return false
  if (source.genre === 'poste') return true
  const par = source.par as { prenom?: unknown; nom?: unknown } | undefined
  return (
    source.genre === 'publie' &&
    typeof source.numero === 'number' &&
    typeof par?.prenom === 'string' &&
    typeof par.nom === 'string'
  )
}

function estInstant(valeur: unknown): boolean {
  return typeof valeur === 'string' && !Number.isNaN(Date.parse(valeur))
}
