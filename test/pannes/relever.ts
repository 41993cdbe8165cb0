import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import type { Client } from '../../functions/api/essais.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { ETABLIS } from './juger.ts'
import type { Faits, VersionVue } from './juger.ts'
import { EXERCICE } from './poste.ts'
import type { Poste } from './poste.ts'
import type { Service } from './processus.ts'

/** Asked again when the connection breaks: what is to be seen here is the service, not its sockets. */
async function obstine<T>(demander: () => Promise<T>): Promise<T> {
  for (let essai = 0; ; essai++)
    try {
      return await demander()
    } catch (erreur) {
      if (essai === 5) throw erreur
      await attendre(200)
    }
}

const lire = (client: Client, chemin: string): Promise<Record<string, unknown>> =>
  obstine(async () => (await client.demander('GET', chemin)).corps)

/** The messages that the mail service accepted, as it wrote them before it answered. */
async function messagesAcceptes(dossier: string): Promise<string[]> {
  const salle = path.join(dossier, 'ses', 'messages')
  const ids: string[] = []
  for (const nom of (await readdir(salle)).filter((n) => n.endsWith('.eml'))) {
    const brut = (await readFile(path.join(salle, nom))).toString('latin1')
    const id = /^X-CDPPE-Transmission: (\S+)\r?$/im.exec(brut)?.[1]
    if (id) ids.push(id)
  }
  return ids
}

/** The chain as anybody could take it away: each version verified from its files, after the one before it. */
async function lireChaine(client: Client): Promise<VersionVue[]> {
  const racine = `${client.chaine(EXERCICE)}/versions`
  const corps = await lire(client, racine)
  const lues = (corps.versions as { numero: number; empreinteDeclaration: string }[]).toReversed()
  const vues: VersionVue[] = []
  let precedente: unknown = null
  for (const { numero, empreinteDeclaration } of lues) {
    const preuve = await lire(client, `${racine}/${numero}/preuve`)
    const { url } = await lire(client, `${racine}/${numero}/classeur`)
    const octets = await obstine(async () => (await fetch(String(url))).bytes())
    const { accepte } = await verifierPreuve(octets, preuve, { precedente })
    vues.push({ numero, empreinte: empreinteDeclaration, verifiee: accepte })
    precedente = preuve
  }
  return vues
}

/** Where a submission ends, two minutes after at the latest. */
async function attendreEtat(client: Client, numero: number): Promise<string> {
  const chemin = `${client.chaine(EXERCICE)}/versions/${numero}/transmissions/libre`
  let statut = ''
  for (let essai = 0; essai < 240 && !ETABLIS.includes(statut); essai++) {
    if (essai > 0) await attendre(500)
    statut = String((await lire(client, chemin)).statut ?? '')
  }
  return statut
}

/** Reads all that is to be judged, once the stack is quiet. `dossier`: the data of the stack. */
export async function relever(service: Service, postes: readonly Poste[], dossier: string): Promise<Faits> {
  const chaines: Record<string, VersionVue[]> = {}
  const soumissions: { id: string; statut: string }[] = []
  for (const poste of postes) {
    const client = await service.client(poste)
    for (const numero of poste.envois)
      soumissions.push({
        id: `${poste.code}-${EXERCICE}-${numero}-libre`,
        statut: await attendreEtat(client, numero),
      })
    // After the states: the proofs hold the receipts.
    chaines[poste.code] = await lireChaine(client)
  }
  const acquises = postes.flatMap(({ code, versions }) =>
    versions.map(({ empreinte }) => ({ chaine: code, empreinte })),
  )
  return { acquises, chaines, soumissions, messages: await messagesAcceptes(dossier) }
}
