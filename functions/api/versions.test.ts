import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Declaration, JeuDeCles } from '../../shared/version/declaration.ts'
import { verifierChaine } from '../../shared/version/chaine.ts'
import { verifierPreuve } from '../../shared/version/verifier.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { lireConfiguration } from './configuration.ts'
import { classeur, classeurBloquant, classeurConforme, client, ouvrirBanc, sha256 } from './essais.ts'
import type { Banc, Reponse, Client } from './essais.ts'

let banc: Banc
let chez62: Client
let chez15: Client
let clients: Clients

beforeAll(async () => {
  banc = await ouvrirBanc()
  ;[chez62, chez15] = await Promise.all([client(banc.socle.origine, '62'), client(banc.socle.origine, '15')])
  clients = creerClients({ s3ParChemin: true })
})
afterAll(async () => {
  fermerClients(clients)
  await banc.fermer()
})

const empreinteDe = (r: Reponse): string => String(r.corps.empreinteDeclaration)
const publiees = async (): Promise<JeuDeCles> =>
  (await (await fetch(`${banc.socle.origine}/api/cles`)).json()) as JeuDeCles

describe('saving a version', () => {
  it('keeps the bytes, the check, the author and the link to the one before, signed', async () => {
    const octets = await classeurConforme('première')
    const v1 = await chez62.enregistrer(2020, octets, null, undefined, 'CDPPE 62 – été.xlsx')
    expect(v1.statut).toBe(201)
    expect(v1.corps).toMatchObject({
      numero: 1,
      nomFichier: 'CDPPE 62 – été.xlsx',
      taille: octets.length,
      empreinte: sha256(octets),
      referentiel: '2020-2022',
      bloquants: 0,
      auteur: { prenom: 'Claire', nom: 'Dumont' },
      precedente: null,
      transmission: null,
    })
    const v2 = await chez62.enregistrer(2020, await classeurBloquant(), empreinteDe(v1))
    expect(v2.corps).toMatchObject({
      numero: 2,
      statut: 'bloquant',
      bloquants: 1,
      precedente: empreinteDe(v1),
    })
    expect(v2.corps.rapport).toMatchObject({
      statut: 'bloquant',
      constats: [{ regle: 'ENV-02', gravite: 'bloquant' }, {}],
    })

    const liste = await chez62.demander('GET', `${chez62.chaine(2020)}/versions`)
    expect((liste.corps.versions as { numero: number }[]).map((v) => v.numero)).toEqual([2, 1])
    const relue = await chez62.demander('GET', `${chez62.chaine(2020)}/versions/2`)
    expect(relue.corps).toEqual(v2.corps)

    const preuve = await chez62.demander('GET', `${chez62.chaine(2020)}/versions/1/preuve`)
    expect(preuve.entetes.get('content-disposition')).toBe(
      'attachment; filename="CDPPE_62_2020_version-1.preuve.json"',
    )
    const cles = await publiees()
    expect((await verifierPreuve(octets, preuve.corps, { cles, precedente: null })).refus).toBeNull()
    const touche = octets.slice()
    touche[100]! ^= 1
    expect((await verifierPreuve(touche, preuve.corps, { cles })).refus).toBe('EMPREINTE_DIFFERENTE')
    const declarations = [v1, v2].map((v) => v.corps.declaration as Declaration)
    await verifierChaine(declarations, crypto.subtle)

    const adresse = await chez62.demander('GET', `${chez62.chaine(2020)}/versions/1/classeur`)
    const telecharge = await fetch(String(adresse.corps.url))
    expect(sha256(new Uint8Array(await telecharge.arrayBuffer()))).toBe(sha256(octets))
    expect(telecharge.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''CDPPE%2062%20%E2%80%93%20%C3%A9t%C3%A9.xlsx",
    )
  })

  it('says who and when to the writer who comes second, and takes the same version once only', async () => {
    const tete = await chez15.enregistrer(2020, await classeurConforme('a'), null)
    const [un, deux] = await Promise.all([
      chez15.enregistrer(2020, await classeurConforme('b'), empreinteDe(tete)),
      chez15.enregistrer(2020, await classeurConforme('c'), empreinteDe(tete)),
    ])
    expect([un.statut, deux.statut].sort()).toEqual([201, 409])
    const [gagnante, perdante] = un.statut === 201 ? [un, deux] : [deux, un]
    expect(perdante.corps).toMatchObject({
      code: 'VERSION_PERIMEE',
      numero: 2,
      auteur: { prenom: 'Paul', nom: 'Roussel' },
      le: gagnante.corps.le,
    })
    expect(perdante.corps.message).toMatch(/^Paul Roussel a enregistré la version 2 le \d/)
    // Both changed the two titles since the version that both knew.
    expect(perdante.corps.differences).toMatchObject({
      nombre: 2,
      cellules: [
        { cellule: 'Plan d’action!C2', par: 'deux' },
        { cellule: 'Plan d’action!C3', par: 'deux' },
      ],
      feuillesAjoutees: [],
      feuillesSupprimees: [],
    })
    // Having seen them, one goes on from the version that won.
    expect(perdante.corps.empreinteDeclaration).toBe(empreinteDe(gagnante))
    const suite = await chez15.enregistrer(
      2020,
      await classeurConforme('rebase'),
      String(perdante.corps.empreinteDeclaration),
    )
    expect([suite.statut, suite.corps.numero]).toEqual([201, 3])
    // Somebody who knows nothing, and somebody whose chain is another one.
    expect((await chez15.enregistrer(2020, await classeurConforme('d'), null)).statut).toBe(409)
    expect((await chez15.enregistrer(2020, await classeurConforme('d'), 'f'.repeat(64))).statut).toBe(409)
    expect((await chez15.enregistrer(2021, await classeurConforme('d'), empreinteDe(gagnante))).statut).toBe(
      409,
    )
  })

  it('holds an unbroken chain under six writers at once', async () => {
    const classeurs = await Promise.all(
      Array.from({ length: 6 }, (_, i) => classeurConforme(`écrivain ${i}`)),
    )
    await Promise.all(
      classeurs.map(async (octets) => {
        for (;;) {
          const liste = await chez62.demander('GET', `${chez62.chaine(2021)}/versions`)
          const [tete] = liste.corps.versions as { empreinteDeclaration: string }[]
          const r = await chez62.enregistrer(2021, octets, tete?.empreinteDeclaration ?? null)
          if (r.statut === 201) return
          expect(r.statut).toBe(409)
        }
      }),
    )
    const liste = await chez62.demander('GET', `${chez62.chaine(2021)}/versions`)
    const resumes = liste.corps.versions as { numero: number; empreinte: string }[]
    expect(resumes.map((v) => v.numero)).toEqual([6, 5, 4, 3, 2, 1])
    expect(new Set(resumes.map((v) => v.empreinte)).size).toBe(6)
    const versions = await Promise.all(
      resumes.map((v) => chez62.demander('GET', `${chez62.chaine(2021)}/versions/${v.numero}`)),
    )
    await verifierChaine(
      versions.reverse().map((v) => v.corps.declaration as Declaration),
      crypto.subtle,
    )
  })

  it('gives the same answer to the same request, together, again, and after others have saved', async () => {
    const cle = crypto.randomUUID()
    const octets = await classeurConforme('idempotence')
    const depot = await chez15.deposer(2021, octets)
    const corps = { depot, nomFichier: 'plan.xlsx', empreinte: sha256(octets), precedente: null }
    const envoyer = (c: unknown, k: string = cle) =>
      chez15.demander('POST', `${chez15.chaine(2021)}/versions`, c, { 'idempotency-key': k })
    const ensemble = await Promise.all(Array.from({ length: 4 }, () => envoyer(corps)))
    for (const r of ensemble) expect([r.statut, r.corps]).toEqual([201, ensemble[0]!.corps])
    const v2 = await chez15.enregistrer(2021, await classeurConforme('suite'), empreinteDe(ensemble[0]!))
    expect(v2.corps.numero).toBe(2)
    expect(await envoyer(corps, cle.toUpperCase()).then((r) => [r.statut, r.corps])).toEqual([
      201,
      ensemble[0]!.corps,
    ])
    const liste = await chez15.demander('GET', `${chez15.chaine(2021)}/versions`)
    expect(liste.corps.versions).toHaveLength(2)

    const autre = await envoyer({ ...corps, precedente: empreinteDe(v2) })
    expect([autre.statut, autre.corps.code]).toEqual([422, 'CLE_REUTILISEE'])
    expect((await envoyer(corps, crypto.randomUUID())).statut).toBe(409)
    expect((await envoyer(corps, 'pas-un-uuid')).statut).toBe(400)
    expect((await chez15.demander('POST', `${chez15.chaine(2021)}/versions`, corps)).statut).toBe(400)
  })
})

