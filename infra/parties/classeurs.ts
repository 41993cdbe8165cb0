import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { Journaux } from './journaux.ts'

/**
 * The workbooks, their own bytes. A department's browser puts its file under `depots/` through an address that
 * the API signs; the server copies what it has hashed to `classeurs/` and `rapports/`. Nothing is ever written
 * over; nothing that a version rests on is ever erased.
 */
export class Classeurs extends Construct {
  readonly seau: s3.Bucket

  constructor(scope: Construct, id: string, { cle, origine }: { cle: IKey; origine: string }) {
    super(scope, id)
    this.seau = new s3.Bucket(this, 'Seau', {
      versioned: true,
      // No default retention: it would lock the uploads that nobody made a version of, too.
      objectLockEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: cle,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: new Journaux(this, 'Journaux').seau,
      serverAccessLogsPrefix: 'classeurs/',
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { prefix: 'dossiers/', expiration: Duration.days(7), noncurrentVersionExpiration: Duration.days(1) },
        { prefix: 'depots/', expiration: Duration.days(7), noncurrentVersionExpiration: Duration.days(1) },
      ],
      cors: [
        {
          allowedOrigins: [origine],
          allowedMethods: [s3.HttpMethods.PUT, s3.HttpMethods.GET],
          allowedHeaders: ['content-type', 'content-length', 'if-none-match', 'x-amz-*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.seau.addToResourcePolicy(this.refuserEcrasement())
    this.seau.addToResourcePolicy(this.refuserEffacement())
  }

  /** Only a put that says "if there is none" is let in, whoever asks: an object is written once. */
  private refuserEcrasement(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'JamaisEcraser',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [this.seau.arnForObjects('*')],
      conditions: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
    })
  }

  private refuserEffacement(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'JamaisEffacer',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
      resources: ['classeurs/*', 'rapports/*'].map((motif) => this.seau.arnForObjects(motif)),
    })
  }
}
