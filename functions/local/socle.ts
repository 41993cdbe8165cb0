import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import path from 'node:path'

import { AGENTS } from './agents.ts'
import { createMailboxPage, isMailboxPath } from './boite-page.ts'
import { ouvrirAutorite } from './autorite.ts'
import { Boite, type MessageRecu } from './boite.ts'
import { NOMS, PERIODE_TRANSMISSION_MS, type Ports } from './configuration.ts'
import { applyEnvironment, functionEnvironment, localAwsKeys } from './environnement.ts'
import { createDynaliteServer } from './dynalite.ts'
import { createPrivateFolder, persistedSecret } from './fichiers.ts'
import { closeHttp, createLoopbackServer, originOf, splitUrl } from './http.ts'
import { type Journal, openJournal } from './journal.ts'
import { createHorodateur } from './horodateur.ts'
import { createKmsServer } from './kms.ts'
import { createOidc } from './oidc.ts'
import { createGateway, type LambdaHandler } from './passerelle.ts'
import { Periodic } from './periodique.ts'
import { PortBook } from './ports.ts'
import { ensureResources } from './ressources.ts'
import { createS3Server } from './s3.ts'
import { createSes, type SesSendEvent } from './ses.ts'
import { createSmtpServer } from './smtp.ts'
import { createStaticSite } from './statique.ts'
import { takeLock } from './verrou.ts'

/** The Lambda functions that the stack runs in its own process. */
export type Gestionnaires = {
  api: LambdaHandler
  /** One run of the transmission worker, as the schedule starts it. */
  transmission: () => Promise<unknown>
  evenementEnvoi: (event: SesSendEvent) => Promise<unknown>
}

export type OptionsSocle = {
  /** Folder of all the data, created 0700. */
  dossier: string
  /** 'libres': whatever ports are free (tests); by default the fixed ones, see PORTS. */
  ports?: 'libres'
  /** Folder of the built site; by default `dist/site` under the current folder. */
  site?: string
  /** What to run in place of the project's own functions. */
  gestionnaires?: () => Promise<Gestionnaires>
  /** Variables which the functions read, in place of those that the stack gives them. */
  environnement?: Record<string, string>
}

export type Socle = {
  /** Address of the page, ending in `/`. */
  url: string
  /** Address of the mailbox page. */
  boite: string
  /** Origin of the site and of the API, without a trailing slash. */
  origine: string
  dossier: string
  ports: Ports
  /** What was put into the environment for the functions. */
  environnement: Record<string, string>
  /** Messages received so far, newest first. */
  messages: () => MessageRecu[]
  /** Exact bytes of an attachment, counted from 0. */
  piece: (messageId: string, rang: number) => Promise<Buffer | undefined>
  /** Runs the transmission worker now. */
  transmettre: () => void
  /** Adds a line to the journal of the folder. */
  noter: (ligne: string) => void
  arreter: () => Promise<void>
}

/** The project's own functions. Read late: they look at the environment when they are first used. */
async function projectHandlers(): Promise<Gestionnaires> {
  const [api, transmission] = await Promise.all([
    import('../api/lambda.ts'),
    import('../transmission/lambda.ts'),
  ])
  return {
    api: api.handler as unknown as LambdaHandler,
    transmission: () => transmission.handler(),
    evenementEnvoi: (event) => transmission.evenementEnvoi(event),
  }
}

/**
 * Starts everything that the project needs, embedded and on 127.0.0.1: DynamoDB, S3, KMS, SES and its mailbox,
 * the OpenID provider, the API with its functions in this process, the site. Resolves when all of it answers.
 * The data of `dossier` survives a SIGKILL at any moment. Throws DejaLance when the folder is already in use.
 */
export async function demarrerSocle(options: OptionsSocle): Promise<Socle> {
  const dossier = path.resolve(options.dossier)
  await createPrivateFolder(dossier)
  const verrou = await takeLock(dossier)
  const journal = await openJournal(path.join(dossier, 'journal.log'))
  /** What must be undone, last first. */
  const undo: (() => Promise<void>)[] = [() => verrou.release(), () => journal.close()]
  const arreter = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const demarre = await start(options, dossier, journal, (step) => void undo.push(step))
    await verrou.announce(demarre.url)
    return { ...demarre, arreter }
  } catch (error) {
    journal.failure(error)
    await arreter()
    throw error
  }
}

