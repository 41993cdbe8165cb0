import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stage } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'

const FICHIER = 'cdppe.json'

/**
 * What an environment says to its functions and their variables cannot hold (4 kB, all names and values together):
 * a file in a layer, under the names that the variables would bear. Nothing secret is in it.
 */
export class Reglages extends Construct {
  readonly couche: lambda.LayerVersion
  /** Where the functions find it. */
  readonly chemin = `/opt/${FICHIER}`
  /** Where it was written, for whoever wants to read it before the deployment. */
  readonly fichier: string

  constructor(scope: Construct, id: string, valeurs: Record<string, unknown>) {
    super(scope, id)
    const dossier = join(Stage.of(this)!.outdir, `reglages-${this.node.addr}`)
    mkdirSync(dossier, { recursive: true })
    this.fichier = join(dossier, FICHIER)
    writeFileSync(this.fichier, JSON.stringify(valeurs))
    this.couche = new lambda.LayerVersion(this, 'Couche', {
      description: 'CDPPE: settings of the environment',
      code: lambda.Code.fromAsset(dossier),
      compatibleRuntimes: [lambda.Runtime.NODEJS_24_X],
      compatibleArchitectures: [lambda.Architecture.ARM_64],
    })
  }
}
