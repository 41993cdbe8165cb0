import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { admettre } from './nag.ts'

/** Where a bucket and the site write who asked for what. Kept a year, then erased: they hold network addresses. */
export class Journaux extends Construct {
  readonly seau: s3.Bucket

  /** @param acl whether the writer still needs access lists, as CloudFront's standard logs do */
  constructor(scope: Construct, id: string, { acl = false } = {}) {
    super(scope, id)
    this.seau = new s3.Bucket(this, 'Seau', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: acl
        ? s3.ObjectOwnership.BUCKET_OWNER_PREFERRED
        : s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    admettre(this.seau, 'AwsSolutions-S1', 'This bucket holds the access logs themselves.')
  }
}
