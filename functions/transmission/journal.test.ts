import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lireConfiguration } from '../api/configuration.ts'
import { classeur, clientDe, ouvrirBanc, sha256 } from '../api/essais.ts'
import type { Banc, Client } from '../api/essais.ts'
import { handler } from '../api/lambda.ts'
import { AGENTS } from '../local/agents.ts'
import type { LambdaHandler } from '../local/passerelle.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { assemblerBureau } from './assembler.ts'
import { recevoirEvenement } from './evenement.ts'
import { travailler } from './travailler.ts'

/** What a day leaves behind: the journal of the chain, which says who, and the logs, which say nobody. */

let banc: Banc
let clients: Clients
let claire: Client
let lectrice: Client
const lignes: string[] = []
const evenements: unknown[] = []
const TITRE = 'Équipe mobile confidentielle'

interface Ligne {
  evenement: string
  agent: { prenom: string; nom: string } | null
  details: Record<string, unknown>
}

const journal = async (): Promise<Ligne[]> => {
  const { corps } = await claire.demander('GET', `${claire.chaine(2020)}/journal`)
  return (corps.evenements as Ligne[]).toReversed()
}
const dits = async (...types: string[]): Promise<[string, string | null, Record<string, unknown>][]> =>
  (await journal())
    .filter(({ evenement }) => types.includes(evenement))
    .map(({ evenement, agent, details }) => [evenement, agent?.nom ?? null, details])

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation((ligne: string) => void lignes.push(String(ligne)))
  banc = await ouvrirBanc({
    gestionnaires: () =>
      Promise.resolve({
        api: handler as unknown as LambdaHandler,
        transmission: () => Promise.resolve(),
        evenementEnvoi: (evenement) => Promise.resolve(void evenements.push(evenement)),
      }),
  })
  clients = creerClients({ s3ParChemin: true })
  ;[claire, lectrice] = (await Promise.all(
    ['agent-62-0001', 'lecteur-etat-0001'].map((uid) => clientDe(banc.socle.origine, uid)),
  )) as [Client, Client]
  const octets = await classeur([{ objectif: 1, enveloppe: 'FIR' }], TITRE)
  expect((await claire.enregistrer(2020, octets, null, undefined, 'Plan secret.xlsx')).statut).toBe(201)
})
afterAll(async () => {
  vi.restoreAllMocks()
  fermerClients(clients)
  await banc.fermer()
})

describe('the journal of a chain', () => {
  const version = '/versions/1'
  const libre = `${version}/transmissions/libre`
  const lire = async (qui: Client, chemin: string): Promise<number> =>
    (await qui.demander('GET', qui.chaine(2020) + chemin)).statut

  it('holds what a reader was shown, once for all the looks of an hour, and nothing that was not', async () => {
    for (const chemin of [
      '/versions',
      version,
      version,
      `${version}/classeur`,
      '/envois',
      '/envois',
      '/journal',
    ])
      expect(await lire(lectrice, chemin)).toBe(200)
    expect(await lire(lectrice, '/versions/9')).toBe(404)
    expect(await lire(lectrice, libre)).toBe(404)
    const lus = (await dits('vue', 'telechargee')).map(([e, nom, { quoi, version: v }]) => [e, nom, quoi, v])
    expect(lus.map(String).sort()).toEqual(
      [
        ['telechargee', 'Caron', 'classeur', 1],
        ['vue', 'Caron', 'envois', undefined],
        ['vue', 'Caron', 'journal', undefined],
        ['vue', 'Caron', 'liste', undefined],
        ['vue', 'Caron', undefined, 1],
      ]
        .map(String)
        .sort(),
    )
  })

  it('holds the versions that the département’s own agents opened, not each look at what they send', async () => {
    for (const chemin of [version, '/envois', '/journal']) expect(await lire(claire, chemin)).toBe(200)
    expect((await dits('vue')).filter(([, nom]) => nom === 'Dumont')).toEqual([
      ['vue', 'Dumont', { version: 1 }],
    ])
  })

  it('holds each step of a sending once, however often it is told', async () => {
    const cle = { 'idempotency-key': crypto.randomUUID() }
    for (let fois = 0; fois < 2; fois++)
      expect((await claire.demander('POST', claire.chaine(2020) + libre, {}, cle)).statut).toBe(202)
    const bureau = assemblerBureau(lireConfiguration(), clients)
    await travailler(bureau)
    await expect.poll(() => evenements.length, { timeout: 10_000 }).toBeGreaterThan(1)
    for (const evenement of [...evenements, ...evenements]) await recevoirEvenement(bureau, evenement)
    const details = { version: 1, envoi: 'plan d’action' }
    expect(await dits('demandee', 'envoyee', 'recue')).toEqual([
      ['demandee', 'Dumont', details],
      ['envoyee', null, details],
      ['recue', null, details],
    ])
    expect(await lire(lectrice, libre)).toBe(200)
    expect(await dits('vue')).toContainEqual(['vue', 'Caron', { version: 1, quoi: 'transmissions' }])
  })

  it('holds a complaint and a rejection that come after it, once each', async () => {
    const bureau = assemblerBureau(lireConfiguration(), clients)
    const { mail } = (evenements[0] as { detail: { mail: object } }).detail
    const concernes = [{ emailAddress: 'boite-locale@cdppe.example' }]
    const timestamp = new Date().toISOString()
    const plainte = {
      detail: { eventType: 'Complaint', mail, complaint: { timestamp, complainedRecipients: concernes } },
    }
    const bounce = {
      timestamp,
      bounceType: 'Permanent',
      bounceSubType: 'NoEmail',
      bouncedRecipients: concernes,
    }
    const rejet = { detail: { eventType: 'Bounce', mail, bounce } }
    for (const evenement of [plainte, plainte, rejet, rejet, plainte])
      await recevoirEvenement(bureau, { ...(evenements[0] as object), ...evenement })
    const details = { version: 1, envoi: 'plan d’action' }
    expect(await dits('rejetee', 'plainte')).toEqual([
      ['plainte', null, details],
      ['rejetee', null, details],
    ])
  })
})

describe('the logs', () => {
  it('hold no name, address, number of a person or of an organism, no file name, no content, after all that', () => {
    expect(lignes.length).toBeGreaterThan(1)
    const tout = lignes.join('\n')
    for (const agent of AGENTS)
      for (const valeur of [agent.sub, agent.given_name, agent.usual_name, agent.email, agent.siret])
        expect(tout).not.toContain(valeur)
    for (const valeur of [TITRE, 'secret', '.xlsx', '@', claire.jeton, sha256(new Uint8Array())])
      expect(tout).not.toContain(valeur)
    for (const ligne of lignes)
      expect(JSON.parse(ligne)).toMatchObject({ niveau: expect.any(String), evenement: expect.any(String) })
  })
})
