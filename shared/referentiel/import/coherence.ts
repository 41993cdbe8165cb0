import { verifierCalendrier } from './coherence-calendrier.ts'
import { verifierExercices } from './coherence-exercices.ts'
import { verifierFinances } from './coherence-finances.ts'
import { verifierObjectifs } from './coherence-objectifs.ts'
import type { Probleme } from './probleme.ts'
import { listeDe, propre, racine, texteDe } from './vue.ts'
import type { Referentiel } from '../referentiel.ts'

export interface Entourage {
  /** The référentiels that are already loaded. */
  charges: readonly Referentiel[]
  /** Ids of the rules that exist, null where the caller does not know them. */
  regles: readonly string[] | null
}

/** What holds between the values of a référentiel, and between it and those already loaded. */
export function verifierCoherence(document: unknown, entourage: Entourage): Probleme[] {
  const r = racine(document)
  return [
    ...verifierExercices(r, entourage.charges),
    ...verifierObjectifs(r),
    ...verifierFinances(r),
    ...verifierCalendrier(r),
    ...verifierDestinataires(r, entourage.charges),
    ...verifierPack(r, entourage.regles),
  ]
}

/** Once each; and never a spelling that a text is known to misprint. */
function verifierDestinataires(r: Record<string, unknown>, charges: readonly Referentiel[]): Probleme[] {
  const refusees = new Set(
    charges.flatMap((c) => c.destinataires.flatMap((d) => d.graphiesRefusees.map((g) => g.graphie))),
  )
  for (const { brut } of listeDe(r, 'destinataires'))
    for (const g of listeDe(brut, 'graphiesRefusees')) {
      const graphie = texteDe(g.brut, 'graphie')
      if (graphie !== null) refusees.add(graphie)
    }
  const vus = new Set<string>()
  return listeDe(r, 'destinataires').flatMap(({ rang, brut }): Probleme[] => {
    const courriel = texteDe(brut, 'courriel')
    if (courriel === null) return []
    const chemin = ['destinataires', rang, 'courriel']
    if (refusees.has(courriel.toLowerCase()))
      return [{ chemin, phrase: `l’adresse « ${courriel} » est une graphie fautive, à ne jamais écrire` }]
    if (vus.has(courriel.toLowerCase()))
      return [{ chemin, phrase: `le destinataire « ${courriel} » est écrit deux fois` }]
    vus.add(courriel.toLowerCase())
    return []
  })
}

function verifierPack(r: Record<string, unknown>, regles: readonly string[] | null): Probleme[] {
  const vues = new Set<unknown>()
  return listeDe(r, 'pack').flatMap(({ rang, brut }): Probleme[] => {
    const regle = propre(brut, 'regle')
    const chemin = ['pack', rang, 'regle']
    if (typeof regle !== 'string') return []
    if (vues.has(regle)) return [{ chemin, phrase: `la règle ${regle} est écrite deux fois` }]
    vues.add(regle)
    return regles !== null && !regles.includes(regle)
      ? [{ chemin, phrase: `la règle ${regle} n’existe pas dans ce produit` }]
      : []
  })
}
