import type { ValeurEssai } from '../../classeur/fabrique.ts'
import type { Gravite } from '../../referentiel/referentiel.ts'

/** A workbook of a case: the sheets beside a plan that breaks no rule, and what is done to that plan. */
export interface Essai {
  feuilles?: Record<string, ValeurEssai[][]>
  changer?: (r: ValeurEssai[][]) => void
}

/** One workbook that a rule passes and one that it fails, with what the finding says. */
export interface Cas {
  regle: string
  /** The exercice for which both are checked, 2020 without one. */
  exercice?: number
  passe: Essai
  echoue: Essai
  gravite: Gravite
  cellules: string[]
  article: string
}

/** One case from a way to make the workbook and its two values. */
export function cas<V>(
  regle: string,
  [gravite, article, ...cellules]: [Gravite, string, ...string[]],
  faire: (valeur: V) => Essai,
  passe: V,
  echoue: V,
  exercice?: number,
): Cas {
  return {
    regle,
    ...(exercice === undefined ? {} : { exercice }),
    passe: faire(passe),
    echoue: faire(echoue),
    gravite,
    cellules,
    article,
  }
}

/** A contract sheet of labels and values, the last one being what the case is about. */
export const contrat =
  (...avant: ValeurEssai[][]) =>
  (ligne: ValeurEssai[]): Essai => ({ feuilles: { Contrat: [...avant, ligne] } })

/** The plan with one cell changed, then further rows. */
export const plan =
  (ligne: number, colonne: number, ...rangees: ValeurEssai[][]) =>
  (valeur: ValeurEssai): Essai => ({
    changer: (r) => {
      r[ligne]![colonne] = valeur
      r.push(...rangees)
    },
  })

/** The plan with one more row, made from the value. */
export const rangee =
  (faire: (valeur: ValeurEssai) => ValeurEssai[]) =>
  (valeur: ValeurEssai): Essai => ({ changer: (r) => r.push(faire(valeur)) })

/** A list of sendings: pièce, date, canal, destinataire. */
export const envois = (lignes: ValeurEssai[][]): Essai => ({
  feuilles: { Envois: [['Pièce', 'Date', 'Canal', 'Destinataire'], ...lignes] },
})

/** A tableau de bord: objectif, indicateur, situation, cible, résultat. */
export const tableau =
  (objectifs: number[] = []) =>
  (lignes: ValeurEssai[][]): Essai => ({
    feuilles: {
      'Tableau de bord': [
        ['Objectif', 'Indicateur', 'Situation 2019', 'Prévisionnel 2020', 'Résultat 2020'],
        ...lignes,
      ],
    },
    changer: (r) => r.push(...objectifs.map((o) => [o, `Objectif ${o}`, 'X', 2020, 'P304', 5, 9, 1, 1, 1])),
  })

/** Where the DGCS reads its e-mail (annexe I-B). */
export const DGCS = 'dgcs-contrats-enfance@social.gouv.fr'
