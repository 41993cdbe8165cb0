import { lireNumeros } from '../numeros.ts'
import type { Assemblage } from './assemblage.ts'
import { lireEuros, lirePoids, type Lu } from './codecs.ts'
import { DOTATIONS_FEUILLE } from './feuilles.ts'
import type { Rangee } from './lire-feuille.ts'

interface Assemblee {
  enveloppe: unknown
  exercices: unknown
  modalite: unknown
  nationale: unknown
  criteres: unknown[]
  plancher: unknown
  plafond: unknown
  plafondDelegue: unknown
}

/** The sheet « Dotations »: several rows for one enveloppe and its exercices, one for each thing the text says. */
export function assemblerDotations(a: Assemblage, rangees: readonly Rangee[]): void {
  const dotations: Assemblee[] = []
  const rangs = new Map<string, number>()
  for (const rangee of rangees) {
    const { enveloppe, exercices } = rangee.valeurs
    const cle = JSON.stringify([enveloppe, exercices])
    let rang = rangs.get(cle)
    if (rang === undefined) {
      rang = dotations.length
      rangs.set(cle, rang)
      a.situer(['dotations', rang], rangee, ['enveloppe', 'exercices'])
      dotations.push({
        enveloppe,
        exercices,
        modalite: undefined,
        nationale: null,
        criteres: [],
        plancher: null,
        plafond: null,
        plafondDelegue: null,
      })
    }
    placer(a, dotations[rang]!, rang, rangee)
  }
  a.poser('dotations', dotations, DOTATIONS_FEUILLE)
}

function placer(a: Assemblage, dotation: Assemblee, rang: number, rangee: Rangee): void {
  const libelle = rangee.valeurs['libelle'] ?? undefined
  const element = rangee.valeurs['element']
  if (typeof element !== 'string') {
    // The row may well have been the modalité: that it is missing would be the same fault said again.
    a.taire(`dotations.${rang}.modalite`)
    if (!rangee.refusees.has('element')) a.refuser(rangee.cellules['element'], 'il manque « Élément »')
    return
  }
  if (element === 'critere') {
    const chemin = ['dotations', rang, 'criteres', dotation.criteres.length]
    a.situer(chemin, rangee, ['libelle'])
    a.situerValeur([...chemin, 'poids'], rangee, 'valeur')
    dotation.criteres.push({
      libelle,
      poids: valeur(a, rangee, lirePoids),
      ...a.referenceDe(rangee, chemin),
    })
    return
  }
  const cle = element as 'modalite' | 'nationale' | 'plancher' | 'plafond' | 'plafondDelegue'
  if ((dotation[cle] ?? null) !== null) {
    a.refuser(rangee.cellules['element'], 'cet élément est écrit deux fois pour cette enveloppe')
    return
  }
  const chemin = ['dotations', rang, cle]
  a.situer(chemin, rangee, [])
  const place = a.referenceDe(rangee, chemin)
  if (cle === 'modalite') {
    a.situerValeur([...chemin, 'phrase'], rangee, 'libelle')
    dotation.modalite = { phrase: libelle, ...place }
  } else if (cle === 'plafondDelegue') {
    a.situerValeur([...chemin, 'exercices'], rangee, 'valeur')
    dotation.plafondDelegue = { exercices: valeur(a, rangee, lireExercices), ...place }
  } else {
    a.situerValeur([...chemin, 'centimes'], rangee, 'valeur')
    dotation[cle] = { centimes: valeur(a, rangee, lireEuros), ...place }
  }
}

function lireExercices({ texte }: Lu): { valeur: number[] } | { refus: string } {
  const exercices = lireNumeros(texte)
  return exercices === null
    ? { refus: `« ${texte} » n’est pas une liste d’exercices (par exemple « 2023, 2022 »)` }
    : { valeur: exercices }
}

/** The cell « Valeur », read as its element asks; what is refused is said here, once. */
function valeur(
  a: Assemblage,
  rangee: Rangee,
  lire: (lu: Lu) => { valeur: unknown } | { refus: string },
): unknown {
  const lu = rangee.brutes['valeur']
  const lecture = lu === undefined ? { refus: 'il manque « Valeur »' } : lire(lu)
  if ('valeur' in lecture) return lecture.valeur
  if (!rangee.refusees.has('valeur')) a.refuser(rangee.cellules['valeur'], lecture.refus)
  rangee.refusees.add('valeur')
  return undefined
}
