import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'
import { OID, octetsDe, sujetDe, tampon, verifierSignedData } from './der.ts'
import { Refus } from './refus.ts'

/** RFC 3161 time stamps over the bytes of a CMS signature: they say that it stood at that moment. */

async function sommer(octets: Uint8Array): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', tampon(octets))
}

/** The request (DER) to stamp these bytes; `nonce`: at most 16 random bytes, bound into the answer. */
export async function demandeHorodatage(octets: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const positif = nonce.slice()
  positif[0]! &= 0x7f
  positif[0]! |= 0x40
  const demande = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: OID.sha256,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: await sommer(octets) }),
    }),
    nonce: new asn1js.Integer({ valueHex: tampon(positif) }),
    certReq: true,
  })
  return new Uint8Array(demande.toSchema().toBER())
}

export interface HorodatageVerifie {
  le: Date
  sujet: string
  reconnu: true | null
}

const CODES = {
  illisible: 'HORODATAGE_ILLISIBLE',
  contenu: 'HORODATAGE_FAUX',
  signature: 'HORODATAGE_FAUX',
  autorite: 'HORODATEUR_NON_RECONNU',
} as const

/** Verifies a time-stamping answer over `octets`; throws a Refus with its own code. */
export async function verifierHorodatage(
  tsr: Uint8Array,
  octets: Uint8Array,
  autorites?: readonly Uint8Array[],
): Promise<HorodatageVerifie> {
  const { signe, contenu, info } = lire(tsr)
  const empreinte = octetsDe(info.messageImprint.hashedMessage)
  const attendue = new Uint8Array(await sommer(octets))
  if (
    info.messageImprint.hashAlgorithm.algorithmId !== OID.sha256 ||
    empreinte.length !== attendue.length ||
    !empreinte.every((o, i) => o === attendue[i])
  )
    throw new Refus('HORODATAGE_AUTRE_CONTENU')
  const { certificat, reconnu } = await verifierSignedData(
    signe,
    contenu,
    OID.tstInfo,
    CODES,
    autorites,
    info.genTime,
  )
  return { le: info.genTime, sujet: sujetDe(certificat), reconnu }
}

function lire(tsr: Uint8Array): { signe: SignedData; contenu: Uint8Array; info: TSTInfo } {
  try {
    const reponse = TimeStampResp.fromBER(tampon(tsr))
    // 0 granted, 1 granted with modifications (RFC 3161, 2.4.2).
    if (!(reponse.status.status <= 1) || !reponse.timeStampToken) throw new Error('Not granted')
    const signe = new SignedData({ schema: reponse.timeStampToken.content })
    if (signe.signerInfos.length !== 1 || !signe.signerInfos[0]!.signedAttrs)
      throw new Error('Not one signer')
    const contenu = octetsDe(signe.encapContentInfo.eContent)
    return { signe, contenu, info: TSTInfo.fromBER(tampon(contenu)) }
  } catch {
    throw new Refus('HORODATAGE_ILLISIBLE')
  }
}
