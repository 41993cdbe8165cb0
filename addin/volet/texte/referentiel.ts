import { accorder } from '../../../shared/classeur/texte.ts'
import { dateLongue } from '../../../shared/referentiel/date-civile.ts'
import { direNumeros } from '../../../shared/referentiel/numeros.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import type { Source } from '../etat/referentiels.ts'
import { fr, jour } from './typographie.ts'

/** « l’exercice 2030 », « les exercices 2025 à 2027 ». */
export function direExercices(exercices: readonly number[]): string {
  return `${exercices.length > 1 ? 'les exercices' : 'l’exercice'} ${direNumeros(exercices)}`
}

/** « Référentiel 2025-2027 : 14 objectifs, 7 obligatoires. » */
export function presenter({ id, objectifs }: Referentiel): string {
  const obligatoires = objectifs.filter((o) => o.caractere === 'obligatoire').length
  const detail = obligatoires > 0 ? `, ${accorder(obligatoires, 'obligatoire')}` : ''
  return fr`Référentiel ${id} : ${accorder(objectifs.length, 'objectif')}${detail}.`
}

/** « Chargé de ce poste le … », « Publié par … le … ». */
export function direSource(source: Source): string {
  if (source.genre === 'livre') return 'Livré avec le produit'
  if (source.genre === 'poste') return `Chargé sur ce poste le ${jour(source.le)}`
  return `Publié par ${source.par.prenom} ${source.par.nom} le ${jour(source.le)}`
}

/** « données du 14 août 2024 ». */
export function direVersion({ version }: Referentiel): string {
  return `données du ${dateLongue(version)}`
}
