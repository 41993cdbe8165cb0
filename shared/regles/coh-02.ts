import { verseAuDepartement } from '../controle/cofinancement.ts'
import { formatEuros } from '../montant/format.ts'
import { estPluriannuel } from '../plan/exercice.ts'
import type { Action } from '../plan/plan.ts'
import { LECTURES } from './cof-01.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * COH-02: where the co-financing of COF-01 holds over the contract, the exercices in which the department's part is
 * the smaller one. The text judges the whole; the year is there to be known. An objectif with an amount over several
 * years, or without a year, has no balance by year.
 */
export const COH_02: Regle = {
  id: 'COH-02',
  titre: 'Sur chaque exercice aussi, le Département apporte au moins autant que l’État',
  verifier: ({ plan, referentiel, lectureOndam, cofinancement }) => {
    if (plan.exercices.length < 2) return { sansObjet: 'Le plan ne porte que sur un exercice.' }
    const entiers = new Set(
      cofinancement
        .filter((b) => b.manque === 0 && !b.indetermine && b.illisibles.length === 0)
        .map((b) => b.objectif),
    )
    const bilans = new Map<number, Bilan>()
    for (const { objectif, financements } of plan.actions) {
      if (objectif === null || !entiers.has(objectif)) continue
      for (const f of financements) {
        const { prevu, exercice } = f
        if (prevu === null || exercice === null) continue
        const etat = f.financeur === 'Etat' && verseAuDepartement(referentiel, objectif, f, lectureOndam)
        if (!etat && f.financeur !== 'Departement') continue
        const cle = objectif * 10_000 + exercice
        let b = bilans.get(cle)
        if (!b) bilans.set(cle, (b = { objectif, exercice, etat: 0, departement: 0, cellules: [] }))
        if (etat) b.etat += prevu.centimes ?? 0
        else b.departement += prevu.centimes ?? 0
        b.cellules.push(prevu.cellule)
      }
    }
    const courts = [...bilans.values()].filter((b) => b.departement < b.etat)
    if (courts.length === 0) return { constats: [] }
    for (const a of plan.actions)
      if (a.objectif !== null && entiers.has(a.objectif) && !parAnnee(a)) entiers.delete(a.objectif)
    return {
      constats: courts
        .filter((b) => entiers.has(b.objectif))
        .sort((a, b) => a.exercice - b.exercice || a.objectif - b.objectif)
        .map((b): ConstatBrut => ({
          cellules: b.cellules,
          message: `Objectif ${b.objectif}, ${b.exercice} : la part du Département (${formatEuros(b.departement)}) est inférieure à celle de l’État (${formatEuros(b.etat)}) cette année-là ; sur la durée du contrat, elle suffit. ${LECTURES[lectureOndam]}`,
          constate: `Département ${formatEuros(b.departement)}, État ${formatEuros(b.etat)} en ${b.exercice}`,
          attendu: 'l’équilibre sur la durée du contrat, qui est atteint',
          correction: null,
        })),
    }
  },
}

interface Bilan {
  objectif: number
  exercice: number
  etat: number
  departement: number
  cellules: string[]
}

/** Are all the amounts of an action those of one year each? */
function parAnnee(action: Action): boolean {
  return action.financements.every(
    (f) => f.prevu === null || (f.exercice !== null && !estPluriannuel(f.prevu.texte)),
  )
}
