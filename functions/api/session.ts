import { createRoute, z } from '@hono/zod-openapi'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { nonConnecte, Refus } from './erreurs.ts'
import { SORTES } from './jetons.ts'
import { Erreur, Jeton, reponse } from './schemas.ts'
import { effacerTemoin, lireTemoin } from './temoins.ts'

const Session = z.object({
  sub: z.string(),
  prenom: z.string(),
  nom: z.string(),
  courriel: z.string(),
  siret: z.string(),
})

/** Refuses a call that another site makes a browser send. */
function exigerMemeOrigine(provenance: string | undefined): void {
  if (provenance !== undefined && provenance !== 'same-origin')
    throw new Refus(403, 'ORIGINE_REFUSEE', 'Cette demande vient d’un autre site : elle est refusée.')
}

/** From the session cookie to the short token of the pane, and the end of the session. */
export function routesSession({ configuration, jetons, habilitations }: Services) {
  const app = nouvelleApp()

  const jeton = createRoute({
    method: 'post',
    path: '/api/session/jeton',
    summary: 'Obtenir un jeton d’accès de 15 minutes',
    responses: {
      200: reponse('Jeton', Jeton),
      401: reponse('Non connecté', Erreur),
      403: reponse('Demande d’un autre site', Erreur),
    },
  })
  app.openapi(jeton, async (c) => {
    exigerMemeOrigine(c.req.header('sec-fetch-site'))
    const temoin = lireTemoin(c, 'session')
    const session = Session.safeParse(temoin ? await jetons.lire('session', temoin) : undefined)
    if (!session.success) throw nonConnecte()
    const habilitation = await habilitations.de(session.data)
    if (!habilitation) throw nonConnecte()
    const roles = [...habilitation.roles]
    const departements = [...habilitation.departements]
    return c.json(
      {
        jeton: await jetons.emettre('acces', {
          ...session.data,
          roles,
          departements: departements.map(({ code }) => code),
        }),
        expireDans: SORTES.acces.dureeS,
        agent: { ...session.data, departement: departements[0]!, departements, roles },
      },
      200,
    )
  })

  const fin = createRoute({
    method: 'post',
    path: '/api/session/fin',
    summary: 'Se déconnecter',
    responses: { 204: { description: 'Déconnecté' }, 403: reponse('Demande d’un autre site', Erreur) },
  })
  app.openapi(fin, (c) => {
    exigerMemeOrigine(c.req.header('sec-fetch-site'))
    effacerTemoin(c, 'session', configuration.origine)
    return c.body(null, 204)
  })
  return app
}
