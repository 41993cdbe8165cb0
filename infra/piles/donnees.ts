import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Classeurs } from '../parties/classeurs.ts'
import { Cles } from '../parties/cles.ts'
import { Table } from '../parties/table.ts'

/** What must outlive every deployment: keys, table, workbooks. */
export class PileDonnees extends Stack {
  readonly cles: Cles
  readonly table: Table['table']
  readonly classeurs: Classeurs['seau']
  /** The ARN of `classeurs` as other stacks import it. */
  readonly arnClasseurs: string

  constructor(scope: Construct, id: string, props: StackProps & { origine: string; rotations: string[] }) {
    super(scope, id, { ...props, terminationProtection: true })
    this.cles = new Cles(this, 'Cles', props.rotations)
    this.table = new Table(this, 'Donnees', this.cles.donnees).table
    this.classeurs = new Classeurs(this, 'Classeurs', { cle: this.cles.donnees, origine: props.origine }).seau
    this.arnClasseurs = this.exportValue(this.classeurs.bucketArn)
    new CfnOutput(this, 'CleSignature', { value: this.cles.signature.keyArn })
  }
}
