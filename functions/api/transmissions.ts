import { createRoute } from '@hono/zod-openapi'
import { jugerDelai } from '../../shared/envoi/delai.ts'
import { envoisDe } from '../../shared/envoi/envois.ts'
import type { Envoi as EnvoiPrevu } from '../../shared/envoi/envois.ts'
import { TAILLE_ENVOI_MAX } from '../../shared/envoi/piece-jointe.ts'
import { referentielDe } from '../../shared/referentiel/registre.ts'
import { empreinte } from '../../shared/version/canonique.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Cible, Demandeur } from '../depot/transmissions.ts'
import { demanderTransmission, reglerTransmission } from '../transmission/demander.ts'
import { phraseTransmission } from '../transmission/phrases.ts'
import { referentielParId } from '../transmission/referentiel.ts'
import { composerEnvoi } from './composer-envoi.ts'
import { nouvelleApp } from './contexte.ts'
import type { Agent, Services } from './contexte.ts'
import { lierCle } from './idempotence.ts'
import { lireConstats } from './enregistrer-version.ts'
import { Refus } from './erreurs.ts'
import {
  Chemin,
  CheminTransmission,
  corps,
  DemandeIssue,
  DemandeTransmission,
  EntetesIdempotence,
  Erreur,
  ListeEnvois,
  reponse,
  REFUS_COMMUNS,
  Transmission,
} from './schemas.ts'
import { exigerVersion } from './versions.ts'
import { premiersConstats, vueTransmission } from './vues.ts'

const EXERCICE = '/api/v1/departements/{dep}/exercices/{exercice}'
const CHEMIN = `${EXERCICE}/versions/{numero}/transmissions/{envoi}`
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
  const referentiel = await referentielParId(services.bureau, declaration.referentiel)
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
  if (!referentiel?.destinataires.length)
    throw new Refus(
      422,
      'SANS_DESTINATAIRE',
      `Le référentiel ${declaration.referentiel} ne nomme aucun destinataire : cette version ne peut pas être transmise d’ici.`,
    )
}