describe('what is not taken', () => {
  const soumettre = (octets: Uint8Array, nom = 'plan.xlsx') =>
    chez62.enregistrer(2022, octets, null, undefined, nom)

  it('names each file that is no readable workbook in one French sentence', async () => {
    const xls = new Uint8Array(4096)
    xls.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const entier = await classeurConforme()
    const cas: [Uint8Array, RegExp][] = [
      [xls, /\.xls|mot de passe|Excel/],
      [entier.slice(0, entier.length - 40), /incomplet|abîmé|classeur/],
      [new TextEncoder().encode('objectif;montant\n9;12'), /texte/],
      [new TextEncoder().encode('<html><body>rien</body></html>'), /page web/],
      [new Uint8Array(300).fill(7), /n’est pas un classeur/],
      [await classeur([]), /action|plan/],
    ]
    for (const [octets, phrase] of cas) {
      const r = await soumettre(octets)
      expect([r.statut, r.corps.code]).toEqual([422, 'CLASSEUR_REFUSE'])
      expect(r.corps.message).toMatch(phrase)
      expect(String(r.corps.message)).not.toMatch(/Error|undefined|\/|\bat /)
    }
    expect((await chez62.demander('GET', `${chez62.chaine(2022)}/versions`)).corps).toEqual({ versions: [] })
  })

  it('refuses an exercice that no référentiel governs', async () => {
    const r = await chez62.enregistrer(2019, await classeurConforme(), null)
    expect(r.statut).toBe(422)
    expect(r.corps.message).toContain('2019')
  })

  it('takes only the bytes that were announced, once, and from the same département', async () => {
    const octets = await classeurConforme('annoncé')
    const autres = octets.slice()
    autres[200]! ^= 1
    const annonce = { nomFichier: 'plan.xlsx', taille: octets.length, empreinte: sha256(octets) }
    const depot = await chez62.demander('POST', `${chez62.chaine(2022)}/depots`, annonce, {
      'idempotency-key': crypto.randomUUID(),
    })
    const entetes = depot.corps.entetes as Record<string, string>
    const url = String(depot.corps.url)
    const poser = async (body: Uint8Array, headers = entetes) =>
      (await fetch(url, { method: 'PUT', headers, body: body.slice() })).status
    expect(await poser(autres)).toBeGreaterThanOrEqual(400)
    expect(await poser(octets.slice(1))).toBeGreaterThanOrEqual(400)
    const autreSomme = Buffer.from(sha256(autres), 'hex').toString('base64')
    expect(await poser(autres, { ...entetes, 'x-amz-checksum-sha256': autreSomme })).toBe(403)
    expect(await poser(octets, {})).toBe(403)
    // Nothing has arrived so far.
    const demande = {
      depot: depot.corps.depot,
      nomFichier: 'plan.xlsx',
      empreinte: sha256(octets),
      precedente: null,
    }
    const tot = await chez62.demander('POST', `${chez62.chaine(2022)}/versions`, demande, {
      'idempotency-key': crypto.randomUUID(),
    })
    expect([tot.statut, tot.corps.code]).toEqual([422, 'DEPOT_INTROUVABLE'])

    expect(await poser(octets)).toBe(200)
    expect(await poser(octets)).toBe(412)
    const voisin = await chez15.demander('POST', `${chez15.chaine(2019)}/versions`, demande, {
      'idempotency-key': crypto.randomUUID(),
    })
    expect([voisin.statut, voisin.corps.code]).toEqual([422, 'DEPOT_INTROUVABLE'])
  })

  it('hashes the bytes itself, whatever the bucket holds under their name', async () => {
    const annonces = await classeurConforme('annoncés')
    const depot = crypto.randomUUID()
    await clients.s3.send(
      new PutObjectCommand({
        Bucket: lireConfiguration().seau,
        Key: `depots/62/2022/${sha256(annonces)}/${depot}`,
        Body: await classeurConforme('autres'),
      }),
    )
    const demande = { depot, nomFichier: 'plan.xlsx', empreinte: sha256(annonces), precedente: null }
    const r = await chez62.demander('POST', `${chez62.chaine(2022)}/versions`, demande, {
      'idempotency-key': crypto.randomUUID(),
    })
    expect([r.statut, r.corps.code]).toEqual([422, 'CLASSEUR_REFUSE'])
    expect(r.corps.message).toContain('empreinte')
  })

  it('says that a version does not exist', async () => {
    for (const suite of ['', '/classeur', '/preuve', '/transmissions/libre']) {
      const r = await chez62.demander('GET', `${chez62.chaine(2022)}/versions/9${suite}`)
      expect(r.statut).toBe(404)
      expect(r.corps.message).toContain('9')
    }
    const envoi = await chez62.demander(
      'POST',
      `${chez62.chaine(2022)}/versions/9/transmissions/libre`,
      {},
      {
        'idempotency-key': crypto.randomUUID(),
      },
    )
    expect(envoi.statut).toBe(404)
  })
})

describe('the same workbook saved again', () => {
  it('may follow itself: its bytes are kept once, its versions are two', async () => {
    const octets = await classeurConforme('deux fois')
    const liste = await chez15.demander('GET', `${chez15.chaine(2021)}/versions`)
    const [tete] = liste.corps.versions as { empreinteDeclaration: string }[]
    const v1 = await chez15.enregistrer(2021, octets, tete?.empreinteDeclaration ?? null)
    const v2 = await chez15.enregistrer(2021, octets, empreinteDe(v1))
    expect([v1.statut, v2.statut]).toEqual([201, 201])
    expect(v2.corps.empreinte).toBe(v1.corps.empreinte)
    expect(empreinteDe(v2)).not.toBe(empreinteDe(v1))
  })
})
