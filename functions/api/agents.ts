import { createRoute, z } from '@hono/zod-openapi'
import type { RolesDonnes } from '../depot/agents.ts'
import { nouvelleApp } from './contexte.ts'
import type { Agent, Services } from './contexte.ts'
import { ROLES } from './droits.ts'
import { Refus } from './erreurs.ts'
import { cleReutilisee, empreinteDemande } from './idempotence.ts'
import { corps, EntetesIdempotence, Erreur, reponse, REFUS_COMMUNS } from './schemas.ts'

const CHEMIN = '/api/v1/agents'
const security = [{ jeton: [] }]
/** Changes that an answer holds, the newest. */
const JOURNAL_MAX = 500

const code = z.string().regex(/^(\d{2,3}|2[AB])$/)

const DemandeRoles = z
  .strictObject({
    /** `sub` at the identity provider, or e-mail address. */
    qui: z
      .string()
      .min(1)
      .max(255)
      .regex(/^[^\s\p{Cc}\p{Cs}]+$/u)
      .openapi({ example: 'prenom.nom@departement.fr' }),
    /** None: they are taken away. */
    roles: z.array(z.enum(ROLES)).max(ROLES.length),
    /** Those that somebody who works for none of them may read. */
    departements: z.array(code).max(110).default([]),
  })
  .openapi('DemandeRoles')

const Personne = z.object({ prenom: z.string(), nom: z.string() })
const RolesAgent = z
  .object({
    qui: z.string(),
    roles: z.array(z.enum(ROLES)),
    departements: z.array(z.string()),
    /** null: the configuration of the deployment says so. */
    donnes: z.object({ le: z.iso.datetime(), par: Personne }).nullable(),
  })
  .openapi('RolesAgent')
const ListeAgents = z
  .object({
    /** Who has roles by name now. */
    agents: z.array(RolesAgent),
    /** Every change, the newest first. */
    journal: z.array(RolesAgent),
  })
  .openapi('ListeAgents')

function vue({ qui, roles, departements, auteur, le }: RolesDonnes): z.infer<typeof RolesAgent> {
  return {
    qui,
    roles: ROLES.filter((role) => roles.includes(role)),
    departements,
    donnes: { le, par: { prenom: auteur.prenom, nom: auteur.nom } },
  }
}

const estSoi = ({ sub, courriel }: Agent, qui: string): boolean =>
  [sub, courriel].some((nom) => nom.toLowerCase() === qui)

/** Who may do what, by name: an administrateur gives and takes, and every change stays. */
export function routesAgents(services: Services) {
  const { bureau, configuration, habilitations } = services
  const { agents } = bureau.depot
  const app = nouvelleApp()

  const lister = createRoute({
    method: 'get',
    path: CHEMIN,
    summary: 'Lister les rôles donnés par leur nom, et leurs changements',
    security,
    responses: { 200: reponse('Agents', ListeAgents), ...REFUS_COMMUNS },
  })
  app.openapi(lister, async (c) => {
    const historique = await agents.historique()
    const connus = new Set<string>()
    const derniers = historique
      .toSorted((a, b) => b.numero - a.numero)
      .filter(({ qui }) => !connus.has(qui) && connus.add(qui))
    const configures = configuration.agents
      .filter(({ qui }) => !connus.has(qui.toLowerCase()))
      .map(({ qui, roles, departements }) => ({ qui, roles, departements, donnes: null }))
    const actuels = [...derniers.map(vue), ...configures].filter(({ roles }) => roles.length > 0)
    return c.json(
      {
        agents: actuels.sort((a, b) => a.qui.localeCompare(b.qui, 'fr')),
        journal: historique.slice(0, JOURNAL_MAX).map(vue),
      },
      200,
    )
  })

  const donner = createRoute({
    method: 'post',
    path: CHEMIN,
    summary: 'Donner des rôles à une personne, ou les lui retirer',
    security,
    request: { headers: EntetesIdempotence, body: corps(DemandeRoles) },
    responses: {
      201: reponse('Rôles', RolesAgent),
      409: reponse('Modifié au même moment', Erreur),
      422: reponse('Rôles impossibles, ou clé d’une autre demande', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(donner, async (c) => {
    const { qui: nom, roles, departements } = c.req.valid('json')
    const agent = c.get('agent')
    const qui = nom.toLowerCase()
    const inconnus = departements.filter((d) => !configuration.departements.some((k) => k.code === d))
    if (inconnus.length)
      throw new Refus(
        422,
        'ROLES_REFUSES',
        `Ce service ne connaît pas le département ${inconnus.join(', ')}. Rien n’a été changé.`,
      )
    if (estSoi(agent, qui) && !roles.includes('administrateur'))
      throw new Refus(
        422,
        'ROLES_REFUSES',
        'Vous ne pouvez pas vous retirer à vous-même le rôle d’administrateur : il n’y en aurait peut-être plus aucun. Demandez-le à un autre administrateur.',
      )
    const cle = c.req.valid('header')['idempotency-key']
    const donnes = await decider(services, { qui, roles: [...new Set(roles)], departements }, agent, cle)
    habilitations.oublier()
    bureau.journal.info('roles-donnes', { numero: donnes.numero, roles: donnes.roles.join() })
    return c.json(vue(donnes), 201)
  })
  return app
}

/** Appends the decision after the last one of this person; the same request with the same key gives the same one. */
async function decider(
  { bureau }: Services,
  decision: Pick<RolesDonnes, 'qui' | 'roles' | 'departements'>,
  agent: Agent,
  cle: string,
): Promise<RolesDonnes> {
  const { agents } = bureau.depot
  const demande = await empreinteDemande(decision, agent)
  const faite = (await agents.historique()).find((d) => d.idempotence === cle)
  if (faite) {
    if (faite.demande === demande) return faite
    throw cleReutilisee('la modification')
  }
  const dernier = await agents.dernier(decision.qui)
  const { sub, prenom, nom, siret } = agent
  const donnes: RolesDonnes = {
    ...decision,
    numero: (dernier?.numero ?? 0) + 1,
    auteur: { sub, prenom, nom, siret },
    le: bureau.horloge().toISOString(),
    idempotence: cle,
    demande,
  }
  if (await agents.ajouter(donnes)) return donnes
  throw new Refus(
    409,
    'REGLAGE_PERIME',
    'Un autre administrateur vient de changer les rôles de cette personne. Prenez-en connaissance, puis recommencez.',
  )
}
