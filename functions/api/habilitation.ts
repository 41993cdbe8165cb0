import type { Configuration, Departement } from './configuration.ts'
import type { Role } from './droits.ts'
import { departementDuSiret } from './identite.ts'
import type { Personne } from './identite.ts'

/** What a person may do here: the identity provider says who somebody is, never what they may do. */
export interface Habilitation {
  roles: readonly Role[]
  /** The first one is the one that the pane opens on. */
  departements: readonly { code: string; nom: string }[]
}

/** Whoever a département employs may prepare its versions; the rest is given by name. */
const ROLES_PAR_DEFAUT: readonly Role[] = ['redacteur']
/** What somebody who works for no département may be. */
const ROLES_EXTERIEURS: readonly Role[] = ['lecteur', 'administrateur']

const nommer = ({ code, nom }: Departement): { code: string; nom: string } => ({ code, nom })

/**
 * The rights of a person: the SIRET says the département, the configuration names the roles by `sub` or by
 * e-mail address. null: this person has nothing to do here.
 */
export function habiliter(
  { departements, agents }: Pick<Configuration, 'departements' | 'agents'>,
  { sub, courriel, siret }: Pick<Personne, 'sub' | 'courriel' | 'siret'>,
): Habilitation | null {
  const nomme = agents.find(({ qui }) => qui === sub || qui.toLowerCase() === courriel.toLowerCase())
  const sien = departementDuSiret(departements, siret)
  if (sien) return { roles: nomme?.roles ?? ROLES_PAR_DEFAUT, departements: [nommer(sien)] }
  const roles = (nomme?.roles ?? []).filter((role) => ROLES_EXTERIEURS.includes(role))
  const confies = departements.filter(({ code }) => nomme?.departements.includes(code)).map(nommer)
  return roles.length && confies.length ? { roles, departements: confies } : null
}
