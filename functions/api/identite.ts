import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Configuration, Departement } from './configuration.ts'
import { creerDecouverte, echangerCode } from './fournisseur.ts'

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

/** Those through whom one signs in. */
export const FOURNISSEURS = ['proconnect', 'entra'] as const
export type NomFournisseur = (typeof FOURNISSEURS)[number]
export interface Identites {
  proconnect: Identite
  /** Where the deployment names a tenant. */
  entra: Identite | null
}

/** Where both send the agent back. */
export const retourDe = (origine: string): string => `${origine}/api/connexion/retour`

export const PREFIXE_ENTRA = 'entra:'

/** Whether this subject comes from Entra, where an e-mail address is no proof of who somebody is. */
export const estDEntra = (sub: string): boolean => sub.startsWith(PREFIXE_ENTRA)

const PORTEE = 'openid given_name usual_name email uid siret idp_id'

export const texteNom = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((t) => t.isWellFormed())
export const texteCourriel = z.email().max(254)
/** What ProConnect's userinfo must say. */
export const InfosAgent = z.object({
  sub: z
    .string()
    .min(1)
    .max(255)
    .refine((t) => t.isWellFormed())
    // No other provider names somebody of Entra.
    .refine((t) => !estDEntra(t)),
  given_name: texteNom,
  usual_name: texteNom,
  email: texteCourriel,
  siret: z.string().regex(/^\d{14}$/),
})

/**
 * OpenID Connect as ProConnect wants it: confidential client, state and nonce, no undocumented parameter (so
 * no PKCE), and a signed userinfo whose signature is checked.
 */
export function creerIdentite({
  oidc: reglages,
  origine,
}: Pick<Configuration, 'oidc' | 'origine'>): Identite {
  const retour = retourDe(origine)
  const decouvrir = creerDecouverte(reglages, { userinfo_signed_response_alg: 'RS256' })

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
      const { revendications, acces } = await echangerCode(
        configuration,
        new URL(`${retour}?${requete}`),
        attendu,
      )
      const infos = InfosAgent.parse(await oidc.fetchUserInfo(configuration, acces, revendications.sub))
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
