import { accorder, enumerer } from '../classeur/texte.ts'
import type { Action } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** LEC-02: an action whose objectif is missing or cannot be read: none of the rules by objectif can judge it. Those that print none make one finding. */
export const LEC_02: Regle = {
  id: 'LEC-02',
  titre: 'Chaque action dit quel objectif elle sert',
  verifier: ({ plan, comprehension }) => {
    const sans = plan.actions.filter((a) => a.objectif === null)
    const muettes = sans.filter((a) => a.objectifsLus.length === 0)
    const colonne = comprehension.tables.some((t) => t.colonnes.some((c) => c.role === 'objectif'))
    return {
      constats: [
        ...(muettes.length === 0 ? [] : [direMuettes(muettes, colonne)]),
        ...sans.filter((a) => a.objectifsLus.length > 0).map(direIllisible),
      ],
    }
  },
}

const NOMMEES = 10

function direMuettes(actions: readonly Action[], colonne: boolean): ConstatBrut {
  const noms = actions.slice(0, NOMMEES).map((a) => a.numero)
  const liste = actions.length > NOMMEES ? `${noms.join(', ')}…` : enumerer(noms)
  return {
    cellules: actions.flatMap((a) => a.cellules),
    message: `${accorder(actions.length, 'action n’indique', 'actions n’indiquent')} aucun objectif (${liste}). ${
      colonne
        ? 'Écrivez le numéro de l’objectif que chacune sert, par exemple « Objectif 9 ».'
        : 'Aucune colonne d’objectifs n’a été reconnue : ajoutez une colonne « Objectif » avec le numéro que sert chaque action.'
    }`,
    constate: colonne ? 'cellule vide' : 'aucune colonne « Objectif »',
    attendu: 'un numéro d’objectif par action',
    correction: null,
  }
}

function direIllisible(action: Action): ConstatBrut {
  const texte = action.objectifsLus[0]!.texte
  return {
    cellules: action.objectifsLus.map((o) => o.cellule),
    message: `Action ${action.numero} : aucun numéro d’objectif ne se lit dans « ${texte} ». Écrivez un seul numéro, par exemple « Objectif 9 ».`,
    constate: `« ${texte} »`,
    attendu: 'un numéro d’objectif',
    correction: null,
  }
}
