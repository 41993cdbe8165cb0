import * as asn1js from 'asn1js'
import type { Attribute } from 'pkijs'
import { Certificate, CertificateChainValidationEngine, ContentInfo, SignedData } from 'pkijs'
import { empreinte } from './canonique.ts'
import type { CodeRefus } from './refus.ts'
import { Refus } from './refus.ts'

/** What CMS signatures and time stamps share: object identifiers, reading and checking of signed attributes. */

export const OID = {
  donnees: '1.2.840.113549.1.7.1',
  signe: '1.2.840.113549.1.7.2',
  typeContenu: '1.2.840.113549.1.9.3',
  empreinte: '1.2.840.113549.1.9.4',
  instant: '1.2.840.113549.1.9.5',
  certificatSignataire: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
} as const

/** A view of exactly these bytes that WebCrypto and the ASN.1 library take. */
export const tampon = (octets: Uint8Array): ArrayBuffer => octets.slice().buffer

export const enBase64 = (octets: Uint8Array): string => {
  let texte = ''
  for (const octet of octets) texte += String.fromCharCode(octet)
  return btoa(texte)
}

export const deBase64 = (texte: string): Uint8Array => Uint8Array.from(atob(texte), (c) => c.charCodeAt(0))

/** The DER bytes of every certificate of a PEM text. */
export function certificatsPem(pem: string): Uint8Array[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/g)].map(
    ([, corps]) => deBase64(corps!.replace(/\s+/g, '')),
  )
}

