import { createRoute } from '@hono/zod-openapi'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Demandeur } from '../depot/transmissions.ts'
import { demanderTransmission, reglerTransmission } from '../transmission/demander.ts'
import { phraseTransmission } from '../transmission/phrases.ts'
import { referentielParId } from '../transmission/referentiel.ts'
import { nouvelleApp } from './contexte.ts'
import type { Agent, Services } from './contexte.ts'
import { lireConstats } from './enregistrer-version.ts'
import { Refus } from './erreurs.ts'
import {
  CheminVersion,
  corps,
  DemandeIssue,
  EntetesIdempotence,
  Erreur,
  reponse,
  REFUS_COMMUNS,
  Transmission,
} from './schemas.ts'
import { exigerVersion } from './versions.ts'
import { premiersConstats, vueTransmission } from './vues.ts'

const CHEMIN = '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/transmission'
const security = [{ jeton: [] }]

const demandeur = ({ sub, prenom, nom, siret, courriel }: Agent): Demandeur => ({
  sub,
  prenom,
  nom,
  siret,
  courriel,
})

/** A version that blocks is not sent: the answer carries what blocks. */
async function exigerTransmissible(services: Services, version: VersionGardee): Promise<void> {
  const { declaration, bloquants } = version
  if (declaration.statut === 'bloquant' || bloquants > 0) {
    const constats = await lireConstats(services, version)
    const graves = premiersConstats(constats.filter((constat) => constat.gravite === 'bloquant'))
    throw new Refus(
      422,
      'CONSTATS_BLOQUANTS',
      bloquants > 1
        ? `${bloquants} points bloquants empêchent de transmettre la version ${declaration.numero}. Corrigez-les dans le classeur, puis enregistrez une nouvelle version.`
        : `Un point bloquant empêche de transmettre la version ${declaration.numero}. Corrigez-le dans le classeur, puis enregistrez une nouvelle version.`,
      { constats: graves },
    )
  }
  if (!referentielParId(declaration.referentiel)?.destinataires.length)
    throw new Refus(
      422,
      'SANS_DESTINATAIRE',
      `Le référentiel ${declaration.referentiel} ne nomme aucun destinataire : cette version ne peut pas être transmise d’ici.`,
    )
}

/** Where a département asks for two persons, whoever wrote a version does not send it. */
function exigerAutrePersonne({ configuration }: Services, version: VersionGardee, agent: Agent): void {
  const { departement: code, auteur, numero } = version.declaration
  const departement = configuration.departements.find((d) => d.code === code)
  if (departement?.deuxPersonnes && auteur.sub === agent.sub)
    throw new Refus(
      403,
      'DEUX_PERSONNES',
      `Le département ${departement.nom} demande deux personnes : vous avez enregistré la version ${numero}, un autre valideur doit la transmettre.`,
    )
}

/** Sending a version, following it, settling a doubt. */
export function routesTransmissions(services: Services) {
  const { bureau } = services
  const app = nouvelleApp()

  const demander = createRoute({
    method: 'post',
    path: CHEMIN,
    summary: 'Transmettre une version',
    security,
    request: { params: CheminVersion, headers: EntetesIdempotence },
    responses: {
      202: reponse('Transmission préparée, ou celle qui existe déjà', Transmission),
      404: reponse('Version introuvable', Erreur),
      422: reponse('Points bloquants', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(demander, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const version = await exigerVersion(services, { departement: dep, exercice }, numero)
    exigerAutrePersonne(services, version, c.get('agent'))
    await exigerTransmissible(services, version)
    const cle = c.req.valid('header')['idempotency-key']
    const transmission = await demanderTransmission(bureau, version, demandeur(c.get('agent')), cle)
    return c.json(vueTransmission(transmission), 202)
  })

  const exiger = async (dep: string, exercice: number, numero: number) => {
    const t = await bureau.depot.transmissions.lire({ departement: dep, exercice }, numero)
    if (t) return t
    throw new Refus(404, 'TRANSMISSION_INTROUVABLE', `La version ${numero} n’a pas été transmise.`)
  }

  const lire = createRoute({
    method: 'get',
    path: CHEMIN,
    summary: 'Suivre la transmission d’une version',
    security,
    request: { params: CheminVersion },
    responses: {
      200: reponse('Transmission', Transmission),
      404: reponse('Version non transmise', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(lire, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    return c.json(vueTransmission(await exiger(dep, exercice, numero)), 200)
  })

  const regler = createRoute({
    method: 'post',
    path: `${CHEMIN}/issue`,
    summary: 'Dire ce qu’il est advenu d’une transmission incertaine',
    security,
    request: { params: CheminVersion, body: corps(DemandeIssue) },
    responses: {
      200: reponse('Transmission', Transmission),
      404: reponse('Version non transmise', Erreur),
      409: reponse('La transmission n’est pas incertaine', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(regler, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const vue = await exiger(dep, exercice, numero)
    const { issue } = c.req.valid('json')
    const reglee = await reglerTransmission(bureau, vue, issue, demandeur(c.get('agent')))
    if (reglee) return c.json(vueTransmission(reglee), 200)
    const actuelle = await exiger(dep, exercice, numero)
    throw new Refus(
      409,
      'TRANSMISSION_REGLEE',
      `Cette transmission n’attend pas de réponse de votre part. ${phraseTransmission(actuelle)}`,
      { statut: actuelle.statut },
    )
  })
  return app
}
