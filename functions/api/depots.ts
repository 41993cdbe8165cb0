import { createRoute } from '@hono/zod-openapi'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { Chemin, corps, DemandeDepot, Depot, reponse, REFUS_COMMUNS } from './schemas.ts'

/** Where the browser puts a workbook's bytes, straight into the bucket. */
export function routesDepots({ bureau }: Services) {
  const app = nouvelleApp()
  const ouvrir = createRoute({
    method: 'post',
    path: '/api/v1/departements/{dep}/exercices/{exercice}/depots',
    summary: 'Préparer le dépôt d’un classeur',
    security: [{ jeton: [] }],
    request: { params: Chemin, body: corps(DemandeDepot) },
    responses: { 201: reponse('Adresse de dépôt', Depot), ...REFUS_COMMUNS },
  })
  app.openapi(ouvrir, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const { taille, empreinte } = c.req.valid('json')
    const depot = bureau.aleatoire()
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
