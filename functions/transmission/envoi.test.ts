import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import type { Preuve } from '../../shared/version/declaration.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { lireConfiguration } from '../api/configuration.ts'
import { classeurConforme, client, ouvrirBanc, sha256 } from '../api/essais.ts'
import type { Banc, Reponse, Client } from '../api/essais.ts'
import { handler } from '../api/lambda.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { creerCourrier } from '../depot/courrier.ts'
import { creerJournal } from '../depot/journal.ts'
import type { LambdaHandler } from '../local/passerelle.ts'
import { assemblerBureau } from './assembler.ts'
import type { Bureau, PointDeRupture } from './bureau.ts'
import { recevoirEvenement } from './evenement.ts'
import { travailler } from './travailler.ts'

let banc: Banc
let agent: Client
let clients: Clients
let octets: Uint8Array
/** Send events that the mail service gave and that nobody was told of yet. */
let evenements: unknown[]
/** How far the workers' clock is ahead, ms. */
let avance = 0
const CHAINE = { departement: '62', exercice: 2020 }

beforeAll(async () => {
  banc = await ouvrirBanc({
    // The worker is run by the tests alone; the mail service's events are held back until they say so.
    gestionnaires: () =>
      Promise.resolve({
        api: handler as unknown as LambdaHandler,
        transmission: () => Promise.resolve(),
        evenementEnvoi: (evenement) => {
          if (evenement.detail.eventType === 'Send') evenements.push(evenement)
          return Promise.resolve()
        },
      }),
  })
  agent = await client(banc.socle.origine, '62')
  clients = creerClients({ s3ParChemin: true })
})
afterAll(async () => {
  fermerClients(clients)
  await banc.fermer()
})

let numero = 0
let precedente: string | null = null
beforeEach(async () => {
  evenements = []
  avance = 0
  octets = await classeurConforme(`essai ${numero}`)
  const version = await agent.enregistrer(2020, octets, precedente, undefined, 'Plan été 62.xlsx')
  expect(version.statut).toBe(201)
  numero = version.corps.numero as number
  precedente = String(version.corps.empreinteDeclaration)
})

function unBureau(change: Partial<Bureau> = {}): Bureau {
  return {
    ...assemblerBureau(lireConfiguration(), clients),
    journal: creerJournal(() => undefined),
    horloge: () => new Date(Date.now() + avance),
    ...change,
  }
}

class Tue extends Error {}

/** A worker that dies at this point, as under kill -9: nothing of it runs after. */
async function mourir(ou: PointDeRupture): Promise<void> {
  let mort = false
  const bureau = unBureau({
    rupture: (point) => {
      if (point !== ou) return
      mort = true
      throw new Tue()
    },
  })
  await travailler(bureau)
  expect(mort).toBe(true)
}

const finDuBail = (): void => {
  avance += lireConfiguration().bailMs + 1000
}

const chemin = (suite = ''): string => `${agent.chaine(2020)}/versions/${numero}/transmissions/libre${suite}`
const transmettre = (cle: string = crypto.randomUUID()): Promise<Reponse> =>
  agent.demander('POST', chemin(), {}, { 'idempotency-key': cle })
const etat = async (): Promise<Record<string, unknown>> => (await agent.demander('GET', chemin())).corps
const trier = (issue: string, cle: string = crypto.randomUUID()): Promise<Reponse> =>
  agent.demander('POST', chemin('/issue'), { issue }, { 'idempotency-key': cle })
const preuve = async (): Promise<Preuve> =>
  (await agent.demander('GET', `${agent.chaine(2020)}/versions/${numero}/preuve`)).corps as unknown as Preuve

