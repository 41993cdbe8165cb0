import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INDEX_ATTENTE, descriptionTable } from '../functions/depot/table.ts'
import { lireConfiguration, lireConfigurationCommune } from '../functions/api/configuration.ts'
import { construire, creerApplication } from './application.ts'
import { validerParametres, type Parametres } from './parametres.ts'
import type { Paquets } from './paquets.ts'
import exemple from './environnements/exemple.json' with { type: 'json' }

interface Instruction {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Condition?: Record<string, Record<string, unknown>>
}

interface Ressource {
  Type: string
  Properties: Record<string, unknown>
  DeletionPolicy?: string
}

const dossier = mkdtempSync(join(tmpdir(), 'cdppe-infra-'))
let donnees: Template
let service: Template
let site: Template
/** The settings that the functions of the example are given. */
let reglages: string

/** Bundles of one line each: the synthesis needs folders, not code. */
function fauxPaquets(): Paquets {
  const paquets = {
    api: join(dossier, 'api'),
    transmission: join(dossier, 'transmission'),
    site: join(dossier, 'site'),
  }
  for (const chemin of Object.values(paquets)) {
    mkdirSync(chemin, { recursive: true })
    writeFileSync(join(chemin, 'index.mjs'), 'export const handler = () => {}\n')
  }
  return paquets
}

function assembler(parametres: Parametres, sortie: string) {
  const app = creerApplication({ outdir: join(dossier, sortie) })
  return { app, piles: construire(app, parametres, fauxPaquets()) }
}

const ressources = (modele: Template, type: string) =>
  Object.entries(modele.findResources(type)) as [string, Ressource][]

/** What the roles of our functions may do, by the beginning of the policy's name. */
function droitsDe(modele: Template, prefixe: string): Instruction[] {
  return ressources(modele, 'AWS::IAM::Policy')
    .filter(([id]) => id.startsWith(prefixe))
    .flatMap(([, r]) => (r.Properties.PolicyDocument as { Statement: Instruction[] }).Statement)
}

const actions = (droits: Instruction[]) => droits.flatMap((d) => d.Action).sort()

/** The environment of a function, with what only the deployment knows put in place of its references. */
function environnement(modele: Template, prefixe: string): Record<string, string> {
  const [, fonction] = ressources(modele, 'AWS::Lambda::Function').find(([id]) => id.startsWith(prefixe))!
  const { Variables } = fonction.Properties.Environment as { Variables: Record<string, unknown> }
  return Object.fromEntries(
    Object.entries(Variables).map(([nom, valeur]) => [
      nom,
      nom === 'REGLAGES' ? reglages : typeof valeur === 'string' ? valeur : `ref-${nom}`,
    ]),
  )
}

beforeAll(() => {
  const { piles } = assembler(validerParametres(exemple), 'exemple')
  donnees = Template.fromStack(piles.donnees)
  service = Template.fromStack(piles.service)
  reglages = piles.service.reglages.fichier
  site = Template.fromStack(piles.site)
}, 120_000)

afterAll(() => rmSync(dossier, { recursive: true, force: true }))

