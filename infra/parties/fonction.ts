import { RemovalPolicy, Token, type Duration } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Reglages } from './reglages.ts'

/** Lambda refuses an environment larger than this, in bytes of names and values. */
const ENVIRONNEMENT_MAX = 4096

export interface ProprietesFonction {
  description: string
  /** Folder of the bundle, whose entry is index.mjs. */
  paquet: string
  /** The function of the bundle that is called. */
  entree?: string
  delai: Duration
  /** MB. */
  memoire: number
  environnement: Record<string, string>
  /** The settings that do not fit into the environment. */
  reglages: Reglages
  /** For a function that events call: how often one is tried again, and where it is laid down after that. */
  reprise?: { essais: 0 | 1 | 2; rebut?: IQueue }
}

/** In bytes; a value that only the deployment knows (an ARN, a name) counts as a long one. */
function tailleEnvironnement(environnement: Record<string, string>): number {
  return Object.entries(environnement).reduce(
    (somme, [nom, valeur]) =>
      somme + nom.length + (Token.isUnresolved(valeur) ? 150 : Buffer.byteLength(valeur)),
    0,
  )
}

/** A Lambda with a role and a log group of its own: it may write there, and nothing else until it is granted. */
export class Fonction extends Construct {
  readonly lambda: lambda.Function
  readonly role: iam.Role

  constructor(scope: Construct, id: string, props: ProprietesFonction) {
    super(scope, id)
    const environnement = { ...props.environnement, REGLAGES: props.reglages.chemin }
    const taille = tailleEnvironnement(environnement)
    if (taille > ENVIRONNEMENT_MAX)
      throw new Error(
        `The environment of ${id} takes ${taille} bytes, Lambda refuses more than ${ENVIRONNEMENT_MAX}: put what grows into the settings (parties/reglages.ts).`,
      )
    const journal = new LogGroup(this, 'Journal', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') })
    journal.grantWrite(this.role)
    this.lambda = new lambda.Function(this, 'Fonction', {
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(props.paquet),
      handler: `index.${props.entree ?? 'handler'}`,
      role: this.role,
      logGroup: journal,
      loggingFormat: lambda.LoggingFormat.JSON,
      timeout: props.delai,
      memorySize: props.memoire,
      retryAttempts: props.reprise?.essais,
      deadLetterQueue: props.reprise?.rebut,
      layers: [props.reglages.couche],
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environnement },
    })
  }

  /** Allows actions on resources, both named one by one. */
  autoriser(actions: string[], resources: string[], conditions?: Record<string, unknown>): void {
    this.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions, resources, conditions }))
  }
}
