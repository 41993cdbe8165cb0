import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Client, classeurConforme, client, sha256 } from '../api/essais.ts'
import type { MessageRecu } from './boite.ts'
import { type Commande, lancerCommande } from './essais.ts'

const ROUNDS = 5

type Version = { numero: number; empreinte: string; empreinteDeclaration: string; precedente: string | null }
type Transmission = { statut: string; messageId: string | null }

/** One agent at work, and what the service has acknowledged to her. */
type Poste = {
  departement: '62' | '15'
  /** Acknowledged versions, by number: the SHA-256 of their signed statement. */
  versions: Map<number, string>
  /** Versions whose sending was acknowledged. */
  envois: Set<number>
}

describe('la commande tuée pendant qu’on enregistre et qu’on transmet', () => {
  let folder: string
  let commande: Commande
  let origine: string

  const launch = async (): Promise<void> => {
    commande = await lancerCommande(folder)
    origine = new URL(commande.url).origin
  }
  const liste = async (agent: Client): Promise<Version[]> => {
    const { statut, corps } = await agent.demander('GET', `${agent.chaine(2020)}/versions`)
    expect(statut).toBe(200)
    return corps['versions'] as Version[]
  }

  /** Saves and sends without pause until `stop`; whatever the kill interrupts is not acknowledged. */
  const travailler = async (poste: Poste, stop: () => boolean): Promise<void> => {
    try {
      const agent = await client(origine, poste.departement)
      let precedente = (await liste(agent))[0]?.empreinteDeclaration ?? null
      while (!stop()) {
        const octets = await classeurConforme(randomUUID())
        const { statut, corps } = await agent.enregistrer(2020, octets, precedente)
        expect(statut).toBe(201)
        const version = corps as unknown as Version
        poste.versions.set(version.numero, version.empreinteDeclaration)
        precedente = version.empreinteDeclaration
        const envoi = `${agent.chaine(2020)}/versions/${version.numero}/transmissions/libre`
        const reponse = await agent.demander('POST', envoi, {}, { 'idempotency-key': randomUUID() })
        expect(reponse.statut).toBe(202)
        poste.envois.add(version.numero)
      }
    } catch (error) {
      if (!stop()) throw error
    }
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-tuer-'))
    await launch()
  })
  afterEach(async () => {
    await commande.end('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it(
    'ne perd aucune version dont elle a accusé réception et n’envoie aucun message deux fois',
    { timeout: 400_000 },
    async () => {
      const postes: Poste[] = (['62', '15'] as const).map((departement) => ({
        departement,
        versions: new Map(),
        envois: new Set(),
      }))
      for (let round = 0; round < ROUNDS; round++) {
        let stopped = false
        const work = Promise.all(postes.map((poste) => travailler(poste, () => stopped)))
        // Looked at below; until then its failure is nobody's.
        work.catch(() => undefined)
        // Killed at any moment after both have got an answer: how fast the machine is decides nothing.
        const before = postes.map(({ versions }) => versions.size)
        for (let wait = 0; postes.some((poste, i) => poste.versions.size === before[i]); wait++) {
          expect(wait).toBeLessThan(600)
          await sleep(50)
        }
        await sleep(Math.random() * 900)
        stopped = true
        await commande.end('SIGKILL')
        await work
        await launch()
      }
      // Left in peace, the service that was killed five times goes on and sends.
      await Promise.all(
        postes.map((poste) => {
          const before = poste.envois.size
          return travailler(poste, () => poste.envois.size > before)
        }),
      )

      const contents = new Map<string, number>()
      const messages = async (): Promise<MessageRecu[]> =>
        ((await (await fetch(`${origine}/boite.json`)).json()) as { messages: MessageRecu[] }).messages
      const statuts: string[] = []
      for (const poste of postes) {
        const agent = await client(origine, poste.departement)
        const versions = await liste(agent)
        expect(poste.versions.size).toBeGreaterThan(0)
        for (const [numero, empreinteDeclaration] of poste.versions) {
          expect(versions.find((version) => version.numero === numero)).toMatchObject({
            empreinteDeclaration,
          })
        }
        const chain = versions.toReversed()
        expect(chain.map(({ numero }) => numero)).toEqual(chain.map((_, rank) => rank + 1))
        expect(chain.map(({ precedente }) => precedente)).toEqual([
          null,
          ...chain.slice(0, -1).map(({ empreinteDeclaration }) => empreinteDeclaration),
        ])
        for (const { numero, empreinte } of versions) {
          const read = async (): Promise<Transmission | undefined> => {
            const where = `${agent.chaine(2020)}/versions/${numero}/transmissions/libre`
            const { statut, corps } = await agent.demander('GET', where)
            return statut === 200 ? (corps as unknown as Transmission) : undefined
          }
          let transmission = await read()
          if (poste.envois.has(numero)) expect(transmission).toBeDefined()
          // Left behind by a kill: settled when its lease ends, and after those that were left before it. How long
          // that takes is the machine's business: only the time limit of the test ends it.
          while (transmission && /preparee|en-cours/.test(transmission.statut)) {
            await sleep(500)
            transmission = await read()
          }
          if (!transmission) continue
          expect(['envoyee', 'remise', 'incertaine']).toContain(transmission.statut)
          statuts.push(transmission.statut)
          contents.set(empreinte, transmission.statut === 'incertaine' ? 0 : 1)
        }
      }

      const received = new Map<string, number>()
      for (const { id } of await messages()) {
        const answer = await fetch(`${origine}/boite/${id}/pieces/0`)
        const empreinte = sha256(new Uint8Array(await answer.arrayBuffer()))
        received.set(empreinte, (received.get(empreinte) ?? 0) + 1)
      }
      for (const [empreinte, count] of received) {
        expect(contents.has(empreinte)).toBe(true)
        expect(count).toBe(1)
      }
      for (const [empreinte, sent] of contents) {
        if (sent === 1) expect(received.get(empreinte)).toBe(1)
      }
      expect(statuts.filter((statut) => statut !== 'incertaine').length).toBeGreaterThanOrEqual(postes.length)
    },
  )
})
