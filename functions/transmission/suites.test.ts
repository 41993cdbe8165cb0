import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SuiteConstatee } from '../depot/transmissions.ts'
import { motifRejet } from './phrases.ts'
import { apresEnvoi } from './suites.ts'

const DGCS = 'dgcs-contrats-enfance@social.gouv.fr'
const T = { tentativeEnvoyee: 2, remisA: DGCS, destinataire: DGCS }

const suite = (genre: SuiteConstatee['genre'], change: Partial<SuiteConstatee> = {}): SuiteConstatee => ({
  transmission: '62-2024-7-projet-contrat',
  tentative: 2,
  genre,
  destinataire: DGCS,
  le: '2024-10-31T17:49:00.000Z',
  motif: '',
  ...change,
})

describe('what follows a sending', () => {
  it('is a delay, then a delivery; a rejection counts above both', () => {
    expect(apresEnvoi(T, []).statut).toBe('envoyee')
    expect(apresEnvoi(T, [suite('retard', { motif: 'MailboxFull' })])).toMatchObject({
      statut: 'differee',
      motif: 'MailboxFull',
      remiseLe: null,
    })
    expect(apresEnvoi(T, [suite('retard', { motif: 'x' }), suite('remise')])).toMatchObject({
      statut: 'remise',
      remiseLe: '2024-10-31T17:49:00.000Z',
      motif: null,
    })
    expect(apresEnvoi(T, [suite('remise'), suite('rejet', { motif: 'Permanent/NoEmail' })])).toMatchObject({
      statut: 'rejetee',
      motif: 'Permanent/NoEmail',
    })
  })

  it('is told of the copies beside the state, and of another attempt not at all', () => {
    const prefet = { destinataire: 'prefecture@pas-de-calais.example' }
    expect(apresEnvoi(T, [suite('remise'), suite('rejet', prefet)])).toMatchObject({
      statut: 'remise',
      copiesRejetees: [prefet.destinataire],
    })
    expect(apresEnvoi(T, [suite('remise', prefet)]).statut).toBe('envoyee')
    expect(
      apresEnvoi(T, [suite('rejet', { tentative: 1 }), suite('plainte', { tentative: 3 })]),
    ).toMatchObject({
      statut: 'envoyee',
      plainte: false,
    })
    expect(apresEnvoi(T, [suite('remise'), suite('plainte')])).toMatchObject({
      statut: 'remise',
      plainte: true,
    })
  })

  it('ends the same in whatever order the events come, and however often', () => {
    const evenement = fc.record({
      genre: fc.constantFrom('remise' as const, 'retard' as const, 'rejet' as const, 'plainte' as const),
      tentative: fc.integer({ min: 1, max: 3 }),
      destinataire: fc.constantFrom(DGCS, DGCS.toUpperCase(), 'ars@copie.example'),
      le: fc.constantFrom('2024-10-31T17:49:00.000Z', '2024-10-31T18:00:00.000Z'),
    })
    fc.assert(
      fc.property(
        fc.array(evenement, { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (evenements, hasard) => {
          // One record an event and a recipient, as the table keeps them.
          const uniques = new Map(
            evenements.map((e) => [
              `${e.tentative}${e.genre}${e.destinataire.toLowerCase()}`,
              suite(e.genre, e),
            ]),
          )
          const suites = [...uniques.values()]
          const melees = [...suites, ...suites]
            .map((s) => ({ s, rang: hasard.next().value as number }))
            .sort((a, b) => a.rang - b.rang)
            .map(({ s }) => s)
          expect(apresEnvoi(T, melees)).toEqual(apresEnvoi(T, suites))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says why a message came back and what to do, whatever the code', () => {
    expect(motifRejet('Permanent/NoEmail')).toContain('l’adresse n’existe pas')
    expect(motifRejet('Transient/MailboxFull')).toContain('est pleine')
    expect(motifRejet('Transient/AttachmentRejected')).toContain('en PDF')
    expect(motifRejet('Undetermined/Undetermined')).toContain('par téléphone')
  })
})
