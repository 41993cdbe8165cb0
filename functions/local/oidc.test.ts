import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { AGENTS } from './agents.ts'
import { closeHttp, listen } from './http.ts'
import { createOidc } from './oidc.ts'

const SITE = 'http://127.0.0.1:9'
const client = {
  clientId: 'cdppe-local',
  clientSecret: 'un-secret-de-test-assez-long-pour-le-fournisseur',
  redirectUri: `${SITE}/api/connexion/retour`,
  siteOrigin: SITE,
}
const SCOPE = 'openid given_name usual_name email uid siret idp_id'

/** A browser without a screen: keeps cookies, follows redirects until one leaves for `stop`. */
function browser() {
  const cookies = new Map<string, string>()
  const get = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const signIn = async (start: string, sub: string): Promise<URL> => {
    let url = start
    for (let step = 0; step < 10; step++) {
      if (url.startsWith(client.redirectUri)) return new URL(url)
      let response = await get(url)
      if (response.status === 200) {
        response = await get(url, { method: 'POST', body: new URLSearchParams({ sub }) })
      }
      const location = response.headers.get('location')
      if (location === null) throw new Error(`${response.status} ${await response.text()}`)
      url = new URL(location, url).href
    }
    throw new Error('Too many redirects')
  }
  return { get, signIn }
}

describe('le fournisseur d’identité embarqué', () => {
  let folder: string
  let issuer: string
  let stop: () => Promise<void>

  const start = async (port = 0): Promise<number> => {
    const provider = await createOidc({ folder, agents: AGENTS })
    const taken = await listen(provider.server, port)
    issuer = provider.open(taken, client)
    stop = () => closeHttp(provider.server)
    return taken
  }
  const discover = (): Promise<oidc.Configuration> =>
    oidc.discovery(
      new URL(issuer),
      client.clientId,
      { userinfo_signed_response_alg: 'RS256' },
      oidc.ClientSecretPost(client.clientSecret),
      { execute: [oidc.allowInsecureRequests] },
    )
  const request = (config: oidc.Configuration, more: Record<string, string> = {}) => {
    const state = `etat-${oidc.randomState()}`
    const nonce = `nonce-${oidc.randomNonce()}`
    const parameters = { redirect_uri: client.redirectUri, scope: SCOPE, state, nonce, ...more }
    return { state, nonce, url: oidc.buildAuthorizationUrl(config, parameters) }
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cdppe-oidc-'))
    await start()
  })
  afterEach(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('connecte chaque agent, avec un userinfo signé qui dit son SIRET', async () => {
    const config = await discover()
    for (const agent of AGENTS) {
      const { url, state, nonce } = request(config, { claims: '{"id_token":{"amr":{"essential":true}}}' })
      const back = await browser().signIn(url.href, agent.sub)
      const tokens = await oidc.authorizationCodeGrant(config, back, {
        expectedState: state,
        expectedNonce: nonce,
      })
      expect(tokens.claims()).toMatchObject({ sub: agent.sub, amr: ['pwd', 'mfa'] })
      expect(tokens.expires_in).toBe(60)

      const answer = await fetch(`${issuer}/userinfo`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      })
      expect(answer.headers.get('content-type')).toContain('application/jwt')
      const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))
      const { payload } = await jwtVerify(await answer.text(), keys, { issuer, audience: client.clientId })
      const { sub, given_name, usual_name, email, uid, siret, idp_id } = agent
      expect(payload).toMatchObject({ sub, given_name, usual_name, email, uid, siret, idp_id })
    }
  })

  it('demande à chaque fois qui se connecte, même après une première connexion', async () => {
    const config = await discover()
    const { signIn } = browser()
    const [first, second] = AGENTS
    if (!first || !second) throw new Error('Two agents are needed')
    for (const agent of [first, second]) {
      const { url, state, nonce } = request(config)
      const back = await signIn(url.href, agent.sub)
      const expected = { expectedState: state, expectedNonce: nonce }
      expect((await oidc.authorizationCodeGrant(config, back, expected)).claims()?.sub).toBe(agent.sub)
    }
  })

  it('refuse, comme ProConnect, un paramètre non documenté et un state trop court', async () => {
    const config = await discover()
    const { get } = browser()
    const pkce = await get(request(config, { code_challenge: 'x'.repeat(43) }).url.href)
    expect([pkce.status, await pkce.text()]).toEqual([400, expect.stringContaining('code_challenge')])
    const short = await get(request(config, { state: 'court' }).url.href)
    expect([short.status, await short.text()]).toEqual([400, expect.stringContaining('state')])
  })

  it('refuse une adresse de retour qui n’est pas la nôtre, en français et sans détail interne', async () => {
    const config = await discover()
    const { url } = request(config, { redirect_uri: 'http://ailleurs.example/retour' })
    const answer = await browser().get(url.href)
    const text = await answer.text()
    expect(answer.status).toBe(400)
    expect(text).toContain('Connexion interrompue')
    expect(text).not.toMatch(/redirect_uri|invalid|Error/)
  })

  it('n’accepte un code qu’une fois, et jamais avec un autre secret', async () => {
    const config = await discover()
    const { url, state, nonce } = request(config)
    const back = await browser().signIn(url.href, AGENTS[0]?.sub ?? '')
    const expected = { expectedState: state, expectedNonce: nonce }
    const wrong = new oidc.Configuration(
      config.serverMetadata(),
      client.clientId,
      {},
      oidc.ClientSecretPost('un-autre-secret'),
    )
    oidc.allowInsecureRequests(wrong)
    await expect(oidc.authorizationCodeGrant(wrong, back, expected)).rejects.toThrow()
    await expect(oidc.authorizationCodeGrant(config, back, expected)).resolves.toBeDefined()
    await expect(oidc.authorizationCodeGrant(config, back, expected)).rejects.toThrow()
  })

  it('ne connecte pas une personne qui n’est pas dans la liste', async () => {
    const config = await discover()
    await expect(browser().signIn(request(config).url.href, 'inconnu')).rejects.toThrow('400')
  })

  it('vérifie encore, après un redémarrage, ce qui a été signé avant', async () => {
    const config = await discover()
    const { url, state, nonce } = request(config)
    const back = await browser().signIn(url.href, AGENTS[0]?.sub ?? '')
    const expected = { expectedState: state, expectedNonce: nonce }
    const { id_token: idToken = '' } = await oidc.authorizationCodeGrant(config, back, expected)
    const { port } = new URL(issuer)
    await stop()
    await start(Number(port))
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))
    await expect(jwtVerify(idToken, keys, { issuer })).resolves.toBeDefined()
  })

  it('montre une page en français, sans script, dont le formulaire ne mène que chez nous', async () => {
    const config = await discover()
    const { get } = browser()
    const first = await get(request(config).url.href)
    const page = await get(new URL(first.headers.get('location') ?? '', issuer).href)
    const html = await page.text()
    expect(html).toContain('Claire Dumont')
    expect(html).toContain('Département du Cantal (15)')
    expect(html).not.toMatch(/<script/i)
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${SITE}`)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
