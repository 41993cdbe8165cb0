import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import path from 'node:path'

import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { Provider, type RequestContext } from 'oidc-provider'

import { type AgentDeDemonstration } from './agents.ts'
import { createPrivateFolder, persistedSecret, readIfPresent, writeDurably } from './fichiers.ts'
import { createLoopbackServer, LOOPBACK, readBody, splitUrl } from './http.ts'
import { memoryAdapter } from './oidc/memoire.ts'
import { escapeHtml, htmlPage, pageHeaders } from './page.ts'

export type OidcOptions = {
  /** Folder of the provider's keys; created when absent. */
  folder: string
  agents: readonly AgentDeDemonstration[]
}

export type OidcClient = { clientId: string; clientSecret: string; redirectUri: string; siteOrigin: string }

export type LocalOidc = {
  server: Server
  /** Opens the provider, once its port and that of the site are known. Returns the issuer. */
  open: (port: number, client: OidcClient) => string
}

const PREFIX = '/api/v2'
const LOGIN = /^\/connexion\/([\w-]{1,64})$/
const SESSION_COOKIE = 'oidc_session'
const SHORTEST_STATE = 32
const AUTHORIZATION_CODE_S = 30
const ACCESS_TOKEN_S = 60
/** The parameters that ProConnect documents for its authorization endpoint; any other is an error there. */
const PARAMETERS = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'claims',
  'state',
  'nonce',
  'prompt',
  'idp_hint',
  'login_hint',
])
const CLAIMS = ['given_name', 'usual_name', 'email', 'uid', 'siret', 'idp_id'] as const

/** The provider's signing key, kept so that what it signed is still verified after a restart. */
async function signingKey(folder: string): Promise<JWK> {
  const file = path.join(folder, 'cle-rs256.json')
  const known = await readIfPresent(file)
  if (known !== undefined) return JSON.parse(known) as JWK
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: 'local-rs256', alg: 'RS256', use: 'sig' }
  await writeDurably(file, JSON.stringify(jwk))
  return jwk
}

/** Asking for consent has no sense between a State's service and its own agents: it is granted. */
async function grantAll(context: RequestContext): Promise<unknown> {
  const { oidc } = context
  const owner = { accountId: oidc.account.accountId, clientId: oidc.client.clientId }
  const grant = new oidc.provider.Grant(owner)
  grant.addOIDCScope(oidc.params.scope ?? 'openid')
  grant.addOIDCClaims([...oidc.requestParamClaims])
  await grant.save()
  return grant
}

