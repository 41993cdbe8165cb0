import { randomBytes, webcrypto } from 'node:crypto'
import type { Server } from 'node:http'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { certificatsPem, OID } from '../../shared/version/der.ts'
import type { Autorite } from './autorite.ts'
import { createLoopbackServer, readBody } from './http.ts'

const DEMANDE_MAX = 4096
const POLITIQUE = '1.2.3.4.1'

/** A time-stamping authority (RFC 3161 over HTTP) of this machine alone. */
export function createHorodateur(
  { cle, certificat }: Autorite['horodateur'],
  horloge: () => Date = () => new Date(),
): Server {
  return createLoopbackServer((request, response) => {
    readBody(request, DEMANDE_MAX)
      .then((corps) => repondre(corps, cle, certificat, horloge()))
      .then(
        (reponse) => {
          response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
          response.end(reponse)
        },
        () => {
          response.writeHead(400)
          response.end()
        },
      )
  })
}

async function repondre(
  corps: Uint8Array,
  cle: webcrypto.CryptoKey,
  pem: string,
  le: Date,
): Promise<Uint8Array> {
  const demande = TimeStampReq.fromBER(new Uint8Array(corps).buffer)
  const instant = new Date(Math.floor(le.getTime() / 1000) * 1000)
  const der = certificatsPem(pem)[0]!
  const certificat = Certificate.fromBER(new Uint8Array(der).buffer)
  const info = new TSTInfo({
    version: 1,
    policy: POLITIQUE,
    messageImprint: demande.messageImprint,
    serialNumber: new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(8)]).buffer }),
    genTime: instant,
    ...(demande.nonce ? { nonce: demande.nonce } : {}),
  })
  const contenu = info.toSchema().toBER()
  const sommer = (octets: ArrayBuffer | Uint8Array<ArrayBuffer>) => webcrypto.subtle.digest('SHA-256', octets)
  const essCertId = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: await sommer(new Uint8Array(der)) })],
  })
  const attributs = [
    new Attribute({ type: OID.typeContenu, values: [new asn1js.ObjectIdentifier({ value: OID.tstInfo })] }),
    new Attribute({ type: OID.instant, values: [new asn1js.UTCTime({ valueDate: instant })] }),
    new Attribute({
      type: OID.empreinte,
      values: [new asn1js.OctetString({ valueHex: await sommer(contenu) })],
    }),
    new Attribute({
      type: OID.certificatSignataire,
      values: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] })],
    }),
  ]
  const signe = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: OID.tstInfo,
      eContent: new asn1js.OctetString({ valueHex: contenu }),
    }),
    certificates: [certificat],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificat.issuer, serialNumber: certificat.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributs }),
      }),
    ],
  })
  await signe.sign(cle as CryptoKey, 0, 'SHA-256', contenu)
  const reponse = new TimeStampResp({
    status: new PKIStatusInfo({ status: 0 }),
    timeStampToken: new ContentInfo({ contentType: OID.signe, content: signe.toSchema(true) }),
  })
  return new Uint8Array(reponse.toSchema().toBER())
}
