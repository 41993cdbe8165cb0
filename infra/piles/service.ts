import { CfnOutput, Duration, SecretValue, Stack, type StackProps } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import * as events from 'aws-cdk-lib/aws-events'
import * as targets from 'aws-cdk-lib/aws-events-targets'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import * as sqs from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Parametres } from '../parametres.ts'
import type { Paquets } from '../paquets.ts'
import { Courriel } from '../parties/courriel.ts'
import * as droits from '../parties/droits.ts'
import { Fonction } from '../parties/fonction.ts'
import { admettre } from '../parties/nag.ts'
import { Reglages } from '../parties/reglages.ts'

/** Longest life of a worker; the lease that it takes on a transmission must outlive it. */
const DELAI_TRANSMISSION = Duration.seconds(120)
const BAIL = Duration.seconds(180)

export interface ProprietesService extends StackProps {
  parametres: Parametres
  paquets: Paquets
  donnees: droits.Donnees
  /** Public origin of site and API. */
  origine: string
}

/** The API and the worker that sends, with the mail service. */
export class PileService extends Stack {
  readonly api: apigateway.HttpApi
  readonly reglages: Reglages

  constructor(scope: Construct, id: string, props: ProprietesService) {
    super(scope, id, props)
    const { parametres, paquets, donnees } = props
    const courriel = new Courriel(this, 'Courriel', {
      expediteur: parametres.expediteur,
      boite: parametres.boite ?? null,
    })
    const environnement = environnementCommun(props, courriel)
    const reglages = new Reglages(this, 'Reglages', valeursDe(parametres))
    this.reglages = reglages
    const api = new Fonction(this, 'Api', {
      description: 'CDPPE: HTTP API',
      paquet: paquets.api,
      // The gateway gives up after 30 seconds.
      delai: Duration.seconds(29),
      memoire: 1024,
      environnement: { ...environnement, ...environnementConnexion(props) },
      reglages,
    })
    droits.lireEtAjouterItems(api, donnees)
    droits.lireObjets(api, donnees, 'dossiers', 'depots', 'classeurs', 'pieces', 'rapports', 'referentiels')
    droits.ajouterObjets(
      api,
      donnees,
      'dossiers',
      'depots',
      'classeurs',
      'pieces',
      'rapports',
      'referentiels',
    )
    droits.signerVersions(api, donnees, parametres.anciennesCles)
    droits.signerSessions(api, donnees)

    const transmission = new Fonction(this, 'Transmission', {
      description: 'CDPPE: sends the transmissions that wait',
      paquet: paquets.transmission,
      delai: DELAI_TRANSMISSION,
      memoire: 1024,
      environnement,
      reglages,
      // The next minute does what this one could not.
      reprise: { essais: 0 },
    })
    droits.lireEtAjouterItems(transmission, donnees)
    droits.lireFile(transmission, donnees)
    droits.lireObjets(transmission, donnees, 'classeurs', 'pieces', 'referentiels')
    droits.signerVersions(transmission, donnees, parametres.anciennesCles)
    courriel.autoriserEnvoi(transmission)

    const rebut = this.creerRebut()
    const envois = new Fonction(this, 'Envois', {
      description: 'CDPPE: records what the mail service says it has sent',
      paquet: paquets.transmission,
      entree: 'evenementEnvoi',
      delai: Duration.seconds(30),
      memoire: 512,
      environnement,
      reglages,
      reprise: { essais: 2, rebut },
    })
    droits.lireEtAjouterItems(envois, donnees)
    droits.signerVersions(envois, donnees, parametres.anciennesCles)

    this.api = this.exposer(api)
    this.reveiller({ transmission, envois, courriel, rebut })
    new CfnOutput(this, 'AdresseApi', { value: this.api.apiEndpoint })
  }

