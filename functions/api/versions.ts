import { createRoute } from '@hono/zod-openapi'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Chaine } from '../depot/coffre.ts'
import { composerPreuve, nomPreuve } from '../depot/preuve.ts'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { enregistrerVersion, lireConstats } from './enregistrer-version.ts'
import { noterLecture } from './journal-chaine.ts'
import { versionIntrouvable } from './erreurs.ts'
import {
  Adresse,
  Chemin,
  CheminVersion,
  corps,
  DemandeVersion,
  EntetesIdempotence,
  Erreur,
  ListeVersions,
  Preuve,
  reponse,
  REFUS_COMMUNS,
  Version,
  VersionPerimee,
} from './schemas.ts'
import { vueResume, vueVersion } from './vues.ts'

const RACINE = '/api/v1/departements/{dep}/exercices/{exercice}/versions'
const security = [{ jeton: [] }]
const INTROUVABLE = { 404: reponse('Version introuvable', Erreur) }

/** The version of this number, or a refusal that names it. */
export async function exigerVersion(
  { bureau }: Services,
  chaine: Chaine,
  numero: number,
): Promise<VersionGardee> {
  const version = await bureau.depot.versions.lire(chaine, numero)
  if (!version) throw versionIntrouvable(numero)
  return version
}

/** The signed versions of a département's exercice. */
export function routesVersions(services: Services) {
  const { versions, transmissions, coffre } = services.bureau.depot
  const app = nouvelleApp()

  const enregistrer = createRoute({
    method: 'post',
    path: RACINE,
    summary: 'Enregistrer une version',
    security,
    request: { params: Chemin, headers: EntetesIdempotence, body: corps(DemandeVersion) },
    responses: {
      201: reponse('Version enregistrée', Version),
      409: reponse('Une autre version a été enregistrée depuis', VersionPerimee),
      422: reponse('Classeur refusé', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(enregistrer, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const cle = c.req.valid('header')['idempotency-key']
    const faite = await enregistrerVersion(services, chaine, c.req.valid('json'), c.get('agent'), cle)
    const transmission = await transmissions.derniere(chaine, faite.version.declaration.numero)
    return c.json(vueVersion(faite.version, transmission, faite.constats), 201)
  })

  const lister = createRoute({
    method: 'get',
    path: RACINE,
    summary: 'Lister les versions, la dernière d’abord',
    security,
    request: { params: Chemin },
    responses: { 200: reponse('Versions', ListeVersions), ...REFUS_COMMUNS },
  })
  app.openapi(lister, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const [toutes, envois] = await Promise.all([versions.lister(chaine), transmissions.lister(chaine)])
    await noterLecture(services, chaine, 'vue', c.get('agent'), { quoi: 'liste' })
    const parNumero = new Map(envois.map((t) => [t.numero, t]))
    return c.json(
      { versions: toutes.map((v) => vueResume(v, parNumero.get(v.declaration.numero) ?? null)) },
      200,
    )
  })

  const lire = createRoute({
    method: 'get',
    path: `${RACINE}/{numero}`,
    summary: 'Lire une version',
    security,
    request: { params: CheminVersion },
    responses: { 200: reponse('Version', Version), ...INTROUVABLE, ...REFUS_COMMUNS },
  })
  app.openapi(lire, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const version = await exigerVersion(services, chaine, numero)
    const [transmission, constats] = await Promise.all([
      transmissions.derniere(chaine, numero),
      lireConstats(services, version),
      noterLecture(services, chaine, 'vue', c.get('agent'), { version: numero }),
    ])
    return c.json(vueVersion(version, transmission, constats), 200)
  })

  const classeur = createRoute({
    method: 'get',
    path: `${RACINE}/{numero}/classeur`,
    summary: 'Obtenir l’adresse du classeur d’une version (5 minutes)',
    security,
    request: { params: CheminVersion },
    responses: { 200: reponse('Adresse', Adresse), ...INTROUVABLE, ...REFUS_COMMUNS },
  })
  app.openapi(classeur, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const { declaration } = await exigerVersion(services, chaine, numero)
    await noterLecture(services, chaine, 'telechargee', c.get('agent'), { version: numero, quoi: 'classeur' })
    return c.json(
      { url: await coffre.urlClasseur(chaine, declaration.empreinte, declaration.nomFichier) },
      200,
    )
  })

  const preuve = createRoute({
    method: 'get',
    path: `${RACINE}/{numero}/preuve`,
    summary: 'Télécharger la preuve d’une version',
    security,
    request: { params: CheminVersion },
    responses: { 200: reponse('Preuve', Preuve), ...INTROUVABLE, ...REFUS_COMMUNS },
  })
  app.openapi(preuve, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const version = await exigerVersion(services, chaine, numero)
    const { evenements, horodateur } = services.bureau.depot
    const [recu, horodatage] = await Promise.all([
      transmissions.derniere(chaine, numero, 'recue'),
      version.cms ? horodateur.horodater(chaine, numero, version.cms) : null,
    ])
    const contenu = composerPreuve(version, recu, horodatage)
    await evenements.noter(chaine, 'telechargee', c.get('agent'), { version: numero, quoi: 'preuve' })
    c.header('content-disposition', `attachment; filename="${nomPreuve(version.declaration)}"`)
    return c.json(contenu, 200)
  })
  return app
}
