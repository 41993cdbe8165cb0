import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { certificatsPem } from '../../shared/version/der.ts'
import { FICHIERS, lireDossier, zipper } from '../../shared/version/dossier.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { inflaterNode } from '../depot/lire-classeur.ts'
import { assemblerServices } from './assembler.ts'
import { lireConfiguration } from './configuration.ts'
import { lireJournal } from './journal-chaine.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import { classeurConforme, client, ouvrirBanc } from './essais.ts'
import type { Banc, Client } from './essais.ts'

let banc: Banc
let chez62: Client
let dossier: string
let racine: string
let octets: Uint8Array
let archive: Uint8Array

beforeAll(async () => {
  banc = await ouvrirBanc()
  chez62 = await client(banc.socle.origine, '62')
  racine = path.join(banc.socle.dossier, 'autorite', 'racine.pem')
  octets = await classeurConforme('dossier')
  const v1 = await chez62.enregistrer(2020, octets, null)
  expect(v1.statut).toBe(201)
  const adresse = await chez62.demander('GET', `${chez62.chaine(2020)}/versions/1/dossier`)
  expect(adresse.statut).toBe(200)
  archive = new Uint8Array(await (await fetch(String(adresse.corps.url))).arrayBuffer())
  dossier = mkdtempSync(path.join(tmpdir(), 'cdppe-dossier-'))
})
afterAll(async () => {
  rmSync(dossier, { recursive: true, force: true })
  await banc.fermer()
})

const [LETTRE_A, LETTRE_B] = [0x41, 0x42]
const autorites = () => certificatsPem(readFileSync(racine, 'utf8'))
async function verifier(zip: Uint8Array) {
  const lu = await lireDossier(zip, inflaterNode)
  return verifierPreuve(lu.classeur, lu.preuve, {
    rapport: lu.rapport,
    precedente: lu.precedente,
    autorites: autorites(),
  })
}

describe('the bundle of a version', () => {
  it('verifies from its files alone, every step', async () => {
    const verification = await verifier(archive)
    expect(verification.refus).toBeNull()
    expect(verification.etapes.map((e) => [e.nom, e.acquis])).toEqual([
      ['preuve', true],
      ['classeur', true],
      ['cle', true],
      ['signature', true],
      ['declaration', true],
      ['chaine', true],
      ['rapport', true],
      ['cms', true],
      ['horodatage', true],
    ])
    expect(verification.declaration).toMatchObject({
      type: 'cdppe-version/2',
      numero: 1,
      correspondance: null,
    })
  })

  it('refuses each altered file with its own reason', async () => {
    const fichiers = unzipSync(archive)
    const alterer = (nom: string): Uint8Array => {
      const copie = { ...fichiers, [nom]: fichiers[nom]!.slice() }
      const ou = copie[nom]!.length - 20
      // Another letter, and not any other byte: a JWS is to stay readable, its signature false.
      copie[nom]![ou] = copie[nom]![ou] === LETTRE_A ? LETTRE_B : LETTRE_A
      return zipper(copie, '2026-01-01')
    }
    const refus = async (nom: string) => (await verifier(alterer(nom))).refus
    expect(await refus('classeur/plan.xlsx')).toBe('EMPREINTE_DIFFERENTE')
    expect(await refus(FICHIERS.jws)).toBe('SIGNATURE_FAUSSE')
    expect(await refus(FICHIERS.rapport)).toBe('RAPPORT_DIFFERENT')
    expect(await refus(FICHIERS.cms)).toBe('CMS_FAUX')
    expect(await refus(FICHIERS.horodatage)).toBe('HORODATAGE_FAUX')
    await expect(
      lireDossier(zipper({ ...fichiers, 'autre.txt': octets }, '2026-01-01'), inflaterNode),
    ).rejects.toMatchObject({ code: 'PREUVE_ILLISIBLE' })
  })

  it('does not trust an authority that did not issue the certificate', async () => {
    const lu = await lireDossier(archive, inflaterNode)
    const horodateur = readFileSync(path.join(banc.socle.dossier, 'autorite', 'horodateur.pem'), 'utf8')
    const v = await verifierPreuve(lu.classeur, lu.preuve, { autorites: certificatsPem(horodateur) })
    expect(v.refus).toBe('CERTIFICAT_NON_RECONNU')
  })

  it('is accepted by openssl with the commands of its notice, where openssl is there', () => {
    const fichiers = unzipSync(archive)
    for (const nom of [FICHIERS.declaration, FICHIERS.cms, FICHIERS.horodatage])
      writeFileSync(path.join(dossier, nom), fichiers[nom]!)
    const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: dossier, encoding: 'utf8' })
    const notice = new TextDecoder().decode(fichiers[FICHIERS.notice])
    expect(notice).toContain(`${banc.socle.origine}/verifier.html`)
    expect(notice).toContain('openssl cms -verify -binary -inform DER -in declaration.p7s')
    expect(notice).toContain('openssl ts -verify -data declaration.p7s -in declaration.tsr')
    if (openssl('version').error) return
    const cms = (contenu: string) =>
      openssl(
        ...'cms -verify -binary -inform DER -in declaration.p7s -purpose any -out /dev/null'.split(' '),
        ...['-content', contenu, '-CAfile', racine],
      )
    expect(cms('declaration.json')).toMatchObject({ status: 0 })
    expect(cms('declaration.tsr').status).not.toBe(0)
    const ts = (donnees: string) =>
      openssl(...`ts -verify -data ${donnees} -in declaration.tsr -CAfile`.split(' '), racine)
    expect(ts('declaration.p7s')).toMatchObject({ status: 0 })
    expect(ts('declaration.json').status).not.toBe(0)
  })
})