/** What the mail service has accepted for this version, as it was written on disk before its answer. */
async function courriers(): Promise<ParsedMail[]> {
  const dossier = path.join(banc.socle.dossier, 'ses', 'messages')
  const noms = (await readdir(dossier)).filter((nom) => nom.endsWith('.eml'))
  const lus = await Promise.all(
    noms.map(async (nom) => simpleParser(await readFile(path.join(dossier, nom)))),
  )
  return lus.filter((m) => m.headers.get('x-cdppe-transmission') === `62-2020-${numero}-libre`)
}

const evenementDe = (e: unknown) =>
  e as { detail: { mail: { tags: Record<string, string[]>; timestamp: string } } }

/** The Send event of this version's message, once the mail service gave it. */
async function evenement(): Promise<unknown> {
  const trouver = (): unknown =>
    evenements.find((e) => evenementDe(e).detail.mail.tags.transmission?.[0] === `62-2020-${numero}-libre`)
  await expect.poll(trouver, { timeout: 5000 }).toBeDefined()
  return trouver()
}

describe('a sending', () => {
  it('carries the workbook’s own bytes and a proof that verifies them, in a French message', async () => {
    expect((await transmettre()).corps).toMatchObject({
      statut: 'preparee',
      version: numero,
      envoyeeLe: null,
    })
    await travailler(unBureau())
    const [courrier, ...autres] = await courriers()
    expect(autres).toEqual([])
    expect(courrier!.subject).toBe(`[CDPPE 2020] 62 Pas-de-Calais – plan d’action – version ${numero}`)
    expect(courrier!.replyTo?.text).toBe('claire.dumont@pas-de-calais.example')
    expect(courrier!.to).toMatchObject({ text: 'boite-locale@cdppe.example' })
    expect(courrier!.headers.get('x-destinataire-reel')).toBe('dgcs-contrats-enfance@social.gouv.fr')
    expect(courrier!.text).toMatch(
      /^Envoi d’essai : ce message est destiné à dgcs-contrats-enfance@social\.gouv\.fr/,
    )
    for (const attendu of [
      sha256(octets),
      'Plan été 62.xlsx',
      'Claire Dumont',
      'référentiel 2020-2022',
      `62-2020-${numero}-libre`,
    ]) {
      expect(courrier!.text).toContain(attendu)
      expect(courrier!.html).toContain(attendu)
    }
    expect(courrier!.attachments.map((a) => a.filename)).toEqual([
      `CDPPE_62_2020_version-${numero}_classeur.xlsx`,
      `CDPPE_62_2020_version-${numero}_bordereau.pdf`,
      `CDPPE_62_2020_version-${numero}.preuve.json`,
    ])
    const [classeur, , jointe] = courrier!.attachments
    expect(sha256(classeur!.content)).toBe(sha256(octets))
    const parti: unknown = JSON.parse(jointe!.content.toString())
    const recue = await verifierPreuve(classeur!.content, parti)
    expect(recue.refus).toBeNull()
    // Signature and time stamp travel with it: whoever receives it asks us nothing.
    for (const nom of ['cms', 'horodatage'] as const)
      expect(recue.etapes).toContainEqual(expect.objectContaining({ nom, acquis: true }))

    const envoyee = await etat()
    expect(envoyee).toMatchObject({ statut: 'envoyee', messageId: expect.stringMatching(/^0100/) as string })
    expect(envoyee.message).toContain('Transmis à dgcs-contrats-enfance@social.gouv.fr le ')
    expect(envoyee.message).toContain('remis à boite-locale@cdppe.example')
    const complete = await preuve()
    expect(complete.recu?.declaration).toMatchObject({
      type: 'cdppe-recu/1',
      transmission: `62-2020-${numero}-libre`,
      numero,
      empreinteDeclaration: precedente,
      destinataire: 'boite-locale@cdppe.example',
      messageId: envoyee.messageId,
      constatePar: null,
    })
    const verification = await verifierPreuve(octets, complete)
    expect(verification.refus).toBeNull()
    expect(verification.etapes).toContainEqual(expect.objectContaining({ nom: 'recu', acquis: true }))
    const versions = await agent.demander('GET', `${agent.chaine(2020)}/versions`)
    expect((versions.corps.versions as { transmission: unknown }[])[0]!.transmission).toMatchObject({
      statut: 'envoyee',
    })
  })

  it('answers the same to the same request under the same key, and refuses another one under it', async () => {
    const cle = crypto.randomUUID()
    const demander = (corps: object, vers = chemin()) =>
      agent.demander('POST', vers, corps, { 'idempotency-key': cle })
    const premiere = await demander({})
    expect(premiere.statut).toBe(202)
    expect(await demander({})).toMatchObject({ statut: 202, corps: premiere.corps })
    for (const [corps, vers] of [
      [{ precisions: 'autre chose' }, chemin()],
      [{}, chemin().replace('libre', 'contacts')],
    ] as const)
      expect(await demander(corps, vers)).toMatchObject({
        statut: 422,
        corps: {
          code: 'CLE_REUTILISEE',
          message:
            'Cette demande porte la clé d’une autre demande (Idempotency-Key). Recommencez la transmission.',
        },
      })
    expect((await agent.demander('POST', chemin(), {})).statut).toBe(400)
  })

  it('leaves once, however many ask and however many workers run', async () => {
    const cle = crypto.randomUUID()
    const reponses = await Promise.all([transmettre(cle), transmettre(cle), transmettre(), transmettre()])
    expect(reponses.map((r) => [r.statut, r.corps.id])).toEqual(
      Array(4).fill([202, `62-2020-${numero}-libre`]),
    )
    await Promise.all(Array.from({ length: 6 }, () => travailler(unBureau())))
    await travailler(unBureau())
    expect(await courriers()).toHaveLength(1)
    expect((await transmettre()).corps.statut).toBe('envoyee')
    finDuBail()
    await travailler(unBureau())
    expect(await courriers()).toHaveLength(1)
  })
})