describe('the functions', () => {
  const NOMS = ['ApiFonction', 'TransmissionFonction', 'EnvoisFonction']

  it('run on nodejs24.x and arm64, from bundles, each with its own log that ends', () => {
    const fonctions = ressources(service, 'AWS::Lambda::Function')
    expect(fonctions.map(([id]) => NOMS.find((n) => id.startsWith(n)))).toEqual(NOMS)
    for (const [, { Properties }] of fonctions)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    expect(fonctions.map(([, f]) => f.Properties.Handler)).toEqual([
      'index.handler',
      'index.handler',
      'index.evenementEnvoi',
    ])
    const journaux = ressources(service, 'AWS::Logs::LogGroup')
    expect(journaux.length).toBe(NOMS.length + 1)
    for (const [, journal] of journaux) expect(journal.Properties.RetentionInDays).toBeGreaterThan(0)
  })

  it('are given every variable that they read, and a mailbox of their own', () => {
    const api = lireConfiguration(environnement(service, 'ApiFonction'))
    expect(api.origine).toBe('https://cdppe.example')
    expect(api.oidc).toMatchObject({ emetteur: exemple.oidc.emetteur, client: exemple.oidc.client })
    expect(api.departements).toMatchObject(exemple.departements)
    expect(api.agents).toEqual([
      { qui: exemple.administrateurs[0], roles: ['administrateur'], departements: [] },
    ])
    expect(api.horodatage).toBe(exemple.horodatage)
    expect([api.entra, api.certificatSignature]).toEqual([null, undefined])
    for (const nom of NOMS.slice(1)) {
      const lue = lireConfigurationCommune(environnement(service, nom))
      expect(lue.boiteLocale).toBe(exemple.boite)
      expect(environnement(service, nom)).not.toHaveProperty('OIDC_SECRET')
    }
  })

  it('keep the secret of the sign-in out of the template', () => {
    expect(environnement(service, 'ApiFonction').OIDC_SECRET).toBe(
      `{{resolve:secretsmanager:${exemple.oidc.secret}:SecretString:::}}`,
    )
  })

  it('hold a lease that outlives the worker', () => {
    const [, travail] = ressources(service, 'AWS::Lambda::Function').find(([id]) => id.startsWith(NOMS[1]!))!
    const { bailMs } = lireConfigurationCommune(environnement(service, NOMS[1]!))
    expect(bailMs).toBeGreaterThan(Number(travail.Properties.Timeout) * 1000 + 30_000)
  })

  it('answer before the gateway gives up', () => {
    service.hasResourceProperties('AWS::Lambda::Function', { Description: 'CDPPE: HTTP API', Timeout: 29 })
  })
})

describe('a rotation of the signing key', () => {
  const ROTATIONS = ['2027-01-01T00:00:00Z', '2029-01-01T00:00:00Z']

  it('adds a key, has it sign alone, and publishes those of before as retired', () => {
    const { piles } = assembler(validerParametres({ ...exemple, rotations: ROTATIONS }), 'rotation')
    const tournees = Template.fromStack(piles.donnees)
    const signature = (modele: Template) =>
      ressources(modele, 'AWS::KMS::Key').filter(([, r]) => r.Properties['KeySpec'] === 'ECC_NIST_P256')
    expect(signature(donnees)).toHaveLength(1)
    expect(signature(tournees)).toHaveLength(3)
    // The key of before is the same resource: a deployment neither replaces nor deletes it.
    expect(signature(tournees).map(([id]) => id)).toContain(signature(donnees)[0]![0])
    for (const [, cle] of signature(tournees)) expect(cle.DeletionPolicy).toBe('Retain')

    const modele = Template.fromStack(piles.service)
    const [, fonction] = ressources(modele, 'AWS::Lambda::Function').find(([id]) => id.startsWith('ApiF'))!
    const { Variables } = fonction.Properties.Environment as { Variables: Record<string, unknown> }
    const ecrite = JSON.stringify(Variables['CLE_SIGNATURE'])
    for (const le of ROTATIONS) expect(ecrite).toContain(`@${le}`)
    const signer = droitsDe(modele, 'Api').filter((d) => d.Action === 'kms:Sign')
    const publier = droitsDe(modele, 'Api').filter((d) => d.Action === 'kms:GetPublicKey')
    expect(signer.map((d) => [d.Resource].flat().length)).toEqual([1, 1])
    // Three that signed versions, one that signs sessions.
    expect(publier.flatMap((d) => d.Resource)).toHaveLength(4)
  })

  it('is refused out of order', () => {
    expect(() => validerParametres({ ...exemple, rotations: [...ROTATIONS].reverse() })).toThrow('rotations')
  })
})

