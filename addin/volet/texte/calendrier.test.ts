import { describe, expect, it } from 'vitest'
import { rebours } from '../../../shared/calendrier/compte-a-rebours.ts'
import { referentielDe } from '../../../shared/referentiel/registre.ts'
import { dateEtJour, direCanaux, direSituation, estPasse } from './calendrier.ts'

const lisible = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ')
const echeances = referentielDe(2024)!.echeances
const projet = echeances.find((e) => e.id === 'projet-contrat')!
const rapport = echeances.find((e) => e.id === 'rapport-execution')!

const dite = (e: typeof projet, instant: string) => {
  const { genre, phrase } = direSituation(e, rebours(e, Date.parse(instant)))
  return [genre, lisible(phrase)]
}

describe('how an échéance stands', () => {
  it('is green until the eve, orange on the day that the texts dispute, red after', () => {
    expect(dite(projet, '2024-10-01T10:00:00Z')).toEqual(['suffit', 'Il reste 29 jours (heure de Paris).'])
    expect(dite(projet, '2024-10-30T22:30:00Z')).toEqual(['suffit', 'Il reste 30 minutes (heure de Paris).'])
    const [genre, phrase] = dite(projet, '2024-10-31T17:48:00Z')
    expect(genre).toBe('incertain')
    expect(phrase).toMatch(/ne s’accordent pas : l’instruction écrit .* Il reste 5 h 12 avant minuit/)
    expect(dite(projet, '2024-10-31T23:00:00Z')).toEqual([
      'manque',
      'Terme passé ; ce délai est de rigueur : ce qui arrive après n’est pas pris en compte.',
    ])
  })

  it('says why there is no date', () => {
    expect(dite(rapport, '2024-10-01T10:00:00Z')).toEqual([
      'neutre',
      'La date dépend de la signature, que le classeur n’écrit pas.',
    ])
    expect(dite({ ...rapport, delai: null }, '2024-10-01T10:00:00Z')[1]).toBe('Le texte n’écrit pas de date.')
  })
})

describe('dates and channels in words', () => {
  it('names them', () => {
    expect(lisible(dateEtJour('2024-10-31'))).toBe('jeudi 31 octobre 2024')
    expect(direCanaux(['prefet', 'ars'])).toBe('préfet et ARS')
    expect([direCanaux([]), direCanaux(['eusurvey'])]).toEqual(['', 'formulaire EUSurvey'])
  })

  it('tells what is past by the day of Paris', () => {
    expect(estPasse('2024-10-31', Date.parse('2024-10-31T22:59:00Z'))).toBe(false)
    expect(estPasse('2024-10-31', Date.parse('2024-10-31T23:00:00Z'))).toBe(true)
  })
})
