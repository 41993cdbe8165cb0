import { createRoute } from '@hono/zod-openapi'
import { envoisDe } from '../../shared/envoi/envois.ts'
import { fichesDe } from '../../shared/eusurvey/fiches.ts'
import type { Fiche } from '../../shared/eusurvey/fiches.ts'
import type { Formulaire } from '../../shared/eusurvey/formulaire.ts'
import { empreinte } from '../../shared/version/canonique.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import { referentielParId } from '../transmission/referentiel.ts'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { Refus } from './erreurs.ts'
import { formulaireEnVigueur } from './formulaires.ts'
import { lierCle } from './idempotence.ts'
import { CheminVersion, corps, EntetesIdempotence, Erreur, reponse, REFUS_COMMUNS } from './schemas.ts'
import { DemandeSaisie, Saisie } from './schemas-saisie.ts'
import { exigerVersion } from './versions.ts'

const CHEMIN = '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/saisie'
const security = [{ jeton: [] }]

/** The answers of a signed version, from the bytes that were signed, for the form as it stands today. */
async function composer(
  services: Services,
  version: VersionGardee,
): Promise<{ formulaire: Formulaire; fiches: Fiche[] }> {
  const { bureau, configuration } = services
  const { declaration: d } = version
  const referentiel = await referentielParId(bureau, d.referentiel)
  if (!referentiel || !envoisDe(referentiel, d.exercice).some((envoi) => envoi.canal === 'eusurvey'))
    throw new Refus(
      404,
      'ENVOI_INCONNU',
      `Le référentiel ${d.referentiel} ne demande pas de saisie dans le formulaire EUSurvey pour ${d.exercice}.`,
    )
  const octets = await bureau.depot.coffre.lireClasseur(d, d.empreinte)
  if (!octets || (await empreinte(octets, crypto.subtle)) !== d.empreinte)
    throw new Error('The kept bytes of a version are not those that were signed')
  const classeur = await services.lireClasseur(octets, d.nomFichier)
  const { plan } = services.controler(classeur, {
    exercice: d.exercice,
    referentiels: await bureau.referentiels(),
  })
  const { formulaire } = await formulaireEnVigueur(services, d.exercice)
  const departement = configuration.departements.find(({ code }) => code === d.departement)!.nom
  return { formulaire, fiches: fichesDe(formulaire, { departement, plan, referentiel }) }
}

async function vue(services: Services, version: VersionGardee) {
  const { declaration: d } = version
  const { formulaire, fiches } = await composer(services, version)
  const faites = new Map(
    (await services.bureau.depot.saisies.lister(d, d.numero)).map((saisie) => [saisie.fiche, saisie]),
  )
  const vues = fiches.map((fiche) => {
    const faite = faites.get(fiche.id)
    return {
      ...fiche,
      saisie: faite ? { le: faite.le, par: { prenom: faite.agent.prenom, nom: faite.agent.nom } } : null,
    }
  })
  return {
    version: d.numero,
    adresse: formulaire.adresse,
    avertissement: formulaire.avertissement,
    fiches: vues,
    saisies: vues.filter((fiche) => fiche.saisie !== null).length,
  }
}

/** What is typed into the EUSurvey form, field by field, and who has typed it. */
export function routesSaisies(services: Services) {
  const { saisies, evenements } = services.bureau.depot
  const app = nouvelleApp()
  const refus = { 404: reponse('Version introuvable, ou sans saisie', Erreur), ...REFUS_COMMUNS }

  const lire = createRoute({
    method: 'get',
    path: CHEMIN,
    summary: 'Lire les réponses à saisir dans le formulaire EUSurvey, dans l’ordre du plan',
    security,
    request: { params: CheminVersion },
    responses: { 200: reponse('Réponses', Saisie), ...refus },
  })
  app.openapi(lire, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const version = await exigerVersion(services, { departement: dep, exercice }, numero)
    return c.json(await vue(services, version), 200)
  })

  const noter = createRoute({
    method: 'post',
    path: CHEMIN,
    summary: 'Dire qu’une fiche a été saisie dans le formulaire EUSurvey',
    security,
    request: { params: CheminVersion, headers: EntetesIdempotence, body: corps(DemandeSaisie) },
    responses: {
      200: reponse('Réponses, avec ce qui est saisi', Saisie),
      422: reponse('Fiche inconnue, ou clé d’une autre demande', Erreur),
      ...refus,
    },
  })
  app.openapi(noter, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const { fiche } = c.req.valid('json')
    const agent = c.get('agent')
    const cle = c.req.valid('header')['idempotency-key']
    const version = await exigerVersion(services, chaine, numero)
    await lierCle(services, chaine, agent, cle, { route: 'saisie', numero, fiche }, 'la saisie')
    const { fiches } = await composer(services, version)
    if (!fiches.some(({ id }) => id === fiche))
      throw new Refus(
        422,
        'FICHE_INCONNUE',
        `La version ${numero} n’a pas cette fiche : actualisez la liste des réponses, puis recommencez.`,
      )
    const { sub, prenom, nom, siret } = agent
    const le = services.bureau.horloge().toISOString()
    const notee = await saisies.noter(chaine, numero, { fiche, agent: { sub, prenom, nom, siret }, le })
    await evenements.noter(
      chaine,
      'saisie',
      notee.agent,
      { version: numero, fiche },
      {
        le: notee.le,
        id: `${numero}#${fiche}`,
      },
    )
    return c.json(await vue(services, version), 200)
  })
  return app
}
