import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { base64url, decodeJwt, generateKeyPair, SignJWT } from 'jose'
import { AGENTS } from '../local/agents.ts'
import { creerApp } from './app.ts'
import { assemblerServices } from './assembler.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import type { Clients } from '../depot/clients.ts'
import { creerDebits } from '../depot/debits.ts'
import { creerJournal } from '../depot/journal.ts'
import { creerSignataireJetons } from '../depot/signataire.ts'
import { lireConfiguration } from './configuration.ts'
import { cheminDeRetour } from './connexion.ts'
import { Client, client, classeurConforme, Navigateur, ouvrirBanc, sha256, seConnecter } from './essais.ts'
import type { Banc } from './essais.ts'
import { creerJetons } from './jetons.ts'
import type { Sorte } from './jetons.ts'

let banc: Banc
let origine: string
let chez62: Client
let chez15: Client
let clients: Clients

beforeAll(async () => {
  banc = await ouvrirBanc()
  origine = banc.socle.origine
  ;[chez62, chez15] = await Promise.all([client(origine, '62'), client(origine, '15')])
  clients = creerClients({ s3ParChemin: true })
  const version = await chez62.enregistrer(2020, await classeurConforme(), null)
  expect(version.statut).toBe(201)
})
afterAll(async () => {
  fermerClients(clients)
  await banc.fermer()
})

const jetonDe = (
  sorte: Sorte,
  revendications: object,
  le = new Date(),
  emetteur = origine,
): Promise<string> =>
  creerJetons(creerSignataireJetons(clients.kms, lireConfiguration().cleSession), emetteur, () => le).emettre(
    sorte,
    {
      ...revendications,
    },
  )

/** Every route of an agent, as the published document names them, with a body that is good where one is wanted. */
async function routes(): Promise<{ methode: string; chemin: (dep: string) => string; corps?: unknown }[]> {
  const document = (await (await fetch(`${origine}/api/openapi.json`)).json()) as {
    paths: Record<string, object>
  }
  const octets = await classeurConforme()
  const corps: Record<string, unknown> = {
    depots: { nomFichier: 'a.xlsx', taille: octets.length, empreinte: sha256(octets) },
    versions: {
      depot: crypto.randomUUID(),
      nomFichier: 'a.xlsx',
      empreinte: sha256(octets),
      precedente: null,
    },
    issue: { issue: 'recu' },
    saisie: { fiche: 'plan' },
    '{envoi}': {},
  }
  return Object.entries(document.paths)
    .filter(([chemin]) => chemin.startsWith('/api/v1/'))
    .flatMap(([chemin, methodes]) =>
      Object.keys(methodes).map((methode) => ({
        methode: methode.toUpperCase(),
        chemin: (dep: string) =>
          chemin
            .replace('{dep}', dep)
            .replace('{exercice}', '2020')
            .replace('{numero}', '1')
            .replace('{envoi}', 'libre'),
        ...(methode === 'post' && chemin.split('/').at(-1)! in corps
          ? { corps: corps[chemin.split('/').at(-1)!] }
          : {}),
      })),
    )
}

const idempotence = () => ({ 'idempotency-key': crypto.randomUUID() })