describe('what the functions may do', () => {
  it('never deletes, updates, or takes a wildcard for an action', () => {
    const toutes = actions(droitsDe(service, ''))
    expect(toutes.length).toBeGreaterThan(20)
    for (const action of toutes) expect(action).not.toMatch(/Delete|Update|Batch|Transact|Lock|Retention|\*/)
    for (const droit of droitsDe(service, '')) expect(droit.Resource).not.toBe('*')
  })

  it('adds to the chain and reads it', () => {
    const surTable = actions(droitsDe(service, 'ApiRole')).filter((a) => a.startsWith('dynamodb:'))
    expect(surTable).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'])
  })

  it('signs with the key of its trade only', () => {
    const signatures = (prefixe: string) =>
      droitsDe(service, prefixe)
        .filter((d) => d.Action === 'kms:Sign')
        .map((d) => d.Condition!.StringEquals!['kms:SigningAlgorithm'])
    expect(signatures('ApiRole')).toEqual(['ECDSA_SHA_256', 'RSASSA_PKCS1_V1_5_SHA_256'])
    expect(signatures('TransmissionRole')).toEqual(['ECDSA_SHA_256'])
    expect(signatures('EnvoisRole')).toEqual(['ECDSA_SHA_256'])
  })

  it('sends from the worker alone, from one address, and outside production to one mailbox only', () => {
    const envoi = (prefixe: string) =>
      droitsDe(service, prefixe).filter((d) => actions([d]).includes('ses:SendEmail'))
    expect(envoi('ApiRole')).toEqual([])
    expect(envoi('EnvoisRole')).toEqual([])
    expect(envoi('TransmissionRole')).toHaveLength(1)
    expect(envoi('TransmissionRole')[0]!.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': exemple.expediteur },
      'ForAllValues:StringEquals': { 'ses:Recipients': [exemple.boite] },
    })
  })

  it('lets the sign-in and the objects of the coffre to the API', () => {
    expect(actions(droitsDe(service, 'EnvoisRole')).filter((a) => a.startsWith('s3:'))).toEqual([])
    expect(actions(droitsDe(service, 'TransmissionRole')).filter((a) => a.startsWith('s3:'))).toEqual([
      's3:GetObject',
      's3:ListBucket',
    ])
  })
})

describe('the table', () => {
  it('has the keys, the index and the expiry that functions/depot speaks of', () => {
    const attendue = descriptionTable('x')
    donnees.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: attendue.KeySchema,
      AttributeDefinitions: Match.arrayWith(attendue.AttributeDefinitions!),
      GlobalSecondaryIndexes: attendue.GlobalSecondaryIndexes,
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expire', Enabled: true },
    })
    const file = droitsDe(service, 'TransmissionRole').filter((d) => d.Action === 'dynamodb:Query')
    expect(JSON.stringify(file[0]!.Resource)).toContain(`/index/${INDEX_ATTENTE}`)
  })

  it('is encrypted with our key, can be restored to any second, and cannot be dropped', () => {
    donnees.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: {
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: { KMSMasterKeyId: Match.anyValue() },
          }),
        ],
      },
    })
  })
})

describe('the buckets', () => {
  it('are private, encrypted, kept, and speak TLS only', () => {
    for (const modele of [donnees, site]) {
      const seaux = ressources(modele, 'AWS::S3::Bucket')
      expect(seaux.length).toBe(2)
      for (const [id, seau] of seaux) {
        expect(seau.DeletionPolicy).toBe('Retain')
        expect(seau.Properties.PublicAccessBlockConfiguration).toEqual({
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        })
        expect(seau.Properties.BucketEncryption, id).toBeDefined()
        modele.hasResourceProperties('AWS::S3::BucketPolicy', {
          Bucket: { Ref: id },
          PolicyDocument: {
            Statement: Match.arrayWith([
              Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            ]),
          },
        })
      }
    }
  })

  it('keep every byte of a workbook: versions, lock, never written over, never erased', () => {
    donnees.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          Match.objectLike({ ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) }),
        ],
      },
    })
    donnees.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:PutObject',
            Principal: { AWS: '*' },
            Condition: {
              Null: { 's3:if-none-match': 'true' },
              Bool: { 's3:ObjectCreationOperation': 'true' },
            },
          }),
          Match.objectLike({
            Effect: 'Deny',
            Action: ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion'],
            Principal: { AWS: '*' },
          }),
        ]),
      },
    })
  })

  it('sweep the uploads that nobody made a version of, and nothing else', () => {
    const [, seau] = ressources(donnees, 'AWS::S3::Bucket').find(([, s]) => s.Properties.ObjectLockEnabled)!
    const { Rules } = seau.Properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] }
    expect(Rules.filter((r) => 'ExpirationInDays' in r).map((r) => r.Prefix)).toEqual([
      'dossiers/',
      'depots/',
    ])
  })

  it('let the site alone put and get from a browser, with the headers of a signed upload', () => {
    donnees.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          Match.objectLike({
            AllowedOrigins: ['https://cdppe.example'],
            AllowedMethods: ['PUT', 'GET'],
            AllowedHeaders: Match.arrayWith(['if-none-match', 'x-amz-*']),
          }),
        ],
      },
    })
  })
})

