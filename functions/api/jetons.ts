import { errors, jwtVerify } from 'jose'
import type { JWK, JWTPayload } from 'jose'
import type { SignataireJetons } from '../depot/signataire.ts'

/** The kinds of our own tokens; none is accepted in the place of another. */
export const SORTES = {
  /** What the pane shows at each call, in memory only. */
  acces: { typ: 'at+jwt', audience: 'cdppe-api', dureeS: 15 * 60 },
  /** The session cookie. */
  session: { typ: 'cdppe-session+jwt', audience: 'cdppe-session', dureeS: 8 * 3600 },
  /** Holds state, nonce and return path while the agent is at the identity provider. */
  connexion: { typ: 'cdppe-connexion+jwt', audience: 'cdppe-connexion', dureeS: 10 * 60 },
} as const

export type Sorte = keyof typeof SORTES

export interface Jetons {
  emettre(sorte: Sorte, revendications: Record<string, unknown>): Promise<string>
  /** The claims of a token of this kind that is ours and still good, null otherwise. */
  lire(sorte: Sorte, jeton: string): Promise<JWTPayload | null>
}

/** Tokens signed with RS256 by the session key; `origine` is their issuer. */
export function creerJetons(signataire: SignataireJetons, origine: string, horloge: () => Date): Jetons {
  return {
    emettre(sorte, revendications) {
      const { typ, audience, dureeS } = SORTES[sorte]
      const iat = Math.floor(horloge().getTime() / 1000)
      return signataire.signer(
        { ...revendications, iss: origine, aud: audience, iat, exp: iat + dureeS },
        typ,
      )
    },
    async lire(sorte, jeton) {
      const { typ, audience, dureeS } = SORTES[sorte]
      const cle: JWK = await signataire.clePublique()
      try {
        const { payload } = await jwtVerify(
          jeton,
          { ...cle, alg: 'RS256' },
          {
            algorithms: ['RS256'],
            issuer: origine,
            audience,
            typ,
            requiredClaims: ['exp', 'iat'],
            maxTokenAge: dureeS,
            clockTolerance: 5,
            currentDate: horloge(),
          },
        )
        return payload
      } catch (erreur) {
        // What fails before the token is looked at is a fault of ours, not of the token.
        if (erreur instanceof errors.JOSEError) return null
        throw erreur
      }
    },
  }
}
