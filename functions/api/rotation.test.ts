import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CreateKeyCommand, GetPublicKeyCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TYP_JWS_VERSION } from '../../shared/version/declaration.ts'
import type { Declaration, JeuDeCles, Preuve } from '../../shared/version/declaration.ts'
import { lireDossier } from '../../shared/version/dossier.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { inflaterNode } from '../depot/lire-classeur.ts'
import { creerSignataire } from '../depot/signataire.ts'
import { ouvrirAutorite } from '../local/autorite.ts'
import { demarrerSocle } from '../local/demarrer.ts'
import type { Socle } from '../local/socle.ts'
import { classeurConforme, client } from './essais.ts'
import type { Client } from './essais.ts'

/** The signing key changes between two starts of the same service: what the old one signed stays verifiable. */

const CDPPE = fileURLToPath(new URL('../local/cdppe.ts', import.meta.url))

let dossier: string
let socle: Socle
let clients: Clients
let chez62: Client
let octets: Uint8Array
let apres: Uint8Array
let ancienne: string
let retrait: string
let cles: JeuDeCles

beforeAll(async () => {
  dossier = mkdtempSync(path.join(tmpdir(), 'cdppe-rotation-'))
  const donnees = path.join(dossier, 'donnees')
  vi.resetModules()
  socle = await demarrerSocle({ dossier: donnees, ports: 'libres' })
  chez62 = await client(socle.origine, '62')
  octets = await classeurConforme('avant')
  const v1 = await chez62.enregistrer(2020, octets, null)
  expect(v1.statut).toBe(201)

  clients = creerClients({ s3ParChemin: true })
  ancienne = socle.environnement['CLE_SIGNATURE']!
  const { KeyMetadata } = await clients.kms.send(
    new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  )
  const nouvelle = KeyMetadata!.KeyId!
  const { PublicKey } = await clients.kms.send(new GetPublicKeyCommand({ KeyId: nouvelle }))
  const autorite = await ouvrirAutorite(path.join(donnees, 'autorite'))
  retrait = `${new Date(Date.now() + 60_000).toISOString().slice(0, 19)}Z`
  const environnement = {
    CLE_SIGNATURE: `${nouvelle},${ancienne}@${retrait}`,
    CERTIFICAT_SIGNATURE: await autorite.service(PublicKey!),
  }
  await socle.arreter()
  // The functions read the keys when they are first used, as on Lambda.
  vi.resetModules()
  socle = await demarrerSocle({ dossier: donnees, ports: 'libres', environnement })
  chez62 = await client(socle.origine, '62')
  apres = await classeurConforme('après')
  const v2 = await chez62.enregistrer(2020, apres, String(v1.corps['empreinteDeclaration']))
  expect(v2.statut).toBe(201)
  cles = (await (await fetch(`${socle.origine}/api/cles`)).json()) as JeuDeCles
})
afterAll(async () => {
  fermerClients(clients)
  await socle.arreter()
  rmSync(dossier, { recursive: true, force: true })
})

const preuveDe = async (numero: number): Promise<Preuve> =>
  (await chez62.demander('GET', `${chez62.chaine(2020)}/versions/${numero}/preuve`))
    .corps as unknown as Preuve

const cdppe = (...args: string[]) =>
  spawnSync(process.execPath, [CDPPE, ...args], { encoding: 'utf8', cwd: dossier })

