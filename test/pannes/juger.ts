/** What was seen at the end of a campaign, and what it says: nothing here asks anything of anybody. */

export interface Faits {
  /** Versions that somebody was told were saved. */
  acquises: readonly { chaine: string; empreinte: string }[]
  chaines: Readonly<Record<string, readonly VersionVue[]>>
  soumissions: readonly { id: string; statut: string }[]
  /** Ids of the transmissions whose message the mail service accepted, one a message. */
  messages: readonly string[]
}

/** A version as it can be read at the end, oldest first in its chain. */
export interface VersionVue {
  numero: number
  empreinte: string
  /** Its workbook, its signatures and its receipt verify from the files alone, after the version before it. */
  verifiee: boolean
}

/** What a campaign is to find: 0 of each. */
export interface Fautes {
  versionsPerdues: number
  chainesRompues: number
  envoyeesDeuxFois: number
  niEnvoyeesNiIncertaines: number
}

/** States that say that a message left. */
const PARTIS = ['envoyee', 'differee', 'remise', 'rejetee']
/** States in which nothing more happens by itself. */
export const ETABLIS: readonly string[] = [...PARTIS, 'incertaine', 'echouee']

/** Whether a submission is said for what it is: a doubt may be either, anything else must be true. */
function dite(statut: string, parti: boolean): boolean {
  if (!ETABLIS.includes(statut)) return false
  return statut === 'incertaine' || PARTIS.includes(statut) === parti
}

export function juger({ acquises, chaines, soumissions, messages }: Faits): Fautes {
  const comptes = new Map<string, number>()
  for (const id of messages) comptes.set(id, (comptes.get(id) ?? 0) + 1)
  const tient = ({ chaine, empreinte }: Faits['acquises'][number]): boolean =>
    (chaines[chaine] ?? []).some((v) => v.empreinte === empreinte)
  return {
    versionsPerdues: acquises.filter((acquise) => !tient(acquise)).length,
    chainesRompues: Object.values(chaines).filter(
      (versions) => !versions.every((v, i) => v.numero === i + 1 && v.verifiee),
    ).length,
    envoyeesDeuxFois: [...comptes.values()].filter((nombre) => nombre > 1).length,
    niEnvoyeesNiIncertaines: soumissions.filter(({ id, statut }) => !dite(statut, comptes.has(id))).length,
  }
}
