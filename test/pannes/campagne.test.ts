import { expect, it } from 'vitest'
import { campagne } from './campagne.ts'

it(
  'a small campaign of breakdowns loses no version, breaks no chain, mails nothing twice and leaves nothing unsaid',
  { timeout: 240_000 },
  async () => {
    const bilan = await campagne({ departements: 6, envois: 3, postes: 3, graine: 11 })
    expect(bilan).toMatchObject({
      versionsPerdues: 0,
      chainesRompues: 0,
      envoyeesDeuxFois: 0,
      niEnvoyeesNiIncertaines: 0,
      soumissions: 18,
    })
    expect(bilan.arrets).toBeGreaterThan(0)
  },
)