describe('a worker that dies', () => {
  for (const ou of ['pris', 'prepare'] as const)
    it(`leaves nothing behind before it said that it was sending (${ou})`, async () => {
      await transmettre()
      await mourir(ou)
      expect((await etat()).statut).toBe('en-cours')
      await travailler(unBureau())
      expect(await courriers()).toEqual([])
      finDuBail()
      await travailler(unBureau())
      await travailler(unBureau())
      expect((await etat()).statut).toBe('envoyee')
      expect(await courriers()).toHaveLength(1)
    })

  it('leaves a doubt when it dies as it sends, and nobody sends again', async () => {
    await transmettre()
    await mourir('engage')
    finDuBail()
    await Promise.all([travailler(unBureau()), travailler(unBureau())])
    const doute = await etat()
    expect(doute.statut).toBe('incertaine')
    expect(doute.message).toContain('Ne renvoyez pas')
    finDuBail()
    await travailler(unBureau())
    expect((await transmettre()).corps.statut).toBe('incertaine')
    expect(await courriers()).toEqual([])

    expect((await trier('autre')).statut).toBe(400)
    expect((await trier('renvoyer')).corps.statut).toBe('preparee')
    expect((await trier('renvoyer')).statut).toBe(409)
    await travailler(unBureau())
    expect((await etat()).statut).toBe('envoyee')
    expect(await courriers()).toHaveLength(1)
    expect((await trier('recu')).statut).toBe(409)
  })

  it('is settled once by one answer, told again or not, and never by another one under its key', async () => {
    const douter = async () => {
      await mourir('engage')
      finDuBail()
      await travailler(unBureau())
      expect((await etat()).statut).toBe('incertaine')
    }
    await transmettre()
    await douter()
    const cle = crypto.randomUUID()
    expect(await trier('renvoyer', cle)).toMatchObject({ statut: 200, corps: { statut: 'preparee' } })
    expect(await trier('renvoyer', cle)).toMatchObject({ statut: 200, corps: { statut: 'preparee' } })
    expect(await trier('recu', cle)).toMatchObject({
      statut: 422,
      corps: {
        code: 'CLE_REUTILISEE',
        message: expect.stringContaining('Recommencez votre réponse') as string,
      },
    })
    // A new doubt is not settled by the answer to the one before.
    await douter()
    expect(await trier('renvoyer', cle)).toMatchObject({ statut: 200, corps: { statut: 'incertaine' } })
    expect((await etat()).statut).toBe('incertaine')
    expect(await courriers()).toEqual([])
    const fin = crypto.randomUUID()
    expect(await trier('recu', fin)).toMatchObject({ statut: 200, corps: { statut: 'envoyee' } })
    expect(await trier('recu', fin)).toMatchObject({ statut: 200, corps: { statut: 'envoyee' } })
  })

  it('is made up for by the Send event, before or after the doubt', async () => {
    await transmettre()
    await mourir('envoye')
    await recevoirEvenement(unBureau(), await evenement())
    expect((await etat()).statut).toBe('en-cours')
    finDuBail()
    await travailler(unBureau())
    expect(await etat()).toMatchObject({ statut: 'envoyee', messageId: expect.any(String) as string })
    expect(await courriers()).toHaveLength(1)
    // It comes twice, as events do.
    await recevoirEvenement(unBureau(), await evenement())
    expect(await courriers()).toHaveLength(1)
    expect((await verifierPreuve(octets, await preuve())).refus).toBeNull()
  })

  it('is made up for by a Send event that comes late, even once a person asked for another sending', async () => {
    await transmettre()
    await mourir('envoye')
    finDuBail()
    await travailler(unBureau())
    expect((await etat()).statut).toBe('incertaine')
    await trier('renvoyer')
    await recevoirEvenement(unBureau(), await evenement())
    expect((await etat()).statut).toBe('envoyee')
    await travailler(unBureau())
    expect(await courriers()).toHaveLength(1)
  })

  it('is made up for by an event that was recorded and then forgotten, before another sending leaves', async () => {
    await transmettre()
    await mourir('envoye')
    finDuBail()
    await travailler(unBureau())
    await trier('renvoyer')
    const envoi = {
      transmission: `62-2020-${numero}-libre`,
      tentative: 1,
      messageId: '0100-note',
      le: '2026-11-23T10:00:00.000Z',
    }
    await unBureau().depot.transmissions.noterEnvoi(envoi)
    await travailler(unBureau())
    expect(await etat()).toMatchObject({ statut: 'envoyee', messageId: '0100-note' })
    expect(await courriers()).toHaveLength(1)
  })

  it('closes at once a doubt that the event settles', async () => {
    await transmettre()
    await mourir('envoye')
    finDuBail()
    await travailler(unBureau())
    await recevoirEvenement(unBureau(), await evenement())
    expect((await etat()).statut).toBe('envoyee')
  })

  it('has already written what the mail service answered', async () => {
    await transmettre()
    await mourir('constate')
    finDuBail()
    await travailler(unBureau())
    expect((await etat()).statut).toBe('envoyee')
    expect(await courriers()).toHaveLength(1)
  })

  it('may be only slow: what it learns then settles the doubt', async () => {
    await transmettre()
    await travailler(
      unBureau({
        rupture: async (point) => {
          if (point !== 'envoye') return
          finDuBail()
          await travailler(unBureau())
          expect((await etat()).statut).toBe('incertaine')
        },
      }),
    )
    expect((await etat()).statut).toBe('envoyee')
    expect(await courriers()).toHaveLength(1)
  })

  it('may wake up after another took its place: it then sends nothing', async () => {
    await transmettre()
    await travailler(
      unBureau({
        rupture: async (point) => {
          if (point !== 'prepare') return
          finDuBail()
          await travailler(unBureau())
          await travailler(unBureau())
          expect(await courriers()).toHaveLength(1)
        },
      }),
    )
    expect(await courriers()).toHaveLength(1)
    expect((await etat()).statut).toBe('envoyee')
  })
})

