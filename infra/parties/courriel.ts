import { CfnOutput, Stack } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import * as ses from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Fonction } from './fonction.ts'

export interface ProprietesCourriel {
  expediteur: string
  /** The only address that may be written to, null where real recipients may. */
  boite: string | null
}

/** The sending address, and the way back of what the mail service says it has sent. */
export class Courriel extends Construct {
  readonly jeu: ses.ConfigurationSet
  private readonly domaine: string
  private readonly props: ProprietesCourriel

  constructor(scope: Construct, id: string, props: ProprietesCourriel) {
    super(scope, id)
    this.props = props
    this.domaine = props.expediteur.split('@')[1]!
    this.jeu = new ses.ConfigurationSet(this, 'Jeu', {
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    })
    const identite = new ses.EmailIdentity(this, 'Identite', {
      identity: ses.Identity.domain(this.domaine),
      configurationSet: this.jeu,
    })
    identite.dkimRecords.forEach(
      ({ name, value }, i) => new CfnOutput(this, `Dkim${i + 1}`, { value: `${name} CNAME ${value}` }),
    )
    this.jeu.addEventDestination('Evenements', {
      // SES publishes to the default bus only.
      destination: ses.EventDestination.eventBus(events.EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [
        ses.EmailSendingEvent.SEND,
        ses.EmailSendingEvent.DELIVERY,
        ses.EmailSendingEvent.DELIVERY_DELAY,
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
      ],
    })
  }

  /** What the mail service says of our messages, as EventBridge gives it. */
  motifEnvois(): events.EventPattern {
    return {
      source: ['aws.ses'],
      detail: {
        eventType: ['Send', 'Delivery', 'DeliveryDelay', 'Bounce', 'Complaint'],
        mail: { tags: { 'ses:configuration-set': [this.jeu.configurationSetName] } },
      },
    }
  }

  /**
   * Lets a function send, from our address only. Outside production AWS itself refuses any other recipient than
   * the environment's mailbox: a wrong variable is then not enough to write to the State.
   */
  autoriserEnvoi(fonction: Fonction): void {
    const { expediteur, boite } = this.props
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName })
    fonction.autoriser(
      ['ses:SendEmail', 'ses:SendRawEmail'],
      [arn('identity', this.domaine), arn('configuration-set', this.jeu.configurationSetName)],
      {
        StringEquals: { 'ses:FromAddress': expediteur },
        ...(boite === null ? {} : { 'ForAllValues:StringEquals': { 'ses:Recipients': [boite] } }),
      },
    )
  }
}
