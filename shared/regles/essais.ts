import { classeurDe, type ValeurEssai } from '../classeur/fabrique.ts'
import { controler } from '../controle/controler.ts'
import type { Constat } from '../controle/rapport.ts'

/** A plan that breaks no rule, as rows to spoil: each rule is tested by what one change to it makes appear. */

export const ENTETES: ValeurEssai[] = [
  'N°',
  'Objectif',
  'Intitulé de l’action',
  'Exercice',
  'Enveloppe',
  'Part État',
  'Part Département',
  'Dépenses fléchées',
  'Dépenses engagées',
  'Dépenses exécutées',
]

/** Columns of ENTETES, by what they hold. */
export const COL = {
  numero: 0,
  objectif: 1,
  intitule: 2,
  exercice: 3,
  enveloppe: 4,
  etat: 5,
  departement: 6,
  fleche: 7,
  engage: 8,
  execute: 9,
}

/** 0-based row of the action that serves an objectif, and its number as Excel shows it. */
export const rang = (objectif: number) => objectif
export const ligne = (objectif: number) => objectif + 1

const ENVELOPPE = (o: number) => (o === 9 ? 'ONDAM' : o <= 5 ? 'FIR' : 'P304')

/** Header on row 1, then one action for each of the eleven fondamentaux, action n on row n + 1. */
export function rangees(): ValeurEssai[][] {
  return [
    [...ENTETES],
    ...Array.from({ length: 11 }, (_, i) => {
      const o = i + 1
      return [
        o,
        `Objectif ${o}`,
        `Action de l’objectif ${o}`,
        2020,
        ENVELOPPE(o),
        10_000,
        12_000,
        10_000,
        9_000,
        8_000,
      ]
    }),
  ]
}

/** Checks the plan after a change to its rows. */
export function controlerApres(changer: (r: ValeurEssai[][]) => void = () => {}, exercice?: number) {
  const r = rangees()
  changer(r)
  return controler(classeurDe({ Plan: r }), { exercice })
}

/** The findings of one rule. */
export function constatsDe(regle: string, changer?: (r: ValeurEssai[][]) => void): Constat[] {
  return controlerApres(changer).constats.filter((c) => c.regle === regle)
}

/** Checks a plan that breaks no rule beside other sheets of its workbook. */
export function controlerAvec(
  feuilles: Record<string, ValeurEssai[][]>,
  { exercice, changer }: { exercice?: number; changer?: (r: ValeurEssai[][]) => void } = {},
) {
  const r = rangees()
  if (exercice !== undefined) for (const l of r.slice(1)) l[COL.exercice] = exercice
  changer?.(r)
  return controler(classeurDe({ Plan: r, ...feuilles }), { exercice })
}

/** The findings of one rule on such a workbook, as rule, gravité, cells and article. */
export function constatsAvec(
  regle: string,
  feuilles: Record<string, ValeurEssai[][]>,
  options?: Parameters<typeof controlerAvec>[1],
): Constat[] {
  return controlerAvec(feuilles, options).constats.filter((c) => c.regle === regle)
}
