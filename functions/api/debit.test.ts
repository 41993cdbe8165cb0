import { describe, expect, it } from 'vitest'
import { creerApp } from './app.ts'
import { assemblerServices } from './assembler.ts'
import { CONFIGURATION_FICTIVE } from './document.ts'
import { creerCompteur, PAR_ADRESSE } from './debit.ts'

describe('the counter', () => {
  it('lets through as many as it may in a window, then says how long to wait, each asker alone', () => {
    const compter = creerCompteur({ demandes: 2, fenetreMs: 60_000 })
    expect([compter('a', 0), compter('a', 1000)]).toEqual([0, 0])
    expect(compter('a', 15_000)).toBe(45)
    expect(compter('b', 15_000)).toBe(0)
    expect(compter('a', 60_000)).toBe(0)
  })

  it('forgets the oldest asker rather than grow without an end', () => {
    const compter = creerCompteur({ demandes: 1, fenetreMs: 60_000 })
    let refusees = 0
    for (let i = 0; i < 10_001; i++) refusees += compter(`adresse ${i}`, 0)
    expect(refusees).toBe(0)
    expect(compter('adresse 0', 0)).toBe(0)
    expect(compter('adresse 10000', 0)).toBe(60)
  })
})

describe('the API', () => {
  it('answers 429 in French to an address that asks too often, and only to that one', async () => {
    const app = creerApp(assemblerServices(CONFIGURATION_FICTIVE))
    const demander = (sourceIp: string) =>
      app.request('/api/sante', undefined, { event: { requestContext: { http: { sourceIp } } } })
    let admises = 0
    for (let i = 0; i < PAR_ADRESSE.demandes; i++) if ((await demander('192.0.2.1')).status === 200) admises++
    expect(admises).toBe(PAR_ADRESSE.demandes)
    const refusee = await demander('192.0.2.1')
    expect(refusee.status).toBe(429)
    expect(Number(refusee.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refusee.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await refusee.json()).toMatchObject({ code: 'TROP_DE_DEMANDES' })
    expect((await demander('192.0.2.2')).status).toBe(200)
  })
})
