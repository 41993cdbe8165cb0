import { Stack, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Acknowledges a finding of cdk-nag, here and below, with the reason why it stands. */
export function admettre(endroit: IConstruct, regle: string, raison: string): void {
  Validations.of(endroit).acknowledge({ id: regle, reason: raison })
}

/** Acknowledges the same way a policy on all the objects of a folder, whose ARN another stack exports. */
export function admettreDossier(
  endroit: IConstruct,
  arnExporte: string,
  dossier: string,
  raison: string,
): void {
  const { 'Fn::ImportValue': nom } = Stack.of(endroit).resolve(arnExporte) as { 'Fn::ImportValue': string }
  admettre(endroit, `AwsSolutions-IAM5[Resource::${nom}/${dossier}/*]`, raison)
}
