import type * as z from 'zod/mini'
import { champ, nommer } from './nommer.ts'
import { de, montrer, valeurEn, type Probleme } from './probleme.ts'

/** What the schema found, in the words of whoever fills a référentiel. */

type Issue = z.core.$ZodIssue

const ATTENDUS: Record<string, string> = {
  string: 'un texte',
  int: 'un nombre entier',
  // Every number of a référentiel is whole.
  number: 'un nombre entier',
  boolean: 'vrai ou faux',
  array: 'une liste',
  object: 'un objet',
  date: 'une date AAAA-MM-JJ',
  email: 'une adresse de courriel',
}

export function traduire(document: unknown, issue: Issue): Probleme {
  if (issue.path.length === 0 && issue.code === 'invalid_type')
    return { chemin: [], phrase: 'le fichier n’est pas un référentiel : un objet JSON est attendu' }
  const { nom, reste } = nommer(document, issue.path)
  return { chemin: issue.path, phrase: dire(document, issue, nom, reste) }
}

function dire(document: unknown, issue: Issue, nom: string, reste: Probleme['chemin']): string {
  const derniere = reste.at(-1) ?? issue.path.at(-1)!
  const dansReference = reste.includes('reference') && derniere !== 'reference'
  const sujet = dansReference ? `la référence ${de(nom)}` : nom
  const valeur = valeurEn(document, issue.path)
  if (issue.code === 'unrecognized_keys') {
    const cles = issue.keys.slice(0, 5).map((k) => montrer(k))
    return `${sujet} : ${cles.length > 1 ? 'champs inconnus' : 'champ inconnu'} ${cles.join(', ')}`
  }
  if (valeur === undefined || valeur === null) {
    if (derniere === 'reference') return `${nom} n’a pas de référence`
    if (derniere === 'article') return `${sujet} n’a pas d’article`
    return `${sujet} : il manque « ${typeof derniere === 'number' ? `n° ${derniere + 1}` : champ(derniere)} »`
  }
  const quoi = typeof derniere === 'number' ? `l’élément n° ${derniere + 1}` : `« ${champ(derniere)} »`
  switch (issue.code) {
    case 'invalid_value':
      if (derniere === 'enveloppe')
        return `${montrer(valeur)} n’est pas une enveloppe connue (${issue.values.join(', ')})`
      return `${sujet} : ${montrer(valeur)} n’est pas admis pour ${quoi} (valeurs admises : ${issue.values.join(', ')})`
    case 'invalid_format':
      if (issue.format === 'regex') {
        return montrer(valeur) === '«  »'
          ? `${sujet} : ${quoi} est vide`
          : `${sujet} : ${montrer(valeur)} n’est pas de la forme attendue pour ${quoi}`
      }
      return `${sujet} : ${montrer(valeur)} n’est pas ${ATTENDUS[issue.format] ?? 'de la forme attendue'} (${quoi})`
    case 'invalid_type':
      return `${sujet} : ${quoi} doit être ${ATTENDUS[issue.expected] ?? 'd’une autre nature'}, non ${montrer(valeur)}`
    case 'too_small':
      return issue.origin === 'array'
        ? `${sujet} : ${quoi} est vide`
        : `${sujet} : ${montrer(valeur)} est trop petit pour ${quoi} (au moins ${issue.minimum})`
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${sujet} : ${quoi} est trop long (au plus ${issue.maximum})`
        : `${sujet} : ${montrer(valeur)} est trop grand pour ${quoi} (au plus ${issue.maximum})`
    default:
      return `${sujet} : ${quoi} n’est pas valable`
  }
}