describe('after a rotation', () => {
  it('publishes the new key first, and the old one with the moment of its retirement', async () => {
    const [un, deux] = [await preuveDe(1), await preuveDe(2)]
    expect(cles.keys.map((c) => c.kid)).toEqual([deux.cles.keys[0]!.kid, un.cles.keys[0]!.kid])
    expect(cles.keys.map((c) => c.exp)).toEqual([undefined, Date.parse(retrait) / 1000])
  })

  it('still verifies what the old key signed, and the chain that crosses it: by the API’s proof, by the bundle', async () => {
    const [un, deux] = [await preuveDe(1), await preuveDe(2)]
    expect((await verifierPreuve(octets, un, { cles, precedente: null })).refus).toBeNull()
    expect((await verifierPreuve(apres, deux, { cles, precedente: un })).refus).toBeNull()

    const adresse = await chez62.demander('GET', `${chez62.chaine(2020)}/versions/1/dossier`)
    const zip = new Uint8Array(await (await fetch(String(adresse.corps['url']))).arrayBuffer())
    writeFileSync(path.join(dossier, 'version-1.zip'), zip)
    const lu = await lireDossier(zip, inflaterNode)
    const v = await verifierPreuve(lu.classeur, lu.preuve, { cles, precedente: null, rapport: lu.rapport })
    expect([v.refus, v.etapes.filter((e) => e.acquis !== true)]).toEqual([null, []])
  })

  it('still verifies it on the command line, and refuses what the old key signs from then on', async () => {
    const ecrire = (nom: string, contenu: string | Uint8Array) => {
      writeFileSync(path.join(dossier, nom), contenu)
      return nom
    }
    const jwks = ecrire('cles.json', JSON.stringify(cles))
    const classeur = ecrire('plan.xlsx', octets)
    const preuve = ecrire('preuve.json', JSON.stringify(await preuveDe(1)))
    const bon = cdppe('verifier', classeur, preuve, '--cles', jwks)
    expect([bon.status, bon.stderr]).toEqual([0, ''])
    expect(bon.stdout).toContain('Vérification acceptée.')

    const racine = path.join(socle.dossier, 'autorite', 'racine.pem')
    const dossierBon = cdppe('verifier', 'version-1.zip', '--cles', jwks, '--autorite', racine)
    expect([dossierBon.status, dossierBon.stderr]).toEqual([0, ''])
    const etapes = [...dossierBon.stdout.matchAll(/^✓ (.+?) : /gm)].map(([, nom]) => nom)
    expect(etapes).toEqual([
      'Preuve',
      'Octets du classeur',
      'Contenu du classeur',
      'Clé',
      'Signature',
      'Déclaration',
      'Chaîne des versions',
      'Rapport de contrôle',
      'Certificat (.p7s)',
      'Horodatage (.tsr)',
    ])
    expect(dossierBon.stdout).not.toContain('n’a pas été vérifié')
    const seul = cdppe('verifier', 'version-1.zip')
    expect([seul.status, seul.stdout.match(/^– /gm)?.length]).toEqual([0, 2])
    const coupe = ecrire('coupe.zip', readFileSync(path.join(dossier, 'version-1.zip')).subarray(0, 900))
    expect(cdppe('verifier', coupe)).toMatchObject({ status: 2, stdout: '' })

    const { declaration } = await preuveDe(1)
    const tardive: Declaration = { ...declaration, le: new Date(Date.parse(retrait) + 1000).toISOString() }
    const { jws, cle } = await creerSignataire(clients.kms, [ancienne]).signer(tardive, TYP_JWS_VERSION)
    const forgee = { type: 'cdppe-preuve/1', declaration: tardive, jws, cles: { keys: [cle] }, recu: null }
    expect((await verifierPreuve(octets, forgee)).refus).toBeNull()
    expect((await verifierPreuve(octets, forgee, { cles })).refus).toBe('CLE_RETIREE')
  })

  it('signs the version all the same, by the JWS alone, where the certificate is of another kind or cannot be read', async () => {
    const rsa = rootCertificates.find(
      (pem) => new X509Certificate(pem).publicKey.asymmetricKeyType === 'rsa',
    )!
    for (const certificat of [rsa, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
      const signataire = creerSignataire(clients.kms, [ancienne], certificat)
      expect(await signataire.signerCms({}, new Date())).toBeNull()
      expect((await signataire.signer({}, TYP_JWS_VERSION)).jws).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    }
  })

  it('signs nothing with a certificate that stayed the old key’s', async () => {
    const [nouvelle] = cles.keys
    const { CERTIFICAT_SIGNATURE, CLE_SIGNATURE } = socle.environnement
    const signataire = creerSignataire(clients.kms, [ancienne], CERTIFICAT_SIGNATURE)
    expect(await signataire.signerCms({}, new Date())).toBeNull()
    const enService = creerSignataire(clients.kms, CLE_SIGNATURE!.split(','), CERTIFICAT_SIGNATURE)
    expect((await enService.signer({}, TYP_JWS_VERSION)).cle.kid).toBe(nouvelle!.kid)
    expect(await enService.signerCms({}, new Date())).toMatch(/^[A-Za-z0-9+/]+=*$/)
  })
})
