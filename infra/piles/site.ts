import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins'
import * as s3 from 'aws-cdk-lib/aws-s3'
import * as deployment from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import type { Parametres } from '../parametres.ts'
import { entetesApi, entetesSite } from '../parties/entetes.ts'
import { Journaux } from '../parties/journaux.ts'
import { admettre } from '../parties/nag.ts'

export interface ProprietesSite extends StackProps {
  parametres: Parametres
  /** Folder of the built site. */
  dossier: string
  /** Text of this environment's manifest, served as /manifest.xml. */
  manifeste: string
  api: HttpApi
  /** Origin of the bucket of the workbooks. */
  depots: string
}

/** The static site, with the API under /api of the same origin. */
export class PileSite extends Stack {
  constructor(scope: Construct, id: string, props: ProprietesSite) {
    super(scope, id, props)
    const journaux = new Journaux(this, 'Journaux', { acl: true }).seau
    const seau = new s3.Bucket(this, 'Seau', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      serverAccessLogsBucket: journaux,
      serverAccessLogsPrefix: 'seau/',
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const distribution = this.distribuer(props, seau, journaux)
    this.deposer(props, seau, distribution)
    new CfnOutput(this, 'NomDistribution', { value: distribution.distributionDomainName })
  }

  private distribuer(
    { parametres, api, depots }: ProprietesSite,
    seau: s3.Bucket,
    journaux: s3.Bucket,
  ): cloudfront.Distribution {
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `CDPPE ${parametres.nom}`,
      domainNames: [parametres.domaine],
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificat', parametres.certificat),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL,
      defaultRootObject: 'index.html',
      enableLogging: true,
      logBucket: journaux,
      logFilePrefix: 'site/',
      logIncludesCookies: false,
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(seau),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: entetesSite(this, depots),
        compress: true,
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new origins.HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: entetesApi(this),
        },
      },
    })
    admettre(
      distribution,
      'AwsSolutions-CFR1',
      'Départements lie on four continents, and agents travel: no country is shut out.',
    )
    admettre(
      distribution,
      'AwsSolutions-CFR2',
      'Static files and an API that authenticates and throttles by itself: a firewall is a choice of the account that hosts it, to be attached to this distribution.',
    )
    return distribution
  }

  /** Files whose name bears their digest are kept a year by browsers; the others are asked for again each time. */
  private deposer(props: ProprietesSite, seau: s3.Bucket, distribution: cloudfront.Distribution): void {
    const commun = { destinationBucket: seau, memoryLimit: 256, prune: false, retainOnDelete: true }
    const durables = new deployment.BucketDeployment(this, 'Durables', {
      ...commun,
      sources: [deployment.Source.asset(props.dossier)],
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [deployment.CacheControl.fromString('public, max-age=31536000, immutable')],
    })
    const pages = new deployment.BucketDeployment(this, 'Pages', {
      ...commun,
      sources: [
        deployment.Source.asset(props.dossier),
        deployment.Source.data('manifest.xml', props.manifeste),
      ],
      exclude: ['assets/*'],
      cacheControl: [deployment.CacheControl.fromString('no-cache')],
      distribution,
      distributionPaths: ['/*'],
    })
    // A page must not name a file that is not there yet.
    pages.node.addDependency(durables)
    this.admettreDepositaire(seau)
  }

  private admettreDepositaire(seau: s3.Bucket): void {
    const raison = "The CDK's own uploader of static files: its role and its runtime are not ours to choose."
    const depositaire = this.node.children.find((n) => n.node.id.startsWith('Custom::CDKBucketDeployment'))!
    const arnSeau = `<${this.getLogicalId(seau.node.defaultChild as s3.CfnBucket)}.Arn>`
    const actions = ['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map((a) => `Action::s3:${a}*`)
    const cibles = [
      `arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${this.region}/*`,
      `${arnSeau}/*`,
      '*',
    ]
    for (const trouve of [...actions, ...cibles.map((cible) => `Resource::${cible}`)])
      admettre(depositaire, `AwsSolutions-IAM5[${trouve}]`, raison)
    const socle = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
    admettre(depositaire, `AwsSolutions-IAM4[Policy::${socle}]`, raison)
    admettre(depositaire, 'AwsSolutions-L1', raison)
  }
}
