import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Centimes } from '../montant/montant.ts'
import { estNonChiffre, financementsComptes } from '../plan/comptes.ts'
import type { Financement, MontantLu, PlanAction } from '../plan/plan.ts'
import { enveloppesAdmises, objectifDe } from '../referentiel/decider.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import type { LectureOndam } from './lecture-ondam.ts'
import type { CofinancementObjectif } from './rapport.ts'

export { CLE_LECTURE_ONDAM, lectureGardee } from './lecture-ondam.ts'
export type { LectureOndam }

/**
 * Is this part of the State paid to the department? « Ceux qui lui sont versés » is read as the department's:
 * the ONDAM, paid to the establishments, stays out, and so does a « Part État » without enveloppe where it
 * may be the ONDAM: nothing is concluded from it.
 */
export function verseAuDepartement(
  referentiel: Referentiel,
  objectif: number,
  f: Financement,
  lecture: LectureOndam,
): boolean {
  if (lecture === 'inclus') return true
  if (f.enveloppe !== null) return f.enveloppe !== 'ONDAM'
  return !enveloppesAdmises(referentiel, objectif).includes('ONDAM')
}

/** The least that an amount can be: its smallest reading where it has several, 0 where nothing can be read. */
function auMoins(m: MontantLu): Centimes {
  if (m.centimes !== null) return m.centimes
  return m.composantes.length === 0 ? 0 : Math.min(...m.composantes.map((c) => Math.max(0, c.centimes)))
}

/** The most that an amount can be: the sum of what it holds; anything at all where nothing can be read. Means without a figure count for nothing. */
function auPlus(m: MontantLu): Centimes {
  if (m.centimes !== null) return m.centimes
  if (estNonChiffre(m)) return 0
  return m.composantes.length === 0
    ? Infinity
    : m.composantes.reduce((t, c) => t + Math.max(0, c.centimes), 0)
}

interface Bornes {
  etatMin: Centimes
  departement: Centimes
  departementMax: Centimes
}

/** Co-financing of each objectif that the plan serves, over the contract's duration, in the order of the numbers. */
export function cofinancements(
  plan: PlanAction,
  referentiel: Referentiel,
  lecture: LectureOndam = 'exclu',
): CofinancementObjectif[] {
  const parObjectif = Map.groupBy(
    plan.actions.filter((a) => a.objectif !== null),
    (a) => a.objectif!,
  )
  return [...parObjectif]
    .sort(([a], [b]) => a - b)
    .map(([objectif, actions]) => {
      const bornes: Bornes = { etatMin: 0, departement: 0, departementMax: 0 }
      const cellules: ReferenceCellule[] = []
      const illisibles: ReferenceCellule[] = []
      const compter = (f: Financement): void => {
        if (f.prevu === null) return
        const etat = f.financeur === 'Etat' && verseAuDepartement(referentiel, objectif, f, lecture)
        if (!etat && f.financeur !== 'Departement') return
        cellules.push(f.prevu.cellule)
        // Means without a figure are read for sure: they count for nothing until they are put in euros.
        if (f.prevu.centimes === null && (etat || !estNonChiffre(f.prevu))) illisibles.push(f.prevu.cellule)
        if (etat) bornes.etatMin += auMoins(f.prevu)
        else {
          bornes.departement += f.prevu.centimes ?? 0
          bornes.departementMax += auPlus(f.prevu)
        }
      }
      for (const action of actions) financementsComptes(action).forEach(compter)
      const { etatMin, departement, departementMax } = bornes
      const manque = Math.max(0, etatMin - departementMax)
      return {
        objectif,
        titre: objectifDe(referentiel, objectif)?.titre ?? actions[0]!.objectifsLus[0]?.texte ?? '',
        etat: etatMin,
        departement,
        manque,
        indetermine: manque === 0 && departement < etatMin,
        illisibles,
        cellules,
      }
    })
}
