import { createRoute } from '@hono/zod-openapi'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { JeuDeCles, reponse } from './schemas.ts'

/** The public halves of the keys that sign versions, for whoever verifies one. */
export function routesCles({ bureau }: Services) {
  const app = nouvelleApp()
  const cles = createRoute({
    method: 'get',
    path: '/api/cles',
    summary: 'Clés publiques de signature (JWKS)',
    responses: { 200: reponse('Clés', JeuDeCles) },
  })
  app.openapi(cles, async (c) => {
    c.header('cache-control', 'public, max-age=300')
    return c.json({ keys: await bureau.depot.signataire.clesPubliques() }, 200)
  })
  return app
}
