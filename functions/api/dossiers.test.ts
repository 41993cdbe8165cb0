import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificatsPem } from '../../shared/version/der.ts'
import { FICHIERS, lireDossier, zipper } from '../../shared/version/dossier.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { inflaterNode } from '../depot/lire-classeur.ts'
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
      copie[nom]![ou]! ^= 1
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
    const { corps } = await chez62.demander('GET', `${chez62.chaine(2020)}/journal`)
    const evenements = (corps.evenements as { evenement: string }[]).map((e) => e.evenement)
    expect(evenements.sort()).toEqual(['controlee', 'exportee', 'signee', 'telechargee'])
  })
})
