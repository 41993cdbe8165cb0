import { describe, expect, it } from 'vitest'
import { creerApp } from './app.ts'
import { assemblerServices } from './assembler.ts'
import { CONFIGURATION_FICTIVE } from './document.ts'
import { creerJournal } from '../depot/journal.ts'
import type { Debits } from '../depot/debits.ts'
import { CONNEXIONS_PAR_ADRESSE, creerCompteur, PAR_ADRESSE } from './debit.ts'

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
  it('refuses in French a sign-in that the count of all instances refuses, and lets it be where that count is out', async () => {
    const services = assemblerServices(CONFIGURATION_FICTIVE)
    const demander = (compter: Debits['compter'], chemin = '/api/connexion/retour') => {
      services.bureau.depot.debits = { compter }
      const event = { requestContext: { http: { sourceIp: '192.0.2.1' } } }
      return creerApp(services).request(chemin, undefined, { event })
    }
    const comptes: unknown[] = []
    const refusee = await demander((...compte) => {
      comptes.push(compte.slice(0, 3))
      return Promise.resolve(17)
    })
    expect(comptes).toEqual([['connexion', expect.stringMatching(/^[\w-]{43}$/), CONNEXIONS_PAR_ADRESSE]])
    expect([refusee.status, refusee.headers.get('retry-after')]).toEqual([429, '17'])
    expect(((await refusee.json()) as { message: string }).message).toContain('Attendez 17 secondes')
    expect((await demander(() => Promise.resolve(17), '/api/connexion')).status).toBe(429)
    expect((await demander(() => Promise.resolve(17), '/api/sante')).status).toBe(200)
    services.bureau.journal = creerJournal(() => undefined)
    // Without its cookie the return is refused, as it would be without any count.
    expect((await demander(() => Promise.reject(new Error('panne')))).status).toBe(400)
  })

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
