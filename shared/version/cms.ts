import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { enBase64, lireCertificat, lireSignedData, OID, sujetDe, tampon, verifierSignedData } from './der.ts'
import { Refus } from './refus.ts'

/**
 * Detached CMS signature (RFC 5652) in the CAdES-BES form (ETSI EN 319 122-1): content type, digest, instant and
 * signing-certificate-v2 are signed. What is signed is the canonical text of a version's statement, which names
 * the workbook by its SHA-256: one signature covers the bytes, the author, the check and the chain.
 */

export interface CmsASigner {
  /** DER of the signed attributes: what the key signs (ECDSA, SHA-256). */
  message: Uint8Array
  /** The whole CMS, once the key has answered with its DER signature. */
  assembler(signature: Uint8Array): Uint8Array
}

/** Prepares the signature of `contenu` by the holder of this certificate (DER). */
export async function preparerCms(
  contenu: Uint8Array,
  certificatDer: Uint8Array,
  le: Date,
): Promise<CmsASigner> {
  const certificat = lireCertificat(certificatDer)
  const sommer = async (octets: Uint8Array): Promise<ArrayBuffer> =>
    crypto.subtle.digest('SHA-256', tampon(octets))
  // SHA-256 is the default of ESSCertIDv2: DER leaves it out.
  const essCertId = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: await sommer(certificatDer) })],
  })
  const attributs = [
    new Attribute({ type: OID.typeContenu, values: [new asn1js.ObjectIdentifier({ value: OID.donnees })] }),
    new Attribute({ type: OID.instant, values: [new asn1js.UTCTime({ valueDate: le })] }),
    new Attribute({
      type: OID.empreinte,
      values: [new asn1js.OctetString({ valueHex: await sommer(contenu) })],
    }),
    new Attribute({
      type: OID.certificatSignataire,
      values: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] })],
    }),
  ]
  const trier = (a: Attribute, b: Attribute): number =>
    hex(a.toSchema().toBER()) < hex(b.toSchema().toBER()) ? -1 : 1
  const signes = new SignedAndUnsignedAttributes({ type: 0, attributes: attributs.sort(trier) })
  const message = new Uint8Array(
    new asn1js.Set({ value: signes.attributes.map((a) => a.toSchema()) }).toBER(),
  )
  return {
    message,
    assembler(signature) {
      const signe = new SignedData({
        version: 1,
        digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
        encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.donnees }),
        certificates: [certificat],
        signerInfos: [
          new SignerInfo({
            version: 1,
            sid: new IssuerAndSerialNumber({
              issuer: certificat.issuer,
              serialNumber: certificat.serialNumber,
            }),
            digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
            signedAttrs: signes,
            signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 }),
            signature: new asn1js.OctetString({ valueHex: tampon(signature) }),
          }),
        ],
      })
      const info = new ContentInfo({ contentType: OID.signe, content: signe.toSchema(true) })
      return new Uint8Array(info.toSchema().toBER())
    },
  }
}

const hex = (octets: ArrayBuffer): string =>
  [...new Uint8Array(octets)].map((o) => o.toString(16).padStart(2, '0')).join('')

export interface CmsVerifie {
  sujet: string
  le: Date | null
  reconnu: true | null
  /** The public point of the certificate, as a JWK writes it. */
  cle: { x: string; y: string } | null
}

const CODES = {
  illisible: 'CMS_ILLISIBLE',
  contenu: 'CMS_AUTRE_CONTENU',
  signature: 'CMS_FAUX',
  autorite: 'CERTIFICAT_NON_RECONNU',
} as const

/** Verifies a detached CMS signature over `contenu`; throws a Refus with its own code. */
export async function verifierCms(
  p7s: Uint8Array,
  contenu: Uint8Array,
  autorites?: readonly Uint8Array[],
): Promise<CmsVerifie> {
  const signe = lireSignedData(p7s, CODES.illisible)
  if (signe.encapContentInfo.eContent !== undefined) throw new Refus(CODES.illisible)
  exigerUneEcriture(signe, p7s)
  const { certificat, le, reconnu } = await verifierSignedData(signe, contenu, OID.donnees, CODES, autorites)
  const point = new Uint8Array(certificat.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)
  const url = (o: Uint8Array): string =>
    enBase64(o).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const cle =
    point.length === 65 && point[0] === 4
      ? { x: url(point.subarray(1, 33)), y: url(point.subarray(33)) }
      : null
  return { sujet: sujetDe(certificat), le, reconnu, cle }
}

/**
 * One spelling only: what the signature does not cover (versions, algorithms named twice, the name of the signer)
 * cannot be another either.
 */
function exigerUneEcriture(signe: SignedData, p7s: Uint8Array): void {
  const info = new ContentInfo({ contentType: OID.signe, content: signe.toSchema(true) })
  const [signataire] = signe.signerInfos
  const [certificat, autre] = signe.certificates ?? []
  const sid: unknown = signataire?.sid
  const conforme =
    signe.version === 1 &&
    signe.encapContentInfo.eContentType === OID.donnees &&
    signe.digestAlgorithms.map((a) => a.algorithmId).join() === OID.sha256 &&
    signataire?.version === 1 &&
    signataire.digestAlgorithm.algorithmId === OID.sha256 &&
    signataire.signatureAlgorithm.algorithmId === OID.ecdsaSha256 &&
    certificat instanceof Certificate &&
    autre === undefined &&
    sid instanceof IssuerAndSerialNumber &&
    sid.issuer.isEqual(certificat.issuer) &&
    sid.serialNumber.isEqual(certificat.serialNumber)
  if (
    !conforme ||
    !signatureStricte(signataire.signature) ||
    hex(info.toSchema().toBER()) !== hex(tampon(p7s))
  )
    throw new Refus(CODES.illisible)
}

/** The one DER spelling of an ECDSA signature: two positive integers, without a spare byte that nobody looks at. */
function signatureStricte(signature: asn1js.OctetString): boolean {
  const octets = signature.getValue()
  const lue = asn1js.fromBER(octets).result
  if (!(lue instanceof asn1js.Sequence) || lue.valueBlock.value.length !== 2) return false
  const entiers = lue.valueBlock.value.map((bloc) =>
    bloc instanceof asn1js.Integer ? BigInt(`0x${hex(bloc.valueBlock.valueHexView.slice().buffer)}`) : 0n,
  )
  if (entiers.some((entier) => entier <= 0n || entier >= 1n << 256n)) return false
  const reecrite = new asn1js.Sequence({ value: entiers.map((entier) => asn1js.Integer.fromBigInt(entier)) })
  return hex(reecrite.toBER()) === hex(octets)
}
