import { direDuree } from '../../../shared/calendrier/compte-a-rebours.ts'
import type { Rebours } from '../../../shared/calendrier/compte-a-rebours.ts'
import { jourDeParis } from '../../../shared/calendrier/heure-de-paris.ts'
import type { Canal, Echeance } from '../../../shared/referentiel/calendrier.ts'
import { dateLongue } from '../../../shared/referentiel/date-civile.ts'
import { fr, typographier } from './typographie.ts'

/** How an échéance stands, as the pane shows it: a colour's name, always beside a sentence. */
export interface SituationDite {
  genre: 'suffit' | 'incertain' | 'manque' | 'neutre'
  phrase: string
}

/** @param echeance dated already, from the signature where the text counts from it */
export function direSituation(
  echeance: Pick<Echeance, 'date' | 'delai' | 'jourDispute' | 'rigueur'>,
  { situation, reste }: Rebours,
): SituationDite {
  switch (situation) {
    case 'sans-date':
      return {
        genre: 'neutre',
        phrase:
          echeance.delai === null
            ? 'Le texte n’écrit pas de date.'
            : 'La date dépend de la signature, que le classeur n’écrit pas.',
      }
    case 'dans-les-temps':
      return { genre: 'suffit', phrase: fr`Il reste ${espacer(direDuree(reste))} (heure de Paris).` }
    case 'jour-dispute':
      return {
        genre: 'incertain',
        phrase: fr`C’est le jour même, sur lequel les textes ne s’accordent pas : ${typographier(echeance.jourDispute?.explication ?? '')}. Envoyez sans attendre et gardez la preuve de l’heure. Il reste ${espacer(direDuree(reste))} avant minuit (heure de Paris).`,
      }
    case 'en-retard':
      return {
        genre: 'manque',
        phrase: fr`Terme passé${echeance.rigueur ? ' ; ce délai est de rigueur : ce qui arrive après n’est pas pris en compte' : ''}.`,
      }
  }
}

function espacer(duree: string): string {
  return duree
    .replace(/(\d) /g, '$1\u00a0')
    .replace(/ (\d\d)$/, '\u00a0$1')
    .replace(/ h\b/, '\u00a0h')
}

const CANAUX: Record<Canal, string> = {
  'boite-dgcs': 'boîte de la DGCS',
  eusurvey: 'formulaire EUSurvey',
  prefet: 'préfet',
  ars: 'ARS',
}

/** « préfet et ARS » ; '' where the text names no channel. */
export function direCanaux(canaux: readonly Canal[]): string {
  const noms = canaux.map((c) => CANAUX[c])
  return noms.length < 2 ? (noms[0] ?? '') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)!}`
}

const SEMAINE = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' })

/** « jeudi 31 octobre 2024 » of a civil date (ISO). */
export function dateEtJour(date: string): string {
  return `${SEMAINE.format(new Date(`${date}T00:00:00Z`))} ${dateLongue(date)}`.replace(/ /g, '\u00a0')
}

/** Is this civil date before the day of that instant in Paris? */
export function estPasse(date: string, maintenant: number): boolean {
  return date < jourDeParis(maintenant)
}
