import { normaliser } from '../classeur/texte.ts'
import type { Fiche } from '../contrat/contrat.ts'
import type { Action } from '../plan/plan.ts'
import type { Contexte } from './regle.ts'

/** What the rules of the fiches action share: which fiche describes which action. */

export const SANS_FICHE = { sansObjet: 'Le classeur ne contient pas de fiche action.' }

/** « 9 BIS », « 9bis » and « 09 bis » are one number. */
export const cleNumero = (numero: string) =>
  normaliser(numero)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^0+/, '')

/** The actions that a fiche describes, by its number. */
export function actionsDe({ plan }: Contexte, fiche: Fiche): Action[] {
  const cle = cleNumero(fiche.numero)
  return cle === '' ? [] : plan.actions.filter((a) => cleNumero(a.numero) === cle)
}

/** The fiches of the actions that serve an objectif. */
export function fichesDe(contexte: Contexte, objectif: number): Fiche[] {
  return contexte.annexes.fiches.filter((f) => actionsDe(contexte, f).some((a) => a.objectif === objectif))
}

/** All the words of a fiche, normalised. */
export function motsDe(fiche: Fiche): string {
  return normaliser(
    [fiche.titre.texte, ...[...fiche.rubriques.values()].map((r) => r.contenu?.texte ?? '')].join(' \n '),
  )
}

/** « Fiche action 12 », or its sheet where it has no number. */
export function nommer(fiche: Fiche): string {
  return fiche.numero === '' ? `Fiche action « ${fiche.feuille} »` : `Fiche action ${fiche.numero}`
}
