import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { Agent, Env, Services } from './contexte.ts'
import { juger, ROLES } from './droits.ts'
import { nonConnecte, Refus } from './erreurs.ts'
import type { Habilitation } from './habilitation.ts'
import { estDEntra } from './identite.ts'

const texte = z.string().min(1)
const Revendications = z.object({
  sub: texte,
  prenom: texte,
  nom: texte,
  courriel: texte,
  siret: texte,
  departements: z.array(texte).min(1),
  roles: z.array(z.enum(ROLES)).min(1),
})

const NOMS_ROLES = {
  redacteur: 'rédacteur',
  valideur: 'valideur',
  lecteur: 'lecteur',
  administrateur: 'administrateur',
}

/**
 * The token says which roles and départements; the rights of now must still hold them. null otherwise: a token of
 * the rights that are left is then asked for again.
 */
function confirmer(
  { departements, roles }: Habilitation,
  { departements: codes, ...personne }: z.infer<typeof Revendications>,
): Agent | null {
  const siens = departements.filter(({ code }) => codes.includes(code))
  if (siens.length !== codes.length || !personne.roles.every((role) => roles.includes(role))) return null
  return { ...personne, departement: siens[0]!, departements: siens }
}

function autreDepartement({ departements }: Agent): Refus {
  const noms = departements.map(({ code, nom }) => `${nom} (${code})`)
  return new Refus(
    403,
    'AUTRE_DEPARTEMENT',
    noms.length > 1
      ? `Vous êtes connecté au titre des départements ${noms.join(', ')} : vous n’avez accès qu’à leurs versions.`
      : `Vous êtes connecté au titre du département ${noms[0]} : vous n’avez accès qu’à ses versions.`,
  )
}

function roleInsuffisant({ sub, roles }: Agent): Refus {
  const noms = roles.map((role) => NOMS_ROLES[role]).join(', ')
  // The only name under which somebody of Entra can be given one.
  const identifiant = estDEntra(sub) ? ` Donnez-lui votre identifiant : ${sub}` : ''
  return new Refus(
    403,
    'ROLE_INSUFFISANT',
    `Votre rôle (${noms}) ne permet pas cette opération. Demandez-la à un collègue habilité, ou à l’administrateur du service de vous donner le rôle qu’il faut.${identifiant}`,
  )
}

/**
 * Stands before everything under /api/v1: a good token of ours, then what the table of rights says of the route
 * and of its département. Whatever is not plainly allowed is refused, before anything is read.
 */
export function garde({ jetons, habilitations }: Services): MiddlewareHandler<Env> {
  return async (c, suite) => {
    const porteur = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(c.req.header('authorization') ?? '')
    const revendications = porteur && (await jetons.lire('acces', porteur[1]!))
    const lecture = Revendications.safeParse(revendications ?? undefined)
    const habilitation = lecture.success ? await habilitations.de(lecture.data) : null
    const agent = lecture.success && habilitation ? confirmer(habilitation, lecture.data) : null
    if (!agent) throw nonConnecte()
    const verdict = juger(c.req.method, c.req.path, agent)
    if (verdict === 'autre-departement') throw autreDepartement(agent)
    if (verdict === 'role') throw roleInsuffisant(agent)
    if (verdict === 'inconnue')
      throw new Refus(404, 'ROUTE_INCONNUE', 'Cette adresse n’existe pas dans ce service.')
    c.set('agent', agent)
    await suite()
  }
}
