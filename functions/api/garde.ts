import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { departementDuSiret } from './identite.ts'
import type { Agent, Env, Services } from './contexte.ts'
import { nonConnecte, Refus } from './erreurs.ts'

const texte = z.string().min(1)
const Revendications = z.object({
  sub: texte,
  prenom: texte,
  nom: texte,
  courriel: texte,
  siret: texte,
  departement: texte,
})

const CHEMIN = /^\/api\/v1\/departements\/([^/]+)\//

/**
 * Stands before everything under /api/v1: a good token of ours, then the département of the path, which must
 * be the agent's. Whatever is not plainly allowed is refused, before anything is read.
 */
export function garde({ jetons, configuration }: Services): MiddlewareHandler<Env> {
  return async (c, suite) => {
    const porteur = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(c.req.header('authorization') ?? '')
    const revendications = porteur && (await jetons.lire('acces', porteur[1]!))
    const lecture = Revendications.safeParse(revendications ?? undefined)
    if (!lecture.success) throw nonConnecte()
    const { departement: code, ...personne } = lecture.data
    // The token says which département; the configuration of now must still say the same.
    const departement = departementDuSiret(configuration.departements, personne.siret)
    if (departement?.code !== code) throw nonConnecte()
    if (CHEMIN.exec(c.req.path)?.[1] !== code)
      throw new Refus(
        403,
        'AUTRE_DEPARTEMENT',
        `Vous êtes connecté au titre du département ${departement.nom} (${code}) : vous n’avez accès qu’à ses versions.`,
      )
    const agent: Agent = { ...personne, departement: { code, nom: departement.nom } }
    c.set('agent', agent)
    await suite()
  }
}
