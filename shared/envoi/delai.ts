import { situer } from '../referentiel/calendrier.ts'
import type { Echeance, SituationEcheance } from '../referentiel/calendrier.ts'

/** Where a moment stands against a deadline, in Paris and in the words of the text. */

const JOUR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' })
const DIT = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long' })

/** The civil day (ISO) of a moment in Paris: after 23 h in winter UTC it is already tomorrow there. */
export function jourDeParis(instant: Date): string {
  return JOUR.format(instant)
}

export interface Delai {
  situation: SituationEcheance
  /** French sentence, null where the text dates nothing. */
  phrase: string | null
}

/** Judges a deadline at a moment. The words are those of the text; the judged day is that of Paris. */
export function jugerDelai(echeance: Echeance | null, instant: Date): Delai {
  if (!echeance) return { situation: 'sans-date', phrase: null }
  const { libelle, reference, rigueur } = echeance
  const texte = `${reference.texte}, ${reference.article}`
  const situation = situer(echeance, jourDeParis(instant))
  switch (situation) {
    case 'sans-date':
      return { situation, phrase: `À transmettre ${libelle} (${texte}).` }
    case 'dans-les-temps':
      return { situation, phrase: `À transmettre ${libelle} (${texte}).` }
    case 'jour-dispute':
      return {
        situation,
        phrase: `Dernier jour (heure de Paris), et les textes ne disent pas tous la même chose : ${echeance.jourDispute!.explication} (${texte}).`,
      }
    case 'en-retard':
      return {
        situation,
        phrase: `Hors délai : le texte demande « ${libelle} » (${texte}), nous sommes le ${DIT.format(instant)} (heure de Paris).${rigueur ? ' C’est un délai de rigueur : ce qui arrive après peut ne pas être pris en compte.' : ''}`,
      }
  }
}
