import { createRoute } from '@hono/zod-openapi'
import type { ReferentielPublie } from '../depot/referentiels.ts'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { Refus } from './erreurs.ts'
import { publierReferentiel } from './publier-referentiel.ts'
import { corps, Erreur, reponse, REFUS_COMMUNS } from './schemas.ts'
import {
  CheminReferentiel,
  DocumentReferentiel,
  ListeReferentiels,
  ReferentielComplet,
} from './schemas-referentiels.ts'

export const CHEMIN_REFERENTIELS = '/api/v1/referentiels'
const security = [{ jeton: [] }]

/** The référentiels that an administrator publishes: read by every agent, never changed. */
export function routesReferentiels(services: Services) {
  const { referentiels } = services.bureau.depot
  const app = nouvelleApp()

  const lister = createRoute({
    method: 'get',
    path: CHEMIN_REFERENTIELS,
    summary: 'Lister les référentiels publiés, du premier au dernier',
    security,
    responses: { 200: reponse('Référentiels publiés', ListeReferentiels), ...REFUS_COMMUNS },
  })
  app.openapi(lister, async (c) =>
    c.json({ referentiels: (await referentiels.lister()).map(vueResume) }, 200),
  )

  const lire = createRoute({
    method: 'get',
    path: `${CHEMIN_REFERENTIELS}/{numero}`,
    summary: 'Lire un référentiel publié et sa déclaration signée',
    security,
    request: { params: CheminReferentiel },
    responses: {
      200: reponse('Référentiel', ReferentielComplet),
      404: reponse('Référentiel introuvable', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(lire, async (c) => {
    const { numero } = c.req.valid('param')
    const publie = (await referentiels.lister()).find((p) => p.declaration.numero === numero)
    if (!publie)
      throw new Refus(
        404,
        'REFERENTIEL_INTROUVABLE',
        `Aucun référentiel n’a été publié sous le numéro ${numero}.`,
      )
    return c.json(vueComplete(publie), 200)
  })

  const publier = createRoute({
    method: 'post',
    path: CHEMIN_REFERENTIELS,
    summary: 'Publier un référentiel',
    description:
      'Le corps est le référentiel, dans le format du schéma publié avec le complément. Il est vérifié, signé et ne change plus.',
    security,
    request: { body: corps(DocumentReferentiel) },
    responses: {
      200: reponse('Ce référentiel était déjà publié', ReferentielComplet),
      201: reponse('Référentiel publié', ReferentielComplet),
      409: reponse('Une autre publication au même moment', Erreur),
      422: reponse('Référentiel à compléter : « erreurs » en donne la liste', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(publier, async (c) => {
    const { publie, nouveau } = await publierReferentiel(services, await c.req.text(), c.get('agent'))
    return c.json(vueComplete(publie), nouveau ? 201 : 200)
  })
  return app
}

function vueResume({ declaration: d, referentiel }: ReferentielPublie) {
  return {
    numero: d.numero,
    referentiel: d.referentiel,
    titre: referentiel.titre,
    version: d.version,
    exercices: d.exercices,
    empreinteReferentiel: d.empreinteReferentiel,
    auteur: { prenom: d.auteur.prenom, nom: d.auteur.nom },
    le: d.le,
  }
}

function vueComplete(publie: ReferentielPublie) {
  return {
    ...vueResume(publie),
    declaration: publie.declaration,
    jws: publie.jws,
    contenu: { ...publie.referentiel } as Record<string, unknown>,
  }
}
