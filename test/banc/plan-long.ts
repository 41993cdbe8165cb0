import { classeurVide, feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import type { Classeur, ValeurCellule } from '../../shared/classeur/classeur.ts'
import { ecrireClasseurNeuf } from '../../shared/classeur/xlsx/ecrire-neuf.ts'
import type { Enveloppe } from '../../shared/referentiel/referentiel.ts'

/** A plan d'action of any length, regular in all that it writes: as a range of cells and as a workbook. */

const ENTETES = [
  'N°',
  'Intitulé de l’action',
  'Objectif',
  'Exercice',
  'Enveloppe',
  'Part État',
  'Part Département',
  'Dépenses fléchées',
  'Dépenses engagées',
  'Dépenses exécutées',
]
const EXERCICES = [2020, 2021, 2022]
/** Objectifs with an enveloppe that pays for them; every seventh action takes one that does not. */
const OBJECTIFS: [numero: number, enveloppe: Enveloppe][] = [
  [1, 'FIR'],
  [2, 'FIR'],
  [6, 'P304'],
  [8, 'P304'],
  [9, 'ONDAM'],
  [12, 'P304'],
  [24, 'ONDAM'],
]

/** Headers, then one row for each financing: three exercices an action; some amounts as texts. */
export function lignesDuPlan(financements: number): ValeurCellule[][] {
  const lignes = Array.from({ length: financements }, (_, i): ValeurCellule[] => {
    const action = Math.floor(i / EXERCICES.length)
    const [objectif, enveloppe] = OBJECTIFS[action % OBJECTIFS.length]!
    const etat = 10_000 + (action % 90) * 500
    return [
      action + 1,
      `Action de soutien aux familles du territoire ${action + 1}`,
      `Objectif ${objectif}`,
      EXERCICES[i % EXERCICES.length]!,
      action % 7 === 3 ? 'FIR' : enveloppe,
      i % 5 === 0 ? `${etat} €` : etat,
      etat + 500,
      etat * 2,
      etat,
      etat - 500,
    ]
  })
  return [ENTETES, ...lignes]
}

export function classeurDuPlan(financements: number): Classeur {
  const classeur = classeurVide(`plan-${financements}.xlsx`)
  const feuille = feuilleVide('Plan d’action')
  for (const [ligne, valeurs] of lignesDuPlan(financements).entries())
    for (const [colonne, valeur] of valeurs.entries()) poserCellule(feuille, ligne, colonne, { valeur })
  classeur.feuilles.push(feuille)
  return classeur
}

/** The same plan as a file. */
export function planLong(financements: number): Uint8Array {
  const lignes = lignesDuPlan(financements).map((ligne) =>
    ligne.map((valeur) => ({ style: 'saisie' as const, valeur: valeur as string | number | null })),
  )
  return ecrireClasseurNeuf([{ nom: 'Plan d’action', lignes, largeurs: [] }], 'Plan long')
}
