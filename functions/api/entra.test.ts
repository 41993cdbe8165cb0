import type { RequestListener, Server, ServerResponse } from 'node:http'
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeHttp, createLoopbackServer, listen, readBody } from '../local/http.ts'
import { memoryAdapter } from '../local/oidc/memoire.ts'
import { AGENTS } from '../local/agents.ts'
import { lireConfiguration } from './configuration.ts'
import { InfosAgent } from './identite.ts'
import { allerJusquAuRetour, Client, clientDe, Navigateur, ouvrirBanc, seConnecter } from './essais.ts'
import type { Banc } from './essais.ts'

/** Sign-in with a tenant of Microsoft Entra ID beside ProConnect: an embedded issuer says what Entra says. */

const LOCATAIRE = '0b9f0ea8-6a4d-4f5c-9d0e-5a1c9d3f2b10'
const AUTRE = 'aaaaaaaa-6a4d-4f5c-9d0e-5a1c9d3f2b10'
const GROUPE_15 = '15151515-1111-4111-8111-151515151515'
const GROUPE_INCONNU = '99999999-1111-4111-8111-999999999999'
const CLIENT = '3f7d2c15-0000-4000-8000-00000000c1de'
const SECRET = 'un-secret-de-test-assez-long-pour-le-fournisseur'
const SIRET_62 = AGENTS[0]!.siret
const SIRET_15 = AGENTS[1]!.siret

const oid = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`
/** What Entra says of each: the claims of its v2.0 ID tokens. */
const COMPTES: Record<string, Record<string, unknown>> = {
  membre: {
    oid: oid(1),
    name: 'DUPUIS Anne',
    given_name: 'Anne',
    family_name: 'Dupuis',
    acct: 0,
    idp: `https://sts.windows.net/${LOCATAIRE.toUpperCase()}/`,
    email: 'anne.dupuis@pas-de-calais.example',
  },
  cantal: {
    oid: oid(2),
    name: 'Luc Vidal',
    preferred_username: 'l.vidal@cantal.example',
    groups: [GROUPE_15],
  },
  // What its own directory lets an administrator of the tenant write.
  usurpateur: { oid: oid(3), name: 'Max Faux', acct: 0, email: 'sophie.marchal@etat.example' },
  invite: {
    oid: oid(4),
    name: 'Bob Guest',
    email: 'bob@ailleurs.example',
    idp: `https://sts.windows.net/${AUTRE}/`,
    groups: [GROUPE_INCONNU],
  },
  inviteDuGroupe: {
    oid: oid(5),
    name: 'Eve Guest',
    email: 'eve@ailleurs.example',
    acct: 1,
    groups: [GROUPE_15],
  },
  // A member, and a line for a group comes before the one of all members.
  groupes: { oid: oid(6), name: 'Tom Tout', email: 'tom@ailleurs.example', acct: 0, hasgroups: true },
  tropDeGroupes: {
    oid: oid(8),
    name: 'Ève Tout',
    email: 'eve@ailleurs.example',
    acct: 0,
    _claim_names: { groups: 'src1' },
  },
  // The tenant does not say whether they are of the house.
  indistinct: { oid: oid(9), name: 'Guy Flou', email: 'guy@ailleurs.example' },
  ailleurs: { oid: oid(7), name: 'Zoé Loin', email: 'zoe@ailleurs.example', acct: 0, tid: AUTRE },
  anonyme: { name: 'Sans Identifiant', email: 'sans@pas-de-calais.example', acct: 0 },
  // Said, and not one of the two words for it.
  vide: { oid: oid(9), name: 'Ida Vide', email: 'ida@pas-de-calais.example', acct: null },
}

let banc: Banc
let origine: string
let serveur: Server

