import { createRoute } from '@hono/zod-openapi'
import { nomDossier, zipper } from '../../shared/version/dossier.ts'
import { empreinte } from '../../shared/version/canonique.ts'
import { composerDossier } from './composer-dossier.ts'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { Adresse, Chemin, CheminVersion, Erreur, JournalChaine, reponse, REFUS_COMMUNS } from './schemas.ts'
import { Refus } from './erreurs.ts'
import { composerExport, exercicesTenus } from './export.ts'
import { lireJournal } from './journal-chaine.ts'
import { exigerVersion } from './versions.ts'

const EXERCICE = '/api/v1/departements/{dep}/exercices/{exercice}'
const security = [{ jeton: [] }]
/** How many events an answer holds, the newest. */
const EVENEMENTS_MAX = 500
/** Whole versions to take away, and the journal of what happened to them. */
export function routesDossiers(services: Services) {
  const { coffre, evenements } = services.bureau.depot
  const app = nouvelleApp()

  const dossier = createRoute({
    method: 'get',
    path: `${EXERCICE}/versions/{numero}/dossier`,
    summary: 'Obtenir l’adresse du dossier complet d’une version (5 minutes)',
    security,
    request: { params: CheminVersion },
    responses: {
      200: reponse('Adresse', Adresse),
      404: reponse('Version introuvable', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(dossier, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const version = await exigerVersion(services, chaine, numero)
    const octets = zipper(await composerDossier(services, chaine, version), version.declaration.le)
    const somme = await empreinte(octets, crypto.subtle)
    await coffre.garderDossier(chaine, somme, octets)
    await evenements.noter(chaine, 'telechargee', c.get('agent'), { version: numero, quoi: 'dossier' })
    return c.json({ url: await coffre.urlDossier(chaine, somme, nomDossier(version.declaration)) }, 200)
  })

  const exporter = createRoute({
    method: 'get',
    path: `${EXERCICE}/export`,
    summary: 'Obtenir l’adresse de toutes les versions d’un exercice en une archive (5 minutes)',
    security,
    request: { params: Chemin },
    responses: {
      200: reponse('Adresse', Adresse),
      422: reponse('Archive trop lourde', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(exporter, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const { octets, versions } = await composerExport(services, [chaine], () => '')
    const somme = await empreinte(octets, crypto.subtle)
    await coffre.garderDossier(chaine, somme, octets)
    await evenements.noter(chaine, 'exportee', c.get('agent'), { versions })
    const nom = `CDPPE_${dep}_${exercice}_toutes-les-versions.zip`
    return c.json({ url: await coffre.urlDossier(chaine, somme, nom) }, 200)
  })

  const departement = createRoute({
    method: 'get',
    path: '/api/v1/departements/{dep}/export',
    summary: 'Obtenir l’adresse de toutes les données d’un département en une archive (5 minutes)',
    security,
    request: { params: Chemin.pick({ dep: true }) },
    responses: {
      200: reponse('Adresse', Adresse),
      404: reponse('Aucune version', Erreur),
      422: reponse('Archive trop lourde', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(departement, async (c) => {
    const { dep } = c.req.valid('param')
    const chaines = (await exercicesTenus(services, dep)).map((exercice) => ({ departement: dep, exercice }))
    const [derniere] = chaines.slice(-1)
    if (!derniere)
      throw new Refus(404, 'VERSION_INTROUVABLE', 'Ce département n’a encore enregistré aucune version.')
    const { octets } = await composerExport(services, chaines, ({ exercice }) => `exercice-${exercice}/`)
    const somme = await empreinte(octets, crypto.subtle)
    await coffre.garderDossier(derniere, somme, octets)
    const agent = c.get('agent')
    for (const chaine of chaines)
      await evenements.noter(chaine, 'exportee', agent, { exercices: chaines.length })
    return c.json(
      { url: await coffre.urlDossier(derniere, somme, `CDPPE_${dep}_toutes-les-donnees.zip`) },
      200,
    )
  })

  const journal = createRoute({
    method: 'get',
    path: `${EXERCICE}/journal`,
    summary: 'Lire le journal d’un exercice, le plus récent d’abord',
    security,
    request: { params: Chemin },
    responses: { 200: reponse('Journal', JournalChaine), ...REFUS_COMMUNS },
  })
  app.openapi(journal, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const lus = await lireJournal(services, { departement: dep, exercice }, EVENEMENTS_MAX)
    return c.json(
      {
        evenements: lus.map(({ evenement, le, agent, details }) => ({
          evenement,
          le,
          agent: agent && { prenom: agent.prenom, nom: agent.nom },
          details,
        })),
      },
      200,
    )
  })
  return app
}
