import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { ChaineVersions } from '../../functions/depot/chaine-versions.ts'
import { cleVersion } from '../../functions/depot/table.ts'
import type { Transmissions } from '../../functions/depot/transmissions.ts'

/**
 * Guarantees broken on purpose: a campaign that still finds nothing would prove nothing.
 *   perte       a version in ten is acknowledged and not written
 *   ecrasement  versions are written without a condition: the last writer wins
 *   renvoi      a doubtful sending is put back in the queue: the blind resend
 *   silence     a doubtful sending is said to have failed
 */
export const SABOTAGES = ['perte', 'ecrasement', 'renvoi', 'silence'] as const
export type Sabotage = (typeof SABOTAGES)[number]

export function saboterVersions(
  sabotage: Sabotage | undefined,
  versions: ChaineVersions,
  { dynamo, table }: { dynamo: DynamoDBDocumentClient; table: string },
  hasard: () => number,
): ChaineVersions {
  if (sabotage === 'perte')
    return {
      ...versions,
      ajouter: (version) => (hasard() < 0.1 ? Promise.resolve(true) : versions.ajouter(version)),
    }
  if (sabotage !== 'ecrasement') return versions
  return {
    ...versions,
    async ajouter(version) {
      const { departement, exercice, numero } = version.declaration
      const Item = { ...cleVersion(departement, exercice, numero), version }
      await dynamo.send(new PutCommand({ TableName: table, Item }))
      return true
    },
  }
}

export function saboterTransmissions(
  sabotage: Sabotage | undefined,
  transmissions: Transmissions,
): Transmissions {
  const a = sabotage === 'renvoi' ? 'preparee' : sabotage === 'silence' ? 'echouee' : null
  if (a === null) return transmissions
  return {
    ...transmissions,
    modifier: (cible, decider) =>
      transmissions.modifier(cible, (t) => {
        const changement = decider(t)
        return changement?.statut === 'incertaine' ? { ...changement, statut: a } : changement
      }),
  }
}
