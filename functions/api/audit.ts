import type { MiddlewareHandler } from 'hono'
import type { Agent, Env, Services } from './contexte.ts'
import { noterLecture } from './journal-chaine.ts'

/** What the routes of versions do not tell by themselves. */
const LECTURE =
  /^\/api\/v1\/departements\/([^/]+)\/exercices\/(\d{4})\/(?:versions\/(\d+)\/(saisie|transmissions)|(envois|journal))/

const ecrit = ({ roles }: Agent): boolean => roles.some((role) => role === 'redacteur' || role === 'valideur')

/**
 * Who read what: whatever else a reader of the State or of the ARS was shown of a chain is in its journal. A
 * département's own agents, whose pane asks again all day, are told by the versions that they open.
 */
export function audit(services: Services): MiddlewareHandler<Env> {
  return async (c, suite) => {
    await suite()
    const [, departement, exercice, numero, deVersion, deChaine] = LECTURE.exec(c.req.path) ?? []
    const agent = c.get('agent')
    if (c.req.method !== 'GET' || c.res.status >= 300 || departement === undefined || ecrit(agent)) return
    const chaine = { departement, exercice: Number(exercice) }
    const quoi = deVersion ?? deChaine ?? ''
    await noterLecture(services, chaine, 'vue', agent, {
      quoi,
      ...(numero === undefined ? {} : { version: Number(numero) }),
    })
  }
}
