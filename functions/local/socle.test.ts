import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Navigateur, seConnecter } from '../api/essais.ts'
import { AGENTS } from './agents.ts'
import { demarrerSocle, type OptionsSocle, type Socle } from './socle.ts'
import { DejaLance } from './verrou.ts'

const [claire, , inconnue] = AGENTS

describe('le socle entier', () => {
  let folder: string
  let socle: Socle
  const options = (): OptionsSocle => ({
    dossier: path.join(folder, '.donnees'),
    site: path.join(folder, 'site'),
    ports: 'libres',
  })

  beforeEach(async () => {
    // The functions keep, as on Lambda, the clients that they made at their first call.
    vi.resetModules()
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-socle-'))
    await mkdir(path.join(folder, 'site'))
    await writeFile(path.join(folder, 'site', 'index.html'), '<title>CDPPE</title>')
    socle = await demarrerSocle(options())
  })
  afterEach(async () => {
    await socle.arreter()
    await rm(folder, { recursive: true, force: true })
  })

  const jeton = async () => {
    const browser = new Navigateur()
    const back = await seConnecter(browser, socle.origine, claire?.sub ?? '')
    expect(back.headers.get('location')).toBe('/')
    const answer = await browser.aller(`${socle.origine}/api/session/jeton`, { method: 'POST' })
    return { browser, session: (await answer.json()) as { jeton: string; agent: Record<string, unknown> } }
  }

  it('connecte une agente de la page jusqu’à son jeton, et lui ouvre son seul département', async () => {
    const { session } = await jeton()
    expect(session.agent).toMatchObject({ prenom: 'Claire', departement: { code: '62' } })
    const versions = (departement: string): Promise<Response> =>
      fetch(`${socle.origine}/api/v1/departements/${departement}/exercices/2020/versions`, {
        headers: { authorization: `Bearer ${session.jeton}` },
      })
    const own = await versions('62')
    expect([own.status, await own.json()]).toEqual([200, { versions: [] }])
    expect((await versions('15')).status).toBe(403)
  })

  it('refuse, par une page en français, une personne dont l’organisme est inconnu', async () => {
    const back = await seConnecter(new Navigateur(), socle.origine, inconnue?.sub ?? '')
    expect([back.status, await back.text()]).toEqual([403, expect.stringContaining(inconnue?.siret ?? '')])
  })

  it('garde la session, les adresses et les clés d’un démarrage à l’autre', async () => {
    const { browser, session } = await jeton()
    const { origine, environnement } = socle
    const cles = await (await fetch(`${origine}/api/cles`)).json()
    await socle.arreter()
    socle = await demarrerSocle(options())
    expect(socle.origine).toBe(origine)
    // The certificate included: what was signed before the restart and what is signed after name the same one.
    expect(socle.environnement).toEqual(environnement)
    expect(await (await fetch(`${origine}/api/cles`)).json()).toEqual(cles)
    const again = await browser.aller(`${origine}/api/session/jeton`, { method: 'POST' })
    expect((await again.json()) as typeof session).toMatchObject({ agent: session.agent })
  })

  it('dit à qui le lance une seconde fois qu’il tourne déjà, et où', async () => {
    await expect(demarrerSocle(options())).rejects.toBeInstanceOf(DejaLance)
    await expect(demarrerSocle(options())).rejects.toThrow(socle.url)
    expect((await fetch(socle.url)).status).toBe(200)
  })

  it('n’écrit que dans son dossier, fermé aux autres', async () => {
    expect(await readdir(folder)).toEqual(['.donnees', 'site'])
    expect((await stat(socle.dossier)).mode & 0o777).toBe(0o700)
  })

  it('rend sa place quand le démarrage échoue', async () => {
    await socle.arreter()
    const broken = () => Promise.reject(new Error('fonctions illisibles'))
    await expect(demarrerSocle({ ...options(), gestionnaires: broken })).rejects.toThrow('illisibles')
    socle = await demarrerSocle(options())
    expect((await fetch(socle.url)).status).toBe(200)
  })

  it('donne chaque envoi à la boîte et à la fonction qui l’attend', async () => {
    await socle.arreter()
    const events: unknown[] = []
    const runs = vi.fn(() => Promise.resolve())
    socle = await demarrerSocle({
      ...options(),
      gestionnaires: () =>
        Promise.resolve({
          api: () => Promise.resolve({ statusCode: 204 }),
          transmission: runs,
          evenementEnvoi: (event) => Promise.resolve(events.push(event)),
        }),
    })
    const client = new SESv2Client({ maxAttempts: 1 })
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: 'a@cdppe.example',
        Destination: { ToAddresses: ['boite-locale@cdppe.example'] },
        Content: { Simple: { Subject: { Data: 'Essai' }, Body: { Text: { Data: 'Texte' } } } },
      }),
    )
    client.destroy()
    await vi.waitFor(() => expect(events).toHaveLength(2), { timeout: 20_000 })
    expect(socle.messages()).toMatchObject([{ objet: 'Essai' }])
    expect(await (await fetch(socle.boite)).text()).toContain('Essai')
    // Once at the start, once more for the event.
    await vi.waitFor(() => expect(runs.mock.calls.length).toBeGreaterThanOrEqual(2), { timeout: 20_000 })
  })
})
