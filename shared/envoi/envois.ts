import type { Calendrier, Echeance } from '../referentiel/calendrier.ts'

/** What a département sends in an exercice, as its référentiel dates it: the sendings, their pièces, their way. */

export interface PieceAttendue {
  id: string
  nom: string
  exigence: 'requise' | 'facultative'
  /** Departments keep it in the workbook itself: then the version is this pièce. */
  dansLeClasseur: boolean
}

export interface Envoi {
  id: string
  /** What the subject of the message says: « projet de contrat ». */
  nom: string
  /** What is due, with its article. */
  quoi: string
  canal: 'boite-dgcs' | 'eusurvey'
  /** null: nothing in the texts dates it. */
  echeance: Echeance | null
  pieces: PieceAttendue[]
  /** The message must say something that no pièce holds: the contacts. */
  precisions: boolean
}

/** A version may be sent at any time; no text dates it. */
export const ENVOI_LIBRE = 'libre'

const NOMS: Readonly<Record<string, string>> = {
  contacts: 'contacts',
  'premiere-version': 'première version',
  'projet-contrat': 'projet de contrat',
  'contrat-signe': 'contrat signé',
  'plan-action': 'plan d’action',
}

const DANS_LE_CLASSEUR = new Set(['plan-action', 'tableau-de-bord', 'fiches-actions'])

/** Due with the projet de contrat, on the same day, without a channel of its own (2024). */
const DEMANDE = 'demande-p304'

type Sources = Pick<Calendrier, 'pieces' | 'echeances'>

function piecesDe({ pieces, echeances }: Sources, echeance: Echeance): PieceAttendue[] {
  const siennes = pieces
    .filter((p) => echeance.pieces.includes(p.id))
    .map(({ id, nom, exigence }) => ({ id, nom, exigence, dansLeClasseur: DANS_LE_CLASSEUR.has(id) }))
  const demande = echeances.find((e) => e.id === DEMANDE && e.exercice === echeance.exercice)
  if (echeance.id !== 'projet-contrat' || demande?.date !== echeance.date) return siennes
  return [
    ...siennes,
    {
      id: DEMANDE,
      nom: 'demande de crédits du programme 304',
      exigence: 'facultative',
      dansLeClasseur: false,
    },
  ]
}

/** The sendings of an exercice in the order of the texts, then the one that no text dates. */
export function envoisDe(sources: Sources, exercice: number): Envoi[] {
  const dates = sources.echeances.flatMap((echeance): Envoi[] => {
    const canal = (['boite-dgcs', 'eusurvey'] as const).find((c) => echeance.canaux.includes(c))
    if (echeance.exercice !== exercice || !canal) return []
    const { id, quoi } = echeance
    return [
      {
        id,
        nom: NOMS[id] ?? quoi.replace(/^(l’|le |la |les )/, ''),
        quoi,
        canal,
        echeance,
        pieces: piecesDe(sources, echeance),
        precisions: id === 'contacts',
      },
    ]
  })
  return [
    ...dates,
    {
      id: ENVOI_LIBRE,
      nom: 'plan d’action',
      quoi: 'le plan d’action, sans échéance',
      canal: 'boite-dgcs',
      echeance: null,
      pieces: [],
      precisions: false,
    },
  ]
}