describe('who may come in', () => {
  it('answers no route to a token that is missing, expired, unsigned, forged, or made for something else', async () => {
    const bon = decodeJwt(chez62.jeton)
    const corpsDuJeton = chez62.jeton.split('.')[1]!
    const { privateKey } = await generateKeyPair('RS256')
    const forge = await new SignJWT(bon).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' }).sign(privateKey)
    const hs = await new SignJWT(bon)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(new Uint8Array(32))
    const aucun = (entete: object) => `${base64url.encode(JSON.stringify(entete))}.${corpsDuJeton}.`
    const jetons: Record<string, string> = {
      absent: '',
      'expired 16 minutes ago': await jetonDe('acces', bon, new Date(Date.now() - 31 * 60_000)),
      'issued in the future': await jetonDe('acces', bon, new Date(Date.now() + 3_600_000)),
      'alg none': aucun({ alg: 'none', typ: 'at+jwt' }),
      'alg none, with a signature': `${aucun({ alg: 'none', typ: 'at+jwt' })}AAAA`,
      'other key': forge,
      HS256: hs,
      'session token': await jetonDe('session', bon),
      'sign-in token': await jetonDe('connexion', bon),
      'other issuer': await jetonDe('acces', bon, new Date(), 'https://ailleurs.example'),
      'claims changed': chez62.jeton.replace(
        corpsDuJeton,
        base64url.encode(JSON.stringify({ ...bon, departements: ['15'] })),
      ),
      'département that is not the SIRET’s': await jetonDe('acces', { ...bon, departements: ['15'] }),
      'SIRET of nobody': await jetonDe('acces', { ...bon, siret: '99999999900001' }),
      truncated: chez62.jeton.slice(0, -4),
    }
    for (const route of await routes())
      for (const [quoi, jeton] of Object.entries(jetons)) {
        const intrus = new Client(origine, '62', jeton)
        for (const dep of ['62', '15']) {
          const r = await intrus.demander(route.methode, route.chemin(dep), route.corps, idempotence())
          expect([quoi, route.methode, route.chemin(dep), r.statut]).toEqual([
            quoi,
            route.methode,
            route.chemin(dep),
            401,
          ])
          expect(Object.keys(r.corps).sort()).toEqual(['code', 'message'])
          expect(r.corps.code).toBe('NON_CONNECTE')
        }
      }
  })

  it('answers no route of another département, and all of its own', async () => {
    const toutes = (await routes()).filter((route) => route.chemin('62') !== route.chemin('15'))
    expect(toutes.length).toBe(16)
    for (const route of toutes) {
      for (const dep of ['62', '2A', '975', '62%2f', '015', 'xx', '%36%33']) {
        const r = await chez15.demander(route.methode, route.chemin(dep), route.corps, idempotence())
        expect([route.methode, route.chemin(dep), r.statut]).toEqual([route.methode, route.chemin(dep), 403])
        expect(r.corps.code).toBe('AUTRE_DEPARTEMENT')
        expect(JSON.stringify(r.corps)).not.toContain('Dumont')
      }
      const chezSoi = await chez62.demander(route.methode, route.chemin('62'), route.corps, idempotence())
      expect([401, 403, 500]).not.toContain(chezSoi.statut)
    }
  })

  it('denies by default whatever else lies under /api/v1', async () => {
    for (const chemin of [
      '/api/v1',
      '/api/v1/',
      '/api/v1/departements',
      '/api/v1/autre',
      '/api/v1/departements/62',
    ]) {
      expect((await new Client(origine, '62', '').demander('GET', chemin)).statut).toBe(401)
      expect((await chez62.demander('GET', chemin)).statut).toBe(403)
    }
    expect((await chez62.demander('GET', '/api/v1/departements/62/autre')).statut).toBe(404)
    expect((await chez62.demander('DELETE', `${chez62.chaine(2020)}/versions/1`)).statut).toBe(404)
    expect(
      (await chez62.demander('GET', '/api/v1/departements/62/../15/exercices/2020/versions')).statut,
    ).toBe(403)
  })
})