describe('the keys', () => {
  it('sign with ECC_NIST_P256 and RSA_2048, encrypt with a key that rotates, and outlive the stack', () => {
    const cles = ressources(donnees, 'AWS::KMS::Key')
    expect(
      cles.map(([, c]) => [c.Properties.KeySpec, c.Properties.KeyUsage, c.Properties.EnableKeyRotation]),
    ).toEqual([
      [undefined, undefined, true],
      ['ECC_NIST_P256', 'SIGN_VERIFY', undefined],
      ['RSA_2048', 'SIGN_VERIFY', undefined],
    ])
    for (const [, cle] of cles) expect(cle.DeletionPolicy).toBe('Retain')
  })
})

describe('mail', () => {
  it('comes back as Send events of our own configuration set, laid down when they cannot be treated', () => {
    service.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } })
    service.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint'],
      },
    })
    service.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Send', 'Delivery', 'DeliveryDelay', 'Bounce', 'Complaint'],
          mail: { tags: { 'ses:configuration-set': [{ Ref: Match.anyValue() }] } },
        },
      },
      Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
    })
    service.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'index.evenementEnvoi',
      DeadLetterConfig: Match.anyValue(),
    })
  })

  it('is looked at every minute', () => {
    service.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' })
  })
})

describe('site and API', () => {
  it('stand on one origin: files from a private bucket, /api to the gateway, neither cached nor stripped', () => {
    site.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['cdppe.example'],
        DefaultRootObject: 'index.html',
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
        CacheBehaviors: [
          Match.objectLike({
            PathPattern: '/api/*',
            ViewerProtocolPolicy: 'https-only',
            AllowedMethods: Match.arrayWith(['POST']),
            // CachingDisabled and AllViewerExceptHostHeader, by the identifiers that AWS publishes.
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
          }),
        ],
      },
    })
    site.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1)
  })

  it('send headers that let Office frame the pane, and nobody else', () => {
    const politiques = ressources(site, 'AWS::CloudFront::ResponseHeadersPolicy').map(
      ([, p]) =>
        (p.Properties.ResponseHeadersPolicyConfig as { SecurityHeadersConfig: Record<string, unknown> })
          .SecurityHeadersConfig,
    )
    expect(politiques).toHaveLength(2)
    for (const p of politiques)
      expect(p).toMatchObject({
        ContentTypeOptions: { Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000 },
      })
    const pages = JSON.stringify(politiques[0]!.ContentSecurityPolicy)
    expect(pages).toMatch(/frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/)
    expect(pages).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com;/)
    expect(pages).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|X-Frame/)
    expect(politiques[0]).not.toHaveProperty('FrameOptions')
    expect(JSON.stringify(politiques[1]!.ContentSecurityPolicy)).toContain("frame-ancestors 'none'")
  })

  it('log requests without their query, which holds the code of a sign-in', () => {
    const [, etage] = ressources(service, 'AWS::ApiGatewayV2::Stage')[0]!
    const { Format } = etage.Properties.AccessLogSettings as { Format: string }
    expect(JSON.parse(Format)).toMatchObject({ chemin: '$context.path', statut: '$context.status' })
    expect(Format).not.toMatch(/query|rawQuery|userAgent|sourceIp|authorizer/i)
    expect(etage.Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50 })
  })
})

describe('production', () => {
  it('sends to real recipients, by a word in its parameters and by nothing else', { timeout: 60_000 }, () => {
    const parametres = validerParametres({
      ...exemple,
      boite: undefined,
      nom: 'production',
      production: true,
    })
    const modele = Template.fromStack(assembler(parametres, 'production').piles.service)
    expect(lireConfigurationCommune(environnement(modele, 'TransmissionFonction')).boiteLocale).toBeNull()
    const envoi = droitsDe(modele, 'TransmissionRole').find((d) => actions([d]).includes('ses:SendEmail'))!
    expect(envoi.Condition).toEqual({ StringEquals: { 'ses:FromAddress': exemple.expediteur } })
  })
})

