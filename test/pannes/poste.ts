import { setTimeout as attendre } from 'node:timers/promises'
import { classeurConforme, sha256 } from '../../functions/api/essais.ts'
import type { Client } from '../../functions/api/essais.ts'
import type { Demandeur, Service } from './processus.ts'

/** One département at work: what it was acknowledged. */
export interface Poste extends Demandeur {
  /** Number and digest of the statement, in the order in which they were acknowledged. */
  versions: { numero: number; empreinte: string }[]
  envois: Set<number>
}

export const EXERCICE = 2020
/** Part of the versions that somebody else of the département writes at the same moment. */
const PART_RIVAUX = 0.3

type Reponse = { statut: number; corps: Record<string, unknown> }

/** Asks until an answer says yes: a kill, a lost answer or a breakdown is asked again under the same key. */
async function obtenir(
  service: Service,
  poste: Poste,
  demande: (client: Client) => Promise<Reponse>,
  voulus: readonly number[],
): Promise<Reponse> {
  let dernier = ''
  for (let essai = 0; essai < 200; essai++) {
    try {
      const reponse = await demande(await service.client(poste))
      if (voulus.includes(reponse.statut)) return reponse
      dernier = `${reponse.statut} ${JSON.stringify(reponse.corps)}`
      if (reponse.statut < 500 && reponse.statut !== 401 && reponse.statut !== 429) break
    } catch (erreur) {
      dernier = String(erreur)
    }
    await attendre(100)
  }
  throw new Error(`Never acknowledged: ${poste.code} ${dernier}`)
}

/**
 * Saves once, as the pane does: uploaded once, then the same request under the same key until it is answered.
 * null: somebody else has written after `precedente`.
 */
async function tenter(
  service: Service,
  poste: Poste,
  precedente: string | null,
): Promise<{ numero: number; empreinte: string } | null> {
  const octets = await classeurConforme(`${poste.code} ${crypto.randomUUID()}`)
  const cle = crypto.randomUUID()
  const depose = await obtenir(
    service,
    poste,
    async (client) => ({ statut: 201, corps: { depot: await client.deposer(EXERCICE, octets) } }),
    [201],
  )
  const corps = { ...depose.corps, nomFichier: 'plan.xlsx', empreinte: sha256(octets), precedente }
  const rendue = await obtenir(
    service,
    poste,
    (client) =>
      client.demander('POST', `${client.chaine(EXERCICE)}/versions`, corps, { 'idempotency-key': cle }),
    [201, 409],
  )
  if (rendue.statut === 409) return null
  const acquise = {
    numero: Number(rendue.corps.numero),
    empreinte: String(rendue.corps.empreinteDeclaration),
  }
  poste.versions.push(acquise)
  return acquise
}

/** The last version, as the service tells it. */
async function tete(service: Service, poste: Poste): Promise<string | null> {
  const { corps } = await obtenir(
    service,
    poste,
    (client) => client.demander('GET', `${client.chaine(EXERCICE)}/versions`),
    [200],
  )
  const [derniere] = corps.versions as { empreinteDeclaration: string }[]
  return derniere?.empreinteDeclaration ?? null
}

/** Saves, now and then against another writer of the same moment; whoever loses follows, as the pane proposes. */
async function enregistrer(
  service: Service,
  poste: Poste,
  precedente: string | null,
  hasard: () => number,
): Promise<{ numero: number; empreinte: string }> {
  let suite = precedente
  for (let essai = 0; essai < 20; essai++) {
    const ecrivains = hasard() < PART_RIVAUX ? 2 : 1
    const rendues = await Promise.all(Array.from({ length: ecrivains }, () => tenter(service, poste, suite)))
    const acquise = rendues.find((r) => r !== null)
    if (acquise) return acquise
    suite = await tete(service, poste)
  }
  throw new Error(`Never first: ${poste.code}`)
}

/** Saves and sends, one submission after the other. */
export async function travailler(
  service: Service,
  poste: Poste,
  envois: number,
  hasard: () => number,
): Promise<void> {
  let precedente: string | null = null
  for (let i = 0; i < envois; i++) {
    const { numero, empreinte } = await enregistrer(service, poste, precedente, hasard)
    precedente = empreinte
    const cle = crypto.randomUUID()
    const rendue = await obtenir(
      service,
      poste,
      (client) =>
        client.demander(
          'POST',
          `${client.chaine(EXERCICE)}/versions/${numero}/transmissions/libre`,
          {},
          { 'idempotency-key': cle },
        ),
      // A version that was acknowledged and is not there is counted by whoever judges.
      [202, 404],
    )
    if (rendue.statut === 202) poste.envois.add(numero)
  }
}
