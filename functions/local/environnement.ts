import path from 'node:path'

import { DEPARTEMENTS, ROLES_DE_DEMONSTRATION } from './agents.ts'
import { BAIL_SECONDES, NOMS, type Ports } from './configuration.ts'
import { persistedSecret } from './fichiers.ts'
import { originOf } from './http.ts'
import type { Cles } from './ressources.ts'
import type { AwsKeys } from './signature-aws.ts'

/** The access key of the embedded servers, made at random and kept in the folder. */
export async function localAwsKeys(folder: string): Promise<AwsKeys> {
  return {
    accessKeyId: `LOCAL${await persistedSecret(path.join(folder, 'cle-acces'), 12)}`,
    secretAccessKey: await persistedSecret(path.join(folder, 'cle-secrete')),
  }
}

/** What the functions read, as the CDK stacks would give it to them on AWS. */
export function functionEnvironment(
  ports: Ports,
  keys: AwsKeys,
  cles: Cles,
  emetteur: string,
  secret: string,
  certificat: string,
): Record<string, string> {
  return {
    AWS_REGION: NOMS.region,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: originOf(ports.dynamodb),
    AWS_ENDPOINT_URL_S3: originOf(ports.s3),
    AWS_ENDPOINT_URL_KMS: originOf(ports.kms),
    AWS_ENDPOINT_URL_SESV2: originOf(ports.ses),
    TABLE: NOMS.table,
    SEAU: NOMS.seau,
    S3_CHEMIN: 'oui',
    CLE_SIGNATURE: cles.signature,
    CERTIFICAT_SIGNATURE: certificat,
    HORODATAGE: originOf(ports.horodatage),
    CLE_SESSION: cles.session,
    OIDC_EMETTEUR: emetteur,
    OIDC_CLIENT: NOMS.clientOidc,
    OIDC_SECRET: secret,
    ORIGINE: originOf(ports.front),
    EXPEDITEUR: NOMS.expediteur,
    DEPARTEMENTS: JSON.stringify(DEPARTEMENTS),
    AGENTS: JSON.stringify(ROLES_DE_DEMONSTRATION),
    BOITE_LOCALE: NOMS.boite,
    BAIL_SECONDES: String(BAIL_SECONDES),
  }
}

/** Puts the variables in place, and takes away those of the person's own AWS account and of production. */
export function applyEnvironment(values: Record<string, string>, folder: string): void {
  for (const name of [
    'PRODUCTION',
    'AWS_PROFILE',
    'AWS_SESSION_TOKEN',
    'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  ]) {
    delete process.env[name]
  }
  const nowhere = path.join(folder, 'aucune-configuration-aws')
  Object.assign(process.env, values, { AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere })
}
