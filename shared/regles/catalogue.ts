import donnees from './catalogue.json' with { type: 'json' }
import { RAISONS } from './raisons.ts'
import { RAPPELS } from './rappels.ts'
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

/** The documents by their names, not by the codes under which the rules were gathered. */
const TEXTES: Readonly<Record<string, string>> = {
  S000: 'projet de contrat 2024 du Pas-de-Calais',
  S001: 'circulaire du 20 février 2020',
  S002: 'instruction du 14 août 2024',
  S003: 'contrat 2022-2024 du Cantal',
  S004: 'bilan 2020-2022 du Pas-de-Calais',
}

function nommer(source: string): string {
  return source
    .replace(/S00\d/g, (code) => TEXTES[code] ?? code)
    .replace(/(circulaire[^,;]*), circulaire,/g, '$1,')
    .replaceAll("'", '’')
}

/** Every rule with its state: implemented ones by their code, the others by what the texts ask for. */
export function catalogue(): EntreeCatalogue[] {
  const codees = new Map(REGLES.flatMap((r) => [r.id, ...(r.couvre ?? [])].map((id) => [id, r] as const)))
  const rappels = new Map(RAPPELS.map((r) => [r.regle, r]))
  const duTexte = donnees.map((d): EntreeCatalogue => {
    const regle = codees.get(d.id)
    const base = {
      id: d.id,
      citation: d.citation,
      source: nommer(d.source),
      annees: d.annees,
      severite: d.severite,
    }
    if (regle)
      return {
        ...base,
        etat: 'verifiee',
        explication: regle.id === d.id ? `${regle.titre}.` : `Vérifiée par ${regle.id} : ${regle.titre}.`,
      }
    const rappel = rappels.get(d.id)
    if (rappel) return { ...base, etat: 'rappel', explication: rappel.phrase }
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
