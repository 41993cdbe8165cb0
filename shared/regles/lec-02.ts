import { accorder, enumerer, normaliser } from '../classeur/texte.ts'
import type { Action } from '../plan/plan.ts'
import { objectifDuLibelle } from '../referentiel/libelle.ts'
import type { Noyau } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** LEC-02: an action whose objectif is missing or cannot be read: none of the rules by objectif can judge it. Those that print none make one finding. */
export const LEC_02: Regle = {
  id: 'LEC-02',
  titre: 'Chaque action dit quel objectif elle sert',
  verifier: ({ plan, comprehension, referentiel }) => {
    const sans = plan.actions.filter((a) => a.objectif === null)
    const muettes = sans.filter((a) => a.objectifsLus.length === 0)
    const colonne = comprehension.tables.some((t) => t.colonnes.some((c) => c.role === 'objectif'))
    return {
      constats: [
        ...(muettes.length === 0 ? [] : [direMuettes(muettes, colonne)]),
        ...sans.filter((a) => a.objectifsLus.length > 0).map((a) => direIllisible(a, referentiel)),
      ],
    }
  },
}

const NOMMEES = 10

/** An action that is named nowhere is where its first amount is. */
function ouLaTrouver({ cellules, financements }: Action): string[] {
  if (cellules.length > 0) return cellules
  const chiffre = financements.find((f) => f.prevu !== null)
  return chiffre ? [chiffre.prevu!.cellule] : []
}

function direMuettes(actions: readonly Action[], colonne: boolean): ConstatBrut {
  const noms = actions.slice(0, NOMMEES).map((a) => a.numero)
  const liste = actions.length > NOMMEES ? `${noms.join(', ')}…` : enumerer(noms)
  return {
    cellules: actions.flatMap(ouLaTrouver),
    message: `${accorder(actions.length, 'action n’indique', 'actions n’indiquent')} aucun objectif (${liste}). ${
      colonne
        ? 'Écrivez sur chaque ligne le numéro de l’objectif servi, par exemple « Objectif 9 » : une cellule vide ne reprend pas celle du dessus.'
        : 'Aucune colonne d’objectifs n’a été reconnue : ajoutez une colonne « Objectif » avec le numéro que sert chaque action.'
    }`,
    constate: colonne ? 'cellule vide' : 'aucune colonne « Objectif »',
    attendu: 'un numéro d’objectif par action',
    correction: null,
  }
}

/** « Objectifs 9 et 24 », « OF 1, 2 ». */
const PLUSIEURS =
  /^(?:of|obj|objectifs?)\b[^:]{0,40}?\d+ *(?:,|;|et|a|-|\/|\+|&) *(?:(?:of|obj|objectifs?) *)?(?:n ?)?\d+(?= *(?:$|[-:–,;.]|et\b))|^\d{1,2} *(?:,|;|et|\/|\+|&) *\d{1,2}$/

function direIllisible(action: Action, referentiel: Noyau): ConstatBrut {
  const texte = action.objectifsLus[0]!.texte
  if (PLUSIEURS.test(normaliser(texte)))
    return {
      cellules: action.objectifsLus.map((o) => o.cellule),
      message: `Action ${action.numero} : « ${texte} » nomme plusieurs objectifs, alors que les parts de l’État et du Département se comparent objectif par objectif. Faites une ligne par objectif, chacune avec ses montants.`,
      constate: `« ${texte} »`,
      attendu: 'un seul objectif par ligne',
      correction: null,
    }
  const proche = objectifDuLibelle(referentiel, 0, texte)
  return {
    cellules: action.objectifsLus.map((o) => o.cellule),
    message: `Action ${action.numero} : aucun numéro d’objectif ne se lit dans « ${texte} ». ${
      proche
        ? `Ces mots ressemblent à ceux de l’objectif ${proche.numero} (« ${proche.titre} ») : si c’est lui, écrivez « Objectif ${proche.numero} ».`
        : 'Écrivez un seul numéro, par exemple « Objectif 9 ».'
    }`,
    constate: `« ${texte} »`,
    attendu: 'un numéro d’objectif',
    correction: null,
  }
}
