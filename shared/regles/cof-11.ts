import { normaliser } from '../classeur/texte.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const OBJECTIFS = new Set([12, 15, 16])

/** COF-11: on objectifs 12, 15 and 16 the State's money completes that of the CAF and of the MSA (annexe 6): where the plan has their column, it is filled in, even with 0. */
export const COF_11: Regle = {
  id: 'COF-11',
  titre: 'Objectifs 12, 15 et 16 : la part de la CAF et de la MSA est renseignée, même à 0',
  verifier: ({ plan, comprehension }) => {
    const colonne = comprehension.tables
      .flatMap((t) => t.colonnes)
      .find((c) => c.role === 'autres' && /\b(?:caf|msa)\b/.test(normaliser(c.entete)))
    if (!colonne) return { sansObjet: 'Le plan n’a pas de colonne CAF ou MSA.' }
    const sans = plan.actions.filter(
      (a) =>
        a.objectif !== null &&
        OBJECTIFS.has(a.objectif) &&
        a.financements.some((f) => f.financeur === 'Etat' && f.prevu?.centimes) &&
        !a.financements.some((f) => f.financeur === 'Autre' && f.prevu),
    )
    return {
      constats: sans.map((a): ConstatBrut => ({
        cellules: a.cellules,
        message: `Action ${a.numero} (objectif ${a.objectif}) : la colonne « ${colonne.entete} » est vide, alors que l’État intervient ici en complément de la CAF et de la MSA. Inscrivez leur part, même à 0.`,
        constate: 'part de la CAF et de la MSA vide',
        attendu: 'un montant, même à 0',
        correction: null,
      })),
    }
  },
}
