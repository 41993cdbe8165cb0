import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Commande, lancerCommande } from './essais.ts'

describe('la commande de démarrage', () => {
  let folder: string
  let running: Commande[]

  const launch = async (): Promise<Commande> => {
    const commande = await lancerCommande(folder)
    running.push(commande)
    return commande
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-commande-'))
    running = []
  })
  afterEach(async () => {
    await Promise.all(running.map(({ end }) => end('SIGKILL')))
    await rm(folder, { recursive: true, force: true })
  })

  it('dit en français où aller et comment arrêter, et s’arrête proprement', async () => {
    const { end, said, url } = await launch()
    expect(said()).toMatch(/CDPPE est prêt\.\n {2}La page : {9}http:\/\/127\.0\.0\.1:\d+\/\n/)
    expect(said()).toContain(`La boîte locale : ${url}boite`)
    expect((await fetch(`${url}boite`)).status).toBe(200)
    expect((await fetch(`${url}api/sante`)).status).toBe(200)
    expect(await end('SIGINT')).toBe(0)
    expect(said()).toContain('CDPPE est arrêté. Vos données sont conservées.')
    // Nothing of the functions' own log, nor of a library, comes under people's eyes.
    expect(said()).not.toMatch(/[{}]|warning/i)
    await expect(fetch(url)).rejects.toThrow()
  })

  it('ne se lance pas deux fois dans le même dossier', async () => {
    const first = await launch()
    const second = await launch()
    expect(second.child.exitCode).toBe(1)
    expect(second.said()).toBe(
      `CDPPE est déjà lancé dans ce dossier (processus ${first.child.pid}). La page est à l’adresse ${first.url}\n` +
        'Pour l’arrêter : Ctrl+C dans la fenêtre où il a été lancé.\n',
    )
    expect((await fetch(`${first.url}api/sante`)).status).toBe(200)
  })

  it('repart aux mêmes adresses et avec les mêmes clés après avoir été tuée', async () => {
    const first = await launch()
    const cles = await (await fetch(`${first.url}api/cles`)).json()
    await first.end('SIGKILL')
    const second = await launch()
    expect(second.url).toBe(first.url)
    expect(await (await fetch(`${second.url}api/cles`)).json()).toEqual(cles)
    expect(await second.end('SIGTERM')).toBe(0)
  })
})
