import type { Constat } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'

export interface GroupeRegle {
  regle: string
  constats: Constat[]
}

export interface GroupeGravite {
  gravite: Gravite
  nombre: number
  regles: GroupeRegle[]
}

const ORDRE: readonly Gravite[] = ['bloquant', 'a-justifier', 'information']

/** The constats by gravité then by rule, in the order in which the report gives the rules. Empty groups are left out. */
export function grouper(constats: readonly Constat[]): GroupeGravite[] {
  return ORDRE.flatMap((gravite) => {
    const siens = constats.filter((c) => c.gravite === gravite)
    if (siens.length === 0) return []
    const regles = [...new Set(siens.map((c) => c.regle))].map((regle) => ({
      regle,
      constats: siens.filter((c) => c.regle === regle),
    }))
    return [{ gravite, nombre: siens.length, regles }]
  })
}

/** How many constats of each gravité. */
export function compter(constats: readonly Constat[]): Record<Gravite, number> {
  const n: Record<Gravite, number> = { bloquant: 0, 'a-justifier': 0, information: 0 }
  for (const c of constats) n[c.gravite]++
  return n
}

/**
 * The constats that hold every word that was typed, in any case and with or without accents: in the message,
 * the rule, the text of reference, the justification or the cells. `masquees`: gravités that are put out of sight.
 */
export function filtrer(
  constats: readonly Constat[],
  recherche: string,
  masquees: ReadonlySet<Gravite>,
): Constat[] {
  const mots = aplatir(recherche).split(' ').filter(Boolean)
  return constats.filter((c) => {
    if (masquees.has(c.gravite)) return false
    if (mots.length === 0) return true
    const texte = aplatir(
      [
        c.message,
        c.regle,
        c.constate,
        c.attendu,
        c.reference.texte,
        c.reference.article,
        c.justification?.texte ?? '',
        c.justification?.auteur ?? '',
        ...c.cellules,
      ].join(' '),
    )
    return mots.every((mot) => texte.includes(mot))
  })
}

/** Lower case, no accents, straight apostrophes, one space. */
function aplatir(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
