import type { MontantLu, TexteLu } from '../plan/plan.ts'
import type { Annexes, CleDate, CleMontant, CleTexte, Contrat, Envoi } from './contrat.ts'
import type { DateLue } from './date.ts'

/** Asking the contract and the sendings for a value that is sure, with its cell. */

/** A date whose day is sure. */
export type JourLu = DateLue & { jour: string }

function estSure(date: DateLue | null): date is JourLu {
  return date !== null && date.jour !== null
}

/** The first sure date under a label. */
export function jourDe(contrat: Contrat | null, cle: CleDate): JourLu | null {
  return (
    contrat?.champs
      .filter((c) => c.cle === cle)
      .map((c) => c.date)
      .find(estSure) ?? null
  )
}

/** Every sure date under a label, with the year that the label states. */
export function joursDe(contrat: Contrat | null, cle: CleDate): { annee: number | null; date: JourLu }[] {
  return (contrat?.champs ?? []).flatMap(({ cle: sienne, annee, date }) =>
    sienne === cle && estSure(date) ? [{ annee, date }] : [],
  )
}

/** The readable amounts under a label, by year; without a year they are those of `exercice`. */
export function montantsDe(
  contrat: Contrat | null,
  cle: CleMontant,
  exercice: number,
): Map<number, MontantLu & { centimes: number }> {
  const montants = new Map<number, MontantLu & { centimes: number }>()
  for (const c of contrat?.champs ?? [])
    if (c.cle === cle && c.montant !== null && c.montant.centimes !== null) {
      const annee = c.annee ?? exercice
      if (!montants.has(annee)) montants.set(annee, { ...c.montant, centimes: c.montant.centimes })
    }
  return montants
}

/** The words under a label. */
export function texteDe(contrat: Contrat | null, cle: CleTexte): TexteLu | null {
  return contrat?.champs.find((c) => c.cle === cle && c.texte !== null)?.texte ?? null
}

/** The cells of a label, whether its value is there or not. */
export function libellesDe(contrat: Contrat | null, ...cles: string[]): string[] {
  return (contrat?.champs ?? []).filter((c) => cles.includes(c.cle)).map((c) => c.libelle.cellule)
}

/** The sendings of a piece whose date is sure, the earliest first. */
export function envoisDe(annexes: Annexes, piece: string): (Envoi & { date: JourLu })[] {
  return (annexes.envois?.lignes ?? [])
    .filter((e) => e.pieces.includes(piece))
    .flatMap((e) => (estSure(e.date) ? [{ ...e, date: e.date }] : []))
    .sort((a, b) => a.date.jour.localeCompare(b.date.jour))
}
