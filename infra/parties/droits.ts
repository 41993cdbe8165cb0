import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Cles } from './cles.ts'
import type { Fonction } from './fonction.ts'
import { admettreDossier } from './nag.ts'
import { INDEX_ATTENTE } from './table.ts'

/**
 * What the Lambdas may do with the data. There is no UpdateItem, no DeleteItem and no DeleteObject anywhere:
 * versions are appended by conditional puts, transmissions move by conditional puts.
 */
export interface Donnees {
  table: ITable
  classeurs: IBucket
  /** The ARN of `classeurs` as its stack exports it. */
  arnClasseurs: string
  cles: Cles
}

export function lireEtAjouterItems(fonction: Fonction, { table, cles }: Donnees): void {
  fonction.autoriser(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'], [table.tableArn])
  chiffrer(fonction, cles)
}

/** The queue of the transmissions. */
export function lireFile(fonction: Fonction, { table }: Donnees): void {
  fonction.autoriser(['dynamodb:Query'], [`${table.tableArn}/index/${INDEX_ATTENTE}`])
}

/** ListBucket makes a missing object answer 404; without it S3 answers 403 and an absence looks like a breakdown. */
export function lireObjets(fonction: Fonction, donnees: Donnees, ...dossiers: string[]): void {
  autoriserObjets(fonction, donnees, 's3:GetObject', dossiers)
  fonction.autoriser(['s3:ListBucket'], [donnees.classeurs.bucketArn])
}

export function ajouterObjets(fonction: Fonction, donnees: Donnees, ...dossiers: string[]): void {
  autoriserObjets(fonction, donnees, 's3:PutObject', dossiers)
}

function autoriserObjets(fonction: Fonction, donnees: Donnees, action: string, dossiers: string[]): void {
  const { classeurs, arnClasseurs, cles } = donnees
  fonction.autoriser(
    [action],
    dossiers.map((dossier) => classeurs.arnForObjects(`${dossier}/*`)),
  )
  chiffrer(fonction, cles)
  for (const dossier of dossiers)
    admettreDossier(
      fonction,
      arnClasseurs,
      dossier,
      'Objects are named by département, exercice and digest: the policy names their folder, to read it or to add to it.',
    )
}

/** Signs statements of versions and of receipts; reads the public halves, the keys of before included. */
export function signerVersions(fonction: Fonction, { cles }: Donnees, anciennes: string[]): void {
  fonction.autoriser(['kms:Sign'], [cles.signature.keyArn], {
    StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' },
  })
  fonction.autoriser(
    ['kms:GetPublicKey'],
    [
      cles.signature.keyArn,
      ...cles.retirees.map(({ cle }) => cle.keyArn),
      ...anciennes.map((cle) => cle.split('@')[0]!),
    ],
  )
}

export function signerSessions(fonction: Fonction, { cles }: Donnees): void {
  fonction.autoriser(['kms:Sign'], [cles.session.keyArn], {
    StringEquals: { 'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256' },
  })
  fonction.autoriser(['kms:GetPublicKey'], [cles.session.keyArn])
}

/** What DynamoDB and S3 ask of a caller whose data they encrypt with our key. */
function chiffrer(fonction: Fonction, cles: Cles): void {
  fonction.autoriser(
    [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    [cles.donnees.keyArn],
  )
}
