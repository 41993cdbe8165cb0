import { flushCompileCache } from 'node:module'
import { setTimeout as attendre } from 'node:timers/promises'
import { handle } from 'hono/aws-lambda'
import { lireConfiguration, lireConfigurationCommune } from '../../functions/api/configuration.ts'
import type { LambdaHandler } from '../../functions/local/passerelle.ts'
import { demarrerSocle } from '../../functions/local/socle.ts'
import type { Gestionnaires } from '../../functions/local/socle.ts'
import { creerHasard } from './hasard.ts'
import { ouvrirRelais } from './relais.ts'
import type { Taux } from './relais.ts'
import { saboterTransmissions, saboterVersions } from './sabotages.ts'
import type { Sabotage } from './sabotages.ts'

/**
 * The process that the campaign kills: the whole local stack, its functions reaching the database, the bucket and
 * the mail through relays that break down, workers whose clocks are apart, events that come twice, late or never.
 * `PANNES` holds its orders, as JSON; it says « PRET » and its environment once it answers.
 */
export interface Ordres {
  dossier: string
  graine: number
  /** Breakdowns and lost events; false at the end, to see where it all settles. */
  pannes: boolean
  departements: string
  agents: string
  sabotage?: Sabotage
}

const ordres = JSON.parse(process.env.PANNES ?? '') as Ordres
const hasard = creerHasard(ordres.graine)
const AUCUNE: Taux = { refus: 0, coupe: 0, perdu: 0, lent: 0, expire: 0 }
const DONNEES: Taux = { refus: 0.02, coupe: 0.01, perdu: 0.01, lent: 0.03, expire: 0.0005 }
/** The mail service: up, down, slow, failing, busy or refusing, a few seconds each. */
const METEO: readonly Taux[] = [
  AUCUNE,
  AUCUNE,
  AUCUNE,
  { ...AUCUNE, coupe: 1 },
  { ...AUCUNE, lent: 1 },
  { ...AUCUNE, refus: 1 },
  { ...AUCUNE, perdu: 0.5 },
  { ...AUCUNE, refus: 1, reponse: { statut: 429, type: 'TooManyRequestsException' } },
  { ...AUCUNE, refus: 0.3, reponse: { statut: 400, type: 'MessageRejected' } },
]
const CLOCHES_MS = 60_000
const PERTE_EVENEMENTS = 0.1

let meteo = AUCUNE

/** Clocks that no two parts share. */
const decalage = (): number => (ordres.pannes ? Math.round((hasard() * 2 - 1) * CLOCHES_MS) : 10 * CLOCHES_MS)

async function gestionnaires(): Promise<Gestionnaires> {
  for (const [service, taux] of [
    ['DYNAMODB', () => DONNEES],
    ['S3', () => DONNEES],
    ['SESV2', () => meteo],
  ] as const) {
    const nom = `AWS_ENDPOINT_URL_${service}`
    const { origine } = await ouvrirRelais(process.env[nom]!, () => (ordres.pannes ? taux() : AUCUNE), hasard)
    process.env[nom] = origine
  }
  const [{ handler }, { creerApp }, { assemblerServices }, { creerClients }, { assemblerBureau }] =
    await Promise.all([
      import('../../functions/api/lambda.ts'),
      import('../../functions/api/app.ts'),
      import('../../functions/api/assembler.ts'),
      import('../../functions/depot/clients.ts'),
      import('../../functions/transmission/assembler.ts'),
    ])
  const [{ travailler }, { recevoirEvenement }] = await Promise.all([
    import('../../functions/transmission/travailler.ts'),
    import('../../functions/transmission/evenement.ts'),
  ])
  const { sabotage } = ordres
  const bureau = () => {
    const ecart = decalage()
    const assemble = assemblerBureau(lireConfigurationCommune())
    const transmissions = saboterTransmissions(sabotage, assemble.depot.transmissions)
    return {
      ...assemble,
      depot: { ...assemble.depot, transmissions },
      horloge: () => new Date(Date.now() + ecart),
    }
  }
  const saboteur = (): typeof handler => {
    const configuration = lireConfiguration()
    const clients = creerClients(configuration)
    const { bureau: sain, ...reste } = assemblerServices(configuration, clients)
    const versions = saboterVersions(
      sabotage,
      sain.depot.versions,
      { dynamo: clients.dynamo, table: configuration.table },
      hasard,
    )
    return handle(creerApp({ ...reste, bureau: { ...sain, depot: { ...sain.depot, versions } } }))
  }
  const ouvriers = [bureau(), bureau()]
  const facteur = bureau()
  const recevoir = async (evenement: unknown): Promise<void> => {
    if (!ordres.pannes) return recevoirEvenement(facteur, evenement)
    if (hasard() < PERTE_EVENEMENTS) return
    if (hasard() < 0.2) {
      // Nobody waits for it: those that follow overtake it, and a kill loses it.
      attendre(hasard() * 3000)
        .then(() => recevoirEvenement(facteur, evenement))
        .catch(() => undefined)
      return
    }
    await recevoirEvenement(facteur, evenement)
    if (hasard() < 0.3) await recevoirEvenement(facteur, evenement)
  }
  return {
    api: (sabotage ? saboteur() : handler) as unknown as LambdaHandler,
    transmission: () => Promise.all(ouvriers.map((ouvrier) => travailler(ouvrier))),
    evenementEnvoi: recevoir,
  }
}

// What the functions log is for nobody here.
Object.assign(console, { log: () => undefined })
const changerLeTemps = (): void => {
  meteo = METEO[Math.floor(hasard() * METEO.length)]!
}
changerLeTemps()
setInterval(changerLeTemps, 2500)
const socle = await demarrerSocle({
  dossier: ordres.dossier,
  ports: 'libres',
  site: ordres.dossier,
  gestionnaires,
  environnement: { DEPARTEMENTS: ordres.departements, AGENTS: ordres.agents, BAIL_SECONDES: '3' },
})
// A killed process writes nothing of it at its end.
flushCompileCache()
process.stdout.write(
  `PRET ${JSON.stringify({ origine: socle.origine, environnement: socle.environnement })}\n`,
)
