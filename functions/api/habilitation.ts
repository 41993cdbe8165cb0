import type { Agents, RolesDonnes } from '../depot/agents.ts'
import type { AgentNomme, Configuration, Departement } from './configuration.ts'
import { ROLES } from './droits.ts'
import type { Role } from './droits.ts'
import { departementDuSiret, estDEntra } from './identite.ts'
import type { Personne } from './identite.ts'

/** What a person may do here: the identity provider says who somebody is, never what they may do. */
export interface Habilitation {
  roles: readonly Role[]
  /** The first one is the one that the pane opens on. */
  departements: readonly { code: string; nom: string }[]
}

type Qui = Pick<Personne, 'sub' | 'courriel' | 'siret'>

/** Whoever a département employs may prepare its versions; the rest is given by name. */
const ROLES_PAR_DEFAUT: readonly Role[] = ['redacteur']
/** What somebody who works for no département may be. */
const ROLES_EXTERIEURS: readonly Role[] = ['lecteur', 'administrateur']

const nommer = ({ code, nom }: Departement): { code: string; nom: string } => ({ code, nom })

/** The names by which rights are given. An address that Entra says may be anybody's: there it gives none. */
const nomsDe = ({ sub, courriel }: Qui): string[] => [
  ...new Set((estDEntra(sub) ? [sub] : [sub, courriel]).map((nom) => nom.toLowerCase())),
]

/** What was said of somebody by name: what an administrateur decided, otherwise what the configuration says. */
function nommement(
  agents: readonly AgentNomme[],
  personne: Qui,
  donnes: readonly (RolesDonnes | null)[],
): Pick<AgentNomme, 'roles' | 'departements'> | undefined {
  const [decide] = donnes.filter((d) => d !== null).sort((a, b) => (a.le < b.le ? 1 : -1))
  if (decide)
    return { roles: ROLES.filter((role) => decide.roles.includes(role)), departements: decide.departements }
  const { sub, courriel } = personne
  return agents.find(({ qui }) =>
    estDEntra(sub) ? qui.toLowerCase() === sub : qui === sub || qui.toLowerCase() === courriel.toLowerCase(),
  )
}

/**
 * The rights of a person: the SIRET says the département; the roles are given by name, by an administrateur
 * (`donnes`: what stands for the `sub` and for the e-mail address, of somebody of Entra for the `sub` alone) or, for the first of them, by the configuration.
 * An administrateur who follows no département administers them all. null: this person has nothing to do here.
 */
export function habiliter(
  { departements, agents }: Pick<Configuration, 'departements' | 'agents'>,
  personne: Qui,
  donnes: readonly (RolesDonnes | null)[] = [],
): Habilitation | null {
  const nomme = nommement(agents, personne, donnes)
  const sien = departementDuSiret(departements, personne.siret)
  if (sien)
    return { roles: nomme?.roles.length ? nomme.roles : ROLES_PAR_DEFAUT, departements: [nommer(sien)] }
  const roles = (nomme?.roles ?? []).filter((role) => ROLES_EXTERIEURS.includes(role))
  const confies = departements.filter(({ code }) => nomme?.departements.includes(code)).map(nommer)
  if (confies.length) return roles.length ? { roles, departements: confies } : null
  return roles.includes('administrateur')
    ? { roles: ['administrateur'], departements: departements.map(nommer) }
    : null
}

/** How long an instance may go by what it read of somebody, ms: a role that is taken away lasts no longer. */
const MEMOIRE_MS = 5_000
const PERSONNES_MAX = 1_000

/** The rights of now, read from the table. */
export interface Habilitations {
  de(personne: Qui): Promise<Habilitation | null>
  /** Forgets what was read: something has been decided here. */
  oublier(): void
}

export function creerHabilitations(
  configuration: Pick<Configuration, 'departements' | 'agents'>,
  agents: Agents,
  horloge: () => Date,
): Habilitations {
  const lues = new Map<string, { le: number; donnes: Promise<(RolesDonnes | null)[]> }>()
  const lire = (personne: Qui): Promise<(RolesDonnes | null)[]> => {
    const noms = nomsDe(personne)
    const cle = noms.join('\n')
    const maintenant = horloge().getTime()
    const connue = lues.get(cle)
    if (connue && Math.abs(maintenant - connue.le) < MEMOIRE_MS) return connue.donnes
    const donnes = Promise.all(noms.map((nom) => agents.dernier(nom)))
    if (lues.size >= PERSONNES_MAX) lues.clear()
    lues.set(cle, { le: maintenant, donnes })
    // A failure is nobody's rights, and is not remembered.
    donnes.catch(() => lues.delete(cle))
    return donnes
  }
  return {
    de: async (personne) => habiliter(configuration, personne, await lire(personne)),
    oublier: () => lues.clear(),
  }
}
