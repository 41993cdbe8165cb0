import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as kms from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/**
 * The keys. All are kept when the stack goes: a version signed by a lost key can still be verified, its workbook
 * encrypted by a lost key cannot be read.
 */
export class Cles extends Construct {
  /** Encrypts table and bucket. */
  readonly donnees: kms.Key
  /** Signs the statements of versions (ES256). */
  readonly signature: kms.Key
  /** Signs our session tokens (RS256). */
  readonly session: kms.Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const garde = { removalPolicy: RemovalPolicy.RETAIN, pendingWindow: Duration.days(30) }
    this.donnees = new kms.Key(this, 'Donnees', {
      ...garde,
      description: 'CDPPE: encryption of the table and of the workbooks',
      enableKeyRotation: true,
    })
    this.signature = new kms.Key(this, 'Signature', {
      ...garde,
      description: 'CDPPE: signature of the versions (ES256)',
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
    })
    this.session = new kms.Key(this, 'Session', {
      ...garde,
      description: 'CDPPE: session tokens (RS256)',
      keySpec: kms.KeySpec.RSA_2048,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
    })
  }
}
