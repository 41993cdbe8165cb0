import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { classeurConforme, client, sha256, type Client } from '../../functions/api/essais.ts'
import { Commande } from './commande.ts'

/**
 * `npm start` killed in the middle of saves and submissions, again and again. What was acknowledged is found
 * again, with its bytes and its place in the chain; no version leaves twice.
 */

const MISES_A_MORT = 8
const EXERCICE = 2020

interface Acquise {
  numero: number
  empreinte: string
  empreinteDeclaration: string
}

let dossier: string
let commande: Commande

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'cdppe-tuer-'))
  commande = new Commande(dossier)
})

afterAll(async () => {
  await commande.tuer()
  await rm(dossier, { recursive: true, force: true })
})

const acquises = new Map<number, Acquise>()
const demandees = new Set<number>()

/** Saves and submits without rest until the service dies under it. */
async function travailler(agent: Client, note: string): Promise<void> {
  for (let i = 0; ; i++) {
    const liste = await agent.demander('GET', `${agent.chaine(EXERCICE)}/versions`)
    const versions = liste.corps.versions as Acquise[]
    const octets = await classeurConforme(`${note} ${i}`)
    const reponse = await agent.enregistrer(EXERCICE, octets, versions[0]?.empreinteDeclaration ?? null)
    if (reponse.statut !== 201) continue
    const version = reponse.corps as unknown as Acquise
    acquises.set(version.numero, version)
    const envoi = await agent.demander(
      'POST',
      `${agent.chaine(EXERCICE)}/versions/${version.numero}/transmission`,
      {},
      { 'idempotency-key': randomUUID() },
    )
    if (envoi.statut === 202) demandees.add(version.numero)
  }
}

/** The mails of the mailbox, by version number. */
async function courriers(origine: string): Promise<Map<number, number>> {
  const page = await (await fetch(`${origine}/boite`)).text()
  const compte = new Map<number, number>()
  for (const m of page.matchAll(/<a href="[^"]+">\[CDPPE 2020\][^<]*version (\d+)</g))
    compte.set(Number(m[1]), (compte.get(Number(m[1])) ?? 0) + 1)
  return compte
}

it(`loses no acknowledged version and sends none twice, killed ${MISES_A_MORT} times`, async () => {
  for (let tour = 0; tour < MISES_A_MORT; tour++) {
    const origine = await commande.demarrer()
    const agent = await client(origine, '62')
    const travail = travailler(agent, `tour ${tour}`).catch(() => undefined)
    // Not the same moment of the work twice.
    await new Promise((resolve) => setTimeout(resolve, 350 + tour * 237))
    await commande.tuer()
    await travail
  }
  const origine = await commande.demarrer()
  const agent = await client(origine, '62')
  const { corps } = await agent.demander('GET', `${agent.chaine(EXERCICE)}/versions`)
  const versions = (corps.versions as (Acquise & { precedente: string | null })[]).toReversed()

  expect(acquises.size).toBeGreaterThan(0)
  expect(demandees.size).toBeGreaterThan(0)
  expect(versions.map((v) => v.numero)).toEqual(versions.map((_, i) => i + 1))
  for (const [i, v] of versions.entries())
    expect(v.precedente).toBe(i === 0 ? null : versions[i - 1]!.empreinteDeclaration)
  for (const acquise of acquises.values()) {
    const trouvee = versions[acquise.numero - 1]!
    expect(trouvee).toMatchObject({
      empreinte: acquise.empreinte,
      empreinteDeclaration: acquise.empreinteDeclaration,
    })
    const { corps: lien } = await agent.demander(
      'GET',
      `${agent.chaine(EXERCICE)}/versions/${acquise.numero}/classeur`,
    )
    const octets = new Uint8Array(await (await fetch(String(lien.url))).arrayBuffer())
    expect(sha256(octets)).toBe(acquise.empreinte)
  }

  // What was waiting leaves now; what was under way when the process died waits for its lease, and never leaves again blindly.
  const transmission = async (numero: number) =>
    (await agent.demander('GET', `${agent.chaine(EXERCICE)}/versions/${numero}/transmission`)).corps.statut
  await expect
    .poll(
      async () => {
        const statuts = await Promise.all([...demandees].map(transmission))
        return statuts.filter((s) => s === 'preparee')
      },
      { timeout: 30_000, interval: 500 },
    )
    .toEqual([])
  const recus = await courriers(origine)
  for (const nombre of recus.values()) expect(nombre).toBe(1)
  for (const numero of demandees) {
    const statut = await transmission(numero)
    expect(['envoyee', 'en-cours', 'incertaine']).toContain(statut)
    if (statut === 'envoyee') expect([numero, recus.get(numero)]).toEqual([numero, 1])
  }
}, 120_000)
