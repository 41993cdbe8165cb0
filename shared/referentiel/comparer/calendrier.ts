import { enumerer } from '../../classeur/texte.ts'
import type { Canal, Echeance } from '../calendrier.ts'
import { dateLongue } from '../date-civile.ts'
import type { Referentiel } from '../referentiel.ts'
import { devient, ecarts } from './ecarts.ts'

const CANAUX: Record<Canal, string> = {
  'boite-dgcs': 'boîte de la DGCS',
  eusurvey: 'formulaire EUSurvey',
  prefet: 'préfet',
  ars: 'ARS',
}

/** Duration, dates, pieces, channels and rétroplanning. */
export function comparerCalendriers(avant: Referentiel, apres: Referentiel): string[] {
  const phrases: string[] = []
  const [fa, fb] = [avant.dureeContrat?.fin ?? null, apres.dureeContrat?.fin ?? null]
  if (fa !== fb) phrases.push(`Fin du contrat : ${devient(fa && dateLongue(fa), fb && dateLongue(fb))}.`)
  const dates = ecarts(derniers(avant.echeances), derniers(apres.echeances), (e) => e.id)
  phrases.push(
    ...dates.ajoutes.map((e) => `Échéance ajoutée : ${e.quoi}, ${dire(e)}.`),
    ...dates.retires.map((e) => `Échéance retirée : ${e.quoi}, ${dire(e)}.`),
  )
  for (const [a, b] of dates.communs) {
    if (dire(a) !== dire(b)) phrases.push(`Échéance, ${b.quoi} : ${devient(dire(a), dire(b))}.`)
    const [ca, cb] = [direCanaux(a), direCanaux(b)]
    if (ca !== cb) phrases.push(`Envoi, ${b.quoi} : ${devient(ca, cb)}.`)
  }
  const pieces = ecarts(avant.pieces, apres.pieces, (p) => p.id)
  phrases.push(
    ...pieces.ajoutes.map((p) => `Pièce ajoutée : ${p.nom} (${p.exigence}).`),
    ...pieces.retires.map((p) => `Pièce retirée : ${p.nom}.`),
  )
  for (const [a, b] of pieces.communs) {
    if (a.exigence !== b.exigence) phrases.push(`Pièce, ${b.nom} : ${devient(a.exigence, b.exigence)}.`)
    if (a.nom !== b.nom) phrases.push(`Pièce : « ${a.nom} » devient « ${b.nom} ».`)
  }
  const etapes = ecarts(avant.retroplanning, apres.retroplanning, (e) => e.id)
  if (apres.retroplanning.length === 0 && avant.retroplanning.length > 0)
    phrases.push(`Le rétroplanning en ${avant.retroplanning.length} étapes n’est pas repris.`)
  else
    phrases.push(
      ...etapes.ajoutes.map((e) => `Étape de rétroplanning ajoutée : ${e.nom}, ${e.joursAvant} jours avant.`),
      ...etapes.retires.map((e) => `Étape de rétroplanning retirée : ${e.nom}.`),
      ...etapes.communs.flatMap(([a, b]) =>
        a.joursAvant === b.joursAvant
          ? []
          : [
              `Étape de rétroplanning, ${b.nom} : ${devient(String(a.joursAvant), String(b.joursAvant))} jours avant.`,
            ],
      ),
    )
  return phrases
}

/** One échéance of each id: that of its last exercice. */
function derniers(echeances: readonly Echeance[]): Echeance[] {
  return [...new Map(echeances.map((e) => [e.id, e])).values()]
}

/** The words of the text, with the day where they do not bear it. */
function dire(e: Echeance): string {
  const date = e.date === null || e.libelle.includes(e.date.slice(0, 4)) ? '' : ` (${dateLongue(e.date)})`
  return `${e.libelle}${date}${e.rigueur && !e.libelle.includes('rigueur') ? ', délai de rigueur' : ''}`
}

function direCanaux(e: Echeance): string | null {
  return e.canaux.length === 0 ? null : enumerer(e.canaux.map((c) => CANAUX[c]))
}