function configuration(
  key: JWK,
  cookieKey: string,
  client: OidcClient,
  agents: readonly AgentDeDemonstration[],
): Record<string, unknown> {
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [key] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [client.redirectUri],
        post_logout_redirect_uris: [`${client.siteOrigin}/`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    claims: {
      amr: null,
      acr: null,
      openid: ['sub'],
      ...Object.fromEntries(CLAIMS.map((claim) => [claim, [claim]])),
    },
    extraParams: ['idp_hint'],
    pkce: { required: () => false },
    routes: {
      authorization: `${PREFIX}/authorize`,
      token: `${PREFIX}/token`,
      userinfo: `${PREFIX}/userinfo`,
      jwks: `${PREFIX}/jwks`,
      end_session: `${PREFIX}/session/end`,
    },
    responseTypes: ['code'],
    scopes: ['openid'],
    clientAuthMethods: ['client_secret_post'],
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/connexion/${interaction.uid}`,
    },
    loadExistingGrant: grantAll,
    findAccount: (_context: unknown, sub: string) => {
      const agent = agents.find((candidate) => candidate.sub === sub)
      if (!agent) return undefined
      const claims = Object.fromEntries(CLAIMS.map((claim) => [claim, agent[claim]]))
      return { accountId: sub, claims: () => Promise.resolve({ sub, ...claims }) }
    },
    renderError: (context: RequestContext, out: { error?: string }) => {
      context.type = 'html'
      context.body = refusalPage(out.error ?? '', client.siteOrigin)
    },
    clientBasedCORS: () => false,
    cookies: {
      keys: [cookieKey],
      names: { session: SESSION_COOKIE, interaction: 'oidc_connexion', resume: 'oidc_reprise' },
    },
    ttl: {
      AuthorizationCode: AUTHORIZATION_CODE_S,
      AccessToken: ACCESS_TOKEN_S,
      IdToken: 3600,
      Interaction: 3600,
      Session: 12 * 3600,
      Grant: 3600,
    },
  }
}

function loginPage(agents: readonly AgentDeDemonstration[]): string {
  const choices = agents.map(
    ({ sub, given_name, usual_name, service }) =>
      `<button name="sub" value="${escapeHtml(sub)}"><strong>${escapeHtml(`${given_name} ${usual_name}`)}</strong>` +
      `<span>${escapeHtml(service)}</span></button>`,
  )
  return htmlPage(
    'Connexion — démonstration',
    `<h1>Qui se connecte ?</h1>
    <p>Cette page remplace ProConnect sur votre poste. Les personnes sont inventées, aucun mot de passe n’est demandé.</p>
    <form method="post">${choices.join('')}</form>`,
  )
}

function refusalPage(code: string, siteOrigin: string): string {
  const lapsed = code === '' || code === 'invalid_request'
  const reason = lapsed
    ? 'La demande de connexion a expiré ou a déjà servi.'
    : 'La demande de connexion n’est pas conforme à ce que le fournisseur d’identité attend.'
  return htmlPage(
    'Connexion interrompue',
    `<h1>Connexion interrompue</h1><p>${reason}</p>
    <p>Revenez à <a href="${escapeHtml(siteOrigin)}/">la page CDPPE</a> et connectez-vous de nouveau.</p>`,
  )
}

/** What ProConnect refuses of an authorization request before anything else, or undefined. */
function undocumented(query: URLSearchParams): string | undefined {
  const unknown = [...query.keys()].find((name) => !PARAMETERS.has(name))
  if (unknown !== undefined) return `Paramètre non documenté : ${unknown}`
  const short = ['state', 'nonce'].find((name) => (query.get(name) ?? '').length < SHORTEST_STATE)
  return short && `Le paramètre ${short} doit compter au moins ${SHORTEST_STATE} caractères`
}

/**
 * Takes the session of a former sign-in off a request: the person chooses each time who signs in, since a
 * demonstration needs both departments in turn.
 */
function forgetFormerSession(request: IncomingMessage): void {
  const cookies = (request.headers.cookie ?? '').split(/; */)
  request.headers.cookie = cookies.filter((cookie) => !cookie.startsWith(SESSION_COOKIE)).join('; ')
}

/**
 * An OpenID provider of the shape of ProConnect, embedded: same paths, claims and lifetimes, one confidential
 * client, signed userinfo, and the same refusal of undocumented parameters, so that what works here works there.
 */
export async function createOidc(options: OidcOptions): Promise<LocalOidc> {
  await createPrivateFolder(options.folder)
  const key = await signingKey(options.folder)
  const cookieKey = await persistedSecret(path.join(options.folder, 'temoins'))
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503)
    response.end()
  }
  const server = createLoopbackServer((request, response) => answer(request, response))

  const open = (port: number, client: OidcClient): string => {
    const issuer = `http://${LOOPBACK}:${port}${PREFIX}`
    const provider = new Provider(issuer, configuration(key, cookieKey, client, options.agents))
    const callback = provider.callback()
    const pages = pageHeaders([client.siteOrigin])

    const show = (response: ServerResponse, status: number, html: string): void => {
      response.writeHead(status, pages)
      response.end(html)
    }

    const login = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      await provider.interactionDetails(request, response)
      if (request.method !== 'POST') return show(response, 200, loginPage(options.agents))
      const form = new URLSearchParams((await readBody(request, 4096)).toString())
      const agent = options.agents.find(({ sub }) => sub === form.get('sub'))
      if (!agent) return show(response, 400, loginPage(options.agents))
      const result = { login: { accountId: agent.sub, amr: ['pwd', 'mfa'] } }
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    }

    answer = (request, response) => {
      const { pathname, search } = splitUrl(request)
      if (LOGIN.test(pathname)) {
        login(request, response).catch(() => show(response, 400, refusalPage('', client.siteOrigin)))
        return
      }
      if (pathname.startsWith(`${PREFIX}/authorize`)) forgetFormerSession(request)
      if (pathname === `${PREFIX}/authorize`) {
        const refused = undocumented(new URLSearchParams(search))
        if (refused !== undefined) {
          const detail = `<h1>Y000400</h1><p>${escapeHtml(refused)}.</p>`
          return show(response, 400, htmlPage('Demande refusée', detail))
        }
      }
      // The library answers discovery at the root; ProConnect answers it under its prefix.
      if (pathname === `${PREFIX}/.well-known/openid-configuration`) {
        request.url = '/.well-known/openid-configuration'
      }
      void callback(request, response)
    }
    return issuer
  }
  return { server, open }
}
