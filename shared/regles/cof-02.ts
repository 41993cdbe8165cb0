import { estNonChiffre } from '../plan/comptes.ts'
import { enumerer } from '../classeur/texte.ts'
import type { PlanAction } from '../plan/plan.ts'
import type { Regle } from './regle.ts'

/**
 * COF-02: the department's part may be existing means put at a value, but a value in euros (contrat-type, article
 * 2.2.2). Where the State pays nothing on the objectif there is nothing to answer: said, not asked for.
 */
export const COF_02: Regle = {
  id: 'COF-02',
  titre: 'Les moyens valorisés par le Département sont chiffrés en euros',
  verifier: ({ plan, classement }) => {
    let payes: ReadonlySet<number | null> | undefined
    return {
      constats: classement.sansMontantSur.flatMap((action) => {
        const lus = action.financements
          .filter((f) => f.financeur === 'Departement' && f.prevu !== null && estNonChiffre(f.prevu))
          .map((f) => f.prevu!)
        if (lus.length === 0) return []
        const textes = [...new Set(lus.map((m) => `« ${m.texte} »`))]
        return [
          {
            cellules: lus.map((m) => m.cellule),
            message: `Action ${action.numero} : la part du Département n’est pas chiffrée (${enumerer(textes)}). La valorisation de moyens existants est admise, mais elle se compte en euros : inscrivez le montant, et gardez la description dans une autre colonne.`,
            constate: enumerer(textes),
            attendu: 'un montant en euros',
            correction: null,
            ...((payes ??= payesParLEtat(plan)).has(action.objectif)
              ? {}
              : { gravite: 'information' as const }),
          },
        ]
      }),
    }
  },
}

/** The objectifs on which the State pays something, as far as its part can be read; an unreadable part is one. */
function payesParLEtat(plan: PlanAction): ReadonlySet<number | null> {
  return new Set(
    plan.actions
      .filter((a) =>
        a.financements.some((f) => f.financeur === 'Etat' && f.prevu !== null && f.prevu.centimes !== 0),
      )
      .map((a) => a.objectif),
  )
}