describe('a person who knows', () => {
  it('closes the doubt with a receipt that bears the name', async () => {
    await transmettre()
    await mourir('engage')
    finDuBail()
    await travailler(unBureau())
    const reglee = await trier('recu')
    expect(reglee.corps).toMatchObject({ statut: 'envoyee', messageId: null })
    expect(reglee.corps.message).toContain('Claire Dumont a indiqué')
    const complete = await preuve()
    expect(complete.recu?.declaration).toMatchObject({
      messageId: null,
      destinataire: 'dgcs-contrats-enfance@social.gouv.fr',
      constatePar: { prenom: 'Claire', nom: 'Dumont' },
    })
    expect((await verifierPreuve(octets, complete)).refus).toBeNull()
  })

  it('has nothing to say of a sending that is not in doubt', async () => {
    expect((await trier('recu')).statut).toBe(404)
    await transmettre()
    const r = await trier('recu')
    expect([r.statut, r.corps.code]).toEqual([409, 'TRANSMISSION_REGLEE'])
    await travailler(unBureau())
  })
})

describe('a mail service', () => {
  const vers = (port: number): Bureau['depot']['courrier'] =>
    creerCourrier(new SESv2Client({ endpoint: `http://127.0.0.1:${port}`, maxAttempts: 1 }), undefined)
  const avecCourrier = (courrier: Bureau['depot']['courrier'], change: Partial<Bureau> = {}): Bureau => {
    const bureau = unBureau(change)
    return { ...bureau, depot: { ...bureau.depot, courrier } }
  }

  it('that cannot be reached lets it wait and try again', async () => {
    const ferme = createServer()
    await new Promise<void>((pret) => ferme.listen(0, '127.0.0.1', pret))
    const { port } = ferme.address() as AddressInfo
    await new Promise((clos) => ferme.close(clos))
    await transmettre()
    await travailler(avecCourrier(vers(port)))
    const attente = await etat()
    expect(attente.statut).toBe('preparee')
    expect(attente.message).toMatch(
      /^Rien n’a encore été envoyé : le service d’envoi ne répond pas\. Un nouvel essai/,
    )
    await travailler(unBureau())
    expect(await courriers()).toEqual([])
    avance += 11_000
    await travailler(unBureau())
    expect((await etat()).statut).toBe('envoyee')
    expect(await courriers()).toHaveLength(1)
  })

  it('that hangs up without an answer leaves a doubt, never a second message', async () => {
    const raccroche = createServer((prise) => prise.once('data', () => prise.destroy()))
    await new Promise<void>((pret) => raccroche.listen(0, '127.0.0.1', pret))
    await transmettre()
    await travailler(avecCourrier(vers((raccroche.address() as AddressInfo).port)))
    await new Promise((clos) => raccroche.close(clos))
    expect((await etat()).statut).toBe('en-cours')
    finDuBail()
    await travailler(unBureau())
    expect((await etat()).statut).toBe('incertaine')
    expect(await courriers()).toEqual([])
  })

  it('that refuses gives a reason, and the version may be sent again on a new request', async () => {
    const cle = crypto.randomUUID()
    await transmettre(cle)
    await travailler(unBureau({ expediteur: 'x' }))
    const refusee = await etat()
    expect(refusee.statut).toBe('echouee')
    expect(refusee.message).toMatch(/^Le message n’est pas parti : .*administrateur/)
    expect((await transmettre(cle)).corps.statut).toBe('echouee')
    expect((await transmettre()).corps.statut).toBe('preparee')
    await travailler(unBureau())
    expect((await etat()).statut).toBe('envoyee')
    expect(await courriers()).toHaveLength(1)
  })
})