async function emetteurEntra(emetteur: string, retour: string): Promise<RequestListener> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  signer = (revendications, cle = privateKey) =>
    new SignJWT(revendications).setProtectedHeader({ alg: 'RS256', kid: 'entra' }).sign(cle)
  const fournisseur = new Provider(emetteur, {
    adapter: memoryAdapter(),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'entra', alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [retour],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    scopes: ['openid', 'profile', 'email'],
    // Entra puts everything into the ID token, and its userinfo is not signed.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'tid', 'oid', 'idp', 'acct', 'groups', 'hasgroups', '_claim_names'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username'],
      email: ['email'],
    },
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/connexion/${uid}` },
    loadExistingGrant: async ({
      oidc,
    }: {
      oidc: { client: { clientId: string }; account: { accountId: string } }
    }) => {
      const grant = new fournisseur.Grant({
        accountId: oidc.account.accountId,
        clientId: oidc.client.clientId,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => Promise.resolve({ sub: `paire-${accountId}`, tid: LOCATAIRE, ...COMPTES[accountId] }),
    }),
    cookies: { keys: ['une-cle'] },
    ttl: { AccessToken: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  })
  const repondre = fournisseur.callback()
  const prefixe = `/${LOCATAIRE}/v2.0`
  return (demande, reponse) => {
    if (demande.url?.startsWith('/connexion/') && demande.method === 'POST') {
      const entrer = async (): Promise<void> => {
        const accountId = new URLSearchParams((await readBody(demande, 4096)).toString()).get('sub')!
        await fournisseur.interactionFinished(
          demande,
          reponse,
          { login: { accountId, amr: [] } },
          { mergeWithLastSubmission: false },
        )
      }
      void entrer()
      return
    }
    if (demande.url?.startsWith('/connexion/')) return void reponse.end('Compte Microsoft')
    // The library answers discovery at the root.
    if (demande.url === `${prefixe}/.well-known/openid-configuration`)
      demande.url = demande.url.slice(prefixe.length)
    if (fausser !== null && demande.url?.startsWith('/token')) remplacerJeton(reponse, fausser)
    void repondre(demande, reponse)
  }
}

type Faussaire = (revendications: JWTPayload) => Promise<string>
/** Makes the ID token that is sent in the place of the true one. */
let fausser: Faussaire | null = null
let signer: (revendications: JWTPayload, cle?: CryptoKey) => Promise<string>

function remplacerJeton(reponse: ServerResponse, faire: Faussaire): void {
  const finir = reponse.end.bind(reponse) as (corps: string) => ServerResponse
  reponse.end = ((corps: string) => {
    const dit = JSON.parse(corps) as { id_token: string }
    void faire(decodeJwt(dit.id_token)).then((id_token) => {
      const faux = JSON.stringify({ ...dit, id_token })
      reponse.setHeader('content-length', Buffer.byteLength(faux))
      finir(faux)
    })
    return reponse
  }) as typeof reponse.end
}

let emetteur: string
const entra = () => ({
  emetteur,
  client: CLIENT,
  locataire: LOCATAIRE,
  rattachements: [{ groupe: GROUPE_15.toUpperCase(), siret: SIRET_15 }, { siret: SIRET_62 }],
})

beforeAll(async () => {
  let repondre: RequestListener = () => undefined
  serveur = createLoopbackServer((demande, reponse) => repondre(demande, reponse))
  emetteur = `http://127.0.0.1:${await listen(serveur, 0)}/${LOCATAIRE}/v2.0`
  banc = await ouvrirBanc({ environnement: { ENTRA: JSON.stringify(entra()), ENTRA_SECRET: SECRET } })
  origine = banc.socle.origine
  repondre = await emetteurEntra(emetteur, `${origine}/api/connexion/retour`)
})
afterAll(async () => {
  await banc.fermer()
  await closeHttp(serveur)
})

async function entrer(compte: string): Promise<{ navigateur: Navigateur; reponse: Response }> {
  const navigateur = new Navigateur()
  return { navigateur, reponse: await seConnecter(navigateur, origine, compte, '/?feuille=1', 'entra') }
}

