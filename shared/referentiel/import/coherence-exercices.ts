import { enumerer } from '../../classeur/texte.ts'
import { estDateCivile } from '../date-civile.ts'
import { NOYAUX } from '../noyaux.ts'
import type { Referentiel } from '../referentiel.ts'
import type { Probleme } from './probleme.ts'
import { entiersDe, texteDe } from './vue.ts'

/** The calendar walked year by year: no exercice twice, none left between two référentiels. */
export function verifierExercices(r: Record<string, unknown>, charges: readonly Referentiel[]): Probleme[] {
  const id = texteDe(r, 'id')
  const problemes: Probleme[] = []
  const jumeau = charges.find((c) => c.id === id)
  const livre = jumeau !== undefined && NOYAUX.some((n) => n.id === id)
  if (livre)
    problemes.push({
      chemin: ['id'],
      phrase: `le référentiel ${jumeau.id} est livré avec le produit et ne se remplace pas : donnez un autre identifiant`,
    })
  const version = texteDe(r, 'version')
  if (jumeau && !livre && version !== null && estDateCivile(version) && version <= jumeau.version)
    problemes.push({
      chemin: ['version'],
      phrase: `la version ${version} du référentiel ${jumeau.id} n’est pas postérieure à celle qui est chargée (${jumeau.version})`,
    })
  const exercices = [...entiersDe(r, 'exercices')].sort((a, b) => a - b)
  const chemin = ['exercices']
  const autres = charges.filter((c) => c !== jumeau)
  const repetes = exercices.filter((e, i) => exercices[i - 1] === e)
  if (repetes.length > 0) problemes.push({ chemin, phrase: `l’exercice ${repetes[0]} est écrit deux fois` })
  const interieurs = manquants(exercices)
  if (interieurs.length > 0)
    problemes.push({ chemin, phrase: `les exercices laissent un trou : ${enumerer(interieurs)}` })
  for (const e of new Set(exercices)) {
    const deja = autres.find((c) => c.exercices.includes(e))
    if (deja)
      problemes.push({ chemin, phrase: `l’exercice ${e} est déjà régi par le référentiel ${deja.id}` })
  }
  const connus = autres.flatMap((c) => c.exercices)
  const [premier, dernier] = [exercices[0], exercices.at(-1)]
  if (connus.length > 0 && premier !== undefined && dernier !== undefined) {
    const apres = manquants([
      ...connus
        .filter((e) => e < premier)
        .sort((a, b) => a - b)
        .slice(-1),
      premier,
    ])
    const avant = manquants([
      dernier,
      ...connus
        .filter((e) => e > dernier)
        .sort((a, b) => a - b)
        .slice(0, 1),
    ])
    const trou = [...apres, ...avant]
    if (trou.length > 0)
      problemes.push({
        chemin,
        phrase: `${trou.length > 1 ? `les exercices ${enumerer(trou)} ne seraient régis` : `l’exercice ${trou[0]} ne serait régi`} par aucun référentiel`,
      })
  }
  return problemes
}

/** How many years a gap may list; beyond, the bounds are wrong and the schema says so. */
const TROU_MAX = 30

/** The years between the first and the last of ascending years that are not among them. */
function manquants(annees: readonly number[]): number[] {
  const absents: number[] = []
  for (let i = 1; i < annees.length; i++)
    for (let e = annees[i - 1]! + 1; e < annees[i]! && absents.length < TROU_MAX; e++) absents.push(e)
  return absents
}
