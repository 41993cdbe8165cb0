import type { Agent } from '../api-types.ts'

/** What the pane offers to somebody: the service judges again, by its own table. */

const a = (agent: Agent | null, ...roles: Agent['roles'][number][]): boolean =>
  agent !== null && roles.some((role) => agent.roles.includes(role))

export const peutEnregistrer = (agent: Agent | null): boolean => a(agent, 'redacteur', 'valideur')

export const peutLire = (agent: Agent | null): boolean => a(agent, 'redacteur', 'valideur', 'lecteur')
