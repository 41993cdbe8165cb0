import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Configuration, Departement } from './configuration.ts'

/** Who came back from the identity provider. */
export interface Personne {
  sub: string
  prenom: string
  nom: string
  courriel: string
  siret: string
}

export interface Identite {
  /** Where to send the agent. `state` and `nonce` are to be kept until the return. */
  adresseConnexion(state: string, nonce: string): Promise<URL>
  /** Exchanges the code of the return's query for who signed in. Throws when anything is not as expected. */
  echanger(requete: string, attendu: { state: string; nonce: string }): Promise<Personne>
}

const PORTEE = 'openid given_name usual_name email uid siret idp_id'
const DELAI_S = 8

const texte = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((t) => t.isWellFormed())
const InfosAgent = z.object({
  sub: z
    .string()
    .min(1)
    .max(255)
    .refine((t) => t.isWellFormed()),
  given_name: texte,
  usual_name: texte,
  email: z.email().max(254),
  siret: z.string().regex(/^\d{14}$/),
})

const estLocale = (adresse: URL): boolean => adresse.protocol === 'http:' && adresse.hostname === '127.0.0.1'

/**
 * OpenID Connect as ProConnect wants it: confidential client, state and nonce, no undocumented parameter (so
 * no PKCE), and a signed userinfo whose signature is checked.
 */
export function creerIdentite({
  oidc: reglages,
  origine,
}: Pick<Configuration, 'oidc' | 'origine'>): Identite {
  const retour = `${origine}/api/connexion/retour`
  let connue: Promise<oidc.Configuration> | undefined

  /** Discovered at the first sign-in, again after a failure. */
  const decouvrir = (): Promise<oidc.Configuration> => {
    const emetteur = new URL(reglages.emetteur)
    connue ??= oidc
      .discovery(
        emetteur,
        reglages.client,
        {
          client_secret: reglages.secret,
          userinfo_signed_response_alg: 'RS256',
          id_token_signed_response_alg: 'RS256',
        },
        oidc.ClientSecretPost(reglages.secret),
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

  return {
    async adresseConnexion(state, nonce) {
      return oidc.buildAuthorizationUrl(await decouvrir(), {
        redirect_uri: retour,
        scope: PORTEE,
        state,
        nonce,
      })
    },
    async echanger(requete, attendu) {
      const configuration = await decouvrir()
      // Built from our own origin: a Host header has no say in it.
      const adresse = new URL(`${retour}?${requete}`)
      const jetons = await oidc.authorizationCodeGrant(configuration, adresse, {
        expectedState: attendu.state,
        expectedNonce: attendu.nonce,
        idTokenExpected: true,
      })
      const sujet = jetons.claims()?.sub
      if (!sujet) throw new Error('The identity provider named nobody')
      const infos = InfosAgent.parse(await oidc.fetchUserInfo(configuration, jetons.access_token, sujet))
      return {
        sub: infos.sub,
        prenom: infos.given_name,
        nom: infos.usual_name,
        courriel: infos.email,
        siret: infos.siret,
      }
    },
  }
}

/** The département whose agents bear this SIRET. */
export function departementDuSiret(
  departements: readonly Departement[],
  siret: string,
): Departement | undefined {
  return departements.find((departement) => departement.sirets.includes(siret))
}
