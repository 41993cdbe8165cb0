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
  /** Signs the statements of versions (ES256): the last one of the rotations. */
  readonly signature: kms.Key
  /** Those that signed before, each with the instant (ISO 8601) from which it no longer does: still published. */
  readonly retirees: readonly { cle: kms.Key; le: string }[]
  /** Signs our session tokens (RS256). */
  readonly session: kms.Key

  /** `rotations`: the instants at which the signing key was changed, oldest first. Each asks for one key more. */
  constructor(scope: Construct, id: string, rotations: readonly string[] = []) {
    super(scope, id)
    const garde = { removalPolicy: RemovalPolicy.RETAIN, pendingWindow: Duration.days(30) }
    this.donnees = new kms.Key(this, 'Donnees', {
      ...garde,
      description: 'CDPPE: encryption of the table and of the workbooks',
      enableKeyRotation: true,
    })
    const signer = (rang: number): kms.Key =>
      new kms.Key(this, rang === 0 ? 'Signature' : `Signature${rang + 1}`, {
        ...garde,
        description: 'CDPPE: signature of the versions (ES256)',
        keySpec: kms.KeySpec.ECC_NIST_P256,
        keyUsage: kms.KeyUsage.SIGN_VERIFY,
      })
    this.retirees = rotations.map((le, rang) => ({ cle: signer(rang), le }))
    this.signature = signer(rotations.length)
    this.session = new kms.Key(this, 'Session', {
      ...garde,
      description: 'CDPPE: session tokens (RS256)',
      keySpec: kms.KeySpec.RSA_2048,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
    })
  }
}