/** The kept bytes are still those that were signed, and the rules of today still find nothing that blocks. */
async function recontroler(services: Services, version: VersionGardee): Promise<void> {
  const { declaration } = version
  const octets = await services.bureau.depot.coffre.lireClasseur(declaration, declaration.empreinte)
  if (!octets || (await empreinte(octets, crypto.subtle)) !== declaration.empreinte)
    throw new Error('The kept bytes of a version are not those that were signed')
  const classeur = await services.lireClasseur(octets, declaration.nomFichier)
  const { statut, constats } = services.controler(classeur, {
    exercice: declaration.exercice,
    referentiels: await services.bureau.referentiels(),
  })
  if (statut === 'bloquant')
    throw new Refus(
      422,
      'CONSTATS_BLOQUANTS',
      `Contrôlée de nouveau, la version ${declaration.numero} présente des points bloquants. Corrigez-les dans le classeur, puis enregistrez une nouvelle version.`,
      { constats: premiersConstats(constats.filter((constat) => constat.gravite === 'bloquant')) },
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

/** The sending of this id under the référentiel of the version. */
async function exigerEnvoi({ bureau }: Services, version: VersionGardee, id: string): Promise<EnvoiPrevu> {
  const { referentiel, exercice } = version.declaration
  const sources = await referentielParId(bureau, referentiel)
  const envoi = sources && envoisDe(sources, exercice).find((e) => e.id === id)
  if (envoi) return envoi
  throw new Refus(
    404,
    'ENVOI_INCONNU',
    `Le référentiel ${referentiel} ne prévoit pas cet envoi pour ${exercice}.`,
  )
}

/** What may be sent, sending a version, following it, settling a doubt. */
export function routesTransmissions(services: Services) {
  const { bureau, configuration } = services
  const { transmissions } = bureau.depot
  const app = nouvelleApp()

  const prevus = createRoute({
    method: 'get',
    path: `${EXERCICE}/envois`,
    summary: 'Lister ce que l’exercice demande de transmettre, et pour quand',
    security,
    request: { params: Chemin },
    responses: { 200: reponse('Envois', ListeEnvois), ...REFUS_COMMUNS },
  })
  app.openapi(prevus, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const referentiel = referentielDe(exercice, await bureau.referentiels())
    const { copies } = configuration.departements.find(({ code }) => code === dep)!
    const envois = (referentiel ? envoisDe(referentiel, exercice) : []).map(({ echeance, ...envoi }) => {
      const { situation, phrase } = jugerDelai(echeance, bureau.horloge())
      return {
        ...envoi,
        date: echeance?.date ?? null,
        situation,
        delai: phrase,
        destinataire: envoi.canal === 'eusurvey' ? null : (referentiel!.destinataires[0]?.courriel ?? null),
        copies: envoi.canal === 'eusurvey' ? [] : Object.values(copies).filter((a) => a !== undefined),
      }
    })
    return c.json({ envois, tailleMax: TAILLE_ENVOI_MAX }, 200)
  })

  const demander = createRoute({
    method: 'post',
    path: CHEMIN,
    summary: 'Transmettre une version',
    security,
    request: { params: CheminTransmission, headers: EntetesIdempotence, body: corps(DemandeTransmission) },
    responses: {
      202: reponse('Transmission préparée, ou celle qui existe déjà', Transmission),
      404: reponse('Version ou envoi introuvable', Erreur),
      422: reponse('Points bloquants, pièce manquante ou refusée, délai dépassé', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(demander, async (c) => {
    const { dep, exercice, numero, envoi: id } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const version = await exigerVersion(services, chaine, numero)
    const agent = c.get('agent')
    const cle = c.req.valid('header')['idempotency-key']
    const demande = c.req.valid('json')
    const deQuoi = { route: 'transmission', numero, envoi: id, ...demande }
    await lierCle(services, chaine, agent, cle, deQuoi, 'la transmission')
    exigerAutrePersonne(services, version, agent)
    await exigerTransmissible(services, version)
    const envoi = await exigerEnvoi(services, version, id)
    const connue = await transmissions.lire({ ...chaine, numero, envoi: id })
    // What stands is answered as it stands: the files of the first request may have been swept since.
    if (connue && (connue.idempotence === cle || !['echouee', 'rejetee'].includes(connue.statut)))
      return c.json(vueTransmission(connue), 202)
    await recontroler(services, version)
    const contenu = await composerEnvoi(services, version, envoi, demande)
    const transmission = await demanderTransmission(bureau, version, id, contenu, demandeur(agent), cle)
    return c.json(vueTransmission(transmission), 202)
  })

  const exiger = async (cible: Cible) => {
    const t = await transmissions.lire(cible)
    if (t) return t
    throw new Refus(
      404,
      'TRANSMISSION_INTROUVABLE',
      `La version ${cible.numero} n’a pas été transmise à ce titre.`,
    )
  }

  const lire = createRoute({
    method: 'get',
    path: CHEMIN,
    summary: 'Suivre la transmission d’une version',
    security,
    request: { params: CheminTransmission },
    responses: {
      200: reponse('Transmission', Transmission),
      404: reponse('Version non transmise', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(lire, async (c) => {
    const { dep, ...cible } = c.req.valid('param')
    return c.json(vueTransmission(await exiger({ departement: dep, ...cible })), 200)
  })

  const regler = createRoute({
    method: 'post',
    path: `${CHEMIN}/issue`,
    summary: 'Dire ce qu’il est advenu d’une transmission incertaine',
    security,
    request: { params: CheminTransmission, headers: EntetesIdempotence, body: corps(DemandeIssue) },
    responses: {
      200: reponse('Transmission', Transmission),
      404: reponse('Version non transmise', Erreur),
      409: reponse('La transmission n’est pas incertaine', Erreur),
      422: reponse('Clé d’une autre demande', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(regler, async (c) => {
    const { dep, ...suite } = c.req.valid('param')
    const cible = { departement: dep, ...suite }
    const vue = await exiger(cible)
    const { issue } = c.req.valid('json')
    const agent = c.get('agent')
    const cle = c.req.valid('header')['idempotency-key']
    await lierCle(services, cible, agent, cle, { route: 'issue', ...suite, issue }, 'votre réponse')
    const reglee = await reglerTransmission(bureau, vue, issue, demandeur(agent), cle)
    if (reglee) return c.json(vueTransmission(reglee), 200)
    const actuelle = await exiger(cible)
    throw new Refus(
      409,
      'TRANSMISSION_REGLEE',
      `Cette transmission n’attend pas de réponse de votre part. ${phraseTransmission(actuelle)}`,
      { statut: actuelle.statut },
    )
  })
  return app
}
