import { base64url, calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import type { JWK, ProtectedHeaderParameters } from 'jose'
import { direInstant } from './instant.ts'
import type { CodeRefus } from './refus.ts'
import { Refus } from './refus.ts'

/** Algorithm of every signature of the house; any other one is refused before a key is looked at. */
export const ALGORITHME = 'ES256'

export interface EnteteJws {
  kid: string
  typ: string
}

/**
 * Reads the protected header of a compact JWS and refuses all but ES256, the `typ` that is expected and the
 * one spelling that base64url has for its bytes (a spare bit changed would otherwise pass unseen).
 */
export function lireEntete(jws: string, typ: string): EnteteJws {
  const morceaux = jws.split('.')
  if (morceaux.length !== 3 || !morceaux.every(estBase64Url)) throw new Refus('JWS_ILLISIBLE')
  let entete: ProtectedHeaderParameters
  try {
    entete = decodeProtectedHeader(jws)
  } catch {
    throw new Refus('JWS_ILLISIBLE')
  }
  if (entete.alg !== ALGORITHME) throw new Refus('ALGORITHME_REFUSE', phraseAlgorithme(entete.alg))
  if (entete.typ !== typ) throw new Refus('TYPE_INCONNU')
  if (typeof entete.kid !== 'string') throw new Refus('JWS_ILLISIBLE')
  return { kid: entete.kid, typ }
}

function phraseAlgorithme(alg: unknown): string {
  if (typeof alg === 'string' && alg.toLowerCase() === 'none')
    return 'La déclaration n’est pas signée : son algorithme est « none », c’est-à-dire aucun. Elle est refusée sans être lue.'
  const nomme = typeof alg === 'string' && /^[A-Za-z0-9-]{1,20}$/.test(alg) ? ` est « ${alg} » et` : ''
  return `L’algorithme de la signature${nomme} n’est pas ES256 : la signature est refusée sans être lue.`
}

function estBase64Url(texte: string): boolean {
  if (!/^[A-Za-z0-9_-]*$/.test(texte)) return false
  try {
    return base64url.encode(base64url.decode(texte)) === texte
  } catch {
    return false
  }
}

/** RFC 7638 thumbprint of a public key: the `kid` that a key of ours always bears. */
export function empreinteCle(cle: { kty?: string; crv?: string; x?: string; y?: string }): Promise<string> {
  const { kty, crv, x, y } = cle
  return calculateJwkThumbprint({ kty, crv, x, y } as JWK, 'sha256')
}

/** The key of a set that bears this `kid`, when it is the key that its thumbprint names. */
export async function choisirCle(
  cles: readonly { kid?: string; kty?: string; crv?: string; x?: string; y?: string }[],
  kid: string,
  code: CodeRefus,
): Promise<JWK> {
  for (const { kid: nom, kty, crv, x, y } of cles) {
    if (nom !== kid || kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) continue
    const cle = { kty, crv, x, y }
    if ((await empreinteCle(cle)) === kid) return cle
  }
  throw new Refus(code)
}

/** Refuses a key that the published set says was retired before this instant (ISO). */
export function exigerEnService(
  publiees: readonly { kid?: string; exp?: number }[],
  kid: string,
  le: string,
): void {
  const retirees = publiees.flatMap((cle) =>
    cle.kid === kid && cle.exp !== undefined ? [cle.exp * 1000] : [],
  )
  const retrait = Math.min(...retirees)
  if (Date.parse(le) < retrait || retirees.length === 0) return
  throw new Refus(
    'CLE_RETIREE',
    `La clé ${kid} a été retirée le ${direInstant(new Date(retrait).toISOString())} : elle ne pouvait plus signer une déclaration datée du ${direInstant(le)}.`,
  )
}

/** Verifies the signature and gives the payload as text. */
export async function verifierSignature(jws: string, cle: JWK): Promise<string> {
  try {
    const { payload } = await compactVerify(jws, await importJWK(cle, ALGORITHME), {
      algorithms: [ALGORITHME],
    })
    return new TextDecoder('utf-8', { fatal: true }).decode(payload)
  } catch {
    throw new Refus('SIGNATURE_FAUSSE')
  }
}