  private exposer(fonction: Fonction): apigateway.HttpApi {
    const journal = new LogGroup(this, 'Acces', { retention: RetentionDays.ONE_YEAR })
    const api = new apigateway.HttpApi(this, 'Http', { createDefaultStage: false, description: 'CDPPE' })
    api.addRoutes({ path: '/api/{proxy+}', integration: new HttpLambdaIntegration('Appel', fonction.lambda) })
    api.addStage('Defaut', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(journal),
        // Neither query nor agent: the return of the sign-in carries a code in its query.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requete: '$context.requestId',
            instant: '$context.requestTime',
            methode: '$context.httpMethod',
            chemin: '$context.path',
            statut: '$context.status',
            dureeMs: '$context.responseLatency',
            erreur: '$context.integrationErrorMessage',
          }),
        ),
      },
    })
    admettre(
      api,
      'AwsSolutions-APIG4',
      'The API authenticates by itself and denies by default: sign-in, session and public routes cannot stand behind an authorizer, and the issuer of its tokens is this very API.',
    )
    return api
  }

  /** Where an event is laid down that could not be treated: a lost Send event leaves a transmission uncertain. */
  private creerRebut(): sqs.Queue {
    const rebut = new sqs.Queue(this, 'Rebut', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    admettre(rebut, 'AwsSolutions-SQS3', 'This queue is itself the dead-letter queue of the events.')
    return rebut
  }

  private reveiller(parties: {
    transmission: Fonction
    envois: Fonction
    courriel: Courriel
    rebut: sqs.IQueue
  }): void {
    const { transmission, envois, courriel, rebut } = parties
    new events.Rule(this, 'Minute', {
      description: 'CDPPE: looks at the transmissions that wait',
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [new targets.LambdaFunction(transmission.lambda, { retryAttempts: 0 })],
    })
    new events.Rule(this, 'Envoi', {
      description: 'CDPPE: messages that the mail service has sent',
      eventPattern: courriel.motifEnvois(),
      targets: [new targets.LambdaFunction(envois.lambda, { deadLetterQueue: rebut })],
    })
  }
}

/** What the settings hold, under the names of the variables that they stand for. */
function valeursDe({ departements, administrateurs, ...p }: Parametres): Record<string, unknown> {
  return {
    DEPARTEMENTS: departements,
    AGENTS: administrateurs.map((qui) => ({ qui, roles: ['administrateur'] })),
    ...(p.certificatSignature === undefined ? {} : { CERTIFICAT_SIGNATURE: p.certificatSignature }),
    ...(p.horodatage === undefined ? {} : { HORODATAGE: p.horodatage }),
    ...(p.entra ? { ENTRA: { ...p.entra, secret: undefined } } : {}),
  }
}

function environnementCommun(props: ProprietesService, courriel: Courriel): Record<string, string> {
  const { parametres, donnees } = props
  return {
    TABLE: donnees.table.tableName,
    SEAU: donnees.classeurs.bucketName,
    CLE_SIGNATURE: [
      donnees.cles.signature.keyArn,
      ...donnees.cles.retirees.map(({ cle, le }) => `${cle.keyArn}@${le}`),
      ...parametres.anciennesCles,
    ].join(','),
    ORIGINE: props.origine,
    EXPEDITEUR: parametres.expediteur,
    BAIL_SECONDES: String(BAIL.toSeconds()),
    JEU_CONFIGURATION: courriel.jeu.configurationSetName,
    ...(parametres.production ? { PRODUCTION: 'oui' } : { BOITE_LOCALE: parametres.boite! }),
  }
}

function environnementConnexion({ parametres, donnees }: ProprietesService): Record<string, string> {
  return {
    CLE_SESSION: donnees.cles.session.keyArn,
    OIDC_EMETTEUR: parametres.oidc.emetteur,
    OIDC_CLIENT: parametres.oidc.client,
    // Resolved by CloudFormation at deployment; the template holds the reference only.
    OIDC_SECRET: SecretValue.secretsManager(parametres.oidc.secret).unsafeUnwrap(),
    ...(parametres.entra
      ? { ENTRA_SECRET: SecretValue.secretsManager(parametres.entra.secret).unsafeUnwrap() }
      : {}),
  }
}
