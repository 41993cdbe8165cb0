import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simpleParser } from 'mailparser'
import { PDFDocument } from '@cantoo/pdf-lib'
import PostalMime from 'postal-mime'
import type { Preuve } from '../../shared/version/declaration.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { creerApp } from '../api/app.ts'
import { assemblerServices } from '../api/assembler.ts'
import { lireConfiguration } from '../api/configuration.ts'
import type { Services } from '../api/contexte.ts'
import { classeurConforme, client, ouvrirBanc, sha256 } from '../api/essais.ts'
import type { Banc, Client } from '../api/essais.ts'
import { handler } from '../api/lambda.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { creerJournal } from '../depot/journal.ts'
import type { LambdaHandler } from '../local/passerelle.ts'
import { texteDuPdf } from './essais.ts'
import { recevoirEvenement } from './evenement.ts'
import { travailler } from './travailler.ts'

let banc: Banc
let agent: Client
let clients: Clients
let octets: Uint8Array
let numero = 0
let precedente: string | null = null

beforeAll(async () => {
  banc = await ouvrirBanc({
    gestionnaires: () =>
      Promise.resolve({
        api: handler as unknown as LambdaHandler,
        transmission: () => Promise.resolve(),
        evenementEnvoi: () => Promise.resolve(),
      }),
  })
  agent = await client(banc.socle.origine, '62')
  clients = creerClients({ s3ParChemin: true })
})
afterAll(async () => {
  fermerClients(clients)
  await banc.fermer()
})

const COPIES = { prefet: 'prefecture@pas-de-calais.example', ars: 'ars@hauts-de-france.example' }

/** The API at a moment, with copies; its own mailbox, whatever else the configuration says. */
function services(maintenant: string, production = false): Services {
  const configuration = lireConfiguration()
  const departements = configuration.departements.map((d) => ({ ...d, copies: COPIES }))
  const assembles = assemblerServices(
    { ...configuration, departements, boiteLocale: production ? null : configuration.boiteLocale },
    clients,
  )
  assembles.bureau.journal = creerJournal(() => undefined)
  // The tokens keep the real clock: only what is judged of a deadline moves.
  assembles.bureau.horloge = () => new Date(maintenant)
  return assembles
}

async function version(nom = 'Plan été 62.xlsx', contenu?: Uint8Array): Promise<void> {
  octets = contenu ?? (await classeurConforme(`pièces ${numero}`))
  const faite = await agent.enregistrer(2020, octets, precedente, undefined, nom)
  expect(faite.statut).toBe(201)
  numero = faite.corps.numero as number
  precedente = String(faite.corps.empreinteDeclaration)
}

