import { createHash, createPublicKey, X509Certificate } from 'node:crypto'
import { GetPublicKeyCommand, SignCommand } from '@aws-sdk/client-kms'
import type { KMSClient, SigningAlgorithmSpec } from '@aws-sdk/client-kms'
import { base64url } from 'jose'
import type { JWK } from 'jose'
import { preparerCms } from '../../shared/version/cms.ts'
import { certificatsPem, enBase64 } from '../../shared/version/der.ts'
import { formeCanonique } from '../../shared/version/canonique.ts'
import type { ClePublique } from '../../shared/version/declaration.ts'
import { empreinteCle } from '../../shared/version/signature.ts'
import { derVersBrut } from './der.ts'
import { creerJournal } from './journal.ts'

/** KMS takes a message of at most this many bytes; a longer one goes as its digest, the signature is the same. */
const MESSAGE_MAX = 4096

/** A key as the JWKS publishes it: `exp`, seconds since 1970, where it was retired. */
export type ClePubliee = ClePublique & { exp?: number }

/** Signs the statements of versions and of receipts. */
export interface Signataire {
  /** Compact JWS (ES256) over the canonical form of a statement, with the public key that verifies it. */
  signer(declaration: unknown, typ: string): Promise<{ jws: string; cle: ClePublique }>
  /** Detached CMS signature (base64) of a statement's canonical text, null where the service has no certificate. */
  signerCms(declaration: unknown, le: Date): Promise<string | null>
  /** Public halves, the signing key first; those of before with the moment at which they were retired (`exp`). */
  clesPubliques(): Promise<ClePubliee[]>
}

/** Signs our own tokens. */
export interface SignataireJetons {
  /** Compact JWT (RS256) of these claims. */
  signer(revendications: Record<string, unknown>, typ: string): Promise<string>
  clePublique(): Promise<JWK>
}

async function lireClePublique(kms: KMSClient, cle: string): Promise<JWK> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: cle }))
  if (!PublicKey) throw new Error('KMS gave no public key')
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  }) as JWK
}

async function signerMessage(
  kms: KMSClient,
  cle: string,
  contenu: string | Uint8Array,
  algorithme: SigningAlgorithmSpec,
): Promise<Uint8Array> {
  const message = typeof contenu === 'string' ? Buffer.from(contenu, 'ascii') : contenu
  const court = message.length <= MESSAGE_MAX
  const { Signature } = await kms.send(
    new SignCommand({
      KeyId: cle,
      Message: court ? message : createHash('sha256').update(message).digest(),
      MessageType: court ? 'RAW' : 'DIGEST',
      SigningAlgorithm: algorithme,
    }),
  )
  if (!Signature) throw new Error('KMS gave no signature')
  return Signature
}

/** Remembers what a promise gave, but not its failure. */
function retenir<T>(obtenir: () => Promise<T>): () => Promise<T> {
  let retenue: Promise<T> | undefined
  return () => {
    retenue ??= obtenir().catch((erreur: unknown) => {
      retenue = undefined
      throw erreur
    })
    return retenue
  }
}

async function enClePublique(jwk: JWK): Promise<ClePublique> {
  const { x, y } = jwk
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || !x || !y)
    throw new Error('The signing key is not ECC_NIST_P256')
  const cle = { kty: 'EC', crv: 'P-256', x, y } as const
  return { ...cle, kid: await empreinteCle(cle), alg: 'ES256', use: 'sig' }
}

/**
 * Signs versions with the first of these KMS keys and publishes them all, so that old versions stay verifiable. One
 * of before is written « key@instant »: it was retired then, and what is dated from then on is not its own.
 * `certificat` (PEM): the one of the first key.
 */
export function creerSignataire(kms: KMSClient, cles: readonly string[], certificat?: string): Signataire {
  const [courante, ...anciennes] = cles
  if (!courante || courante.includes('@')) throw new Error('No signing key')
  const publier = async (cle: string): Promise<ClePubliee> => {
    const [id = '', retrait] = cle.split('@')
    const publique = await enClePublique(await lireClePublique(kms, id))
    return retrait === undefined ? publique : { ...publique, exp: Math.floor(Date.parse(retrait) / 1000) }
  }
  const signataire = retenir(async () => enClePublique(await lireClePublique(kms, courante)))
  const publiques = retenir(async () => [await signataire(), ...(await Promise.all(anciennes.map(publier)))])
  const der = certificat === undefined ? undefined : certificatsPem(certificat)[0]
  const duSignataire = retenir(async () => der !== undefined && estDeLaCle(der, await signataire()))
  return {
    clesPubliques: publiques,
    async signerCms(declaration, le) {
      if (!der || !(await duSignataire())) return null
      const cms = await preparerCms(new TextEncoder().encode(formeCanonique(declaration)), der, le)
      return enBase64(cms.assembler(await signerMessage(kms, courante, cms.message, 'ECDSA_SHA_256')))
    },
    async signer(declaration, typ) {
      const cle = await signataire()
      const entete = base64url.encode(formeCanonique({ alg: 'ES256', kid: cle.kid, typ }))
      const message = `${entete}.${base64url.encode(formeCanonique(declaration))}`
      const der = await signerMessage(kms, courante, message, 'ECDSA_SHA_256')
      return { jws: `${message}.${base64url.encode(derVersBrut(der))}`, cle }
    },
  }
}

/**
 * Whether the certificate is this key's. After a rotation it is not until the new key has one: what it would sign
 * with the old one would verify nowhere, so versions bear the JWS alone meanwhile, and the log says so.
 */
function estDeLaCle(der: Uint8Array, { x, y, kid }: ClePublique): boolean {
  const cle = cleDuCertificat(der)
  if (cle?.x === x && cle.y === y) return true
  creerJournal().info('certificat-autre-cle', { cle: kid, lisible: cle !== null })
  return false
}

/** The public key of a certificate, null where it cannot be read: a wrong certificate keeps no version from being signed. */
function cleDuCertificat(der: Uint8Array): JWK | null {
  try {
    return new X509Certificate(der).publicKey.export({ format: 'jwk' }) as JWK
  } catch {
    return null
  }
}

/** Signs session tokens with this KMS key (RSA). */
export function creerSignataireJetons(kms: KMSClient, cle: string): SignataireJetons {
  return {
    clePublique: retenir(() => lireClePublique(kms, cle)),
    async signer(revendications, typ) {
      const entete = base64url.encode(JSON.stringify({ alg: 'RS256', typ }))
      const message = `${entete}.${base64url.encode(JSON.stringify(revendications))}`
      return `${message}.${base64url.encode(await signerMessage(kms, cle, message, 'RSASSA_PKCS1_V1_5_SHA_256'))}`
    },
  }
}
