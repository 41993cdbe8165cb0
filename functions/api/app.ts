import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { routesAgents } from './agents.ts'
import { audit } from './audit.ts'
import { routesCles } from './cles.ts'
import { routesConnexion } from './connexion.ts'
import { nouvelleApp } from './contexte.ts'
import type { Env, Services } from './contexte.ts'
import { routesDepots } from './depots.ts'
import { routesDossiers } from './dossiers.ts'
import { Refus } from './erreurs.ts'
import { garde } from './garde.ts'
import {
  CONNEXIONS_PAR_ADRESSE,
  ECRITURES_PAR_AGENT,
  limiter,
  limiterPartout,
  PAR_ADRESSE,
  PAR_AGENT,
} from './debit.ts'
import { routesFormulaires } from './formulaires.ts'
import { routesReferentiels } from './referentiels.ts'
import { routesSaisies } from './saisies.ts'
import { routesSante } from './sante.ts'
import { routesSession } from './session.ts'
import { routesTransmissions } from './transmissions.ts'
import { routesVersions } from './versions.ts'

/** Bodies of the API are short: the workbooks go straight to the bucket. Bytes. */
const CORPS_MAX = 64 * 1024

/** Those that ship weigh less than 200 kB. Bytes. */
const REFERENTIEL_MAX = 1024 * 1024

export const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'CDPPE – versions signées et transmission',
    version: '1',
    description:
      'Versions signées des plans d’action des contrats départementaux de prévention et de protection de l’enfance, et leur transmission à la DGCS.',
  },
}

/** The whole API, on these services. */
export function creerApp(services: Services) {
  const { journal, aleatoire } = services.bureau
  const app = nouvelleApp()

  app.use(async (c, suite) => {
    c.set('reference', aleatoire().slice(0, 8))
    await suite()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    }),
  )
  app.use(limiter(PAR_ADRESSE, services.bureau.horloge, adresseDe))
  app.use('/api/connexion/*', limiterPartout('connexion', CONNEXIONS_PAR_ADRESSE, services, adresseDe))
  app.use('/api/v1/*', garde(services))
  app.use(
    '/api/v1/*',
    limiter(PAR_AGENT, services.bureau.horloge, (c) => c.get('agent').sub),
  )
  app.use(
    '/api/v1/*',
    limiterPartout('ecriture', ECRITURES_PAR_AGENT, services, (c) =>
      c.req.method === 'GET' || c.req.method === 'HEAD' ? undefined : c.get('agent').sub,
    ),
  )
  app.use('/api/v1/referentiels', limite(REFERENTIEL_MAX, 'Ce référentiel est trop gros : 1 Mo au plus.'))
  app.use(async (c, suite) =>
    c.req.path === '/api/v1/referentiels'
      ? suite()
      : limite(CORPS_MAX, 'La demande est trop longue. Le classeur se dépose à part, à l’adresse donnée.')(
          c,
          suite,
        ),
  )

  app.use('/api/v1/departements/*', audit(services))

  app.route('/', routesSante())
  app.route('/', routesCles(services))
  app.route('/', routesConnexion(services))
  app.route('/', routesSession(services))
  app.route('/', routesDepots(services))
  app.route('/', routesVersions(services))
  app.route('/', routesDossiers(services))
  app.route('/', routesReferentiels(services))
  app.route('/', routesAgents(services))
  app.route('/', routesFormulaires(services))
  app.route('/', routesSaisies(services))
  app.route('/', routesTransmissions(services))
  app.openAPIRegistry.registerComponent('securitySchemes', 'jeton', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  })
  app.doc31('/api/openapi.json', DOCUMENT)

  app.notFound((c) =>
    c.json({ code: 'ROUTE_INCONNUE', message: 'Cette adresse n’existe pas dans ce service.' }, 404),
  )
  app.onError((erreur, c) => repondreErreur(erreur, c, journal.panne))
  return app
}

/**
 * Whose request it is: the gateway sees the distribution, which has written its own visitor's address last but
 * one. What a visitor writes in that header comes before it and has no say.
 */
function adresseDe(c: Context<Env>): string | undefined {
  const visiteur = c.req.header('x-forwarded-for')?.split(',').at(-2)?.trim()
  if (visiteur) return visiteur
  const contexte = c.env?.event?.requestContext
  return contexte && 'http' in contexte ? contexte.http.sourceIp : undefined
}

/** Refuses a body of more than this many bytes. */
function limite(maxSize: number, phrase: string) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refus(413, 'DEMANDE_TROP_GRANDE', phrase)
    },
  })
}

/** Every failure becomes a French sentence; what it really was goes to the log, under a reference number. */
function repondreErreur(
  erreur: Error,
  c: Context<Env>,
  noter: (evenement: string, erreur: unknown, champs: Record<string, string>) => void,
): Response {
  if (erreur instanceof Refus)
    return c.json({ code: erreur.code, message: erreur.message, ...erreur.details }, erreur.statut)
  if (erreur instanceof HTTPException && erreur.status < 500)
    return c.json(
      {
        code: 'DEMANDE_INVALIDE',
        message: 'La demande n’est pas lisible : son contenu n’est pas du JSON valable.',
      },
      400,
    )
  const reference = c.get('reference')
  noter('panne', erreur, { reference, methode: c.req.method, route: c.req.routePath })
  return c.json(
    {
      code: 'PANNE',
      message: `Le service n’a pas pu répondre. Rien n’a été perdu ; réessayez dans quelques instants. Si cela se reproduit, donnez à l’administrateur la référence ${reference}.`,
      reference,
    },
    500,
  )
}
