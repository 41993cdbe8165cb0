/** Whether DynamoDB refused a write because its condition did not hold. */
export function estConflit(erreur: unknown): boolean {
  return erreur instanceof Error && erreur.name === 'ConditionalCheckFailedException'
}