async function demander(s: Services, envoi: string, corps: object) {
  const reponse = await creerApp(s).request(
    `${agent.chaine(2020)}/versions/${numero}/transmissions/${envoi}`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${agent.jeton}`,
        'idempotency-key': crypto.randomUUID(),
        'content-type': 'application/json',
      },
      body: JSON.stringify(corps),
    },
  )
  return { statut: reponse.status, corps: (await reponse.json()) as Record<string, unknown> }
}

const etat = async (envoi: string): Promise<Record<string, unknown>> =>
  (await agent.demander('GET', `${agent.chaine(2020)}/versions/${numero}/transmissions/${envoi}`)).corps

const pdf = (suite: Uint8Array = new Uint8Array()): Uint8Array =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), suite, Buffer.from('\n%%EOF')])

async function joindre(piece: string, nomFichier: string, contenu: Uint8Array) {
  return {
    piece,
    depot: await agent.deposer(2020, contenu, nomFichier),
    nomFichier,
    empreinte: sha256(contenu),
  }
}

/** The message of this version's sending, as the SMTP server received it. */
async function recu(envoi: string): Promise<Buffer> {
  const id = `62-2020-${numero}-${envoi}`
  let brut: Buffer | undefined
  await expect
    .poll(
      async () => {
        for (const { id: message } of banc.socle.messages()) {
          const reponse = await fetch(`${banc.socle.boite}/${message}/source`)
          const octetsRecus = Buffer.from(await reponse.arrayBuffer())
          if (octetsRecus.subarray(0, 8192).includes(id)) brut = octetsRecus
        }
        return brut !== undefined
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  return brut!
}

async function motsDuPdf(fichier: Uint8Array): Promise<string> {
  expect((await PDFDocument.load(fichier)).getTitle()).toContain('Bordereau')
  return texteDuPdf(fichier).replaceAll('\u00a0', ' ')
}

describe('a projet de contrat', () => {
  const A_TEMPS = '2020-09-15T12:00:00Z'

  it('leaves with its pièces, a bordereau and the proof, and two foreign parsers read the same of it', async () => {
    await version()
    const contrat = pdf(randomBytes(300_000))
    const s = services(A_TEMPS)
    const r = await demander(s, 'projet-contrat', {
      pieces: [await joindre('projet-contrat', 'Contrat – projet « définitif ».pdf', contrat)],
      precisions: 'Œuvre commune avec l’ARS, à relire',
    })
    expect(r.statut).toBe(202)
    expect(r.corps).toMatchObject({
      envoi: 'projet-contrat',
      horsDelai: false,
      copies: Object.values(COPIES),
      pieces: [{ piece: 'projet-contrat', taille: contrat.length, empreinte: sha256(contrat) }],
    })
    await travailler(s.bureau)
    const brut = await recu('projet-contrat')
    const un = await simpleParser(brut)
    const deux = await PostalMime.parse(brut)
    const objet = `[CDPPE 2020] 62 Pas-de-Calais – projet de contrat – version ${numero}`
    const noms = [
      `CDPPE_62_2020_version-${numero}_classeur.xlsx`,
      `CDPPE_62_2020_version-${numero}_projet-de-contrat-avec-des-montants-stabilisés.pdf`,
      `CDPPE_62_2020_version-${numero}_bordereau.pdf`,
      `CDPPE_62_2020_version-${numero}.preuve.json`,
    ]
    expect([un.subject, deux.subject]).toEqual([objet, objet])
    expect(un.attachments.map((a) => a.filename)).toEqual(noms)
    expect(deux.attachments.map((a) => a.filename)).toEqual(noms)
    expect([un.replyTo?.value[0]?.address, deux.replyTo?.[0]?.address]).toEqual(
      Array(2).fill('claire.dumont@pas-de-calais.example'),
    )
    const sommesUn = un.attachments.map((a) => sha256(a.content))
    const sommesDeux = deux.attachments.map((a) => sha256(new Uint8Array(a.content as ArrayBuffer)))
    expect(sommesUn).toEqual(sommesDeux)
    expect(sommesUn.slice(0, 2)).toEqual([sha256(octets), sha256(contrat)])
    for (const texte of [un.text!, deux.text!, un.html as string, deux.html!]) {
      for (const mot of [
        'Contrat – projet « définitif ».pdf',
        'Œuvre commune avec l’ARS',
        'au plus tard le 15 septembre',
      ])
        expect(texte).toContain(mot)
      expect(texte).not.toContain('hors délai')
    }
    // Outside production a copy goes nowhere, and the message says to whom it would have.
    expect(deux.cc ?? []).toEqual([])
    expect(un.text).toContain(COPIES.prefet)
    expect(banc.socle.messages()[0]!.enveloppe.a).toEqual(['boite-locale@cdppe.example'])

    const mots = await motsDuPdf(un.attachments[2]!.content)
    for (const mot of [
      'Bordereau de transmission – projet de contrat',
      'Pas-de-Calais (62), exercice 2020',
      'Œuvre commune avec l’ARS',
      'Claire Dumont',
      'référentiel 2020-2022',
      `62-2020-${numero}-projet-contrat`,
      sha256(octets),
      sha256(contrat),
      sommesUn[3]!,
      'prefecture@pas-de-calais.example',
      'cdppe verifier CLASSEUR PREUVE',
    ])
      expect(mots).toContain(mot)
    const preuve = JSON.parse(un.attachments[3]!.content.toString()) as Preuve
    expect((await verifierPreuve(un.attachments[0]!.content, preuve)).refus).toBeNull()
  })

  it('is answered by a receipt that names its pièces, then says when it was delivered', async () => {
    const bureau = services(A_TEMPS).bureau
    const evenement = (eventType: string, suite: object) => ({
      source: 'aws.ses',
      detail: {
        eventType,
        mail: {
          timestamp: '2020-09-15T12:00:01.000Z',
          messageId: 'x',
          tags: { transmission: [`62-2020-${numero}-projet-contrat`], tentative: ['1'] },
        },
        ...suite,
      },
    })
    const livre = evenement('Delivery', {
      delivery: { timestamp: '2020-09-15T12:01:00.000Z', recipients: ['boite-locale@cdppe.example'] },
    })
    const retard = evenement('DeliveryDelay', {
      deliveryDelay: {
        timestamp: '2020-09-15T12:00:30.000Z',
        delayType: 'TransientCommunicationFailure',
        delayedRecipients: [{ emailAddress: 'boite-locale@cdppe.example' }],
      },
    })
    await recevoirEvenement(bureau, retard)
    expect(await etat('projet-contrat')).toMatchObject({ statut: 'differee' })
    await Promise.all([recevoirEvenement(bureau, livre), recevoirEvenement(bureau, livre)])
    await recevoirEvenement(bureau, retard)
    const remise = await etat('projet-contrat')
    expect(remise).toMatchObject({ statut: 'remise', remiseLe: '2020-09-15T12:01:00.000Z' })
    expect(remise.message).toContain('Remis au serveur destinataire le 15 septembre 2020 à 14 h 01')
    const preuve = (await agent.demander('GET', `${agent.chaine(2020)}/versions/${numero}/preuve`))
      .corps as unknown as Preuve
    expect(preuve.recu?.declaration).toMatchObject({
      remiseLe: '2020-09-15T12:01:00.000Z',
      envoi: { id: 'projet-contrat', horsDelai: false, pieces: [{ piece: 'projet-contrat' }] },
    })
    expect((await verifierPreuve(octets, preuve)).refus).toBeNull()

    await recevoirEvenement(
      bureau,
      evenement('Bounce', {
        bounce: {
          timestamp: '2020-09-15T12:05:00.000Z',
          bounceType: 'Permanent',
          bounceSubType: 'NoEmail',
          bouncedRecipients: [{ emailAddress: 'boite-locale@cdppe.example' }],
        },
      }),
    )
    const rejetee = await etat('projet-contrat')
    expect(rejetee.statut).toBe('rejetee')
    expect(rejetee.message).toContain('l’adresse n’existe pas')
    // A new request sends again, once; what is still told of the first attempt changes nothing.
    const encore = await demander(services(A_TEMPS), 'projet-contrat', {
      pieces: [await joindre('projet-contrat', 'b.pdf', pdf())],
    })
    expect(encore.corps.statut).toBe('preparee')
    await recevoirEvenement(bureau, livre)
    expect((await etat('projet-contrat')).statut).toBe('preparee')
    await travailler(bureau)
    expect((await etat('projet-contrat')).statut).toBe('envoyee')
    await recevoirEvenement(
      bureau,
      evenement('Complaint', {
        complaint: {
          timestamp: '2020-09-15T13:00:00.000Z',
          complainedRecipients: [{ emailAddress: 'boite-locale@cdppe.example' }],
        },
      }),
    )
    expect(await etat('projet-contrat')).toMatchObject({ statut: 'envoyee' })
  })

  it('is refused by name when a pièce is missing, empty, locked, of another kind, or not of this sending', async () => {
    await version()
    const s = services(A_TEMPS)
    const chiffre = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    const cas: [object, RegExp][] = [
      [{}, /^Il manque : projet de contrat/],
      [{ dansLeClasseur: ['projet-contrat'] }, /Joignez-la/],
      [
        { pieces: [await joindre('projet-contrat', 'a.docx', chiffre)] },
        /« a\.docx » est protégé par un mot de passe/,
      ],
      [
        { pieces: [await joindre('projet-contrat', 'a.pdf', Buffer.from('PK\u0003\u0004 word/'))] },
        /n’est pas un fichier \.pdf/,
      ],
      [{ pieces: [await joindre('contrat-signe', 'a.pdf', pdf())] }, /n’est pas une pièce de cet envoi/],
      [
        { pieces: [{ ...(await joindre('projet-contrat', 'a.pdf', pdf())), depot: crypto.randomUUID() }] },
        /« a\.pdf » n’est pas arrivé jusqu’à nous/,
      ],
    ]
    for (const [corps, phrase] of cas) {
      const r = await demander(s, 'projet-contrat', corps)
      expect([r.statut, r.corps.code]).toEqual([422, 'PIECE_REFUSEE'])
      expect(r.corps.message).toMatch(phrase)
    }
    const deux = [randomBytes(15 * 1024 * 1024), randomBytes(15 * 1024 * 1024)].map(pdf)
    const pieces = [
      await joindre('projet-contrat', 'a.pdf', deux[0]!),
      await joindre('projet-contrat', 'b.pdf', deux[1]!),
    ]
    expect((await demander(s, 'projet-contrat', { pieces })).corps.message).toMatch(
      /dépasse 28 Mo avec « b\.pdf »/,
    )
    expect((await demander(s, 'inconnu', {})).statut).toBe(404)
    expect((await demander(s, 'contacts', {})).corps.message).toMatch(/hors délai/i)
    expect((await demander(services('2020-06-15T12:00:00Z'), 'contacts', {})).corps.message).toMatch(
      /précisions/,
    )
    expect((await etat('projet-contrat')).code).toBe('TRANSMISSION_INTROUVABLE')
  })

  it('asks for a confirmation once the day has passed in Paris, and says so in the mail', async () => {
    await version()
    const tard = services('2020-09-15T22:00:00Z')
    const pieces = [await joindre('projet-contrat', 'a.pdf', pdf())]
    const refus = await demander(tard, 'projet-contrat', { pieces })
    expect([refus.statut, refus.corps.code]).toEqual([422, 'HORS_DELAI'])
    expect(refus.corps.message).toMatch(
      /« le plus rapidement possible et au plus tard le 15 septembre ».*16 septembre 2020/,
    )
    const admis = await demander(tard, 'projet-contrat', { pieces, horsDelai: true })
    expect(admis.corps).toMatchObject({ statut: 'preparee', horsDelai: true })
    await travailler(tard.bureau)
    const { text } = await simpleParser(await recu('projet-contrat'))
    expect(text).toContain('Cet envoi est fait hors délai, ce que l’expéditeur a confirmé.')
  })

  it('goes to the recipient with its copies in production only', async () => {
    await version()
    const { bureau } = services(A_TEMPS, true)
    const pieces = [await joindre('projet-contrat', 'a.pdf', pdf())]
    expect((await demander(services(A_TEMPS, true), 'projet-contrat', { pieces })).statut).toBe(202)
    const partis: { destinataire: string; copies: string[] }[] = []
    await travailler({
      ...bureau,
      depot: {
        ...bureau.depot,
        courrier: {
          envoyer: ({ destinataire, copies }) => {
            partis.push({ destinataire, copies })
            return Promise.resolve({ issue: 'accepte', messageId: 'm' })
          },
        },
      },
    })
    expect(partis).toEqual([
      { destinataire: 'dgcs-contrats-enfance@social.gouv.fr', copies: Object.values(COPIES) },
    ])
  })

  it('carries 20 MB to the byte', async () => {
    await version()
    const lourde = pdf(randomBytes(20 * 1024 * 1024 - 200_000))
    const s = services(A_TEMPS)
    const pieces = [await joindre('projet-contrat', 'Contrat.pdf', lourde)]
    expect((await demander(s, 'projet-contrat', { pieces })).statut).toBe(202)
    await travailler(s.bureau)
    const brut = await recu('projet-contrat')
    expect(sha256((await simpleParser(brut)).attachments[1]!.content)).toBe(sha256(lourde))
    const autre = await PostalMime.parse(brut)
    expect(sha256(new Uint8Array(autre.attachments[1]!.content as ArrayBuffer))).toBe(sha256(lourde))
  })
})

describe('what the exercice asks', () => {
  it('is listed with its recipient, its copies and where the deadline stands', async () => {
    const r = await agent.demander('GET', `${agent.chaine(2024)}/envois`)
    expect(r.statut).toBe(200)
    const envois = r.corps.envois as Record<string, unknown>[]
    expect(envois.map((e) => [e.id, e.situation, e.destinataire])).toEqual([
      ['projet-contrat', 'en-retard', 'dgcs-contrats-enfance@social.gouv.fr'],
      ['plan-action', 'en-retard', null],
      ['contrat-signe', 'en-retard', 'dgcs-contrats-enfance@social.gouv.fr'],
      ['libre', 'sans-date', 'dgcs-contrats-enfance@social.gouv.fr'],
    ])
    expect((await agent.demander('GET', `${agent.chaine(2030)}/envois`)).corps.envois).toEqual([])
  })
})
