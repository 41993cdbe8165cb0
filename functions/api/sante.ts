import { createRoute, z } from '@hono/zod-openapi'
import { nouvelleApp } from './contexte.ts'
import { reponse } from './schemas.ts'

/** Says that the API answers; it calls nothing. */
export function routesSante() {
  const app = nouvelleApp()
  const sante = createRoute({
    method: 'get',
    path: '/api/sante',
    summary: 'Le service répond',
    responses: { 200: reponse('Le service répond', z.object({ etat: z.literal('ok') })) },
  })
  app.openapi(sante, (c) => c.json({ etat: 'ok' as const }, 200))
  return app
}
