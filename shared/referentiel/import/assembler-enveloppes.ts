import { normaliser } from '../../classeur/texte.ts'
import type { Assemblage } from './assemblage.ts'
import { ENVELOPPES_FEUILLE } from './feuilles.ts'
import type { Rangee } from './lire-feuille.ts'

interface Assemblee {
  enveloppe: unknown
  objectifs: unknown
  conditions: Record<string, unknown>[]
}

/** The sheet « Enveloppes »: an eligibility a row, its conditions on rows of their own, and the silences. */
export function assemblerEnveloppes(a: Assemblage, rangees: readonly Rangee[]): void {
  const eligibilites: Assemblee[] = []
  const nonDites: Record<string, unknown>[] = []
  for (const rangee of rangees) {
    const { enveloppe, objectifs, condition } = rangee.valeurs
    if (typeof enveloppe === 'string' && normaliser(enveloppe) === 'non dite') {
      const chemin = ['enveloppesNonDites', nonDites.length]
      a.situer(chemin, rangee, ['objectifs'])
      a.situerValeur([...chemin, 'motif'], rangee, 'condition')
      nonDites.push({ objectifs, motif: condition ?? undefined, ...a.referenceDe(rangee, chemin) })
    } else if ((condition ?? null) === null) {
      const chemin = ['eligibilites', eligibilites.length]
      a.situer(chemin, rangee, ['enveloppe', 'objectifs'])
      eligibilites.push({ enveloppe, objectifs, conditions: [], ...a.referenceDe(rangee, chemin) })
    } else ajouterCondition(a, eligibilites, rangee)
  }
  a.poser('eligibilites', eligibilites, ENVELOPPES_FEUILLE)
  a.poser('enveloppesNonDites', nonDites, ENVELOPPES_FEUILLE)
}

/** A condition goes to the eligibility above it that has its enveloppe and its objectif. */
function ajouterCondition(a: Assemblage, eligibilites: Assemblee[], rangee: Rangee): void {
  const { enveloppe, objectifs, condition } = rangee.valeurs
  for (const objectif of Array.isArray(objectifs) ? (objectifs as number[]) : []) {
    const i = eligibilites.findLastIndex(
      (e) => e.enveloppe === enveloppe && Array.isArray(e.objectifs) && e.objectifs.includes(objectif),
    )
    const eligibilite = eligibilites[i]
    if (!eligibilite) {
      a.refuser(
        rangee.cellules['objectifs'],
        `aucune ligne au-dessus n’ouvre l’enveloppe ${String(enveloppe)} à l’objectif ${objectif}, que cette condition précise`,
      )
      continue
    }
    const chemin = ['eligibilites', i, 'conditions', eligibilite.conditions.length]
    a.situer(chemin, rangee, ['condition'])
    a.situerValeur([...chemin, 'objectif'], rangee, 'objectifs')
    eligibilite.conditions.push({ objectif, condition, ...a.referenceDe(rangee, chemin) })
  }
}
