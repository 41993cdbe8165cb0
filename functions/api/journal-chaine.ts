import type { Chaine } from '../depot/coffre.ts'
import type { AuteurEvenement, DetailsEvenement, Evenement, TypeEvenement } from '../depot/evenements.ts'
import { evenementsDeTransmission, evenementsDeVersion } from '../depot/evenements-attendus.ts'
import type { Services } from './contexte.ts'

const HEURE_MS = 3_600_000

/**
 * Tells that an agent has seen or taken something away: once an hour, however often the pane asks again. Never
 * fails the reading that it tells of.
 */
export async function noterLecture(
  { bureau }: Services,
  chaine: Chaine,
  evenement: Extract<TypeEvenement, 'vue' | 'telechargee'>,
  agent: AuteurEvenement,
  details: DetailsEvenement,
): Promise<void> {
  const maintenant = bureau.horloge()
  const heure = new Date(Math.floor(maintenant.getTime() / HEURE_MS) * HEURE_MS).toISOString()
  const id = [agent.sub, ...Object.values(details)].join('#')
  try {
    await bureau.depot.evenements.noter(chaine, evenement, agent, details, {
      le: heure,
      id,
      instant: maintenant.toISOString(),
    })
  } catch (erreur) {
    bureau.journal.panne('journal-lecture', erreur, { departement: chaine.departement })
  }
}

/**
 * The journal of a chain, the newest first, at most `limite`. What versions and transmissions witness and nobody had
 * the time to tell is told first.
 */
export async function lireJournal(
  { bureau }: Services,
  chaine: Chaine,
  limite: number,
): Promise<Evenement[]> {
  const { evenements, versions, transmissions } = bureau.depot
  const [lus, toutes, envois] = await Promise.all([
    evenements.lister(chaine, 100_000),
    versions.lister(chaine),
    transmissions.lister(chaine),
  ])
  const reperer = (evenement: string, le: string, version: unknown): string =>
    `${evenement}|${le}|${String(version)}`
  const connus = new Set(lus.map((e) => reperer(e.evenement, e.le, e.details['version'])))
  const manquants = [
    ...toutes.flatMap(evenementsDeVersion),
    ...envois.flatMap(evenementsDeTransmission),
  ].filter(
    ({ evenement, identite, details }) => !connus.has(reperer(evenement, identite.le, details['version'])),
  )
  if (manquants.length === 0) return parInstant(lus).slice(0, limite)
  for (const { evenement, agent, details, identite } of manquants)
    await evenements.noter(chaine, evenement, agent, details, identite)
  return parInstant(await evenements.lister(chaine, 100_000)).slice(0, limite)
}

/** The newest first: a reading is kept under its hour, and stands at its minute. */
const parInstant = (lus: readonly Evenement[]): Evenement[] =>
  [...lus].sort((a, b) => (a.le < b.le ? 1 : a.le > b.le ? -1 : 0))