describe('sign-in', () => {
  it('comes back to the page that was asked for, with a cookie that no script reads', async () => {
    const navigateur = new Navigateur()
    const reponse = await seConnecter(navigateur, origine, AGENTS[0]!.sub, '/?feuille=1')
    expect(reponse.status).toBe(302)
    expect(reponse.headers.get('location')).toBe('/?feuille=1')
    const [temoin] = reponse.headers.getSetCookie().filter((t) => t.startsWith('cdppe_session='))
    expect(temoin).toMatch(/; HttpOnly/)
    expect(temoin).toMatch(/; SameSite=Lax/)
    expect(temoin).toMatch(/; Path=\/api\/session(;|$)/)
    const jeton = await navigateur.aller(`${origine}/api/session/jeton`, { method: 'POST' })
    expect(jeton.status).toBe(200)
    expect(await jeton.json()).toMatchObject({
      expireDans: 900,
      agent: {
        prenom: 'Claire',
        nom: 'Dumont',
        courriel: 'claire.dumont@pas-de-calais.example',
        siret: '22620001200012',
        departement: { code: '62', nom: 'Pas-de-Calais' },
      },
    })
  })

  it('turns away whoever belongs to no département, with a page that says why', async () => {
    const navigateur = new Navigateur()
    const reponse = await seConnecter(navigateur, origine, AGENTS[2]!.sub)
    expect(reponse.status).toBe(403)
    expect(await reponse.text()).toContain('99999999900001')
    expect(navigateur.temoin(origine, 'cdppe_session')).toBeUndefined()
    expect((await navigateur.aller(`${origine}/api/session/jeton`, { method: 'POST' })).status).toBe(401)
  })

  it('refuses a return without its cookie, with another state, or played again', async () => {
    const retour = `${origine}/api/connexion/retour`
    expect((await fetch(`${retour}?code=x&state=y`)).status).toBe(400)
    const navigateur = new Navigateur()
    await navigateur.aller(`${origine}/api/connexion`)
    expect((await navigateur.aller(`${retour}?code=x&state=${'s'.repeat(43)}`)).status).toBe(400)
    // The cookie of the attempt went with it.
    expect(navigateur.temoin(origine, 'cdppe_connexion')).toBeUndefined()
    const annulee = new Navigateur()
    await annulee.aller(`${origine}/api/connexion`)
    const reponse = await annulee.aller(`${retour}?error=access_denied&error_description=%3Cscript%3E`)
    expect(reponse.status).toBe(400)
    expect(await reponse.text()).not.toContain('script')
  })

  it('never sends the agent to another site', async () => {
    for (const piege of [
      '//mal.example',
      'https://mal.example',
      '/\\mal.example',
      '/\t/mal.example',
      'javascript:alert(1)',
      '/a\r\nSet-Cookie: x=1',
      '\\\\mal',
      '',
    ])
      expect(cheminDeRetour(piege, origine)).toBe('/')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `/${s}`),
          fc.string().map((s) => `//${s}`),
        ),
        (texte) => {
          expect(new URL(cheminDeRetour(texte, origine), origine).origin).toBe(origine)
        },
      ),
      { numRuns: 150 },
    )
    expect(cheminDeRetour('/volet.html?a=1#b', origine)).toBe('/volet.html?a=1#b')
  })

  it('gives no token to a page of another site, and none once signed out', async () => {
    const navigateur = new Navigateur()
    await seConnecter(navigateur, origine, AGENTS[0]!.sub)
    for (const site of ['cross-site', 'same-site', 'none'])
      for (const chemin of ['jeton', 'fin']) {
        const r = await navigateur.aller(`${origine}/api/session/${chemin}`, {
          method: 'POST',
          headers: { 'sec-fetch-site': site },
        })
        expect(r.status).toBe(403)
      }
    const ici = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }
    expect((await navigateur.aller(`${origine}/api/session/jeton`, ici)).status).toBe(200)
    expect((await navigateur.aller(`${origine}/api/session/jeton`)).status).toBe(404)
    expect((await navigateur.aller(`${origine}/api/session/fin`, ici)).status).toBe(204)
    expect((await navigateur.aller(`${origine}/api/session/jeton`, ici)).status).toBe(401)
  })

  it('does not take an access token for a session', async () => {
    const reponse = await fetch(`${origine}/api/session/jeton`, {
      method: 'POST',
      headers: { cookie: `cdppe_session=${chez62.jeton}` },
    })
    expect(reponse.status).toBe(401)
  })
})

describe('what is counted over every instance', () => {
  it('is kept in the table, by asker and by window, and goes away', async () => {
    const { table } = lireConfiguration()
    const [ici, ailleurs] = [creerDebits(clients.dynamo, table), creerDebits(clients.dynamo, table)]
    const plafond = { demandes: 2, fenetreMs: 60_000 }
    const a = (ms: number): Date => new Date(1_800_000_000_000 + ms)
    expect(await ici.compter('essai', 'a', plafond, a(0))).toBe(0)
    expect(await ailleurs.compter('essai', 'a', plafond, a(1000))).toBe(0)
    expect(await ici.compter('essai', 'a', plafond, a(15_000))).toBe(45)
    expect(await ici.compter('essai', 'b', plafond, a(15_000))).toBe(0)
    expect(await ici.compter('autre', 'a', plafond, a(15_000))).toBe(0)
    expect(await ailleurs.compter('essai', 'a', plafond, a(60_000))).toBe(0)
    const { Items } = await clients.dynamo.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'begins_with(pk, :d)',
        ExpressionAttributeValues: { ':d': 'DEBIT#essai#' },
      }),
    )
    expect(Items).toHaveLength(4)
    for (const { expire } of Items!) {
      expect(expire).toBeGreaterThan(1_800_000_000)
    }
  })

  it('are the writes of an agent, whatever they write, and not what is read', async () => {
    const services = assemblerServices(lireConfiguration(), clients)
    services.bureau.depot.debits = { compter: () => Promise.resolve(9) }
    const app = creerApp(services)
    const headers = { authorization: `Bearer ${chez62.jeton}`, ...idempotence() }
    for (const { methode, chemin } of await routes()) {
      const reponse = await app.request(chemin('62'), { method: methode, headers })
      // What this agent may not do is refused before it is counted.
      if (methode === 'GET') expect(reponse.status).not.toBe(429)
      else expect([chemin('62'), [429, 403].includes(reponse.status)]).toEqual([chemin('62'), true])
    }
  })
})

