import { describe, expect, it } from 'vitest'
import { juger } from './juger.ts'
import type { Faits } from './juger.ts'

const bons: Faits = {
  acquises: [
    { chaine: '62', empreinte: 'a' },
    { chaine: '62', empreinte: 'b' },
  ],
  chaines: {
    '62': [
      { numero: 1, empreinte: 'a', verifiee: true },
      { numero: 2, empreinte: 'b', verifiee: true },
    ],
    '15': [],
  },
  soumissions: [
    { id: 'remise', statut: 'remise' },
    { id: 'doute-parti', statut: 'incertaine' },
    { id: 'doute-reste', statut: 'incertaine' },
    { id: 'refusee', statut: 'echouee' },
  ],
  messages: ['remise', 'doute-parti'],
}
const rien = { versionsPerdues: 0, chainesRompues: 0, envoyeesDeuxFois: 0, niEnvoyeesNiIncertaines: 0 }
const avec = (suite: Partial<Faits>) => juger({ ...bons, ...suite })
const [premiere, seconde] = bons.chaines['62']!

describe('the judge of a campaign', () => {
  it('finds nothing where everything was kept and said', () => {
    expect(juger(bons)).toEqual(rien)
  })

  it('counts each acknowledged version that is not in its chain', () => {
    const acquises = [...bons.acquises, { chaine: '62', empreinte: 'c' }, { chaine: '15', empreinte: 'a' }]
    expect(avec({ acquises })).toEqual({ ...rien, versionsPerdues: 2 })
  })

  it('counts a chain with a hole, and one with a version that does not verify', () => {
    const trou = [premiere!, { ...seconde!, numero: 3 }]
    const fausse = [premiere!, { ...seconde!, verifiee: false }]
    expect(avec({ chaines: { '62': trou } })).toEqual({ ...rien, chainesRompues: 1 })
    expect(avec({ chaines: { '62': fausse, '15': fausse } })).toEqual({ ...rien, chainesRompues: 2 })
  })

  it('counts a submission that was mailed twice, once, whatever its state says', () => {
    const messages = [...bons.messages, 'remise', 'remise', 'doute-parti']
    expect(avec({ messages })).toEqual({ ...rien, envoyeesDeuxFois: 2 })
  })

  it.each([
    ['said sent, and no message left', 'envoyee', false],
    ['said refused, and it left', 'echouee', true],
    ['never settled, and no message left', 'preparee', false],
    ['never settled, and it left', 'en-cours', true],
    ['not found', '', false],
  ])('counts a submission that is %s', (_, statut, parti) => {
    const soumissions = [...bons.soumissions, { id: 'x', statut }]
    const messages = parti ? [...bons.messages, 'x'] : bons.messages
    expect(avec({ soumissions, messages })).toEqual({ ...rien, niEnvoyeesNiIncertaines: 1 })
  })
})