export function versPem(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${enBase64(der)
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END CERTIFICATE-----\n`
}

export function lireCertificat(der: Uint8Array): Certificate {
  return Certificate.fromBER(tampon(der))
}

/** « CN=…, O=… » of a certificate's subject, for sentences: its common name, or all that it has. */
export function sujetDe(certificat: Certificate): string {
  const noms = certificat.subject.typesAndValues
  const commun = noms.find((n) => n.type === '2.5.4.3') ?? noms[0]
  return commun ? String(commun.value.valueBlock.value) : 'sans nom'
}

/** Reads a CMS SignedData that has one signer and carries the signer's certificate. */
export function lireSignedData(octets: Uint8Array, code: CodeRefus): SignedData {
  try {
    const info = ContentInfo.fromBER(tampon(octets))
    if (info.contentType !== OID.signe) throw new Error('Not SignedData')
    const signe = new SignedData({ schema: info.content })
    if (signe.signerInfos.length !== 1 || !signe.signerInfos[0]!.signedAttrs)
      throw new Error('Not one signer')
    return signe
  } catch {
    throw new Refus(code)
  }
}

/** The value of a signed attribute that must be there once. */
function attribut(signe: SignedData, type: string): asn1js.BaseBlock | undefined {
  const trouves = signe.signerInfos[0]!.signedAttrs!.attributes.filter((a: Attribute) => a.type === type)
  return trouves.length === 1 && trouves[0]!.values.length === 1
    ? (trouves[0]!.values[0] as asn1js.BaseBlock)
    : undefined
}

export const octetsDe = (bloc: asn1js.BaseBlock | undefined): Uint8Array =>
  bloc instanceof asn1js.OctetString ? new Uint8Array(bloc.getValue()) : new Uint8Array()

const memes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, i) => octet === b[i])

export interface CodesSignature {
  illisible: CodeRefus
  contenu: CodeRefus
  signature: CodeRefus
  autorite: CodeRefus
}

export interface SignatureLue {
  certificat: Certificate
  /** Instant that the signer wrote, where it did. */
  le: Date | null
  /** Whether the certificate was traced to one of the authorities that were given; null: none was given. */
  reconnu: true | null
}

/**
 * Verifies the one signature of a SignedData over `contenu`: content type, digest, certificate named by the
 * signing-certificate-v2 attribute (RFC 5035), signature; then, where authorities are given, the path to one of them.
 */
export async function verifierSignedData(
  signe: SignedData,
  contenu: Uint8Array,
  type: string,
  codes: CodesSignature,
  autorites: readonly Uint8Array[] | undefined,
  quand?: Date,
): Promise<SignatureLue> {
  const signataire = signe.signerInfos[0]!
  const attrs = signataire.signedAttrs!
  const typeSigne = attribut(signe, OID.typeContenu)
  if (!(typeSigne instanceof asn1js.ObjectIdentifier) || typeSigne.getValue() !== type)
    throw new Refus(codes.illisible)
  const hachages: Record<string, string> = {
    [OID.sha256]: 'SHA-256',
    '2.16.840.1.101.3.4.2.2': 'SHA-384',
    '2.16.840.1.101.3.4.2.3': 'SHA-512',
  }
  const algorithme = hachages[signataire.digestAlgorithm.algorithmId]
  if (!algorithme) throw new Refus(codes.illisible)
  const somme = new Uint8Array(await crypto.subtle.digest(algorithme, tampon(contenu)))
  if (!memes(octetsDe(attribut(signe, OID.empreinte)), somme)) throw new Refus(codes.contenu)
  const certificat = await certificatSigne(signe, codes.illisible)
  const { getCrypto } = await import('pkijs')
  let bonne: boolean
  try {
    bonne = await getCrypto(true).verifyWithPublicKey(
      tampon(new Uint8Array(attrs.encodedValue)),
      signataire.signature,
      certificat.subjectPublicKeyInfo,
      signataire.signatureAlgorithm,
      algorithme,
    )
  } catch {
    bonne = false
  }
  if (!bonne) throw new Refus(codes.signature)
  const instant = attribut(signe, OID.instant)
  const le =
    instant instanceof asn1js.UTCTime || instant instanceof asn1js.GeneralizedTime ? instant.toDate() : null
  if (!autorites) return { certificat, le, reconnu: null }
  await exigerAutorite(signe, certificat, autorites, quand ?? le ?? new Date(), codes.autorite)
  return { certificat, le, reconnu: true }
}

/** The certificate whose digest the signer signed: another one of the same name or key will not do. */
async function certificatSigne(signe: SignedData, code: CodeRefus): Promise<Certificate> {
  const attribue = attribut(signe, OID.certificatSignataire)
  const liste = attribue instanceof asn1js.Sequence ? attribue.valueBlock.value[0] : undefined
  const premier = liste instanceof asn1js.Sequence ? liste.valueBlock.value[0] : undefined
  const nommee =
    premier instanceof asn1js.Sequence
      ? premier.valueBlock.value.find((v) => v instanceof asn1js.OctetString)
      : undefined
  const attendue = octetsDe(nommee)
  for (const candidat of signe.certificates ?? []) {
    if (!(candidat instanceof Certificate)) continue
    const der = new Uint8Array(candidat.toSchema().toBER())
    const somme = new Uint8Array(await crypto.subtle.digest('SHA-256', tampon(der)))
    if (memes(somme, attendue)) return candidat
  }
  throw new Refus(code)
}

async function exigerAutorite(
  signe: SignedData,
  certificat: Certificate,
  autorites: readonly Uint8Array[],
  quand: Date,
  code: CodeRefus,
): Promise<void> {
  try {
    const portes = (signe.certificates ?? []).filter((c) => c instanceof Certificate)
    const moteur = new CertificateChainValidationEngine({
      trustedCerts: autorites.map(lireCertificat),
      // The signer's own certificate stands last: the engine takes it for the end of the path.
      certs: [...portes.filter((c) => c !== certificat), certificat],
      checkDate: quand,
    })
    if ((await moteur.verify()).result) return
  } catch {
    // A path that cannot be built is no path.
  }
  throw new Refus(code)
}

export const empreinteDer = (der: Uint8Array): Promise<string> => empreinte(der, crypto.subtle)
