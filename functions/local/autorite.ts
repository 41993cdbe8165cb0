import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  webcrypto,
} from 'node:crypto'
import path from 'node:path'
import * as asn1js from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, ExtKeyUsage } from 'pkijs'
import { versPem } from '../../shared/version/der.ts'
import { createPrivateFolder, readIfPresent, writeDurably } from './fichiers.ts'

/**
 * A certification authority of this machine alone, so that what is signed and stamped here can be verified with
 * openssl as it will be with a real one. Its certificate, `racine.pem`, is what a verifier trusts.
 */
export type Autorite = {
  /** PEM of the root. */
  racine: string
  /**
   * The certificate (PEM) of the key that signs versions (SPKI, DER): issued once for each key and kept, so that
   * what was signed yesterday and what is signed today name the same one.
   */
  service(spki: Uint8Array): Promise<string>
  /** The key and certificate of the time-stamping server. */
  horodateur: { cle: webcrypto.CryptoKey; certificat: string }
}

const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const
const DUREE_ANS = 20

function nommer(certificat: Certificate, qui: 'issuer' | 'subject', nom: string): void {
  certificat[qui].typesAndValues = [
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: nom }) }),
  ]
}

/** keyUsage: the bit string of RFC 5280, 4.2.1.3. */
function usageCle(bits: number): Extension {
  const valeur = new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: 1 })
  return new Extension({ extnID: '2.5.29.15', critical: true, extnValue: valeur.toBER() })
}

async function composer(options: {
  nom: string
  emetteur: string
  spki: Uint8Array
  cle: webcrypto.CryptoKey
  extensions: Extension[]
}): Promise<string> {
  const certificat = new Certificate()
  certificat.version = 2
  const serie = randomBytes(16)
  serie[0]! = (serie[0]! & 0x7f) | 0x40
  certificat.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serie).buffer })
  nommer(certificat, 'issuer', options.emetteur)
  nommer(certificat, 'subject', options.nom)
  const debut = new Date()
  debut.setUTCMilliseconds(0)
  certificat.notBefore.value = new Date(debut.getTime() - 3_600_000)
  certificat.notAfter.value = new Date(Date.UTC(debut.getUTCFullYear() + DUREE_ANS, 0, 1))
  certificat.subjectPublicKeyInfo.fromSchema(asn1js.fromBER(new Uint8Array(options.spki).buffer).result)
  certificat.extensions = options.extensions
  await certificat.sign(options.cle as CryptoKey, 'SHA-256')
  return versPem(new Uint8Array(certificat.toSchema(true).toBER()))
}

async function cleDurable(fichier: string): Promise<webcrypto.CryptoKey> {
  let pem = await readIfPresent(fichier)
  if (pem === undefined) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await writeDurably(fichier, pem)
  }
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), EC, true, ['sign'])
}

async function spkiDe(cle: webcrypto.CryptoKey): Promise<Uint8Array> {
  const privee = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', cle))
  const format = { format: 'der', type: 'pkcs8' } as const
  return createPublicKey(createPrivateKey({ key: privee, ...format })).export({ type: 'spki', format: 'der' })
}

async function durable(fichier: string, faire: () => Promise<string>): Promise<string> {
  const connu = await readIfPresent(fichier)
  if (connu !== undefined) return connu
  const neuf = await faire()
  await writeDurably(fichier, neuf)
  return neuf
}

/** Opens the authority of this folder, made on first use. */
export async function ouvrirAutorite(folder: string): Promise<Autorite> {
  await createPrivateFolder(folder)
  const fichier = (nom: string): string => path.join(folder, nom)
  const cle = await cleDurable(fichier('racine-cle.pem'))
  const emetteur = 'CDPPE – autorité de ce poste'
  const contraintes = new BasicConstraints({ cA: true })
  const racine = await durable(fichier('racine.pem'), async () =>
    composer({
      nom: emetteur,
      emetteur,
      spki: await spkiDe(cle),
      cle,
      extensions: [
        new Extension({
          extnID: '2.5.29.19',
          critical: true,
          extnValue: contraintes.toSchema().toBER(),
          parsedValue: contraintes,
        }),
        // keyCertSign and cRLSign.
        usageCle(0x06),
      ],
    }),
  )
  const emettre = (nom: string, spki: Uint8Array, usage: 'signature' | 'horodatage'): Promise<string> => {
    const etendu = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] })
    // digitalSignature, and contentCommitment for what binds a service.
    const extensions = [usageCle(usage === 'signature' ? 0xc0 : 0x80)]
    if (usage === 'horodatage')
      extensions.push(
        new Extension({ extnID: '2.5.29.37', critical: true, extnValue: etendu.toSchema().toBER() }),
      )
    return composer({ nom, emetteur, spki, cle, extensions })
  }
  const cleHorodateur = await cleDurable(fichier('horodateur-cle.pem'))
  const certificat = await durable(fichier('horodateur.pem'), async () =>
    emettre('CDPPE – horodatage de ce poste', await spkiDe(cleHorodateur), 'horodatage'),
  )
  const service: Autorite['service'] = (spki) => {
    const cle = createHash('sha256').update(spki).digest('hex').slice(0, 16)
    return durable(fichier(`service-${cle}.pem`), () =>
      emettre('CDPPE – service de ce poste', spki, 'signature'),
    )
  }
  return { racine, service, horodateur: { cle: cleHorodateur, certificat } }
}
