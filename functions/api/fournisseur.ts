import * as oidc from 'openid-client'

/** A provider of identity, and what we are there. */
export interface Fournisseur {
  emetteur: string
  client: string
  secret: string
}

const DELAI_S = 8

const estLocale = (adresse: URL): boolean => adresse.protocol === 'http:' && adresse.hostname === '127.0.0.1'

/**
 * The provider as a confidential client that checks every signature sees it: discovered at the first sign-in,
 * again after a failure.
 */
export function creerDecouverte(
  { emetteur: adresse, client, secret }: Fournisseur,
  metadonnees: Partial<oidc.ClientMetadata> = {},
): () => Promise<oidc.Configuration> {
  let connue: Promise<oidc.Configuration> | undefined
  return () => {
    const emetteur = new URL(adresse)
    connue ??= oidc
      .discovery(
        emetteur,
        client,
        { client_secret: secret, id_token_signed_response_alg: 'RS256', ...metadonnees },
        oidc.ClientSecretPost(secret),
        {
          timeout: DELAI_S,
          execute: estLocale(emetteur)
            ? [oidc.enableNonRepudiationChecks, oidc.allowInsecureRequests]
            : [oidc.enableNonRepudiationChecks],
        },
      )
      .catch((erreur: unknown) => {
        connue = undefined
        throw erreur
      })
    return connue
  }
}

/** Exchanges the code of the return's query, checked against what was asked, for the claims of the ID token. */
export async function echangerCode(
  configuration: oidc.Configuration,
  /** Built from our own origin: a Host header has no say in it. */
  adresse: URL,
  attendu: { state: string; nonce: string },
): Promise<{ revendications: oidc.IDToken; acces: string }> {
  const jetons = await oidc.authorizationCodeGrant(configuration, adresse, {
    expectedState: attendu.state,
    expectedNonce: attendu.nonce,
    idTokenExpected: true,
  })
  const revendications = jetons.claims()
  if (!revendications?.sub) throw new Error('The identity provider named nobody')
  return { revendications, acces: jetons.access_token }
}