describe('what never leaves', () => {
  it('is a workbook whose kept bytes are no longer those that were signed', async () => {
    await transmettre()
    await clients.s3.send(
      new PutObjectCommand({
        Bucket: lireConfiguration().seau,
        Key: `classeurs/62/2020/${sha256(octets)}`,
        Body: await classeurConforme('substitué'),
      }),
    )
    await travailler(unBureau())
    expect(await etat()).toMatchObject({
      statut: 'echouee',
      message: expect.stringContaining('n’a plus l’empreinte') as string,
    })
    expect(await courriers()).toEqual([])
  })

  it('is a message to an address outside the closed list', async () => {
    await transmettre()
    const bureau = unBureau()
    for (const destinataire of ['dqcs-contrats-enfance@social.gouv.fr', 'autre@mal.example']) {
      await bureau.depot.transmissions.modifier({ ...CHAINE, numero, envoi: 'libre' }, () => ({
        destinataire,
        statut: 'preparee',
      }))
      await travailler(bureau)
      expect((await etat()).statut).toBe('echouee')
      expect((await etat()).message).toContain(destinataire)
    }
    expect(await courriers()).toEqual([])
  })
})

describe('an event', () => {
  it('that is not ours, or of an attempt that was never made, changes nothing', async () => {
    await transmettre()
    const faux = (tags: Record<string, string[]>) => ({
      source: 'aws.ses',
      detail: { eventType: 'Send', mail: { timestamp: '2026-11-23T10:00:00.000Z', messageId: 'faux', tags } },
    })
    const id = `62-2020-${numero}-libre`
    for (const e of [
      null,
      {},
      faux({}),
      faux({ transmission: [id], tentative: ['1'] }),
      faux({ transmission: [id], tentative: ['0'] }),
      faux({ transmission: ['62-2020-999-libre'], tentative: ['1'] }),
      faux({ transmission: ['../62'], tentative: ['1'] }),
      { ...faux({ transmission: [id], tentative: ['1'] }), source: 'autre' },
    ])
      await recevoirEvenement(unBureau(), e)
    expect((await etat()).statut).toBe('preparee')
    await travailler(unBureau())
    expect(await courriers()).toHaveLength(1)
  })
})