describe('the settings of an environment', () => {
  const departements = Array.from({ length: 101 }, (_, i) => ({
    code: String(i + 100),
    nom: `Département d’essai au nom aussi long que les Pyrénées-Atlantiques (${i})`,
    sirets: [String(10_000_000_000_000 + i), String(20_000_000_000_000 + i)],
    copies: { prefet: `prefecture-${i}@departement-${i}.example`, ars: `ars-${i}@region-${i}.example` },
  }))
  const entra = {
    emetteur: 'https://login.microsoftonline.com/0b9f0ea8-6a4d-4f5c-9d0e-5a1c9d3f2b10/v2.0',
    client: 'cdppe',
    secret: 'cdppe/essai/entra',
    locataire: '0b9f0ea8-6a4d-4f5c-9d0e-5a1c9d3f2b10',
    rattachements: [{ siret: '10000000000000' }],
  }
  const certificatSignature = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

  it('hold all 101, the certificate, the authority and Entra, in a layer that every function has', () => {
    const { piles } = assembler(
      validerParametres({ ...exemple, departements, entra, certificatSignature }),
      'grande',
    )
    const modele = Template.fromStack(piles.service)
    const texte = readFileSync(piles.service.reglages.fichier, 'utf8')
    expect(texte.length).toBeGreaterThan(4096)
    expect(texte).not.toContain(entra.secret)
    const variables = { ...environnement(modele, 'ApiFonction'), REGLAGES: piles.service.reglages.fichier }
    const lue = lireConfiguration(variables)
    expect(lue.departements).toHaveLength(101)
    expect(lue).toMatchObject({ certificatSignature, horodatage: exemple.horodatage })
    expect(lue.entra).toEqual({
      ...entra,
      secret: `{{resolve:secretsmanager:${entra.secret}:SecretString:::}}`,
    })
    for (const [, fonction] of ressources(modele, 'AWS::Lambda::Function')) {
      expect(fonction.Properties.Layers).toHaveLength(1)
      const { Variables } = fonction.Properties.Environment as { Variables: Record<string, string> }
      expect(Variables.REGLAGES).toBe('/opt/cdppe.json')
    }
  })

  it('are refused where the environment names Entra and not its secret, or a certificate that is none', () => {
    const variables = environnement(service, 'ApiFonction')
    const avec = { ...variables, ENTRA: JSON.stringify({ ...entra, secret: undefined }) }
    expect(() => lireConfiguration(avec)).toThrow('ENTRA_SECRET')
    expect(() => validerParametres({ ...exemple, certificatSignature: 'MIIB' })).toThrow(
      'certificatSignature',
    )
    expect(() => validerParametres({ ...exemple, administrateurs: [] })).toThrow('administrateurs')
    const tous = { ...entra, emetteur: 'https://login.microsoftonline.com/common/v2.0' }
    expect(() => validerParametres({ ...exemple, entra: tous })).toThrow('entra.emetteur')
  })
})

describe('cdk-nag', () => {
  it('stops the synthesis at what nobody has acknowledged', { timeout: 60_000 }, () => {
    const { app, piles } = assembler(validerParametres(exemple), 'fautif')
    new Bucket(piles.site, 'Ouvert')
    expect(() => app.synth()).toThrow(/AwsSolutions-S1'[\s\S]*AwsSolutions-S10'/)
  })

  it('is answered with a reason each time', () => {
    const { piles } = assembler(validerParametres(exemple), 'raisons')
    const raisons = Object.values(piles)
      .flatMap((pile) => pile.node.findAll())
      .flatMap((n) => n.node.metadata)
      .filter((m) => m.type === 'aws:cdk:acknowledged-rules')
      .flatMap((m) => Object.entries(m.data as Record<string, string>))
    expect(raisons.length).toBeGreaterThan(5)
    for (const [regle, raison] of raisons) {
      expect(regle).toMatch(/AwsSolutions-/)
      expect(raison.length, regle).toBeGreaterThan(40)
    }
  })
})
