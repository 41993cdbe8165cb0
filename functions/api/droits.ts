/**
 * Who may do what: one row a route, the roles that may take it. A route of a département is open on the agent's
 * own départements only, whatever the role; a route that is not in the table is open to nobody.
 */

export const ROLES = ['redacteur', 'valideur', 'lecteur', 'administrateur'] as const

/**
 * rédacteur: prepares and saves versions. Valideur: that, and sends. Lecteur: reads, in the départements that
 * were given (State, ARS). Administrateur: the service's own data, no département's.
 */
export type Role = (typeof ROLES)[number]

const ECRIRE: readonly Role[] = ['redacteur', 'valideur']
const LIRE: readonly Role[] = ['redacteur', 'valideur', 'lecteur']
const ENVOYER: readonly Role[] = ['valideur']

const EXERCICE = '/api/v1/departements/{dep}/exercices/{exercice}'
const VERSION = `${EXERCICE}/versions/{numero}`

/** « METHOD /path » of the published document → the roles. */
export const DROITS: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/v1/referentiels': ROLES,
  'POST /api/v1/referentiels': ['administrateur'],
  'GET /api/v1/referentiels/{numero}': ROLES,
  'GET /api/v1/agents': ['administrateur'],
  'POST /api/v1/agents': ['administrateur'],
  'GET /api/v1/formulaires/{exercice}': ROLES,
  'POST /api/v1/formulaires/{exercice}': ['administrateur'],
  [`POST ${EXERCICE}/depots`]: ECRIRE,
  [`GET ${EXERCICE}/versions`]: LIRE,
  [`POST ${EXERCICE}/versions`]: ECRIRE,
  [`GET ${VERSION}`]: LIRE,
  [`GET ${VERSION}/classeur`]: LIRE,
  [`GET ${VERSION}/preuve`]: LIRE,
  [`GET ${VERSION}/dossier`]: LIRE,
  'GET /api/v1/departements/{dep}/export': LIRE,
  [`GET ${EXERCICE}/export`]: LIRE,
  [`GET ${EXERCICE}/journal`]: LIRE,
  [`GET ${EXERCICE}/envois`]: LIRE,
  [`GET ${VERSION}/saisie`]: LIRE,
  [`POST ${VERSION}/saisie`]: ECRIRE,
  [`GET ${VERSION}/transmissions/{envoi}`]: LIRE,
  [`POST ${VERSION}/transmissions/{envoi}`]: ENVOYER,
  [`POST ${VERSION}/transmissions/{envoi}/issue`]: ENVOYER,
}

interface Ligne {
  methode: string
  motif: RegExp
  roles: readonly Role[]
}

const LIGNES: readonly Ligne[] = Object.entries(DROITS).map(([route, roles]) => {
  const [methode = '', chemin = ''] = route.split(' ')
  return { methode, motif: new RegExp(`^${chemin.replaceAll(/\{\w+\}/g, '[^/]+')}$`), roles }
})

const DEPARTEMENT = /^\/api\/v1\/departements\/([^/]+)\//

/** What the table says of a request: allowed, or why not. */
export type Verdict = 'permis' | 'autre-departement' | 'role' | 'inconnue'

/**
 * Judges a request before anything is read. `chemin` is the path as it was received, not decoded: another
 * spelling of a département is another département.
 */
export function juger(
  methode: string,
  chemin: string,
  agent: { roles: readonly Role[]; departements: readonly { code: string }[] },
): Verdict {
  const code = DEPARTEMENT.exec(chemin)?.[1]
  if (code !== undefined && !agent.departements.some((d) => d.code === code)) return 'autre-departement'
  // A HEAD request is answered by the GET of the same path.
  const verbe = methode === 'HEAD' ? 'GET' : methode
  const ligne = LIGNES.find((l) => l.methode === verbe && l.motif.test(chemin))
  // Outside of the départements an unknown address says nothing of what exists.
  if (!ligne) return code === undefined ? 'autre-departement' : 'inconnue'
  return ligne.roles.some((role) => agent.roles.includes(role)) ? 'permis' : 'role'
}