describe('a small campaign', () => {
  it('mails no version twice and loses none, with workers dying anywhere and events that come late and twice', async () => {
    const debut = numero
    for (let i = 0; i < 7; i++) {
      const version = await agent.enregistrer(2020, await classeurConforme(`campagne ${i}`), precedente)
      precedente = String(version.corps.empreinteDeclaration)
      numero = version.corps.numero as number
      await transmettre()
    }
    const fin = numero
    let graine = 7
    const hasard = (): number => (graine = (graine * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
    let morts = 0
    const mortel = (): Bureau =>
      unBureau({
        rupture: () => {
          if (hasard() > 0.3) return
          morts++
          throw new Tue()
        },
      })
    for (let tour = 0; tour < 8; tour++) {
      await Promise.all([travailler(mortel()), travailler(mortel()), travailler(mortel())])
      for (const e of evenements) await recevoirEvenement(unBureau(), e)
      finDuBail()
    }
    await travailler(unBureau())
    await travailler(unBureau())

    const comptes = new Map<number, number>()
    for (numero = debut + 1; numero <= fin; numero++) comptes.set(numero, (await courriers()).length)
    const envoyes = [...comptes.values()].reduce((a, b) => a + b)
    const siens = (): number =>
      evenements.filter((e) =>
        comptes.has(Number(evenementDe(e).detail.mail.tags.transmission?.[0]?.split('-')[2])),
      ).length
    await expect.poll(siens, { timeout: 5000 }).toBe(envoyes)
    for (const e of evenements) await recevoirEvenement(unBureau(), e)
    for (const [n, nombre] of comptes) {
      numero = n
      expect([n, (await etat()).statut, nombre]).toEqual([
        n,
        nombre ? 'envoyee' : 'incertaine',
        nombre ? 1 : 0,
      ])
    }
    numero = fin
    expect(morts).toBeGreaterThan(5)
  })
})
