import { createRoute } from '@hono/zod-openapi'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { lierCle } from './idempotence.ts'
import {
  Chemin,
  corps,
  DemandeDepot,
  Depot,
  EntetesIdempotence,
  Erreur,
  reponse,
  REFUS_COMMUNS,
} from './schemas.ts'

/** Where the browser puts a workbook's bytes, straight into the bucket. */
export function routesDepots(services: Services) {
  const { bureau } = services
  const app = nouvelleApp()
  const ouvrir = createRoute({
    method: 'post',
    path: '/api/v1/departements/{dep}/exercices/{exercice}/depots',
    summary: 'Préparer le dépôt d’un classeur',
    security: [{ jeton: [] }],
    request: { params: Chemin, headers: EntetesIdempotence, body: corps(DemandeDepot) },
    responses: {
      201: reponse('Adresse de dépôt', Depot),
      422: reponse('Clé d’une autre demande', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(ouvrir, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const demande = c.req.valid('json')
    const { taille, empreinte } = demande
    // The key names the upload: asked again, the same request is given the same place.
    const depot = c.req.valid('header')['idempotency-key']
    const chaine = { departement: dep, exercice }
    await lierCle(services, chaine, c.get('agent'), depot, { route: 'depot', ...demande }, 'le dépôt')
    const { url, entetes } = await bureau.depot.coffre.urlDepot({
      departement: dep,
      exercice,
      empreinte,
      taille,
      depot,
    })
    return c.json({ depot, url, methode: 'PUT' as const, entetes }, 201)
  })
  return app
}
