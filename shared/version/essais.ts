import * as asn1js from 'asn1js'
import { AttributeTypeAndValue, Certificate } from 'pkijs'
import { base64url, CompactSign, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey } from 'jose'
import { empreinte, formeCanonique } from './canonique.ts'
import { empreinteDeclaration } from './chaine.ts'
import { preparerCms } from './cms.ts'
import {
  TYPE_PREUVE,
  TYPE_PREUVE_1,
  TYPE_RECU,
  TYPE_VERSION,
  TYP_JWS_RECU,
  TYP_JWS_VERSION,
} from './declaration.ts'
import type { ClePublique, Declaration, Preuve, Recu } from './declaration.ts'
import { enBase64 } from './der.ts'
import { empreinteCle } from './signature.ts'

/** What the tests of this folder build proofs with: real keys, real signatures. */

export interface PaireDeCles {
  privee: CryptoKey
  publique: ClePublique
}

export async function nouvelleCle(): Promise<PaireDeCles> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const { x = '', y = '' } = await exportJWK(publicKey)
  const cle = { kty: 'EC', crv: 'P-256', x, y } as const
  return { privee: privateKey, publique: { ...cle, kid: await empreinteCle(cle), alg: 'ES256', use: 'sig' } }
}

export function signer(contenu: unknown, cle: PaireDeCles, typ: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(formeCanonique(contenu)))
    .setProtectedHeader({ alg: 'ES256', kid: cle.publique.kid, typ })
    .sign(cle.privee)
}

export async function nouvelleDeclaration(
  octets: Uint8Array,
  precedente: Declaration | null = null,
): Promise<Declaration> {
  return {
    type: TYPE_VERSION,
    departement: '62',
    exercice: 2020,
    numero: (precedente?.numero ?? 0) + 1,
    nomFichier: 'CDPPE 62 – été.xlsx',
    taille: octets.length,
    empreinte: await empreinte(octets, crypto.subtle),
    empreinteContenu: 'c'.repeat(64),
    referentiel: '2020-2022',
    empreinteRapport: 'a'.repeat(64),
    statut: 'conforme',
    auteur: { sub: 'agent-1', prenom: 'Zoé', nom: 'Lefèvre', siret: '22620001200012', role: 'redacteur' },
    empreinteReferentiel: 'd'.repeat(64),
    correspondance: null,
    justifications: [
      {
        regle: 'COH-01',
        cellules: ['Plan!A1'],
        constate: 'deux valeurs',
        texte: 'Avenant de mai 2022.',
        auteur: 'Zoé Lefèvre',
        le: '2024-10-30T09:00:00.000Z',
      },
    ],
    le: '2024-10-31T17:47:00.000Z',
    precedente: precedente && (await empreinteDeclaration(precedente, crypto.subtle)),
  }
}

export async function nouvellePreuve(declaration: Declaration, cle: PaireDeCles): Promise<Preuve> {
  return {
    type: TYPE_PREUVE_1,
    declaration,
    jws: await signer(declaration, cle, TYP_JWS_VERSION),
    cles: { keys: [cle.publique] },
    recu: null,
  }
}

/** The proof of today, with a CMS signature by a certificate of this very key; no time stamp. */
export async function avecCms(declaration: Declaration, cle: PaireDeCles): Promise<Preuve> {
  const contenu = new TextEncoder().encode(formeCanonique(declaration))
  const cms = await preparerCms(contenu, await certificatDe(cle), new Date(declaration.le))
  const algorithme = { name: 'ECDSA', hash: 'SHA-256' }
  // Whose first half begins with a bit that DER writes a zero byte before: that byte is one to tamper with.
  let brute: Uint8Array
  do brute = new Uint8Array(await crypto.subtle.sign(algorithme, cle.privee, cms.message.slice()))
  while (brute[0]! < 0x80)
  return {
    ...(await nouvellePreuve(declaration, cle)),
    type: TYPE_PREUVE,
    cms: enBase64(cms.assembler(versDer(brute))),
    horodatage: null,
  }
}

/** A self-signed certificate (DER). */
async function certificatDe({ privee, publique }: PaireDeCles): Promise<Uint8Array> {
  const certificat = new Certificate()
  certificat.version = 2
  certificat.serialNumber = new asn1js.Integer({ value: 7 })
  const nom = new asn1js.Utf8String({ value: 'Service d’essai' })
  for (const qui of ['issuer', 'subject'] as const)
    certificat[qui].typesAndValues = [new AttributeTypeAndValue({ type: '2.5.4.3', value: nom })]
  certificat.notBefore.value = new Date('2020-01-01T00:00:00Z')
  certificat.notAfter.value = new Date('2040-01-01T00:00:00Z')
  const { kty, crv, x, y } = publique
  const algorithme = { name: 'ECDSA', namedCurve: 'P-256' }
  const cle = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithme, true, ['verify'])
  await certificat.subjectPublicKeyInfo.importKey(cle)
  await certificat.sign(privee, 'SHA-256')
  return new Uint8Array(certificat.toSchema(true).toBER())
}

/** ECDSA as KMS answers it (DER), from the two halves that WebCrypto gives. */
function versDer(brute: Uint8Array): Uint8Array {
  const entier = (octets: Uint8Array): asn1js.Integer =>
    asn1js.Integer.fromBigInt(BigInt(`0x${[...octets].map((o) => o.toString(16).padStart(2, '0')).join('')}`))
  const suite = new asn1js.Sequence({ value: [entier(brute.subarray(0, 32)), entier(brute.subarray(32))] })
  return new Uint8Array(suite.toBER())
}

export async function avecRecu(preuve: Preuve, cle: PaireDeCles): Promise<Preuve> {
  const { departement, exercice, numero } = preuve.declaration
  const recu: Recu = {
    type: TYPE_RECU,
    transmission: '62-2020-1',
    departement,
    exercice,
    numero,
    empreinteDeclaration: await empreinteDeclaration(preuve.declaration, crypto.subtle),
    destinataire: 'destinataire@administration.example',
    messageId: '0100-abc',
    constatePar: null,
    le: '2024-10-31T17:49:00.000Z',
  }
  return { ...preuve, recu: { declaration: recu, jws: await signer(recu, cle, TYP_JWS_RECU) } }
}

/** A JWS rewritten with another protected header, its payload and signature left as they are. */
export function avecEntete(jws: string, entete: object): string {
  const [, contenu, signature] = jws.split('.')
  return `${base64url.encode(JSON.stringify(entete))}.${contenu}.${signature}`
}
