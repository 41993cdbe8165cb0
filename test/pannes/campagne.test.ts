import { expect, it } from 'vitest'
import { campagne } from './campagne.ts'

it(
  'a small campaign of breakdowns loses no version, breaks no chain, mails nothing twice and leaves nothing unsaid',
  { timeout: 240_000 },
  async () => {
    const bilan = await campagne({ departements: 4, envois: 2, postes: 2, graine: 11 })
    expect(bilan).toMatchObject({
      versionsPerdues: 0,
      chainesRompues: 0,
      envoyeesDeuxFois: 0,
      niEnvoyeesNiIncertaines: 0,
      soumissions: 8,
    })
    expect(bilan.arrets).toBeGreaterThan(0)
  },
)
