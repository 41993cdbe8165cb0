import { estNonChiffre } from '../plan/comptes.ts'
import { enumerer } from '../classeur/texte.ts'
import type { Regle } from './regle.ts'

/** COF-02: the department's part may be existing means put at a value, but a value in euros (contrat-type, article 2.2.2). */
export const COF_02: Regle = {
  id: 'COF-02',
  titre: 'Les moyens valorisés par le Département sont chiffrés en euros',
  verifier: ({ plan }) => ({
    constats: plan.actions.flatMap((action) => {
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
        },
      ]
    }),
  }),
}
