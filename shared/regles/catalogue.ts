import donnees from './catalogue.json' with { type: 'json' }
import { RAISONS, RAPPELS } from './raisons.ts'
import { REGLES } from './registre.ts'

/** The catalogue of every rule found in the texts, with what the product does of each. */

export type EtatRegle = 'verifiee' | 'rappel' | 'non-verifiee'

export interface EntreeCatalogue {
  id: string
  etat: EtatRegle
  /** What is checked, or why it is not. */
  explication: string
  /** The words of the text; empty for the rules of reading (LEC, REF, COH), which are ours. */
  citation: string
  source: string
  annees: string
  severite: string
}

/** Every rule with its state: implemented ones by their code, the others by what the texts ask for. */
export function catalogue(): EntreeCatalogue[] {
  const codees = new Map(REGLES.flatMap((r) => [r.id, ...(r.couvre ?? [])].map((id) => [id, r] as const)))
  const duTexte = donnees.map((d): EntreeCatalogue => {
    const regle = codees.get(d.id)
    const base = { id: d.id, citation: d.citation, source: d.source, annees: d.annees, severite: d.severite }
    if (regle)
      return {
        ...base,
        etat: 'verifiee',
        explication: regle.id === d.id ? `${regle.titre}.` : `Vérifiée par ${regle.id} : ${regle.titre}.`,
      }
    if (d.severite === 'information' || RAPPELS.has(d.id))
      return { ...base, etat: 'rappel', explication: `Rappel, sans contrôle : ${d.controle}.` }
    const raison = RAISONS[d.id] ?? `le contrôle demande ${d.donnees}, que le classeur ne porte pas`
    return { ...base, etat: 'non-verifiee', explication: `Non vérifiée : ${raison}.` }
  })
  const connues = new Set(donnees.map((d) => d.id))
  const nous = REGLES.filter((r) => !connues.has(r.id)).map((r): EntreeCatalogue => ({
    id: r.id,
    etat: 'verifiee',
    explication: `${r.titre}.`,
    citation: '',
    source: 'lecture du classeur',
    annees: 'toutes',
    severite: 'selon le référentiel',
  }))
  return [...duTexte, ...nous]
}