describe('what the API lets out', () => {
  it('puts its guards on every answer', async () => {
    for (const chemin of ['/api/sante', '/api/rien', '/api/v1/x', '/api/connexion/retour']) {
      const { headers } = await fetch(origine + chemin)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('tells of a failure by a reference only, and logs no personal data', async () => {
    const lignes: string[] = []
    const services = assemblerServices(lireConfiguration(), clients)
    const secret = 'Claire Dumont, arn:aws:dynamodb:eu-west-3'
    services.bureau.journal = creerJournal((ligne) => lignes.push(ligne))
    services.bureau.depot.versions = {
      ...services.bureau.depot.versions,
      lister: () => Promise.reject(Object.assign(new Error(secret), { code: 'EPANNE' })),
    }
    const reponse = await creerApp(services).request(`${chez62.chaine(2020)}/versions`, {
      headers: { authorization: `Bearer ${chez62.jeton}` },
    })
    expect(reponse.status).toBe(500)
    const corps = (await reponse.json()) as Record<string, string>
    expect(corps.code).toBe('PANNE')
    expect(corps.message).toContain(corps.reference)
    expect(JSON.stringify(corps)).not.toMatch(/arn|EPANNE|Dumont|at /)
    expect(lignes).toHaveLength(1)
    expect(JSON.parse(lignes[0]!)).toMatchObject({
      evenement: 'panne',
      reference: corps.reference,
      code: 'EPANNE',
    })
    expect(lignes[0]).not.toContain('Dumont')
    expect(lignes[0]).not.toContain('/62/')
  })

  it('answers hostile bodies with a French refusal, never with a failure', async () => {
    const piles = '['.repeat(20_000) + ']'.repeat(20_000)
    const textes = [
      '',
      'null',
      '[]',
      '"x"',
      '{',
      '{"a":1}x',
      '\u0000',
      '{"__proto__":{"depot":"x"}}',
      '{"nomFichier":"\\ud800.xlsx"}',
      piles,
    ]
    const ecrire = (await routes()).filter((r) => r.methode === 'POST' && r.corps)
    for (const route of ecrire) {
      for (const texte of textes) {
        const r = await chez62.demander('POST', route.chemin('62'), texte, idempotence())
        expect([route.chemin('62'), texte.slice(0, 30), r.statut]).toEqual([
          route.chemin('62'),
          texte.slice(0, 30),
          400,
        ])
        expect(r.corps.code).toBe('DEMANDE_INVALIDE')
      }
      const longue = await chez62.demander(
        'POST',
        route.chemin('62'),
        `"${'x'.repeat(70_000)}"`,
        idempotence(),
      )
      expect(longue.statut).toBe(413)
      const sansType = await chez62.demander('POST', route.chemin('62'), JSON.stringify(route.corps), {
        ...idempotence(),
        'content-type': 'text/plain',
      })
      expect(sansType.statut).toBe(400)
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ecrire), fc.jsonValue(), async (route, valeur) => {
        const r = await chez62.demander('POST', route.chemin('62'), valeur, idempotence())
        // A sending without a pièce is whole: an empty object asks for it.
        const vide = JSON.stringify(valeur) === '{}' && route.chemin('62').endsWith('/libre')
        expect(r.statut).toBe(vide ? 202 : 400)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses file names that are paths, and fields that it does not know', async () => {
    const bon = { nomFichier: 'a.xlsx', taille: 10, empreinte: 'a'.repeat(64) }
    const depots = `${chez62.chaine(2020)}/depots`
    const deposer = async (corps: object) =>
      (await chez62.demander('POST', depots, corps, idempotence())).statut
    expect(await deposer(bon)).toBe(201)
    expect((await chez62.demander('POST', depots, bon)).statut).toBe(400)
    for (const nomFichier of [
      '../a.xlsx',
      'a/b.xlsx',
      'a\\b.xlsx',
      'a"b.xlsx',
      'a\nb.xlsx',
      '',
      'x'.repeat(201),
      'a\u202eslx.exe',
      '\ud800.xlsx',
    ])
      expect(await deposer({ ...bon, nomFichier })).toBe(400)
    for (const taille of [0, -1, 1.5, 20 * 1024 * 1024 + 1, '10', null])
      expect(await deposer({ ...bon, taille })).toBe(400)
    for (const empreinte of ['A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(63)}\n`, '../../x'])
      expect(await deposer({ ...bon, empreinte })).toBe(400)
    expect(await deposer({ ...bon, departement: '15' })).toBe(400)
    for (const exercice of ['20', '20200', '0x7e4', '1999', '2020%00'])
      expect(
        (await chez62.demander('GET', `/api/v1/departements/62/exercices/${exercice}/versions`)).statut,
      ).toBe(400)
    for (const numero of ['0', '-1', '1e3', '01', '9999999'])
      expect((await chez62.demander('GET', `${chez62.chaine(2020)}/versions/${numero}`)).statut).toBe(400)
  })
})