describe('what a département can take away and read', () => {
  it('holds every version and the journal, where each event stands once', async () => {
    const adresse = await chez62.demander('GET', `${chez62.chaine(2020)}/export`)
    const fichiers = unzipSync(new Uint8Array(await (await fetch(String(adresse.corps.url))).arrayBuffer()))
    expect(fichiers['version-1/classeur/plan.xlsx']).toEqual(octets)
    expect(Object.keys(fichiers)).toContain('journal.json')
    const lire = async () => {
      const { corps } = await chez62.demander('GET', `${chez62.chaine(2020)}/journal`)
      return (corps.evenements as { evenement: string; details: object }[]).map((e) => e.evenement).sort()
    }
    expect(await lire()).toEqual(['controlee', 'exportee', 'signee', 'telechargee'])
    // What is read is told once an hour, however often it is read.
    for (let i = 0; i < 2; i++) {
      await chez62.demander('GET', `${chez62.chaine(2020)}/versions`)
      await chez62.demander('GET', `${chez62.chaine(2020)}/versions/1`)
      await chez62.demander('GET', `${chez62.chaine(2020)}/versions/1/classeur`)
    }
    expect((await lire()).filter((e) => e === 'vue').length).toBeGreaterThanOrEqual(2)
    expect((await lire()).filter((e) => e === 'vue').length).toBeLessThanOrEqual(4)
    const { corps } = await chez62.demander('GET', `${chez62.chaine(2020)}/journal`)
    const dits = corps.evenements as { evenement: string; le: string }[]
    expect(dits.map((e) => e.le)).toEqual(
      dits
        .map((e) => e.le)
        .sort()
        .reverse(),
    )
    // A reading stands at its own instant, though it is told once an hour: after the signature that it read.
    const signee = dits.findIndex((e) => e.evenement === 'signee')
    expect(dits.slice(signee).some((e) => e.evenement === 'vue')).toBe(false)
  })

  it('follows a sending from its request to its receipt', async () => {
    const envoi = await chez62.demander(
      'POST',
      `${chez62.chaine(2020)}/versions/1/transmissions/libre`,
      {},
      { 'idempotency-key': crypto.randomUUID() },
    )
    expect(envoi.statut).toBe(202)
    banc.socle.transmettre()
    await vi.waitFor(
      async () => {
        const { corps } = await chez62.demander('GET', `${chez62.chaine(2020)}/journal`)
        const suite = (corps.evenements as { evenement: string; agent: unknown; details: object }[])
          .reverse()
          .filter(({ evenement }) => ['demandee', 'envoyee', 'recue'].includes(evenement))
        expect(suite.map((e) => e.evenement)).toEqual(['demandee', 'envoyee', 'recue'])
        expect(suite[0]).toMatchObject({
          agent: { prenom: 'Claire', nom: 'Dumont' },
          details: { version: 1 },
        })
        expect(suite[1]!.agent).toBeNull()
      },
      { timeout: 30_000, interval: 300 },
    )
  })

  it('is all of the département’s data at once, by exercice, with what was sent', async () => {
    expect((await chez62.enregistrer(2022, await classeurConforme('2022'), null)).statut).toBe(201)
    const adresse = await chez62.demander('GET', '/api/v1/departements/62/export')
    expect(adresse.statut).toBe(200)
    const fichiers = unzipSync(new Uint8Array(await (await fetch(String(adresse.corps.url))).arrayBuffer()))
    expect(fichiers['exercice-2020/version-1/classeur/plan.xlsx']).toEqual(octets)
    expect(Object.keys(fichiers)).toEqual(
      expect.arrayContaining([
        'exercice-2020/journal.json',
        'exercice-2020/version-1/recu.json',
        'exercice-2020/envois/version-1/libre/transmission.json',
        'exercice-2022/version-1/declaration.jws',
        'exercice-2022/journal.json',
      ]),
    )
    const chez15 = await client(banc.socle.origine, '15')
    expect((await chez15.demander('GET', '/api/v1/departements/15/export')).statut).toBe(404)
    expect((await chez15.demander('GET', '/api/v1/departements/62/export')).statut).toBe(403)
  })

  it('finds again what nobody had the time to tell', async () => {
    const clients = creerClients({ s3ParChemin: true })
    const services = assemblerServices(lireConfiguration(), clients)
    const chaine = { departement: '62', exercice: 2020 }
    const entier = await lireJournal(services, chaine, 500)
    const dits: string[] = []
    const { evenements } = services.bureau.depot
    const lacunes = {
      ...services,
      bureau: {
        ...services.bureau,
        depot: {
          ...services.bureau.depot,
          evenements: {
            lister: () => Promise.resolve(entier.filter((e) => !['signee', 'envoyee'].includes(e.evenement))),
            noter: async (...args: Parameters<typeof evenements.noter>) => {
              dits.push(args[1])
              await evenements.noter(...args)
            },
          },
        },
      },
    }
    await lireJournal(lacunes, chaine, 500)
    expect(dits.sort()).toEqual(['envoyee', 'signee'])
    // Told again under the same identity: each still stands once.
    expect(await lireJournal(services, chaine, 500)).toEqual(entier)
    fermerClients(clients)
  })
})