async function start(
  options: OptionsSocle,
  dossier: string,
  journal: Journal,
  onStop: (step: () => Promise<void>) => void,
): Promise<Omit<Socle, 'arreter'>> {
  const folder = (name: string): string => path.join(dossier, name)
  const book = new PortBook(dossier, options.ports === 'libres')
  await book.open()
  await createPrivateFolder(folder('secrets'))
  const keys = await localAwsKeys(folder('secrets'))
  const clientSecret = await persistedSecret(path.join(folder('secrets'), 'oidc-client'))

  const ports: Ports = { front: 0, s3: 0, oidc: 0, dynamodb: 0, kms: 0, ses: 0, smtp: 0, horodatage: 0 }
  const up = async (service: keyof Ports, server: Server): Promise<void> => {
    ports[service] = await book.listen(service, server)
    onStop(() => closeHttp(server))
  }

  await up('dynamodb', createDynaliteServer({ folder: folder('dynamodb'), keys }))
  const corsOrigins = (): string[] => [originOf(ports.front), `http://localhost:${ports.front}`]
  await up('s3', await createS3Server({ folder: folder('s3'), keys, corsOrigins }))
  await up('kms', await createKmsServer({ folder: folder('kms'), keys, region: NOMS.region }))

  const boite = new Boite(folder('boite'))
  await boite.open()
  const smtp = createSmtpServer(boite)
  ports.smtp = await book.listen('smtp', smtp.server)
  onStop(() => new Promise((resolve) => smtp.close(resolve)))

  const oidc = await createOidc({ folder: folder('oidc'), agents: AGENTS })
  await up('oidc', oidc.server)

  let api: LambdaHandler = () => Promise.resolve({ statusCode: 503 })
  const gateway = createGateway((event, context) => api(event, context), journal.failure)
  const mailbox = createMailboxPage(boite)
  const site = createStaticSite(path.resolve(options.site ?? 'dist/site'), () => originOf(ports.s3))
  const front = createLoopbackServer((request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = splitUrl(request)
    const answer = pathname.startsWith('/api/') ? gateway : isMailboxPath(pathname) ? mailbox : site
    answer(request, response).catch((error: unknown) => {
      journal.failure(error)
      response.destroy()
    })
  })
  await up('front', front)

  const handlers = Promise.withResolvers<Gestionnaires>()
  // Whoever waits for the functions when the start fails is told by the start itself.
  handlers.promise.catch(() => undefined)
  const ses = await createSes({
    folder: folder('ses'),
    keys,
    region: NOMS.region,
    smtpPort: () => ports.smtp,
    onEvent: async (event) => {
      await (await handlers.promise).evenementEnvoi(event)
      worker.trigger()
    },
  })
  const worker = new Periodic(
    async () => (await handlers.promise).transmission(),
    PERIODE_TRANSMISSION_MS,
    journal.failure,
  )
  await up('ses', ses.server)
  const autorite = await ouvrirAutorite(folder('autorite'))
  await up('horodatage', createHorodateur(autorite.horodateur))
  await book.remember()

  const cles = await ensureResources(
    { dynamodb: originOf(ports.dynamodb), s3: originOf(ports.s3), kms: originOf(ports.kms) },
    keys,
    dossier,
  )
  const certificat = await autorite.service(cles.cleSignature)
  const origine = originOf(ports.front)
  const emetteur = oidc.open(ports.oidc, {
    clientId: NOMS.clientOidc,
    clientSecret,
    redirectUri: `${origine}/api/connexion/retour`,
    siteOrigin: origine,
  })
  const environnement = {
    ...functionEnvironment(ports, keys, cles, emetteur, clientSecret, certificat),
    ...options.environnement,
  }
  applyEnvironment(environnement, dossier)

  try {
    const loaded = await (options.gestionnaires ?? projectHandlers)()
    api = loaded.api
    handlers.resolve(loaded)
  } catch (error) {
    handlers.reject(error)
    throw error
  }
  onStop(() => ses.stop())
  onStop(() => worker.stop())
  await ses.resume()
  worker.start()

  return {
    url: `${origine}/`,
    boite: `${origine}/boite`,
    origine,
    dossier,
    ports,
    environnement,
    messages: () => boite.messages(),
    piece: async (messageId, rang) => (await boite.piece(messageId, rang))?.contenu,
    transmettre: () => worker.trigger(),
    noter: journal.note,
  }
}
