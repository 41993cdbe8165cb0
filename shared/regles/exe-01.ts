import { reference } from '../classeur/adresse.ts'
import { enumerer } from '../classeur/texte.ts'
import type { ConstatBrut, Contexte, Regle } from './regle.ts'

/**
 * EXE-01: the plan is judged for an exercice that it holds, by a text that governs its rows. Judged by the text
 * of another year, a plan would pass for reasons that are not its own.
 */
export const EXE_01: Regle = {
  id: 'EXE-01',
  titre: 'Les exercices du plan sont ceux du contrat que régit le référentiel',
  verifier: (contexte) => {
    const { plan, exercice } = contexte
    if (plan.exercices.length === 0) return { sansObjet: 'Le plan ne dit pas ses exercices.' }
    return { constats: [...(plan.exercices.includes(exercice) ? [] : [absent(contexte)]), ...hors(contexte)] }
  },
}

/** The exercice that was asked for stands on no row. */
function absent({ plan, comprehension, exercice, referentiel }: Contexte): ConstatBrut {
  const connus = enumerer(plan.exercices)
  return {
    cellules: comprehension.tables.flatMap((t) => {
      const colonnes = t.colonnes.filter((c) => c.role === 'exercice' || c.exercice !== null)
      return colonnes.map((c) => reference(t.feuille, t.derniereLigneEntete, c.colonne))
    }),
    message: `Le plan ne porte aucune ligne de l’exercice ${exercice} (exercices lus : ${connus}). Le référentiel ${referentiel.id} ne peut pas en juger : choisissez un exercice du plan, ou complétez le plan.`,
    constate: `exercices ${connus}`,
    attendu: `l’exercice ${exercice}`,
    correction: null,
  }
}

/** Years that lie outside the contracts that the référentiel governs, by more than their three years. */
function hors({ plan, referentiel }: Contexte): ConstatBrut[] {
  const premier = Math.min(...referentiel.exercices)
  const dernier = Math.max(premier + DUREE - 1, ...referentiel.exercices)
  const trop = plan.exercices.filter((e) => e < premier || e > dernier)
  if (trop.length === 0) return []
  const cellules = plan.actions.flatMap((a) =>
    a.financements.flatMap((f) =>
      f.exercice !== null && trop.includes(f.exercice) && f.periode ? [f.periode.cellule] : [],
    ),
  )
  return [
    {
      cellules: [...new Set(cellules)],
      message: `Des lignes portent ${trop.length < 2 ? 'l’exercice' : 'les exercices'} ${enumerer(trop)}, hors des contrats que régit le référentiel ${referentiel.id} (${premier} à ${dernier}). Vérifiez l’année de ces lignes, ou contrôlez-les avec leur propre exercice.`,
      constate: `exercices ${enumerer(trop)}`,
      attendu: `de ${premier} à ${dernier}`,
      gravite: 'a-justifier',
      correction: null,
    },
  ]
}

/** A contract runs three years at most (circular of 2020, annexe 4, I: « la période 2020-2022 »). */
const DUREE = 3
