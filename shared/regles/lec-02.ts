import type { Regle } from './regle.ts'

/** LEC-02: an action whose objectif is missing or cannot be read: none of the rules by objectif can judge it. */
export const LEC_02: Regle = {
  id: 'LEC-02',
  titre: 'Chaque action dit quel objectif elle sert',
  verifier: ({ plan }) => ({
    constats: plan.actions
      .filter((a) => a.objectif === null)
      .map((a) => {
        const lu = a.objectifsLus[0]
        return {
          cellules: a.objectifsLus.length > 0 ? a.objectifsLus.map((o) => o.cellule) : a.cellules,
          message: lu
            ? `Action ${a.numero} : aucun numéro d’objectif ne se lit dans « ${lu.texte} ». Écrivez un seul numéro, par exemple « Objectif 9 ».`
            : `Action ${a.numero} : aucun objectif n’est indiqué. Écrivez le numéro de l’objectif que cette action sert.`,
          constate: lu ? `« ${lu.texte} »` : 'cellule vide',
          attendu: 'un numéro d’objectif',
          correction: null,
        }
      }),
  }),
}