/** What the service says of who came in: the session's own words. */
async function session(compte: string) {
  const { navigateur, reponse } = await entrer(compte)
  expect([compte, reponse.status, reponse.headers.get('location')]).toEqual([compte, 302, '/?feuille=1'])
  const ouverte = await navigateur.aller(`${origine}/api/session/jeton`, { method: 'POST' })
  return (await ouverte.json()) as {
    jeton: string
    agent: Record<string, unknown> & { departements: { code: string }[] }
  }
}

describe('where a tenant of Entra is named', () => {
  it('lets one choose, keeps the page to come back to, and ProConnect goes on', async () => {
    const choix = await fetch(`${origine}/api/connexion?retour=%2F%3Fa%3D1`)
    const texte = await choix.text()
    expect(choix.status).toBe(200)
    for (const fournisseur of ['proconnect', 'entra'])
      expect(texte).toContain(`fournisseur=${fournisseur}&amp;retour=%2F%3Fa%3D1`)
    expect((await fetch(`${origine}/api/connexion?fournisseur=google`)).status).toBe(400)
    const navigateur = new Navigateur()
    const reponse = await seConnecter(navigateur, origine, AGENTS[0]!.sub, '/', 'proconnect')
    expect([reponse.status, reponse.headers.get('location')]).toEqual([302, '/'])
  })

  it('names its agents by tenant and object, and attaches them by the first group, otherwise as members', async () => {
    expect((await session('membre')).agent).toMatchObject({
      sub: `entra:${LOCATAIRE}:${oid(1)}`,
      prenom: 'Anne',
      nom: 'Dupuis',
      courriel: 'anne.dupuis@pas-de-calais.example',
      siret: SIRET_62,
      departements: [{ code: '62' }],
      roles: ['redacteur'],
    })
    expect((await session('cantal')).agent).toMatchObject({
      prenom: 'Luc',
      nom: 'Vidal',
      courriel: 'l.vidal@cantal.example',
      departements: [{ code: '15' }],
    })
    expect((await session('inviteDuGroupe')).agent.departements).toMatchObject([{ code: '15' }])
  })

  it('gives nothing to a guest, to whoever has too many groups, to another tenant, to a token that does not say who', async () => {
    for (const [compte, statut, phrase] of [
      ['invite', 403, 'rattaché à aucun département'],
      ['groupes', 403, 'trop de groupes'],
      ['tropDeGroupes', 403, 'trop de groupes'],
      ['indistinct', 403, 'rattaché à aucun département'],
      ['ailleurs', 400, 'Connectez-vous de nouveau'],
      ['anonyme', 400, 'Connectez-vous de nouveau'],
      ['vide', 400, 'Connectez-vous de nouveau'],
    ] as const) {
      const { navigateur, reponse } = await entrer(compte)
      expect([compte, reponse.status]).toEqual([compte, statut])
      expect(await reponse.text()).toContain(phrase)
      expect(navigateur.temoin(origine, 'cdppe_session')).toBeUndefined()
      const jeton = await navigateur.aller(`${origine}/api/session/jeton`, { method: 'POST' })
      expect(jeton.status).toBe(401)
    }
  })

  it('believes no token that is not this answer of this tenant to this client', async () => {
    const autreCle = (await generateKeyPair('RS256')).privateKey
    const secondes = Math.floor(Date.now() / 1000)
    const faux: Record<string, Faussaire> = {
      'another audience': (r) => signer({ ...r, aud: 'autre-client' }),
      'another issuer': (r) => signer({ ...r, iss: emetteur.replace(LOCATAIRE, AUTRE) }),
      'the issuer of ProConnect': (r) => signer({ ...r, iss: lireConfiguration().oidc.emetteur }),
      'another nonce': (r) => signer({ ...r, nonce: 'n'.repeat(43) }),
      'no nonce': (r) => signer({ ...r, nonce: undefined }),
      'out of date': (r) => signer({ ...r, iat: secondes - 7200, exp: secondes - 3600 }),
      'another key': (r) => signer(r, autreCle),
      'no signature': (r) => Promise.resolve(new UnsecuredJWT(r).encode()),
      'no tenant': (r) => signer({ ...r, tid: undefined }),
    }
    try {
      // The same path with nothing changed lets in.
      fausser = (r) => signer(r)
      expect((await entrer('membre')).reponse.status).toBe(302)
      for (const [quoi, faire] of Object.entries(faux)) {
        fausser = faire
        const { navigateur, reponse } = await entrer('membre')
        expect([quoi, reponse.status]).toEqual([quoi, 400])
        expect(navigateur.temoin(origine, 'cdppe_session')).toBeUndefined()
      }
    } finally {
      fausser = null
    }
  })

  it('takes no answer of one provider for what was asked of the other', async () => {
    for (const [demande, repond, qui] of [
      ['entra', 'proconnect', AGENTS[0]!.sub],
      ['proconnect', 'entra', 'membre'],
    ] as const) {
      const [victime, autre] = [new Navigateur(), new Navigateur()]
      const depart = await victime.aller(`${origine}/api/connexion?fournisseur=${demande}`)
      const state = new URL(depart.headers.get('location')!).searchParams.get('state')!
      // A code of the other provider, good and unused, under the state that is waited for.
      const retour = new URL(await allerJusquAuRetour(autre, origine, qui, '/', repond))
      retour.searchParams.set('state', state)
      const reponse = await victime.aller(retour)
      expect([demande, reponse.status]).toEqual([demande, 400])
      expect(victime.temoin(origine, 'cdppe_session')).toBeUndefined()
    }
    const dit = { given_name: 'A', usual_name: 'B', email: 'a@b.example', siret: SIRET_62 }
    expect(InfosAgent.safeParse({ ...dit, sub: 'proconnect-1' }).success).toBe(true)
    expect(InfosAgent.safeParse({ ...dit, sub: `entra:${LOCATAIRE}:${oid(1)}` }).success).toBe(false)
  })

  it('gives no role for an e-mail address, which the tenant writes as it likes; for the object it does', async () => {
    const faux = await session('usurpateur')
    expect(faux.agent.roles).toEqual(['redacteur'])
    const anne = await session('membre')
    const refus = await new Client(origine, '62', anne.jeton).demander('GET', '/api/v1/agents')
    expect([refus.statut, refus.corps.code]).toEqual([403, 'ROLE_INSUFFISANT'])
    expect(refus.corps.message).toContain(String(anne.agent.sub))
    const administratrice = await clientDe(origine, 'administrateur-0001')
    const donner = (qui: string) =>
      administratrice.demander(
        'POST',
        '/api/v1/agents',
        { qui, roles: ['valideur'] },
        { 'idempotency-key': crypto.randomUUID() },
      )
    expect((await donner(String(anne.agent.courriel))).statut).toBe(201)
    expect((await session('membre')).agent.roles).toEqual(['redacteur'])
    expect((await donner(String(anne.agent.sub))).statut).toBe(201)
    expect((await session('membre')).agent.roles).toEqual(['valideur'])
  })
})

describe('the configuration', () => {
  it('takes no issuer that lets every tenant in', () => {
    const avec = (adresse: string) =>
      lireConfiguration({ ...process.env, ENTRA: JSON.stringify({ ...entra(), emetteur: adresse }) })
    for (const tous of ['common', 'organizations', AUTRE])
      expect(() => avec(`https://login.microsoftonline.com/${tous}/v2.0`)).toThrow('ENTRA')
    expect(avec(`https://login.microsoftonline.com/${LOCATAIRE}/v2.0`).entra?.locataire).toBe(LOCATAIRE)
  })
})
