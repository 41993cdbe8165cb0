import { describe, expect, it } from 'vitest'
import type { Action, Financement, MontantLu } from '../plan/plan.ts'
import { lireMontant } from '../montant/lire-montant.ts'
import { referentielDe } from '../referentiel/registre.ts'
import { fichesDe } from './fiches.ts'
import { formulairePresume } from './formulaire-presume.ts'
import type { Formulaire } from './formulaire.ts'

const montant = (texte: string): MontantLu => ({ ...lireMontant(texte), texte, cellule: 'Plan!F2' })

const part = (suite: Partial<Financement>): Financement => ({
  exercice: 2024,
  periode: null,
  financeur: 'Etat',
  enveloppe: 'FIR',
  enveloppeLue: null,
  celluleObjectif: null,
  prevu: montant('1 000 €'),
  fleche: null,
  engage: null,
  execute: null,
  ...suite,
})

const action = (financements: Financement[], suite: Partial<Action> = {}): Action => ({
  numero: '9 BIS',
  intitule: ' Équipe mobile ',
  engagement: null,
  objectifsLus: [],
  objectif: 9,
  financements,
  textes: [
    { texte: 'Première ligne', cellule: 'Plan!H2' },
    { texte: 'Seconde ligne', cellule: 'Plan!I2' },
  ],
  cellules: ['Plan!A2'],
  ...suite,
})

const reponse = (a: Action, champ: string, formulaire: Formulaire = formulairePresume(2024)) =>
  fichesDe(formulaire, {
    departement: 'Pas-de-Calais',
    plan: { actions: [a], exercices: [2024] },
    referentiel: referentielDe(2024),
  })
    .find((f) => f.id === 'action-1')!
    .reponses.find((r) => r.champ === champ)!

describe('an answer', () => {
  it('is the words of the plan, the title of the text for an objectif, and lines for several columns', () => {
    const a = action([part({})])
    expect(reponse(a, 'numero').valeur).toBe('9 BIS')
    expect(reponse(a, 'intitule').valeur).toBe('Équipe mobile')
    expect(reponse(a, 'titre-objectif').valeur).toMatch(/^\S.{20,}/)
    expect(reponse(a, 'observations').valeur).toBe('Première ligne\nSeconde ligne')
    expect(reponse(a, 'engagement')).toMatchObject({ valeur: null, raison: 'Le classeur n’en dit rien.' })
  })

  it('is an amount of the exercice alone, in figures that a form takes', () => {
    const a = action([
      part({ prevu: montant('250 000,50 €') }),
      part({ prevu: montant('7 €'), exercice: 2025 }),
      part({ financeur: 'Departement', enveloppe: null, prevu: montant('12 €') }),
    ])
    expect(reponse(a, 'part-fir').valeur).toBe('250000,5')
    expect(reponse(a, 'part-departement').valeur).toBe('12')
    expect(reponse(a, 'part-ondam').valeur).toBe('0')
  })

  it('is never a guess: an amount that is not sure, or that covers the whole contract, is left to a person', () => {
    expect(reponse(action([part({ prevu: montant('à définir') })]), 'part-fir')).toMatchObject({
      valeur: null,
      raison: expect.stringContaining('Plan!F2') as string,
    })
    expect(reponse(action([part({ exercice: null })]), 'part-fir')).toMatchObject({
      valeur: null,
      raison: expect.stringContaining('pour toute la durée du contrat') as string,
    })
  })
})
